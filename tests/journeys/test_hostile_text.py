"""Markup, quotes, emoji, long words, Arabic and NUL in every field: all of it is text, everywhere."""

from __future__ import annotations

import unicodedata
from html import escape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from facilitator.ui import theme
from facilitator.ui.audience.picture import compose
from tests.journeys.conftest import Facilitator, Modifier, Start
from tests.journeys.ways import (
    begin,
    begin_preparing,
    choose_place,
    close_by_reading_back,
    desk_of,
    go_on,
    make_documents,
)
from tests.report.reading import spoken

IMAGE = "<img src=/etc/passwd>"
HOSTILE = (
    "<i>schuin</i>",
    "<kind>",
    IMAGE,
    "R&D &amp; zo",
    "‘Krul’ en 'enkel'",
    "... 😀 lacht :-)",
    "W" * 300,
    "مرحبا بالعالم",
    "Voor\0na",
)
KEPT = tuple(text.replace("\0", "\ufffd") for text in HOSTILE)


def paste(one: Facilitator, text: str) -> None:
    """Paste a text; a keyboard has no NUL."""
    QGuiApplication.clipboard().setText(text)
    one.press(Qt.Key.Key_V, Modifier.ControlModifier)


def write(one: Facilitator, key: Qt.Key, before: str = "") -> None:
    """Put every hostile text in the line that a key leads to."""
    for text in HOSTILE:
        one.press(key, Modifier.ControlModifier if key is Qt.Key.Key_T else Modifier.NoModifier)
        one.type(before)
        paste(one, text)
        one.press(Qt.Key.Key_Return)


def seat_people(one: Facilitator) -> None:
    """Let organisations with hostile names join, each with a person with a hostile name and role."""
    one.press(Qt.Key.Key_F10)
    people = one.console.panels.people
    for text in HOSTILE:
        for field in (people.organisation, people.name, people.role):
            one.go_to(field)
            paste(one, text)
        one.press(Qt.Key.Key_Return)
    one.press(Qt.Key.Key_Escape)


@pytest.fixture
def hostile(facilitator: Start) -> Facilitator:
    """A meeting in which every text is hostile."""
    one = facilitator()
    page = begin_preparing(one)
    choose_place(one, page, IMAGE)
    go_on(one)
    one.wait(lambda: one.program.leading is not None)
    begin(one)
    one.press(Qt.Key.Key_PageDown)
    seat_people(one)
    write(one, Qt.Key.Key_T, '@"<kind>" ')
    write(one, Qt.Key.Key_F2)
    write(one, Qt.Key.Key_F3)
    write(one, Qt.Key.Key_F4, '@"<i>schuin</i>" ')
    one.press(Qt.Key.Key_F8, Modifier.ShiftModifier)
    return one


def test_everything_typed_is_kept_as_it_was(hostile: Facilitator) -> None:
    book = hostile.session.notebook
    assert tuple(partner.name for partner in book.partners) == KEPT
    assert tuple(person.name for person in book.participants) == KEPT
    assert tuple(person.role for person in book.participants) == KEPT
    assert tuple(answer.text for answer in book.answers) == KEPT
    assert tuple(note.text for note in book.notes) == KEPT
    assert tuple(item.text for item in book.parked) == KEPT
    assert tuple(agreement.what for agreement in book.agreements) == KEPT


def test_everything_stands_on_the_console_and_on_the_wall(hostile: Facilitator) -> None:
    step, side = hostile.console.step, hostile.console.side
    lists = (step.answers.list, step.notes.list, side.parking.list, side.agreements.list)
    for rows in lists:
        told = " ".join(f"{row.text} {row.strong} {row.below}" for row in rows.rows)
        assert [text for text in KEPT if text not in told] == []
    window = hostile.program.stage.audience
    picture = compose(window.view, window.width(), window.height(), theme.room())
    shown = " ".join(line.text for page in range(len(picture.pages)) for line, _place in picture.lines(page))
    assert [text for text in KEPT if squeezed(text) not in squeezed(shown)] == []
    assert not window.grab().isNull()


def test_nothing_is_read_as_markup(hostile: Facilitator) -> None:
    hostile.press(Qt.Key.Key_F10)
    tips = [widget.toolTip() for widget in desk_of(hostile).findChildren(QWidget)]
    assert [tip for tip in tips if IMAGE in tip] == []  # Qt would take it for HTML
    assert any(escape(IMAGE) in tip for tip in tips)


def test_everything_stands_on_paper(hostile: Facilitator) -> None:
    make_documents(hostile, close_by_reading_back(hostile))
    found = sorted(hostile.documents.rglob("*.pdf"))
    papers = {path: squeezed(spoken(path.read_bytes())) for path in found}
    (report,) = [text for path, text in papers.items() if path.name.startswith("Verslag")]
    assert [text for text in KEPT if report.count(squeezed(text)) < 5] == []
    for folder, least in (("deelnemers", 2), ("organisaties", 1)):
        theirs = [text for path, text in papers.items() if path.parent.name == folder]
        assert len(theirs) == len(KEPT)
        assert all(any(paper.count(squeezed(text)) >= least for paper in theirs) for text in KEPT)


def squeezed(text: str) -> str:
    """Without white space and without the places where a long word may break."""
    return "".join(unicodedata.normalize("NFKC", text).split()).replace("\u200b", "").replace("\u00ad", "")
