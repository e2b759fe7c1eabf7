from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from facilitator.core import events as ev
from facilitator.core.apply import fold
from facilitator.core.audience import Scene, audience_view
from facilitator.core.held import Sort, held_texts, replaced, title_of
from facilitator.core.pace import divided_anew, pace, seconds_per_step
from facilitator.core.refusal import Refusal
from facilitator.core.script import Answering, Question, StepKind
from facilitator.core.session import State
from facilitator.core.spotting import without_held
from tests.builders import CASE, CASE_SCRIPT, OTHER_CASE, SCRIPT, START, Table, step
from tests.random_sessions import tables

IDS = tuple(each.id for each in SCRIPT.steps)
PAUSE = step("pauze", StepKind.BREAK, 10, title="Pauze", audience_title="Pauze")
EXTRA = Question("extra", "En als het nacht is?")
NAME = (ev.Spotted("naam", "Jan Jansen"),)


def changed(table: Table, order: tuple[str, ...] = IDS, dropped: tuple[str, ...] = ()) -> Refusal | None:
    """Put the steps in this order, each with its minutes of now."""
    minutes = {each.id: planned for each, planned in zip(table.session.steps, table.session.plan, strict=True)}
    known = tuple(minutes.get(step_id, 5) for step_id in order)
    return table.do(ev.ProgrammeChanged, order=order, minutes=known, dropped=dropped)


def undo(table: Table) -> Refusal | None:
    return table.do(ev.Undone, event_id=table.session.history[-1].event_id)


# ---- order, and what is dropped


def test_steps_are_put_in_another_order_and_back() -> None:
    table = Table().started()
    assert changed(table, ("welkom", "ronde", "nodig", *IDS[3:])) is None
    assert table.session.next_place == (1, 0)
    assert [each.id for each in table.session.steps[:3]] == ["welkom", "ronde", "nodig"]
    assert table.session.minutes == tuple(each.minutes for each in SCRIPT.steps)
    assert undo(table) is None
    assert table.session.steps == SCRIPT.steps


def test_a_step_that_was_dropped_is_passed_over_both_ways_and_takes_no_time() -> None:
    table = Table().started()
    changed(table, dropped=("nodig", "ronde"))
    assert table.session.next_place == (3, 0)
    assert table.session.plan == (10, 0, 0, 10, 10, 30)
    assert table.at_step("kies").session.previous_place == (0, 0)
    assert changed(table, dropped=IDS[4:]) is None
    assert table.session.next_place is None
    assert table.at_step("ronde").session.step.id == "ronde"  # who wants it all the same goes to it


def test_nothing_comes_before_a_first_step_that_is_left() -> None:
    table = Table().started().at_step("nodig")
    changed(table, dropped=("welkom",))
    assert table.session.previous_place is None


def test_a_step_that_was_dropped_gets_no_time_by_dividing() -> None:
    table = Table().started()
    changed(table, dropped=("nodig",))
    table.do(ev.TimeDivided, minutes=(10, 20, 10, 10, 10, 30))
    assert table.session.plan == (10, 0, 10, 10, 10, 30)
    division = divided_anew(table.session, START)
    assert division is not None
    assert division.minutes == (10, 0, 20, 10, 10, 30)


@pytest.mark.parametrize(
    ("order", "dropped", "why"),
    [
        (IDS[1:], (), Refusal.UNKNOWN),
        ((*IDS[1:], "nergens"), (), Refusal.UNKNOWN),
        ((*IDS, IDS[0]), (), Refusal.UNKNOWN),
        (IDS, ("nergens",), Refusal.UNKNOWN),
        (IDS, ("welkom",), Refusal.PRESENT_STEP),
    ],
)
def test_a_programme_that_does_not_fit(order: tuple[str, ...], dropped: tuple[str, ...], why: Refusal) -> None:
    assert changed(Table().started(), order, dropped) is why


def test_minutes_that_do_not_fit() -> None:
    table = Table().started()
    assert table.do(ev.ProgrammeChanged, order=IDS, minutes=(1,)) is Refusal.UNKNOWN
    assert table.do(ev.ProgrammeChanged, order=IDS, minutes=(-1, 1, 1, 1, 1, 1)) is Refusal.UNKNOWN


def test_the_programme_changes_only_while_the_meeting_runs() -> None:
    table = Table()
    for kind, fields in (
        (ev.ProgrammeChanged, {"order": IDS, "minutes": table.session.plan}),
        (ev.StepWritten, {"step": PAUSE}),
        (ev.QuestionWritten, {"step_id": "nodig", "question": EXTRA}),
        (ev.CaseSwitched, {"case": OTHER_CASE}),
    ):
        assert table.do(kind, **fields) is Refusal.NOT_RUNNING


def test_undo_may_drop_the_present_step_again_and_the_meeting_stays_there() -> None:
    table = Table().started()
    changed(table, dropped=("nodig",))
    changed(table)
    table.at_step("nodig")
    assert undo(table) is None
    assert table.session.is_dropped(1)
    assert table.session.step.id == "nodig"


def test_a_present_step_that_undo_dropped_stands_in_the_way_of_nothing() -> None:
    table = Table().started()
    changed(table, dropped=("nodig",))
    changed(table)
    table.at_step("nodig")
    undo(table)
    order = (*IDS[:4], IDS[5], IDS[4])
    assert changed(table, order, dropped=("nodig",)) is None
    assert changed(table, order, dropped=("nodig", "kies")) is None
    assert changed(table, order) is None
    assert changed(table, order, dropped=("nodig",)) is Refusal.PRESENT_STEP


# ---- a step that the script does not have


def test_a_step_is_inserted_with_its_time() -> None:
    table = Table().started()
    assert table.do(ev.StepWritten, step=PAUSE, before="nodig") is None
    assert table.session.next_place == (1, 0)
    assert table.session.plan == (10, 10, 20, 20, 10, 10, 30)
    assert table.do(ev.StepWritten, step=replace(PAUSE, id="slot")) is None
    assert table.session.steps[-1].id == "slot"


def test_a_step_that_was_inserted_is_put_right_and_no_other() -> None:
    table = Table().started()
    table.do(ev.StepWritten, step=PAUSE, before="nodig")
    assert table.do(ev.StepWritten, step=replace(PAUSE, title="Even rust")) is None
    assert [each.title for each in table.session.steps].count("Even rust") == 1
    assert table.do(ev.StepWritten, step=replace(PAUSE, id="nodig")) is Refusal.DOUBLE
    assert table.do(ev.StepWritten, step=replace(PAUSE, id="x", title=" ")) is Refusal.EMPTY
    assert table.do(ev.StepWritten, step=replace(PAUSE, id="x"), before="nergens") is Refusal.UNKNOWN


def test_time_in_a_step_whose_insertion_was_taken_back_is_nowhere() -> None:
    table = Table().started()
    table.do(ev.StepWritten, step=PAUSE)
    table.at_step("pauze")
    assert undo(table) is Refusal.PRESENT_STEP
    table.at_step("nodig")
    assert undo(table) is None
    assert seconds_per_step(table.session, table.at)[0] == 120
    assert len(seconds_per_step(table.session, table.at)) == len(SCRIPT.steps)


def test_a_step_that_is_gone_back_to_has_only_what_is_left_of_its_time() -> None:
    table = Table().started().at_step("nodig")
    table.at += timedelta(minutes=4)
    table.at_step("welkom")
    going = pace(table.session, table.session.course.visits[-1].at)
    assert going is not None
    assert going.behind == (1 + 5 - 1 - 5) * 60  # what was spent in both is taken off both


def test_words_of_a_step_that_look_personal_wait() -> None:
    table = Table().started()
    written = replace(PAUSE, title="Bel Jan Jansen", audience_title="Bel Jan Jansen", answering=Answering.FREE)
    table.do(ev.StepWritten, step=written, before="nodig", findings=NAME)
    table.at_step("pauze")
    assert audience_view(table.session).scene is Scene.NEUTRAL
    (held,) = held_texts(table.session)
    assert (held.written.sort, title_of(table.session, held.written)) == (Sort.STEP, "Bel Jan Jansen")
    book, count = without_held(table.session.notebook)
    assert ("Jan" in str(book.steps), count) == (False, 1)
    rewriting = replaced(table.session, "pauze", "Jan Jansen", "de huisarts")
    assert rewriting is not None
    assert table.do(rewriting[0], **rewriting[1]) is None
    assert audience_view(table.session).title == "Bel de huisarts"


# ---- a question that the script does not have


def test_a_question_is_added_at_a_step() -> None:
    table = Table().started().at_step("nodig")
    assert table.do(ev.QuestionWritten, step_id="nodig", question=EXTRA) is None
    assert [each.id for each in table.session.questions] == ["q1", "q2", "extra"]
    assert table.do(ev.QuestionChosen, question_id="extra") is None
    assert audience_view(table.session).question == EXTRA.text
    assert table.do(ev.QuestionWritten, step_id="nodig", question=replace(EXTRA, text="Anders?")) is None
    assert audience_view(table.session).question == "Anders?"
    assert undo(table) is None
    assert undo(table) is None
    assert audience_view(table.session).question == ""


def test_a_question_is_added_at_a_moment_of_the_case() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus", 1)
    assert table.do(ev.QuestionWritten, step_id="casus", question=EXTRA, moment_id="m2") is None
    assert [each.id for each in table.session.questions] == ["m-q", "extra", "alg"]
    assert [each.id for each in table.at_step("casus").session.questions] == ["m-q", "alg"]


def test_a_question_that_does_not_fit() -> None:
    table = Table().started()
    assert table.do(ev.QuestionWritten, step_id="nergens", question=EXTRA) is Refusal.UNKNOWN
    assert table.do(ev.QuestionWritten, step_id="nodig", question=replace(EXTRA, text=" ")) is Refusal.EMPTY
    assert table.do(ev.QuestionWritten, step_id="nodig", question=replace(EXTRA, id="q1")) is Refusal.DOUBLE


@pytest.mark.parametrize("lived", [True, False])
def test_a_question_that_looks_personal_waits(lived: bool) -> None:
    table = Table(CASE_SCRIPT, CASE).started() if lived else Table().started()
    step_id, moment_id = ("casus", "m1") if lived else ("nodig", None)
    asked = Question("extra", "Wat zou Jan Jansen doen?")
    table.do(ev.QuestionWritten, step_id=step_id, question=asked, moment_id=moment_id, findings=NAME)
    assert table.at_step(step_id).do(ev.QuestionChosen, question_id="extra") is Refusal.PERSONAL
    assert table.session.course.question_id is None
    assert audience_view(table.session).question == ""
    assert [held.written.sort for held in held_texts(table.session)] == [Sort.QUESTION]
    book, count = without_held(table.session.notebook)
    assert ("Jan" in str((book.steps, book.case)), count) == (False, 1)
    rewriting = replaced(table.session, "extra", "Jan Jansen", "de huisarts")
    assert rewriting is not None
    assert table.do(rewriting[0], **rewriting[1]) is None
    assert table.do(ev.QuestionChosen, question_id="extra") is None
    assert audience_view(table.session).question == "Wat zou de huisarts doen?"


# ---- another case


def switched() -> Table:
    """A meeting that studied a case up to its second moment, and took another one."""
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus").at_step("casus", 1)
    table.do(ev.AnswerGiven, answer=ev.Answer("a", "casus", "Bellen", moment_id="m2", role="leerkracht"))
    assert table.do(ev.CaseSwitched, case=OTHER_CASE) is None
    return table


def test_another_case_begins_at_its_first_moment() -> None:
    table = switched()
    assert (table.session.moment, table.session.moments_told) == (OTHER_CASE.moments[0], 1)
    assert audience_view(table.session).case_title == "Luid"
    assert table.session.answers_here() == ()
    assert table.at_step("afspraken").session.moments_told == 1


def test_what_was_said_of_the_case_before_stays() -> None:
    table = switched()
    questions = table.session.questions_for("casus", "m2")
    assert questions is not None
    assert [each.id for each in questions] == ["m-q", "alg"]
    assert table.do(ev.AnswerChanged, answer_id="a", text="Eerst bellen", role="leerkracht") is None
    assert [each.title for each in table.session.cases] == ["Stil", "Luid"]


def test_the_case_before_comes_back_as_it_was() -> None:
    table = switched()
    assert table.do(ev.CaseSwitched, case=CASE) is None
    assert [each.id for each in table.session.cases] == ["tweede", "proefcasus"]
    assert table.session.moments_told == 1  # where it is now; what was told before is told again on its page
    assert undo(table) is None
    assert undo(table) is None
    assert (table.session.case, table.session.cases) == (CASE, (CASE,))


def test_undo_and_redo_of_another_case_go_back_to_where_each_was_left() -> None:
    table = switched()
    assert undo(table) is None
    assert (table.session.moment, table.session.course.page) == (CASE.moments[1], 1)
    visit = table.session.course.visits[-1]
    assert (visit.page, visit.moment_id) == (1, CASE.moments[1].id)
    assert table.do(ev.Redone, event_id=table.session.undone[-1].event_id) is None
    assert table.session.moment == OTHER_CASE.moments[0]


def test_undo_of_a_case_in_a_step_that_never_told_the_one_before_begins_it() -> None:
    table = Table(CASE_SCRIPT, CASE).started()
    table.do(ev.CaseSwitched, case=OTHER_CASE)
    table.at_step("casus")
    assert undo(table) is None
    assert (table.session.moment, table.session.course.page) == (CASE.moments[0], 0)


def test_a_case_that_cannot_be_taken() -> None:
    assert Table().started().do(ev.CaseSwitched, case=CASE) is Refusal.NO_CASE
    table = Table(CASE_SCRIPT, CASE).started()
    assert table.do(ev.CaseSwitched, case=CASE) is Refusal.DOUBLE
    assert table.do(ev.CaseSwitched, case=replace(CASE, id="eigen")) is Refusal.SAME_MOMENTS


def test_roles_are_dealt_anew_for_another_case() -> None:
    table = Table(CASE_SCRIPT, CASE).started()
    table.do(ev.RolesDealt, deals=(ev.Deal("d-1", ("leerkracht",)),))
    table.do(ev.CaseSwitched, case=OTHER_CASE)
    assert table.session.notebook.deals == ()
    assert table.session.course.visits[-1].step_id == "welkom"
    undo(table)
    assert table.session.roles_of("d-1") == ("leerkracht",)


# ---- any session


@given(tables(90))
def test_the_meeting_is_always_at_a_step_that_is_there(table: Table) -> None:
    session = table.session
    assert len(session.plan) == len(session.steps)
    assert len({each.id for each in session.steps}) == len(session.steps)
    if session.course.state is not State.PLANNED:
        assert session.index(session.course.step_id) is not None
    assert 0 <= session.course.page < session.pages(session.step_number)
    assert fold(table.events) == session


def test_a_question_before_the_room_that_gets_a_name_goes_until_it_is_decided() -> None:
    table = Table().started().at_step("nodig")
    table.do(ev.QuestionWritten, step_id="nodig", question=EXTRA)
    table.do(ev.QuestionChosen, question_id="extra")
    assert audience_view(table.session).question == EXTRA.text
    named = replace(EXTRA, text="Wat zou Jan Jansen doen?")
    table.do(ev.QuestionWritten, step_id="nodig", question=named, findings=NAME)
    assert audience_view(table.session).question == ""


def test_a_question_that_waits_is_put_right_also_once_its_case_was_put_aside() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    asked = Question("extra", "Wat zou Jan Jansen doen?")
    table.do(ev.QuestionWritten, step_id="casus", question=asked, moment_id="m1", findings=NAME)
    table.do(ev.CaseSwitched, case=OTHER_CASE)
    assert [held.subject_id for held in held_texts(table.session)] == ["extra"]
    rewriting = replaced(table.session, "extra", "Jan Jansen", "de huisarts")
    assert rewriting is not None
    assert table.do(rewriting[0], **rewriting[1]) is None
    assert held_texts(table.session) == ()
    (aside,) = table.session.notebook.cases_before
    assert aside.moments[0].questions[-1].text == "Wat zou de huisarts doen?"
