"""Memory of a long meeting: eight simulated hours and 10,000 events by keys, in the real program on both windows."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile

from tests.bench.long_meeting import HOURS, SAMPLES

EVENTS = 10_000
WARM = SAMPLES // 4
"""After so many samples, two hours, everything was made once: from there on it should be flat."""


def run() -> dict[str, float]:
    """Give what is held after half an hour, two hours and at the end, and what an hour adds after the first two."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "tests.bench.long_meeting", folder, str(EVENTS)],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            timeout=1_200,
        )
    samples = [json.loads(line) for line in done.stdout.splitlines()]
    found: dict[str, float] = {"simulated hours": samples[-1]["hours"], "events": samples[-1]["events"]}
    for what in ("MB", "Python objects", "Qt objects", "widgets", "said", "changes to undo"):
        values = [sample[what] for sample in samples]
        found |= {f"{what}, first half hour": values[0], f"{what}, after two hours": values[WARM - 1]}
        found[f"{what}, at the end"] = values[-1]
        hours = [HOURS * (number + 1) / SAMPLES for number in range(WARM - 1, SAMPLES)]
        found[f"{what}, growth an hour after the first two"] = statistics.linear_regression(
            hours, values[WARM - 1 :]
        ).slope
    return found
