"""What is drawn for the room is the view's and nothing else: over random sessions, run by run and pixel by pixel."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.core.apply import fold
from facilitator.core.audience import AudienceView, Scene, audience_view
from facilitator.core.events import LookBackSaid
from facilitator.core.people import Participant
from facilitator.core.script import Form, Guidance
from facilitator.core.session import Session
from facilitator.ui.audience import paint, picture, scenes
from facilitator.ui.audience.blocks import title_row
from facilitator.ui.audience.sheet import Sheet
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.theme import Theme
from tests.builders import Table
from tests.random_sessions import random_table
from tests.ui.audience.frames import MARKED, SIZES, check_pixels, check_words, words

SEEDS = range(800)
PRIVATE = re.compile(r"(geheim|geparkeerd|mens|opmerking|vreemd|vooraf|titel)\d{5}x")
PUBLIC = re.compile(r"tekst\d{5}x")
BLACK = AudienceView(Scene.BLACK, Form.HET_GESPREK, "")
VIEWS = (
    *("page_view", "agreement_view", "look_back_view", "case_view", "point_view", "decision_view", "weighing_view"),
    "scale_view",
)


@cache
def played() -> tuple[Table, ...]:
    """Random sessions, half of them interrupted in the middle."""
    return tuple(random_table(seed, 60 + 60 * (seed % 2)) for seed in SEEDS)


@cache
def seen() -> tuple[tuple[AudienceView, datetime], ...]:
    """Every different view of those sessions, with a moment to look at it."""
    return tuple({audience_view(table.session): table.at for table in played()}.items())


# ---- run by run


def test_the_sessions_show_the_room_enough() -> None:
    scenes = {view.scene for view, _at in seen()}
    assert scenes >= {Scene.BLACK, Scene.NEUTRAL, Scene.PAGE, Scene.AGREEMENT, Scene.LOOK_BACK, Scene.PICTURE}
    assert sum(bool(view.answers) for view, _at in seen()) > 10


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_word_on_a_frame_is_the_views_and_all_of_them_are(size: tuple[int, int], large: bool) -> None:
    for view, at in seen():
        check_words(view, at, size, large=large)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", VIEWS)
def test_every_word_of_a_full_scene_is_painted(
    request: pytest.FixtureRequest, now: datetime, name: str, large: bool
) -> None:
    for size in SIZES:
        check_words(request.getfixturevalue(name), now, size, large=large)


# ---- pixel by pixel


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_when_words_change_pixels_change_there_and_nowhere_else(size: tuple[int, int]) -> None:
    assert sum(check_pixels(view, at, size) for view, at in seen()) > 50


# ---- what is private


SCRIPTED = frozenset(field.name for field in fields(Guidance)) | {"purpose", "audience", "email", "remark"}
"""The fields of a script, and of a person, that hold what is for the facilitator alone."""


def with_other_secrets(table: Table) -> Session:
    """The same session in which everything private says something else, longer or shorter."""
    hidden = _hidden(table.session)

    def turned(value: Any, name: str = "") -> Any:
        if isinstance(value, Enum):
            return value
        if isinstance(value, str):
            said = PRIVATE.sub(lambda found: f"anders {found.group(1)[::-1]} " * (1 + len(value) % 3), value)
            return f"anders {said}" if value and (name in SCRIPTED or value in hidden) else said
        if isinstance(value, tuple):
            return tuple(turned(item, name) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            new = {field.name: turned(getattr(value, field.name), field.name) for field in fields(value)}
            if isinstance(value, Participant):
                new["role"] = f"anders {value.role}"  # of an answer it is public: who spoke as whom
            if isinstance(value, LookBackSaid):
                new["remark"] = value.remark  # the room may read why
            return replace(value, **new)
        return value

    session = fold(turned(event) for event in table.events)
    assert session is not None
    return session


def _hidden(session: Session) -> frozenset[str]:
    """The texts of answers that the room was not shown."""
    books = [s.notebook for s in (session, session.course.held) if s is not None]
    shown = {answer.text for book in books for answer in book.answers if answer.shown}
    every = {answer.text for book in books for answer in book.answers if PUBLIC.fullmatch(answer.text)}
    return frozenset(every - shown)


def check_secrets(window: AudienceWindow, table: Table) -> None:
    """When all that is private changes, not one pixel of the room's window does."""
    frames = []
    for session in (table.session, with_other_secrets(table)):
        window.show_view(audience_view(session))
        window.set_now(table.at)
        window.grab()
        frames.append(window.grab().toImage())
        window.show_view(BLACK)
    assert frames[0] == frames[1], "something private changed what the room sees"


@pytest.fixture
def window(qtbot: QtBot, themed: Theme) -> AudienceWindow:
    window = AudienceWindow(themed)
    qtbot.addWidget(window)
    return window


def test_the_other_secrets_are_really_others() -> None:
    changed = Counter[str]()
    for table in played():
        one, other = table.session, with_other_secrets(table)
        changed["notes"] += one.notebook.notes != other.notebook.notes
        changed["parked"] += one.notebook.parked != other.notebook.parked
        changed["people"] += one.notebook.participants != other.notebook.participants
        changed["hidden"] += bool(_hidden(one)) and one.notebook.answers != other.notebook.answers
        changed["guidance"] += one.step.guidance != other.step.guidance
    assert min(changed[name] for name in ("notes", "parked", "people", "hidden", "guidance")) > 5, changed


def test_not_one_pixel_depends_on_what_is_private(window: AudienceWindow) -> None:
    for table in played()[::4]:
        check_secrets(window, table)


def test_what_a_system_may_tell_of_the_window_is_no_word_of_a_session(window: AudienceWindow) -> None:
    """Its name in a list of windows, what a screen reader says, what comes under a pointer."""
    for view, _at in seen():
        window.show_view(view)
        told = (window.windowTitle(), window.accessibleName(), window.accessibleDescription())
        if view.voted is not None:  # what there was to choose from is said with its counts
            continue
        assert not MARKED.search(" ".join(told))
        assert not words(*told) & words(view.place, view.title)
    assert (window.toolTip(), window.statusTip(), window.whatsThis()) == ("", "", "")
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    assert window.findChildren(QWidget) == []


# ---- that these checks can fail


def leaking(view: AudienceView, session: Session) -> AudienceView:
    """A view into which the newest note has slipped."""
    notes = session.notebook.notes
    return replace(view, title=f"{view.title} {notes[-1].text}") if notes and view.title else view


def test_a_note_that_slips_into_the_view_is_seen(window: AudienceWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    clean = audience_view
    monkeypatch.setitem(globals(), "audience_view", lambda session: leaking(clean(session), session))
    with pytest.raises(AssertionError, match="private"):
        test_not_one_pixel_depends_on_what_is_private(window)


def test_a_word_of_somebody_else_on_the_frame_is_seen(
    monkeypatch: pytest.MonkeyPatch, page_view: AudienceView, now: datetime
) -> None:
    monkeypatch.setattr(paint, "_paint_corner", _corner_that_says("geheim00001x"))
    with pytest.raises(AssertionError, match="geheim00001x"):
        check_words(page_view, now, SIZES[0])


def test_a_word_of_the_view_that_is_said_twice_is_seen(
    monkeypatch: pytest.MonkeyPatch, page_view: AudienceView, now: datetime
) -> None:
    view = replace(page_view, title="tekst00001x", answers=())
    monkeypatch.setattr(paint, "_paint_corner", _corner_that_says("9 min left tekst00001x"))
    with pytest.raises(AssertionError, match="more often"):
        check_words(view, now, SIZES[0])


def test_a_word_that_is_left_out_is_seen(
    monkeypatch: pytest.MonkeyPatch, page_view: AudienceView, now: datetime
) -> None:
    monkeypatch.setitem(scenes._ROWS, Scene.PAGE, lambda view, sheet, level: [title_row(view.title, sheet, level)])
    picture._composed.cache_clear()
    with pytest.raises(AssertionError, match="not painted"):
        check_words(page_view, now, SIZES[0])
    picture._composed.cache_clear()


def test_words_that_are_painted_as_shapes_are_seen(
    monkeypatch: pytest.MonkeyPatch, page_view: AudienceView, now: datetime
) -> None:
    """No run of text tells of them; the pixels do."""
    view = replace(page_view, title="tekst48484x")
    assert check_pixels(view, now, SIZES[0]) == 1

    def leak(painter: QPainter, *_rest: object) -> None:
        path = QPainterPath()
        path.addText(QPointF(40, 1060), QFont(), "".join(reversed(leaked[-1].title)))
        painter.fillPath(path, QColor("black"))

    def compose(shown: AudienceView, *rest: Any, **named: Any) -> picture.Picture:
        leaked.append(shown)
        return picture.compose(shown, *rest, **named)

    leaked: list[AudienceView] = []
    monkeypatch.setattr(paint, "compose", compose)
    monkeypatch.setattr(paint, "_paint_bar", leak)
    with pytest.raises(AssertionError, match="where no word did"):
        check_pixels(view, now, SIZES[0])


def _corner_that_says(leaked: str) -> Callable[[QPainter, Sheet, str], None]:
    really = paint._paint_corner
    return lambda painter, sheet, _words: really(painter, sheet, leaked)
