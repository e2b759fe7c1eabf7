"""What a facilitator does in every meeting, by keyboard: prepare it, close it, make the papers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QTableWidget, QWidget
from shiboken6 import isValid

from facilitator.ui.after.after_page import AfterPage
from facilitator.ui.main_window import MainWindow
from facilitator.ui.prepare.prepare_page import PreparePage
from facilitator.ui.start.start_page import StartPage
from tests.journeys.conftest import Facilitator, Modifier

GUESTS = (
    "Noor Bakker, Politie, wijkagent",
    "Bo Visser, Veilig Thuis, adviseur",
    "Sam Dekker, Basisschool De Linde, intern begeleider",
)

Page = TypeVar("Page", bound=QWidget)


def desk_of(one: Facilitator) -> MainWindow:
    """The main window."""
    assert one.program.desk is not None
    return one.program.desk


def page_of(one: Facilitator, kind: type[Page]) -> Page:
    """The page in sight, once it is of this kind."""
    one.wait(lambda: isinstance(desk_of(one).stack.currentWidget(), kind))
    page = desk_of(one).stack.currentWidget()
    assert isinstance(page, kind)
    return page


def go_on(one: Facilitator) -> None:
    """The next part of preparing, or its end."""
    one.press(Qt.Key.Key_Return, Modifier.ControlModifier)


def begin_preparing(one: Facilitator, *, learning: bool = False) -> PreparePage:
    """From the start page to the page that prepares, with the first script to lead of its form."""
    start = page_of(one, StartPage)
    one.go_to((start.learning if learning else start.talk).button)
    one.press(Qt.Key.Key_Return)
    page = page_of(one, PreparePage)
    choose_script(one, page, "leerbijeenkomst-casus-en-afspraken" if learning else "het-gesprek-kennismaken")
    return page


def choose_script(one: Facilitator, page: PreparePage, script_id: str) -> None:
    """Choose a script by the arrows."""
    one.go_to(page.script_part.scripts)
    one.press(Qt.Key.Key_Home)
    while page.draft.script is None or page.draft.script.id != script_id:
        one.press(Qt.Key.Key_Down)


def choose_case(one: Facilitator, page: PreparePage, case_id: str) -> None:
    """Choose a case by the arrows."""
    one.go_to(page.script_part.cases)
    one.press(Qt.Key.Key_Home)
    while page.draft.case is None or page.draft.case.id != case_id:
        one.press(Qt.Key.Key_Down)


def choose_place(one: Facilitator, page: PreparePage, place: str = "Wijk Noord") -> None:
    """From the script on to day, place and time, fill in where it is, and on to the people."""
    go_on(one)
    one.go_to(page.meeting_part.place)
    one.type(place)
    one.go_to(page.meeting_part.municipality)
    one.type("Voorbeeldstad")
    go_on(one)


def invite(one: Facilitator, page: PreparePage, guests: Sequence[str] = GUESTS) -> None:
    """Type who comes, a line each."""
    one.go_to(page.people_part.line)
    for guest in guests:
        one.enter(guest)


def prepare(one: Facilitator, guests: Sequence[str] = GUESTS) -> None:
    """Het Gesprek from the start page to the console."""
    page = begin_preparing(one)
    choose_place(one, page)
    invite(one, page, guests)
    go_on(one)
    one.wait(lambda: one.program.leading is not None)


def begin(one: Facilitator) -> None:
    """Say that the room does not see this screen, and begin."""
    one.press(Qt.Key.Key_F12)
    one.press(Qt.Key.Key_PageDown)


def close_by_reading_back(one: Facilitator) -> AfterPage:
    """Read the agreements back, confirm each, close; where one lacks its owner or day that is asked once."""
    one.press(Qt.Key.Key_R, Modifier.ControlModifier)
    for _ in [agreement for agreement in one.session.notebook.agreements if not agreement.confirmed]:
        one.press(Qt.Key.Key_Return)
    assert all(agreement.confirmed for agreement in one.session.notebook.agreements)
    one.go_to(one.console.panels.read_back.close_session)
    for _ in range(1 + any(agreement.missing for agreement in one.session.notebook.agreements)):
        one.press(Qt.Key.Key_Return)
    one.wait(lambda: one.program.leading is None)
    return page_of(one, AfterPage)


def make_documents(one: Facilitator, page: AfterPage) -> dict[str, str]:
    """Make all documents; gives their texts by file name."""
    one.go_to(page.documents.make)
    one.press(Qt.Key.Key_Space)
    one.wait(page.documents.outcome.isVisible)
    return texts(one.documents)


def texts(folder: Path) -> dict[str, str]:
    """The text of every PDF below a folder, white space folded."""
    found = {}
    for path in sorted(folder.rglob("*.pdf")):
        with pypdfium2.PdfDocument(path) as document:
            pages = [page.get_textpage().get_text_bounded() for page in document]
            found[path.relative_to(folder).as_posix()] = " ".join(" ".join(pages).split())
    return found


Asked = TypeVar("Asked", bound=QDialog)


def dialog_of(one: Facilitator, kind: type[Asked]) -> Asked:
    """The dialog of this kind that is open, once it has the keyboard."""

    def found() -> Asked | None:
        dialog = QApplication.activeModalWidget()
        focus = QApplication.focusWidget()
        return dialog if isinstance(dialog, kind) and focus and dialog.isAncestorOf(focus) else None

    one.wait(found)
    dialog = found()
    assert dialog is not None
    return dialog


def choose_file(one: Facilitator, path: Path) -> None:
    """Type a path in the dialog that asks for a file or a folder."""
    dialog = dialog_of(one, QFileDialog)
    one.press(Qt.Key.Key_A, Modifier.ControlModifier)
    one.enter(str(path))
    one.wait(lambda: not isValid(dialog))  # with the list that it offers to complete the path


def cells(table: QTableWidget) -> list[list[str]]:
    """What stands in a table, row by row."""
    return [
        [item.text() if (item := table.item(row, column)) else "" for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]
