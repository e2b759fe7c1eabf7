"""What looking for personal data costs: a page of 500 words, against one plain search for capitals and digits in it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from facilitator.content.lexicon import read_lexicon
from facilitator.core.privacy import find
from tests.core.privacy.score import TUNED, sentences

WORDS = 500
ROUNDS = 200
LOADS = 10
LISTS = Path(__file__).parents[2] / "resources" / "privacy"
_FLOOR = re.compile(r"\b[A-Z]\w+|\d+")


def run() -> dict[str, float]:
    """Measure; milliseconds."""
    loads = sorted([_timed(lambda: read_lexicon(LISTS)) for _ in range(LOADS)])
    lexicon = read_lexicon(LISTS)
    full, empty = _page(labelled=True), _page(labelled=False)
    first = _timed(lambda: find(full, lexicon))
    ours, quiet, floor = [], [], []
    for _ in range(ROUNDS):
        ours.append(_timed(lambda: find(full, lexicon)))
        quiet.append(_timed(lambda: find(empty, lexicon)))
        floor.append(_timed(lambda: _FLOOR.findall(full)))
    return {
        "the word lists, read, ms": loads[len(loads) // 2],
        "the first page, ms": first,
        "findings in the page": len(find(full, lexicon)),
        "a page full of findings, p50, ms": sorted(ours)[ROUNDS // 2],
        "the same, p99, ms": sorted(ours)[ROUNDS * 99 // 100],
        "a page without any, p50, ms": sorted(quiet)[ROUNDS // 2],
        "one plain search in the page, p50, ms": sorted(floor)[ROUNDS // 2],
        "the page / the plain search": sorted(ours)[ROUNDS // 2] / sorted(floor)[ROUNDS // 2],
    }


def _page(*, labelled: bool) -> str:
    """Give a page of sentences from the labelled set, with or without something to find."""
    fitting = [sentence.text for sentence in sentences(TUNED) if bool(sentence.labels) is labelled]
    return " ".join(islice(cycle(" ".join(fitting).split()), WORDS))


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    print(run())  # noqa: T201  a bench is run by hand too
