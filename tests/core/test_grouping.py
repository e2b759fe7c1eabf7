import pytest

from facilitator.core import events as ev
from facilitator.core.audience import audience_view
from facilitator.core.case_view import ShownGroup
from facilitator.core.events import Answer, AnswerGroup
from facilitator.core.grouping import group_by_id, group_of, groups_here, named_here, number_of
from facilitator.core.held import held_texts, replaced
from facilitator.core.refusal import Refusal
from facilitator.core.spotting import without_held
from tests.builders import CASE, CASE_SCRIPT, VOTES, Table


@pytest.fixture
def table() -> Table:
    """Four answers that the room sees, and one of another step."""
    table = Table(VOTES).started().at_step("nodig")
    for name in "abcd":
        table.do(ev.AnswerGiven, answer=Answer(name, "nodig", f"tekst {name}"))
    table.do(ev.AnswersShown, answer_ids=tuple("abcd"))
    table.do(ev.AnswerGiven, answer=Answer("elders", "ronde", "iets"))
    return table


def put(table: Table, name: str, *answer_ids: str, group_id: str = "g", **fields: object) -> Refusal | None:
    group = AnswerGroup(group_id, "nodig", name, answer_ids)
    return table.do(ev.AnswersGrouped, group=group, **fields)


def wall(table: Table) -> list[tuple[str, str]]:
    """What stands on the wall: the number and name of the group, and the answer."""
    shown = audience_view(table.session).answers
    return [("" if a.group is None else f"{a.group.number} {a.group.name}", a.text[-1]) for a in shown]


def test_answers_stand_together_and_the_others_after_them(table: Table) -> None:
    assert put(table, "tijd", "d", "b") is None
    assert wall(table) == [("1 tijd", "b"), ("1 tijd", "d"), ("", "a"), ("", "c")]
    assert audience_view(table.session).answers[0].group == ShownGroup(1, "tijd")


def test_an_answer_is_in_one_group_at_most(table: Table) -> None:
    put(table, "tijd", "a", "b")
    put(table, "geld", "b", "c", group_id="h")
    assert [group.answer_ids for group in groups_here(table.session)] == [("a",), ("b", "c")]
    put(table, "tijd en geld", "a", "d")
    assert wall(table) == [("1 tijd en geld", "a"), ("1 tijd en geld", "d"), ("2 geld", "b"), ("2 geld", "c")]


def test_a_group_of_which_the_room_sees_nothing_is_not_named(table: Table) -> None:
    put(table, "tijd", "a")
    put(table, "geld", "b", group_id="h")
    table.do(ev.AnswersShown, answer_ids=("a",), shown=False)
    assert wall(table) == [("2 geld", "b"), ("", "c"), ("", "d")], "and the other keeps its number"


def test_a_group_is_taken_apart_and_undo_brings_it_back(table: Table) -> None:
    put(table, "tijd", "a", "b")
    assert table.do(ev.AnswersUngrouped, group_id="g") is None
    assert (groups_here(table.session), len(wall(table))) == ((), 4)
    assert table.do(ev.AnswersUngrouped, group_id="g") is Refusal.UNKNOWN
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert group_of(table.session, "b") == group_by_id(table.session, "g") == named_here(table.session, "Tijd")
    assert group_by_id(table.session, "x") is None


def test_only_words_of_one_page_go_together(table: Table) -> None:
    assert put(table, "tijd") is Refusal.UNKNOWN
    assert put(table, "tijd", "a", "x") is Refusal.UNKNOWN
    assert put(table, "tijd", "a", "a") is Refusal.UNKNOWN
    assert put(table, "tijd", "a", "elders") is Refusal.NOT_TOGETHER
    for number, (step_id, text) in enumerate((("kies", "ja"), ("plakken", "een buddy"))):
        table.do(ev.AnswerGiven, answer=Answer(f"x{number}", step_id, text))
        group = AnswerGroup("g", step_id, "tijd", (f"x{number}",))
        assert table.do(ev.AnswersGrouped, group=group) is Refusal.NOT_TOGETHER


def test_what_was_needed_at_a_turning_point_stays_there() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    table.do(ev.TurningPointMarked, point=ev.TurningPoint("k", "m1", "toen"))
    table.do(ev.AnswerGiven, answer=Answer("a", "casus", "bellen", moment_id="m1", turning_point_id="k"))
    group = AnswerGroup("g", "casus", "tijd", ("a",), "m1")
    assert table.do(ev.AnswersGrouped, group=group) is Refusal.NOT_TOGETHER
    order = Answer("b", "casus", "bellen", moment_id="m1", turning_point_id="k", order=("x",))
    assert table.do(ev.AnswerGiven, answer=order) is Refusal.NOT_AN_ORDER


def test_two_groups_of_a_page_have_other_names(table: Table) -> None:
    put(table, "Tijd", "a")
    assert put(table, "tijd", "b", group_id="h") is Refusal.DOUBLE
    assert put(table, "tijd", "a") is None
    assert put(table, "", "b", group_id="h") is None
    assert put(table, "", "c", group_id="i") is None


def test_a_name_that_may_be_personal_waits(table: Table) -> None:
    put(table, "Bakker", "a", findings=(ev.Spotted("naam", "Bakker"),))
    assert wall(table)[0] == ("1 ", "a")
    (held,) = held_texts(table.session)
    assert (held.text, held.written.sort.value) == ("Bakker", "the name of a group")
    assert [group.name for group in without_held(table.session.notebook)[0].groups] == [""]
    put_right = replaced(table.session, "g", "Bakker", "iemand")
    assert put_right is not None
    table.do(put_right[0], **put_right[1])
    assert (wall(table)[0], without_held(table.session.notebook)[1]) == (("1 iemand", "a"), 0)


def test_what_was_spotted_goes_with_the_group(table: Table) -> None:
    put(table, "Bakker", "a", findings=(ev.Spotted("naam", "Bakker"),))
    table.do(ev.AnswersUngrouped, group_id="g")
    assert table.session.notebook.flags == ()


def test_an_answer_that_goes_leaves_its_group(table: Table) -> None:
    put(table, "tijd", "a", "b")
    table.do(ev.AnswerRemoved, answer_id="a")
    assert wall(table) == [("1 tijd", "b"), ("", "c"), ("", "d")]
    table.do(ev.AnswerRemoved, answer_id="b")
    assert wall(table) == [("", "c"), ("", "d")]
    assert groups_here(table.session) == ()


def test_a_group_that_loses_its_last_answer_is_gone_with_what_was_spotted_in_its_name(table: Table) -> None:
    put(table, "Bakker", "a", findings=(ev.Spotted("naam", "Bakker"),))
    put(table, "geld", "b", group_id="h")
    put(table, "tijd", "c", group_id="i")
    put(table, "geld", "a", "b", group_id="h")
    assert [group.id for group in groups_here(table.session)] == ["h", "i"]
    assert table.session.notebook.flags == ()
    put(table, "Visser", "c", group_id="i", findings=(ev.Spotted("naam", "Visser"),))
    table.do(ev.AnswerRemoved, answer_id="c")
    assert (len(groups_here(table.session)), table.session.notebook.flags) == (1, ())


def test_groups_of_another_page_do_not_count() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    for moment, name in (("m1", "a"), ("m2", "b")):
        table.do(ev.AnswerGiven, answer=Answer(name, "casus", f"tekst {name}", moment_id=moment))
        table.do(ev.AnswersGrouped, group=AnswerGroup(f"g-{name}", "casus", "", (name,), moment))
    first, second = table.session.notebook.groups
    assert (number_of(table.session.notebook, first), number_of(table.session.notebook, second)) == (1, 1)
