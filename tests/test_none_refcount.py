"""A guard for the pinned PySide6.

PySide6 6.12.0 gives back one reference too many to None with every call that returns nothing. Up to Python 3.11 None
counts its references, so after some 5,000 such calls Python ends the process. Should a later version do so too, then it
shows here and not in a meeting.
"""

from __future__ import annotations

import os
import subprocess
import sys

CALLS = 20_000

PROGRAM = f"""\
import sys
from PySide6.QtCore import QObject

thing = QObject()
before = sys.getrefcount(None)
for _ in range({CALLS}):
    thing.setObjectName("a")
print(before - sys.getrefcount(None))
"""


def test_calls_that_return_nothing_cost_none_no_references() -> None:
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, env=environ)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < CALLS // 100
