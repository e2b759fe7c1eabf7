"""The pictures beside the persons and relations that are being written."""

from __future__ import annotations

from concurrent.futures import Future

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.content.cases import case
from facilitator.core.casus import RelationKind, Sex
from facilitator.pictures import PictureKind
from facilitator.ui.casuistry.editor.known import known_in
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.editor.tree import Plain, items_at, put
from facilitator.ui.pictures.paint import place_in
from facilitator.ui.pictures.view import PictureView

PERSONS: Plain = (
    {"id": "sem", "name": "Sem", "kind": "gezin", "sex": "man", "age": "8"},
    {"id": "moeder", "name": "moeder", "kind": "gezin", "age": "veel"},
    {"id": "leeg", "name": " ", "kind": "gezin"},
)
RELATIONS: Plain = (
    {"one": "moeder", "other": "sem", "kind": "ouder-van"},
    {"one": "moeder", "other": "moeder", "kind": "steun"},
    {"one": "moeder", "other": "leeg", "kind": "steun"},
    {"one": "moeder", "other": "sem", "kind": "iets"},
)
CASE: Plain = {"title": "Stil", "persons": PERSONS, "relations": RELATIONS, "timeline": ({"when": "nu", "what": ""},)}


@pytest.fixture
def page(qtbot: QtBot) -> EditorPage:
    made = EditorPage(case(), CASE, lambda _tree: {}, lambda _tree: Future())
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.outline.go(("relations",))
    return made


def said(page: EditorPage) -> str:
    drawing = page.pictures.view.drawing
    return "" if drawing is None else " ".join(drawing.alternative)


def test_what_can_be_drawn_already_is_drawn() -> None:
    known = known_in(CASE)
    assert [(person.name, person.sex, person.age) for person in known.persons] == [
        ("Sem", Sex.MALE, 8),
        ("moeder", Sex.UNKNOWN, None),
    ]
    assert [relation.kind for relation in known.relations] == [RelationKind.PARENT]
    assert known.occurrences == ()


def test_the_drawing_grows_while_it_is_typed(page: EditorPage) -> None:
    assert page.pictures.isVisible()
    assert "Sem" in said(page)
    page.draft.put(("persons", 2, "name"), "oma")
    assert "oma" in said(page)


def test_a_relation_is_drawn_by_naming_two_persons(page: EditorPage, qtbot: QtBot) -> None:
    pictures = page.pictures
    for field, value in ((pictures.one, "moeder"), (pictures.relation, "geweld"), (pictures.other, "sem")):
        field.show_value(value)
    with qtbot.waitSignal(page.draft.rebuilt):
        pictures.draw.click()
    assert items_at(page.draft.tree, ("relations",))[-1] == {"one": "moeder", "other": "sem", "kind": "geweld"}
    assert "Violence by moeder against Sem." in said(page)
    page.undo.click()
    assert "Violence" not in said(page)


def hover(view: PictureView, at: QPoint) -> None:
    """Move the pointer there, whatever other windows lie over it."""
    none, local = Qt.MouseButton.NoButton, QPointF(at)
    there = QPointF(view.mapToGlobal(at))
    move = QMouseEvent(QEvent.Type.MouseMove, local, there, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, move)


def point_at(page: EditorPage, qtbot: QtBot, person_id: str) -> None:
    view = page.pictures.view
    assert view.drawing is not None
    (spot,) = (spot for spot in view.drawing.spots if spot.person_id == person_id)
    middle = QPointF((spot.place.left + spot.place.right) / 2, (spot.place.top + spot.place.bottom) / 2)
    at = place_in(QRectF(view.rect()), view.drawing).map(middle).toPoint()
    hover(view, at)
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)


def test_a_relation_is_drawn_by_clicking_two_persons(page: EditorPage, qtbot: QtBot) -> None:
    pictures = page.pictures
    for kind in (PictureKind.GENOGRAM, PictureKind.NETWORK):
        pictures.show_kind(kind)
        for person_id in ("sem", "moeder", "moeder", "sem"):  # a third click begins anew
            point_at(page, qtbot, person_id)
        assert (pictures.one.currentData(), pictures.other.currentData()) == ("moeder", "sem")
        assert page.focusWidget() is pictures.relation
        pictures.relation.show_value("steun")
        pictures.draw.click()
        assert items_at(page.draft.tree, ("relations",))[-1] == {"one": "moeder", "other": "sem", "kind": "steun"}
        assert (pictures.one.currentData(), pictures.other.currentData()) == ("", "")


def test_who_is_pointed_at_stands_in_a_frame_and_nobody_else(page: EditorPage, qtbot: QtBot) -> None:
    view = page.pictures.view
    before = view.grab().toImage()
    point_at(page, qtbot, "sem")
    framed = view.grab().toImage()
    assert framed != before
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))  # where nobody stands
    assert view.grab().toImage() == framed
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    hover(view, QPoint(2, 2))
    assert view.cursor().shape() is Qt.CursorShape.ArrowCursor
    page.pictures.one.show_value("")
    page.pictures.one.edited.emit("")
    assert view.grab().toImage() == before


def test_nobody_stands_in_a_relation_to_nobody(page: EditorPage) -> None:
    page.pictures.one.show_value("moeder")
    page.pictures.other.show_value("moeder")
    page.pictures.relation.show_value("steun")
    page.pictures.draw.click()
    assert page.draft.tree == CASE


def test_other_pictures_show_the_same_and_say_when_there_is_nothing_yet(page: EditorPage) -> None:
    page.pictures.kinds[PictureKind.TIMELINE].click()
    assert page.pictures.empty.isVisible()
    page.draft.change(lambda tree: put(tree, ("timeline",), ({"when": "nu", "what": "Sem is stil."},)))
    assert "Sem is stil." in said(page)


def test_a_moment_shows_the_room_and_no_drawing(page: EditorPage) -> None:
    page.draft.insert(("moments",), 0, {"id": "m", "title": "Begin"})
    page.outline.go(("moments", 0))
    assert page.room.isVisible()
    assert not page.pictures.isVisible()


@pytest.mark.parametrize(("part", "kind"), [("timeline", PictureKind.TIMELINE), ("persons", PictureKind.GENOGRAM)])
def test_a_part_begins_with_the_picture_of_what_is_written_there(
    page: EditorPage, part: str, kind: PictureKind
) -> None:
    page.pictures.show_kind(PictureKind.TIMELINE)
    page.outline.go((part,))
    assert page.pictures.kind is kind
