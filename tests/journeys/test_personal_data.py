"""Personal data typed before the room: it is told, never seen there, and on paper only where somebody decided so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from facilitator.__main__ import main
from facilitator.core.apply import apply
from facilitator.core.events import Details, SessionPlanned
from facilitator.core.people import Participant, Partner
from facilitator.core.script import Reveal
from facilitator.ui import theme
from facilitator.ui.after.after_page import AfterPage
from facilitator.ui.after.held_dialog import HeldDialog
from facilitator.ui.audience.picture import compose
from tests.journeys.conftest import START, Facilitator, Modifier, Start
from tests.journeys.ways import begin, desk_of, dialog_of, page_of, texts
from tests.report.reading import seen, spoken
from tests.shipped import shipped_library
from tests.ui.audience.drawn import around, drawn, squeezed

BSN, NAME, INVENTED, SHOWN, WAITS = "111222333", "Fatima", "Sem Jansen", "Karin", "Mehmet"
PRIVATE = (BSN, NAME, INVENTED, SHOWN, WAITS)
CTRL = Modifier.ControlModifier


def planned() -> SessionPlanned:
    """Het Gesprek in which answers are shown at once."""
    script = shipped_library().script("het-gesprek-kennismaken")
    assert script is not None
    steps = tuple(replace(step, reveal=Reveal.AT_ONCE) for step in script.steps)
    local = START.astimezone()
    return SessionPlanned(
        id="plan",
        at=START,
        session_id="s-gate",
        script=replace(script, steps=steps),
        details=Details("Wijk Noord", local.date(), local.time().replace(tzinfo=None), script.minutes),
        minutes=tuple(step.minutes for step in steps),
        partners=(Partner("p", "Politie"),),
        participants=(Participant("d", "Noor Bakker", "p", "wijkagent"),),
    )


@pytest.fixture
def led(facilitator: Start) -> Facilitator:
    """A meeting at a step that takes answers, before the room."""
    one = facilitator()
    plan = planned()
    session = apply(None, plan)
    assert session is not None
    assert one.program.store is not None
    one.program.store.append(plan, session)
    desk_of(one).lead_requested.emit("s-gate")
    one.wait(lambda: one.program.leading is not None)
    begin(one)
    one.press(Qt.Key.Key_F11)
    one.press(Qt.Key.Key_Return)
    one.press(Qt.Key.Key_PageDown)
    return one


def room(one: Facilitator) -> str:
    """Every word that the room's window draws, on all its pages."""
    window = one.program.stage.audience
    picture = compose(window.view, window.width(), window.height(), theme.current())
    return drawn(picture) + around(picture)


def say(one: Facilitator, line: str) -> None:
    """Type an answer, and look at the room at once."""
    one.enter(line)
    assert [word for word in PRIVATE if squeezed(word) in room(one)] == []


def decide(one: Facilitator) -> None:
    """Five texts: replace one, call one invented, show one all the same, leave one for later."""
    for line in (
        f"Haar BSN is {BSN}, dat hoort bij {NAME}",
        f"{INVENTED} ging naar school",
        f"Mevrouw {SHOWN} de Boer belde",
        f"Meneer {WAITS} Yilmaz kwam langs",
    ):
        say(one, line)
        assert "Nakijken: Ctrl+N" in one.console.step.entry.strip.text()
    say(one, "Eerder bellen met elkaar")
    assert "Eerderbellen" in room(one)
    one.press(Qt.Key.Key_N, CTRL)
    panel = one.console.panels.check
    while NAME not in panel.text.toPlainText():
        one.press(Qt.Key.Key_Right)
    for _ in range(2):
        one.press(Qt.Key.Key_V)
        one.press(Qt.Key.Key_Return)
    for name, key in ((INVENTED, Qt.Key.Key_I), (SHOWN, Qt.Key.Key_T)):
        while name not in panel.text.toPlainText():
            one.press(Qt.Key.Key_Right)
        one.press(key)
    assert WAITS in panel.text.toPlainText()
    one.press(Qt.Key.Key_Escape)


def test_the_room_sees_only_what_was_decided(led: Facilitator) -> None:
    decide(led)
    seen_there = room(led)
    assert "[burgerservicenummer]" in seen_there
    assert "[naam]" in seen_there
    assert squeezed(INVENTED) in seen_there
    assert SHOWN in seen_there
    assert [word for word in (BSN, NAME, WAITS) if word in seen_there] == []


def test_a_rehearsal_looks_as_sharply(facilitator: Start) -> None:
    one = facilitator()
    desk_of(one).rehearsal_requested.emit(apply(None, replace(planned(), rehearsal=True)))
    one.wait(lambda: one.program.leading is not None)
    begin(one)
    one.press(Qt.Key.Key_PageDown)
    say(one, f"Haar BSN is {BSN}")
    assert [answer.shown for answer in one.session.notebook.answers] == [False]


def close_with_something_left(one: Facilitator) -> AfterPage:
    """Close although a text was not checked: asked once, then done."""
    one.press(Qt.Key.Key_R, CTRL)
    panel = one.console.panels.read_back
    one.go_to(panel.close_session)
    one.press(Qt.Key.Key_Return)
    assert "nog niet nagekeken" in panel.question.text()
    one.press(Qt.Key.Key_Return)
    return page_of(one, AfterPage)


def test_paper_holds_only_what_was_decided_and_says_so(
    led: Facilitator, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(led)
    page = close_with_something_left(led)
    led.go_to(page.documents.make)
    led.press(Qt.Key.Key_Space)
    led.go_to(dialog_of(led, HeldDialog).without)
    led.press(Qt.Key.Key_Return)
    led.wait(page.documents.outcome.isVisible)
    files = sorted(led.documents.rglob("*.pdf"))
    assert len(files) == 4
    for file in files:
        read = seen(file.read_bytes()) + spoken(file.read_bytes())
        assert [word for word in (BSN, NAME, WAITS) if word in read] == []
    report = texts(led.documents)[next(name for name in texts(led.documents) if "Verslag" in name)]
    assert "[burgerservicenummer]" in report
    assert "1 tekst staat niet in dit verslag" in report
    assert "een naam, in een antwoord bij" in report
    home = led.home
    led.close()
    for more, code, made in (((), 1, 0), (("--without-held",), 0, 4)):
        out = tmp_path / "uit"
        assert main(["--home", str(home), "export", "s-gate", "--out", str(out), *more]) == code
        assert len(list(out.rglob("*.pdf"))) == made
        assert "--without-held" in capsys.readouterr().err or code == 0
