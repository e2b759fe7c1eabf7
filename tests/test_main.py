import pytest

from facilitator.__main__ import main


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.startswith("facilitator 0.")


def test_a_command_that_is_not_understood_is_answered_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["demo"])
    assert "fout: dit ontbreekt nog: --out" in capsys.readouterr().err
