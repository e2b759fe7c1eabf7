import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from facilitator.__main__ import main
from facilitator.commands import playing
from facilitator.content.library import read_library
from facilitator.content.locate import content_folder
from facilitator.storage import keys
from facilitator.storage.errors import DiskFull
from facilitator.storage.ledger import Ledger


def texts(folder: Path) -> dict[str, str]:
    """The text of every PDF below a folder."""
    found = {}
    for path in sorted(folder.rglob("*.pdf")):
        with pypdfium2.PdfDocument(path) as document:
            found[path.relative_to(folder).as_posix()] = " ".join(
                "\n".join(page.get_textpage().get_text_bounded() for page in document).split()
            )
    return found


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo") / "uit"
    assert main(["demo", "--out", str(out)]) == 0
    return out


def test_the_demo_is_a_whole_session(demo: Path) -> None:
    session = json.loads((demo / "session.json").read_text("utf-8"))
    book = session["notebook"]
    assert (len(book["partners"]), len(book["participants"])) == (6, 11)
    assert len(book["agreements"]) >= 12
    assert all(agreement["confirmed"] for agreement in book["agreements"])
    assert len([note for note in book["notes"] if not note.get("released")]) >= 2
    assert session["events"][-1]["kind"] == "SessionClosed"


def test_the_demo_writes_a_document_for_everyone(demo: Path) -> None:
    names = set(texts(demo))
    assert {"verslag.pdf", "draaiboek.pdf"} < names
    assert len([name for name in names if name.startswith("deelnemers/")]) == 11


def test_the_demo_lives_through_a_case(demo: Path) -> None:
    found = texts(demo / "leerbijeenkomst")
    assert {"verslag.pdf", "draaiboek.pdf", "rolkaarten.pdf", "casus.pdf"} < set(found)
    assert len([name for name in found if name.startswith("deelnemers/")]) == 7
    for words in ("Kantelpunt", "Melden bij Veilig Thuis is noodzakelijk", "Keer vooraf", "Acuut, ook voor Lotte (7)"):
        assert words in found["verslag.pdf"]
    assert "Robin Vos (Arbodienst)" in found["rolkaarten.pdf"]


def test_no_private_note_is_in_any_document_of_the_demo(demo: Path) -> None:
    notes = json.loads((demo / "session.json").read_text("utf-8"))["notebook"]["notes"]
    private = [note["text"] for note in notes if not note.get("released")]
    released = [note["text"] for note in notes if note.get("released")]
    found = texts(demo)
    assert [(name, note) for name, text in found.items() for note in private if note in text] == []
    assert all(note in found["verslag.pdf"] for note in released)


@pytest.mark.parametrize("lacking", ["het-gesprek-kennismaken", "altijd-bereikbaar"])
def test_a_demo_without_its_script_or_case_says_so(
    lacking: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = read_library(content_folder())
    scripts = tuple(script for script in whole.scripts if script.id != lacking)
    monkeypatch.setattr(playing, "read_library", lambda _folder: replace(whole, scripts=scripts, cases=()))
    assert main(["demo", "--out", str(tmp_path)]) == 1
    assert lacking in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("what", ["create", "write"])
def test_a_demo_without_room_for_its_store_says_so(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(keys if what == "create" else Ledger, what, full)
    assert main(["demo", "--out", str(tmp_path)]) == 1
    assert "schijf is vol" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_playing_the_demo_again_gives_the_same_bytes(demo: Path, tmp_path: Path) -> None:
    assert main(["demo", "--out", str(tmp_path)]) == 0
    files = [path.relative_to(demo) for path in sorted(demo.rglob("*")) if path.is_file()]
    assert [name for name in files if (demo / name).read_bytes() != (tmp_path / name).read_bytes()] == []


def test_the_demo_says_when_its_folder_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bezet").write_text("x")
    assert main(["demo", "--out", str(tmp_path / "bezet")]) == 1
    assert "bezet" in capsys.readouterr().err


def test_the_demo_imports_no_qt(tmp_path: Path) -> None:
    code = (
        "import sys; from facilitator.__main__ import main; "
        f"assert main(['demo', '--out', {str(tmp_path)!r}]) == 0; "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
