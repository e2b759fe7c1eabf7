"""Somebody goes through a module: what is done stays done, also when the module changes meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitator.core import self_study as st
from facilitator.core.script import Answering, Form, Option, Question, Script, Step, StepKind

TODAY = date(2026, 11, 27)
RIGHT, WRONG = Option("goed", "want dit", right=True), Option("fout", "want dat")
ASKED = Question("keuze", "Wat doe je?", options=(RIGHT, WRONG))
WRITES = Question("twijfel", "Waar twijfel je over?")
FIRST = Step("eerst", "Eerst", StepKind.WELCOME, 5, 5, "Eerst", questions=(WRITES,), answering=Answering.FREE)
SECOND = Step("dan", "Dan dit", StepKind.KNOWLEDGE, 10, 5, "Dan", questions=(ASKED,))
LAST = Step("slot", "Slot", StepKind.EVALUATION, 5, 5, "Slot", answering=Answering.FREE)
MODULE = Script("m", "Zelfstudie: proef", Form.ZELFSTUDIE, "Je kunt het.", "Iedereen", 1, 6, (FIRST, SECOND, LAST))
BEGUN = st.begin("s-1", "Mo", MODULE)


def through(study: st.Study, module: Script = MODULE) -> st.Study:
    """All of it, every question answered."""
    for number, step in enumerate(module.steps, 1):
        study = st.go_to(study, module, number, TODAY)
        for question in step.questions:
            if question.options:
                study = st.choose(study, step, question, question.options[0])
    return st.go_to(study, module, len(module.steps) + 1, TODAY)


def test_it_begins_before_the_first_step() -> None:
    assert st.progress(BEGUN, MODULE) == st.Progress(0, 3, 0)
    assert st.finished_on(BEGUN) is None


def test_who_goes_on_has_done_the_step() -> None:
    study = st.go_to(st.go_to(BEGUN, MODULE, 1, TODAY), MODULE, 2, TODAY)
    assert st.progress(study, MODULE) == st.Progress(1, 3, 2)
    assert st.is_done(study, FIRST)


def test_a_step_with_an_open_question_is_left_and_not_done() -> None:
    study = st.go_to(st.go_to(BEGUN, MODULE, 2, TODAY), MODULE, 3, TODAY)
    assert st.unanswered(study, SECOND) == (ASKED,)
    assert SECOND in st.open_steps(study, MODULE)


def test_going_back_does_nothing_to_what_is_done() -> None:
    study = st.go_to(st.go_to(BEGUN, MODULE, 2, TODAY), MODULE, 1, TODAY)
    assert st.progress(study, MODULE) == st.Progress(0, 3, 1)


@pytest.mark.parametrize(("number", "at"), [(-3, 0), (99, 4)])
def test_there_is_nothing_beyond_the_ends(number: int, at: int) -> None:
    assert st.place(st.go_to(BEGUN, MODULE, number, TODAY), MODULE) == at


def test_choosing_again_is_allowed_and_the_newest_stands() -> None:
    study = st.choose(st.choose(BEGUN, SECOND, ASKED, WRONG), SECOND, ASKED, RIGHT)
    assert st.chosen(study, SECOND, ASKED) == RIGHT
    assert len(study.tried) == 1


def test_a_private_line_is_written_over_and_taken_away() -> None:
    study = st.note(st.note(BEGUN, "eerst/twijfel", "een"), "eerst/twijfel", "twee")
    assert st.noted(study, "eerst/twijfel") == "twee"
    assert st.note(study, "eerst/twijfel", "  ").noted == ()
    assert st.noted(BEGUN, "nergens") == ""


def test_at_the_evaluation_stands_what_was_written_before() -> None:
    study = st.note(st.note(BEGUN, "eerst/twijfel", "of het mag"), "slot", "later")
    assert st.written_before(study, MODULE, LAST) == (("Waar twijfel je over?", "of het mag"),)
    assert st.written_before(study, MODULE, SECOND) == ()


def test_several_may_look_at_the_screen() -> None:
    assert st.with_others(BEGUN, together=True).together
    assert not BEGUN.together


def test_a_step_may_ask_to_write_without_a_question() -> None:
    assert st.asks_in_writing(LAST)
    assert not st.asks_in_writing(FIRST)
    assert not st.asks_in_writing(replace(LAST, answering=Answering.NONE))
    assert (st.place_of(LAST), st.place_of(FIRST, WRITES)) == ("slot", "eerst/twijfel")


def test_all_steps_done_is_finished_once() -> None:
    study = through(BEGUN)
    assert study.complete
    assert study.finished == (st.Finished(TODAY, "Zelfstudie: proef", 20, "Je kunt het.", ("Dan dit",)),)
    assert len(through(study).finished) == 1
    assert st.finished_on(study) == TODAY


def test_beginning_again_keeps_that_it_was_finished() -> None:
    study = st.again(st.note(through(BEGUN), "slot", "van mij"))
    assert (study.at, study.gone, study.tried, study.noted) == (st.BEGINNING, (), (), ())
    assert len(through(study).finished) == 2


def test_a_step_that_changed_is_to_be_done_anew_and_no_other() -> None:
    study = st.go_to(st.go_to(st.go_to(BEGUN, MODULE, 1, TODAY), MODULE, 2, TODAY), MODULE, 3, TODAY)
    changed = replace(MODULE, steps=(replace(FIRST, audience_text="Anders"), SECOND, LAST))
    assert st.has_changed(study, changed.steps[0])
    assert not st.has_changed(study, SECOND)
    assert st.open_steps(study, changed)[0].id == "eerst"
    assert st.has_changed(st.go_to(study, changed, 1, TODAY), changed.steps[0])
    again = st.go_to(st.go_to(study, changed, 1, TODAY), changed, 2, TODAY)
    assert not st.has_changed(again, changed.steps[0])


def test_an_answer_that_says_something_else_now_is_asked_anew() -> None:
    study = st.choose(BEGUN, SECOND, ASKED, RIGHT)
    other = replace(ASKED, options=(Option("beter", "want", right=True), WRONG))
    assert st.chosen(study, replace(SECOND, questions=(other,)), other) is None


def test_of_a_step_that_went_one_comes_at_the_first_that_is_open() -> None:
    study = st.go_to(BEGUN, MODULE, 2, TODAY)
    assert st.place(study, replace(MODULE, steps=(FIRST, LAST))) == 1
    over = replace(study, complete=True)
    assert st.place(over, replace(MODULE, steps=(FIRST, LAST))) == 3


def test_a_module_that_changes_after_it_was_finished_stays_finished() -> None:
    changed = replace(MODULE, steps=(*MODULE.steps, replace(LAST, id="erbij")))
    assert st.open_steps(through(BEGUN), changed) == ()


def test_names_are_the_same_whatever_their_capitals() -> None:
    other = replace(BEGUN, id="s-2", learner="mo", module_id="n")
    nobody = replace(BEGUN, id="s-3", learner="")
    studies = (BEGUN, other, nobody)
    assert len(st.learners_of(studies)) == 1
    assert st.study_of(studies, " MO ", "n") == other
    assert st.study_of(studies, "", "m") == nobody
    assert st.study_of(studies, "Fatima", "m") is None


def test_who_finished_a_module() -> None:
    studies = (through(BEGUN), replace(BEGUN, learner="Fatima"), through(replace(BEGUN, learner="")))
    assert st.who_finished(studies, "m") == ("Mo",)
