from pathlib import Path

import pytest

from facilitator.__main__ import main


def test_a_home_without_sessions_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(tmp_path), "sessions"]) == 0
    assert main(["--home", str(tmp_path), "export", "abc", "--out", str(tmp_path)]) == 1
    captured = capsys.readouterr()
    assert "nog geen sessies" in captured.out
    assert "nog geen sessies" in captured.err
    assert list(tmp_path.iterdir()) == []
