"""How a bench tells what it measured."""

from __future__ import annotations

import statistics
from collections.abc import Sequence


def told(name: str, times: Sequence[float], *, worst: bool = False) -> dict[str, float]:
    """Give the median and the 99th of a hundred of times in milliseconds, and the worst where that is asked."""
    ordered = sorted(times)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    found = {f"{name}, p50 ms": statistics.median(ordered), f"{name}, p99 ms": p99}
    return found | {f"{name}, worst ms": ordered[-1]} if worst else found
