"""What the console says of the programme: nothing that is held where the room may see it, and nothing untrue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QRadioButton

from facilitator.core import events as ev
from facilitator.core.audience import audience_view
from facilitator.core.events import Decision, Screen, Spotted
from facilitator.core.script import StepKind
from facilitator.core.session import Session
from facilitator.ui.console.add_dialog import What
from facilitator.ui.console.keys import Command
from facilitator.ui.console.programme_commands import ProgrammeCommands
from tests.builders import CASE, CASE_SCRIPT, OTHER_CASE, Table
from tests.ui.conftest import Clock
from tests.ui.console.conftest import Led, in_sight


def spot(text: str, _session: Session) -> tuple[Spotted, ...]:
    """One name."""
    return (Spotted("name", "Fatima"),) if "Fatima" in text else ()


@pytest.fixture
def led(lead: Callable[..., Led]) -> Led:
    """A console at a step with questions, that sees a name."""
    return lead(Table().started().at_step("nodig"), spot=spot)


def programme(led: Led) -> ProgrammeCommands:
    return led.console.commands.programme


def add(led: Led, what: What, words: str) -> None:
    """Add something in the dialog."""
    led.press("Ctrl+Shift+A")
    dialog = programme(led).adding
    assert dialog is not None
    dialog.what.buttons[what].click()
    dialog.line.setText(words)
    dialog.accept_button.click()
    led.console.activateWindow()


def open_words(led: Led) -> str:
    """All that can be read on the console, on its button for going on too."""
    button = led.console.step.bottom.next
    return "\n".join((in_sight(led.console), button.text(), button.toolTip(), button.accessibleName()))


# ---- what is held


def test_the_title_of_a_step_that_is_held_is_folded_wherever_it_stands(led: Led) -> None:
    add(led, What.STEP, "Belt Fatima")
    assert "Fatima" in led.console.step.bottom.next.toolTip()
    led.screens.allow(False)
    assert "Fatima" not in open_words(led)
    led.press("PageDown")
    assert "Fatima" not in open_words(led)
    assert led.console.step.head.title.text() == "folded: to be checked"
    led.screens.allow(True)
    assert led.console.step.head.title.text() == "Belt Fatima"


@pytest.mark.parametrize("keys", ["Alt+Up", "Plus", "Ctrl+Delete", "Ctrl+E"])
def test_no_key_of_the_programme_tells_what_is_held(led: Led, keys: str) -> None:
    add(led, What.STEP, "Belt Fatima")
    held = led.session.steps[led.session.step_number + 1].id
    led.screens.allow(False)
    led.press("Ctrl+G")
    led.console.programme.keep(held)
    led.press(keys)
    assert led.strip
    assert "Fatima" not in open_words(led)
    assert programme(led).adding is None


def test_a_question_that_is_held_is_folded(led: Led) -> None:
    add(led, What.QUESTION, "Wat wil Fatima?")
    assert "Fatima" in in_sight(led.console)
    led.screens.allow(False)
    assert "Fatima" not in open_words(led)
    led.console.step.questions.be_brief(brief=True)
    led.console.step.questions.be_brief(brief=False)
    assert "Fatima" not in open_words(led)
    question = led.session.questions[-1]
    led.console.deeds.settle(question.id, "Fatima", Decision.INVENTED)
    assert "Fatima" in open_words(led)


@pytest.mark.parametrize(("what", "words"), [(What.QUESTION, "Wat wil Fatima?"), (What.STEP, "Belt Fatima")])
def test_of_what_is_held_is_told_what_was_seen_in_it(led: Led, what: What, words: str) -> None:
    add(led, what, words)
    assert led.strip == "This looks like a name: ‘Fatima’. Check: Ctrl+N"


def test_a_question_that_is_held_does_not_look_as_if_the_room_sees_it(led: Led) -> None:
    add(led, What.QUESTION, "Wat wil Fatima?")
    rows, question = led.console.step.questions.list, led.session.questions[-1]
    rows.pill_clicked.emit(question.id)
    assert (rows.rows[-1].pill, led.session.question) == ("to the room", None)
    assert "This looks like personal data." in led.strip
    led.press("Alt+Up")
    assert led.session.question == led.session.questions[-2]
    led.press("Alt+Down")
    assert led.session.question is None


def test_where_all_questions_are_held_it_is_told_why_none_comes(led: Led) -> None:
    led.console.deeds.jump(led.session.index("kies") or 0)
    add(led, What.QUESTION, "Wat wil Fatima?")
    assert len(led.session.questions) == 1
    led.press("Alt+Down")
    assert "This looks like personal data." in led.strip
    assert audience_view(led.session).question == ""


def test_a_question_before_the_room_that_gets_a_name_is_not_said_to_be_there(led: Led) -> None:
    add(led, What.QUESTION, "Wat wil zij?")
    question = led.session.questions[-1]
    led.console.deeds.toggle_question(question.id)
    assert led.console.step.questions.list.rows[-1].pill == "to the room ✓"
    named = replace(question, text="Wat wil Fatima?")
    led.running.do(ev.QuestionWritten, step_id="nodig", question=named)
    assert led.console.step.questions.list.rows[-1].pill == "to the room"
    led.press("Alt+Down")
    assert led.session.question == led.session.questions[0]


# ---- what was done


def test_the_words_of_a_step_are_put_right_and_its_questions_stay(led: Led) -> None:
    deeds = programme(led).deeds
    deeds.write_step(StepKind.ROUND, "Wat nog", "", 12)
    led.press("PageDown")
    deeds.write_question("Wie belt er?")
    before = led.session.step
    deeds.write_step(StepKind.QUESTION, "Wat nog meer?", " Samen ", 3, before.id)
    words = "Wat nog meer?"
    assert led.session.step == replace(before, title=words, audience_title=words, audience_text="Samen")
    assert [question.text for question in led.session.questions] == ["Wie belt er?"]


def test_undo_names_the_question_that_was_added_at_a_moment_of_a_case(lead: Callable[..., Led]) -> None:
    led = lead(Table(CASE_SCRIPT, CASE).started().at_step("casus"))
    add(led, What.QUESTION, "En nu?")
    led.press("Ctrl+Z")
    assert led.strip == "Taken back: a question that was added"


def test_undo_names_the_answer_that_was_removed_from_its_group(led: Led) -> None:
    led.type("Eerst bellen", "Return")
    answer = led.session.answers_here()[0]
    group = ev.AnswerGroup("g", "nodig", "Bellen", (answer.id,))
    assert led.running.do(ev.AnswersGrouped, group=group)
    led.console.deeds.remove_answer(answer.id)
    led.press("Ctrl+Z")
    assert led.strip == "Taken back: an answer"
    led.press("Ctrl+Z")
    assert led.strip == "Taken back: a group of answers"


def test_a_case_that_cannot_be_taken_leaves_the_room_as_it_is(lead: Callable[..., Led]) -> None:
    led = lead(Table(CASE_SCRIPT, CASE).started().at_step("casus"))
    seen: list[Screen] = []
    led.running.changed.connect(lambda session: seen.append(session.course.screen))
    programme(led)._switch(replace(OTHER_CASE, id="derde", moments=CASE.moments))
    assert (led.session.course.screen, seen) == (Screen.LIVE, [])
    assert led.session.case == CASE
    programme(led)._switch(OTHER_CASE)
    assert seen == [Screen.NEUTRAL, Screen.NEUTRAL]


def test_dialogs_about_time_tell_no_title_that_is_held(led: Led, clock: Clock) -> None:
    add(led, What.STEP, "Bel Fatima")
    led.press("PageDown")
    clock.pass_minutes(50)
    led.press("Ctrl+J")
    dividing = led.console.commands.time.dividing
    assert dividing is not None
    assert "Fatima" not in str(dividing.rows)
    dividing.reject()
    led.console.activateWindow()
    led.console.commands.run(Command.CORRECT_START)
    assert not [button.text() for button in led.console.findChildren(QRadioButton) if "Fatima" in button.text()]
    assert led.console.findChildren(QRadioButton)
