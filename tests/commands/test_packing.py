import re
from pathlib import Path

import pytest

from facilitator.__main__ import main
from facilitator.commands import checking
from facilitator.content.locate import content_folder
from facilitator.content.pack import read_pack

PACK = ("--title", "Eigen casussen", "--author", "Een regio", "--licence", "CC-BY-4.0")


def test_own_work_becomes_a_pack_that_can_be_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shipped = (content_folder() / "casuistiek" / "stil-in-de-klas.yaml").read_text("utf-8")
    (tmp_path / "eigen.yaml").write_text(shipped.replace("id: stil-in-de-klas", "id: eigen-casus", 1), "utf-8")
    out = tmp_path / "eigen.fpack"
    assert main(["pack", str(tmp_path / "eigen.yaml"), "--out", str(out), *PACK]) == 0
    assert main(["check", str(out)]) == 0
    assert capsys.readouterr().out == f"Het pakket staat in {out}\nGeen problemen gevonden.\n"
    read = read_pack(out).pack
    assert read is not None
    assert (read.about.id, read.about.version) == ("eigen-casussen", "1")


def test_a_pack_is_not_made_of_what_has_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "slecht.yaml").write_text("id: slecht\nmoments: []\n", "utf-8")
    for path in (tmp_path / "slecht.yaml", content_folder() / "casuistiek"):
        assert main(["pack", str(path), "--out", str(tmp_path / "x.fpack"), *PACK]) == 1
    told = capsys.readouterr().out
    assert "slecht.yaml:2: " in told
    assert "met het programma is meegeleverd" in told
    assert not (tmp_path / "x.fpack").exists()


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """A case of one's own in which somebody is named who is not among its persons."""
    shipped = (content_folder() / "casuistiek" / "stil-in-de-klas.yaml").read_text("utf-8")
    text = shipped.replace("id: stil-in-de-klas", "id: eigen-casus", 1)
    text = re.sub("^summary: ", "summary: Mevrouw Yildiz belde vanaf 06 12345678. ", text, count=1, flags=re.MULTILINE)
    (tmp_path / "eigen.yaml").write_text(text, "utf-8")
    return tmp_path / "eigen.yaml"


def test_a_name_does_not_leave_in_a_pack_before_somebody_looked(
    named: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = 1 + named.read_text("utf-8")[: named.read_text("utf-8").index("Mevrouw Yildiz")].count("\n")
    out = tmp_path / "eigen.fpack"
    assert main(["pack", str(named), "--out", str(out), *PACK]) == 1
    told = capsys.readouterr()
    name, phone = told.out.splitlines()
    place = "in ‘Waar de casus over gaat’"
    assert name.startswith(f"{named}:{line}: ‘Yildiz’ lijkt op een naam, {place}: Zet daar [naam] neer")
    assert phone.startswith(f"{named}:{line}: ‘06 12345678’ lijkt op een telefoonnummer, {place}: Zet daar [telefoon")
    assert "2 dingen lijken op persoonsgegevens" in told.err
    assert "--checked" in told.err
    assert not out.exists()
    assert main(["pack", str(named), "--out", str(out), "--checked", *PACK]) == 0
    assert out.exists()


def test_check_tells_what_looks_like_personal_data_and_is_content(
    named: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", str(named), "--out", str(tmp_path / "eigen.fpack"), "--checked", *PACK]) == 0
    for path in (named, tmp_path / "eigen.fpack"):
        capsys.readouterr()
        assert main(["check", str(path)]) == 0
        told = capsys.readouterr().out
        assert "‘Yildiz’ lijkt op een naam" in told
        assert "2 dingen lijken op persoonsgegevens" in told
        assert "Geen problemen" not in told


def test_without_the_word_lists_nothing_is_packed_unseen(
    named: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checking, "resource", lambda *_names: tmp_path / "weg")
    out = tmp_path / "eigen.fpack"
    assert main(["pack", str(named), "--out", str(out), *PACK]) == 1
    assert main(["check", str(named)]) == 1
    assert capsys.readouterr().err.count("woordenlijsten") == 2
    assert not out.exists()
