"""Several answers as one: what does not come is None."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future, InvalidStateError
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


def together(futures: Sequence[Future[T]]) -> Future[list[T | None]]:
    """Give all answers in their order when the last is there; None for one that failed or was cancelled."""
    whole: Future[list[T | None]] = Future()
    left, guard = [len(futures)], threading.Lock()

    def one_came(_future: Future[T]) -> None:
        with guard:
            left[0] -= 1
            last = left[0] == 0
        if last:
            with suppress(InvalidStateError):  # cancelled meanwhile
                whole.set_result([_answer(future) for future in futures])

    if not futures:
        whole.set_result([])
    for future in futures:
        future.add_done_callback(one_came)
    return whole


def _answer(future: Future[T]) -> T | None:
    try:
        return future.result()
    except (CancelledError, Exception):  # noqa: BLE001  whatever it is: this one is not told
        return None
