"""A session that was interrupted is back at once: what costs time and is not seen yet waits."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("later", ["facilitator.pictures", "facilitator.core.privacy", "facilitator.storage.library"])
def test_resuming_a_session_imports_nothing_that_only_comes_later(later: str) -> None:
    code = f"import sys, facilitator.ui.leading; sys.exit(any(name.startswith({later!r}) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
