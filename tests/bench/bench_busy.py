"""A step on a busy console, both windows painted: 50 answers on the page; a genogram of 30 before the room."""

from __future__ import annotations

import statistics
import time
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.content.library import read_library
from facilitator.content.locate import content_folder
from facilitator.core.apply import fold
from facilitator.core.audience import AudienceView
from facilitator.core.casus import Case
from facilitator.core.events import Answer, AnswerGiven, AnswersShown, CaseScene, CaseSwitched, StepEntered
from facilitator.core.script import Answering, StepKind
from facilitator.core.session import Session
from facilitator.ui import theme
from facilitator.ui.audience.paint import paint_view
from tests.bench.bare import Bare, words_of, words_on
from tests.bench.families import family
from tests.bench.meetings import PARTNERS, meeting
from tests.bench.stage import LAPTOP, ROOM, Painted, dressed, lead
from tests.bench.telling import told
from tests.ui.audience.recorder import Run

NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
ROUNDS = 100
FIRST = 5
ANSWERS = 50
KIN = 30
NEW_AT_SECOND = 3  # so many of the family the group hears of at the second moment
Press = tuple[Qt.Key, Qt.KeyboardModifier]
NEXT: Press = (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
BACK: Press = (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier)
BLACK: Press = (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
GENOGRAM: Press = (Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)


def run() -> dict[str, float]:
    """Give milliseconds from a key to both windows painted, each in turn with bare windows that paint the same words.

    The room's part alone is from the key to its picture, which was made ready in the pause before it.
    """
    app = dressed()
    return _with_answers(app) | _with_genogram(app)


def _with_answers(app: QApplication) -> dict[str, float]:
    """To the step with the answers, and to the one after it."""
    session = fold(meeting(NOW))
    assert session is not None
    step = next(step for step in session.script.steps if step.answering is Answering.PER_PARTNER)
    led = _Led(app, session)
    led.do(StepEntered, step_id=step.id)
    for number in range(ANSWERS):
        text = f"Antwoord {number}: eerder weten of een signaal is opgepakt, en door wie"
        led.do(AnswerGiven, answer=Answer(f"a{number}", step.id, text, PARTNERS[number % len(PARTNERS)].id))
    led.do(AnswersShown, answer_ids=tuple(f"a{number}" for number in range(ANSWERS)))
    found = led.measured(f"{ANSWERS} answers: step key", (NEXT, BACK))
    led.end()
    return found


def _with_genogram(app: QApplication) -> dict[str, float]:
    """Before the room and away again; and on and back through the case, with the picture asked for at every moment."""
    case = _case()
    session = fold(meeting(NOW, "leerbijeenkomst-casus-en-afspraken", case))
    assert session is not None
    step = next(step for step in session.script.steps if step.kind is StepKind.CASE)
    led = _Led(app, session)
    led.do(StepEntered, step_id=step.id)
    found = led.seen_first(f"genogram of {KIN}, never seen before", case)
    found |= led.measured(f"genogram of {KIN}: Alt+1 and back", (GENOGRAM, GENOGRAM))
    found |= led.measured(f"genogram of {KIN}: on, Alt+1, back, Alt+1", (NEXT, GENOGRAM, BACK, GENOGRAM))
    assert led.leading.running.session.course.case_scene is CaseScene.GENOGRAM
    led.end()
    return found


def _case() -> Case:
    """A shipped case with another family in it, a few of whom the group hears of only at its second moment."""
    case = next(case for case in read_library(content_folder()).cases if len(case.moments) > 1)
    known, second = family(KIN, 0), case.moments[1].id
    persons = (
        *known.persons[:-NEW_AT_SECOND],
        *(replace(person, since=second) for person in known.persons[-NEW_AT_SECOND:]),
    )
    return replace(case, persons=persons, relations=known.relations)


class _Led:
    """A session on both windows. `do` lets something happen in it."""

    def __init__(self, app: QApplication, session: Session) -> None:
        self.leading, self.audience = lead(app, session, lambda: NOW)
        self.do = self.leading.running.do
        self._room = 0.0
        self._show_view = self.audience.show_view
        self.audience.show_view = self._timed  # type: ignore[method-assign]  # to know the room's part alone

    def _timed(self, view: AudienceView) -> None:
        begun = time.perf_counter()
        self._show_view(view)
        self._room = time.perf_counter() - begun

    def measured(self, name: str, presses: tuple[Press, ...]) -> dict[str, float]:
        """Press keys in turn, again and again; every key also goes to bare windows that paint the same words."""
        painted = Painted(self.leading.console, self.audience)
        pages = [self._page(painted, press) for press in presses]
        bare = Bare(*LAPTOP, *(page[0] for page in pages))
        bare.follows = (Bare(*ROOM, *(page[1] for page in pages)),)
        for window in (bare, *bare.follows):
            window.show()
        both_bare = Painted(bare, *bare.follows)
        both, room, floor = [], [], []
        for number in range(ROUNDS):
            self._take_keyboard(self.leading.console)
            both.append(painted.after(*presses[number % len(presses)]))
            room.append((self._room + painted.took[self.audience]) * 1000)
            self._take_keyboard(bare)
            floor.append(both_bare.after(Qt.Key.Key_PageDown, pause=0))
        for window in (bare, *bare.follows):
            window.close()
        found = told(name, both, worst=True)
        found |= told(f"{name}: bare windows that paint the same words", floor)
        found[f"{name}: p50 / bare"] = statistics.median(both) / statistics.median(floor)
        return found | told(f"{name}: of which the room's window, made ready", room)

    def seen_first(self, name: str, case: Case) -> dict[str, float]:
        """Take up one case after the other, each with a family that was never drawn, and show it."""
        painted = Painted(self.leading.console, self.audience)
        times, ready, meanwhile = [], [], []
        for number in range(FIRST):
            persons = tuple(replace(person, name=f"{person.name}{number}") for person in case.persons)
            moments = tuple(replace(moment, id=f"{moment.id}-{number}") for moment in case.moments)
            persons = tuple(replace(person, since=person.since and moments[1].id) for person in persons)
            other = replace(case, id=f"{case.id}-{number}", persons=persons, moments=moments)
            begun = time.perf_counter()
            assert self.do(CaseSwitched, case=other)
            QTest.qWait(100)  # it is being laid out by now
            meanwhile += [painted.after(*BLACK, pause=40) for _ in range(6)]
            while self.audience._wanted:  # the moment is read aloud meanwhile
                QTest.qWait(10)
            ready.append((time.perf_counter() - begun) * 1000)
            times.append(painted.after(*GENOGRAM))
            painted.after(*GENOGRAM)
        found = told(f"{name}: Alt+1", times) | told(f"{name}: F5 while it is laid out", meanwhile, worst=True)
        return found | {f"{name}: all pictures of the case ready after, p50 ms": statistics.median(ready)}

    def _page(self, painted: Painted, press: Press) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """The words on both windows after a key; it is not counted."""
        painted.after(*press, pause=1_000)
        room = QRectF(0, 0, *ROOM)
        view, page = self.audience.view, self.audience.page
        words = words_of(*ROOM, lambda painter: paint_view(painter, room, view, NOW, theme.current(), page))
        return words_on(self.leading.console), words

    @staticmethod
    def _take_keyboard(window: QWidget) -> None:
        window.activateWindow()
        window.setFocus()
        QApplication.processEvents()

    def end(self) -> None:
        """Let the windows go."""
        self.leading.end()
        QApplication.processEvents()
