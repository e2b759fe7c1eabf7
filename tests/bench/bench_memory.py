"""Memory: the most that a bare window, the start page and a session on both screens ever held."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench.bench_start import BARE, RESUMED, START, reported
from tests.bench.meetings import home_with_meeting

# The child tells its own peak when it ends, in kB. Not through `resource`: that also counts the parent before the fork.
_TELL = """
import atexit, re
def tell():
    print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1], flush=True)
atexit.register(tell)
"""


def run() -> dict[str, float]:
    """Measure; in MB."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        session_id = home_with_meeting(home)
        peaks = {
            "bare window, MB": reported(_TELL + BARE)[-1],
            "start page, MB": reported(_TELL + START, str(home))[-1],
            "session on console and room, MB": reported(_TELL + RESUMED, str(home), session_id)[-1],
        }
    found = {name: peak / 1024 for name, peak in peaks.items()}
    found["session / bare window"] = found["session on console and room, MB"] / found["bare window, MB"]
    return found
