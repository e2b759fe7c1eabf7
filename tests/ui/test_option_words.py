"""Answers to choose from: whoever leads sees which is right and why, the room never does."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.audience import audience_view
from facilitator.core.events import QuestionChosen
from facilitator.report.bundle import run_sheet_of
from facilitator.ui.console.guidance import guidance_text
from facilitator.ui.option_words import option_words
from facilitator.ui.prepare.steps_preview import step_text
from tests.builders import DETAILS, Table
from tests.shipped import shipped_library

MODULE = next(one for one in shipped_library().scripts if one.id == "zelfstudie-casusoverleg")
STEP = MODULE.steps[1]
QUESTION = STEP.questions[0]


def at_the_step() -> Table:
    """The module, being led, at the step that asks."""
    details = replace(DETAILS, available_minutes=MODULE.minutes)
    return Table(MODULE, details=details).started().at_step(STEP.id)


def test_the_right_one_is_named_with_its_reason() -> None:
    words = option_words(QUESTION)
    assert [line.startswith("**Right:**") for line in words] == [False, True, False]
    assert all(option.because.strip() in line for option, line in zip(QUESTION.options, words, strict=True))


def test_they_stand_where_the_facilitator_reads() -> None:
    table = at_the_step()
    for read in (guidance_text(table.session), step_text(STEP)):
        assert QUESTION.options[1].because.strip() in read
    assert QUESTION.options[1].because.strip() in str(run_sheet_of(table.session))


def test_the_room_is_never_told() -> None:
    table = at_the_step()
    table.do(QuestionChosen, question_id=QUESTION.id)
    shown = repr(audience_view(table.session))
    assert QUESTION.text in shown
    assert not any(option.because.strip()[:30] in shown for option in QUESTION.options)
