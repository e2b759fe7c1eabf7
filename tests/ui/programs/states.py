"""Every state that a session can be in, and how it gets there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.card import Card, FactCheck, Verdict
from facilitator.core.events import Answer, CaseScene, Screen, Spotted, TurningPoint
from facilitator.core.script import StepKind
from facilitator.core.session import Session
from facilitator.core.shown_card import public_part
from facilitator.ui.console.keys import Command
from facilitator.ui.leading import Leading
from tests.builders import CASE, CASE_SCRIPT, DETAILS, SCRIPT, Table, step

Bring = Callable[[Leading], object]

CARDS = tuple(
    Card(name, "Een kaart", (), "Kort.", "Lang.", (), DETAILS.day, fact_check=check)
    for name, check in (("f", FactCheck("Het is zo.", Verdict.TRUE, "Zo.")), ("k", None))
)
FACT, CARD = map(public_part, CARDS)
KINDS = replace(SCRIPT, steps=tuple(step(kind.value, kind) for kind in StepKind if kind is not StepKind.CASE))


@dataclass(frozen=True, slots=True)
class State:
    """A session, and what is done once it is led and the room's window is shown.

    `awaited` says that the window comes back by itself with its display, `confirmed` what the room then sees once the
    facilitator goes on, where that is not what it saw before. `open` names what then lies over the console.
    """

    session: Callable[[], Session]
    bring: Bring = lambda _leading: None
    awaited: bool = True
    confirmed: str = ""
    open: str = ""


def _running() -> Session:
    table = Table().started().at_step("nodig")
    table.do(ev.AnswerGiven, answer=Answer("a", "nodig", "Bel de buren", "p-pol"))
    table.do(ev.AnswersShown, answer_ids=("a",))
    table.do(ev.AgreementMade, agreement=Agreement("g", "Bellen", "p-vt"))
    return table.session


def _case() -> Session:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus", 1)
    table.do(ev.TurningPointMarked, point=TurningPoint("k", "m2", "Niemand belde terug"))
    return table.session


def _held() -> Session:
    table = Table().started().at_step("nodig")
    answer = Answer("a", "nodig", "Noor Bakker belt", "p-pol")
    table.do(ev.AnswerGiven, answer=answer, findings=(Spotted("naam", "Noor Bakker"),))
    return table.session


def _slide() -> Session:
    table = Table().started().at_step("nodig")
    table.do(ev.SlideWritten, slide=ev.Slide("d", "Waar waren we", "Bij de tweede vraag", ready=True))
    return table.session


def _ended(*, again: bool) -> Session:
    table = Table().started()
    table.do(ev.SessionClosed)
    if again:
        table.do(ev.SessionReopened, reason="fout")
    return table.session


def _rehearsal() -> Session:
    return Table(rehearsal=True).started().at_step("nodig").session


def _at(kind: StepKind) -> Callable[[], Session]:
    return lambda: Table(KINDS).started().at_step(kind.value).session


def _screen(*screens: Screen) -> Bring:
    return lambda leading: [leading.running.toggle_screen(screen) for screen in screens]


def _run(command: Command) -> Bring:
    return lambda leading: leading.console.commands.run(command)


def _scene(scene: CaseScene, item: str = "") -> Bring:
    return lambda leading: leading.running.do(ev.CaseShown, scene=scene, item=item)


def _dialog(leading: Leading) -> None:
    leading.choose_room_screen()


def _check(leading: Leading) -> None:
    leading.choose_room_screen()
    assert leading.dialog is not None
    QTest.mouseClick(leading.dialog.check_button, Qt.MouseButton.LeftButton)


def _menu(leading: Leading) -> None:
    leading.console.menus.answer("a", leading.console.mapToGlobal(QPoint(400, 300)))


def _cards(leading: Leading) -> None:
    leading.console.commands.knowledge.offer_cards(lambda: CARDS)
    leading.console.commands.run(Command.CARDS)
    leading.console.panels.cards.show_chosen()


STATES: dict[str, State] = {
    "planned": State(lambda: Table().session),
    **{f"step {kind.value}": State(_at(kind)) for kind in StepKind if kind is not StepKind.CASE},
    "step case": State(_case),
    "black": State(_running, _screen(Screen.BLACK)),
    "frozen": State(_running, _screen(Screen.FROZEN)),
    "frozen and black": State(_running, _screen(Screen.FROZEN, Screen.BLACK)),
    "neutral": State(_running, _screen(Screen.NEUTRAL), confirmed="page"),
    "paused": State(_running, _run(Command.PAUSE)),
    "an answer being written": State(_running, lambda leading: leading.console.step.entry.field.setText("half")),
    "genogram": State(_case, _scene(CaseScene.GENOGRAM)),
    "turning point": State(_case, _scene(CaseScene.TURNING_POINT, "k")),
    "deciding": State(_case, _run(Command.DECIDE), open="Decide"),
    "weighing": State(_case, _run(Command.WEIGH), open="Weigh"),
    "reading back": State(_running, _run(Command.READ_BACK), open="ReadBack"),
    "people": State(_running, _run(Command.PEOPLE), open="People"),
    "checking": State(_held, _run(Command.CHECK), open="Check"),
    "dividing": State(_running, _run(Command.DIVIDE), open="DivideDialog"),
    "slide": State(_slide, lambda leading: leading.running.do(ev.SlideShown, slide_id="d")),
    "slides": State(_slide, _run(Command.SLIDE), open="SlidePanel"),
    "card": State(_running, lambda leading: leading.running.do(ev.CardShown, card=CARD)),
    "claim": State(_running, lambda leading: leading.running.do(ev.CardShown, card=FACT)),
    "cards": State(_running, _cards, open="CardPanel"),
    "key sheet": State(_running, _run(Command.KEYS), open="KeySheet"),
    "agreement form": State(
        _running, lambda leading: leading.console.commands.open_agreement("g"), open="AgreementForm"
    ),
    "menu": State(_running, _menu, open="RowMenu"),
    "dialog": State(_running, _dialog, open="RoomScreenDialog"),
    "projector check": State(_running, _check, awaited=False, open="ProjectorCheck"),
    "rehearsal": State(_rehearsal),
    "closed": State(lambda: _ended(again=False)),
    "reopened": State(lambda: _ended(again=True)),
}
