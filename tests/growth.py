"""How the work of something grows with what it gets, and not how long it takes: on a busy machine all takes longer."""

from __future__ import annotations

import time
from collections.abc import Callable

_TRIES = 3

IN_STEP = 9
"""Below this four times as much is no square: 4 is in step, 16 a square, and a busy machine adds something to both."""


def growth(work: Callable[[int], object], size: int, times: int = 4) -> float:
    """Give how many times the processor works longer for `times` the size: about `times` where it keeps in step.

    What takes the square of its size gives `times` squared. The quickest of some tries counts, on both sides.
    """
    return _least(work, size * times) / max(_least(work, size), 1e-4)


def _least(work: Callable[[int], object], size: int) -> float:
    spent = []
    for _try in range(_TRIES):
        begin = time.thread_time()
        work(size)
        spent.append(time.thread_time() - begin)
    return min(spent)
