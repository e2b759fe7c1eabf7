from dataclasses import replace
from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitator.core import events as ev
from facilitator.core.audience import audience_view
from facilitator.core.counted import ShownChoice, Voted
from facilitator.core.events import Answer, Dots
from facilitator.core.options import Choosable, DotRow, Ranked, dots_placed, options_here, ranked
from facilitator.core.refusal import Refusal
from facilitator.core.script import Reveal
from tests.builders import VOTES, Table

ORDER = ("wachten", "bellen", "mailen")


def at(step_id: str, **fields: Any) -> Table:
    """A meeting at a step of the voting script, in which every step has these fields."""
    script = replace(VOTES, steps=tuple(replace(step, **fields) for step in VOTES.steps)) if fields else VOTES
    return Table(script).started().at_step(step_id)


def count(table: Table, option: str, dots: int, step_id: str = "stippen") -> Refusal | None:
    return table.do(ev.DotsCounted, dots=Dots(step_id, option, dots))


def propose(table: Table, step_id: str, *texts: str) -> None:
    for text in texts:
        assert table.do(ev.AnswerGiven, answer=Answer(text[0], step_id, text)) is None


def put(table: Table, order: tuple[str, ...], answer_id: str = "o", step_id: str = "rangorde") -> Refusal | None:
    return table.do(ev.AnswerGiven, answer=Answer(answer_id, step_id, "1 2 3", order=order))


def rows(table: Table) -> list[tuple[str, int]]:
    voted = audience_view(table.session).voted
    return [] if voted is None else [(row.text, row.dots) for row in voted.dots]


# ---- dots


def test_dots_are_seen_once_they_are_shown_most_first() -> None:
    table = at("stippen")
    assert [count(table, "mailen", 4), count(table, "wachten", 4), count(table, "mailen", 5)] == [None] * 3
    view = audience_view(table.session)
    assert (view.voted, view.choices[1]) == (None, ShownChoice("2", "mailen"))
    assert table.do(ev.DotsShown, step_id="stippen") is None
    view = audience_view(table.session)
    assert (view.choices, view.answers, view.tally) == ((), (), ())
    assert view.voted == Voted(dots=(DotRow(2, "mailen", 5), DotRow(3, "wachten", 4), DotRow(1, "bellen", 0)))
    table.do(ev.DotsShown, step_id="stippen", shown=False)
    assert audience_view(table.session).voted is None


def test_of_as_many_dots_the_first_option_stands_first() -> None:
    table = at("stippen")
    for option in ORDER:
        count(table, option, 2)
    table.do(ev.DotsShown, step_id="stippen")
    assert rows(table) == [("bellen", 2), ("mailen", 2), ("wachten", 2)]


def test_dots_lie_at_proposals_that_the_room_knows() -> None:
    table = at("plakken")
    propose(table, "plakken", "een buddy", "later")
    table.do(ev.AnswersShown, answer_ids=("l",))
    assert count(table, "e", 9, "plakken") is None
    assert audience_view(table.session).choices == (ShownChoice("2", "later"),)
    table.do(ev.DotsShown, step_id="plakken")
    assert rows(table) == [("later", 0)]
    table.do(ev.AnswersShown, answer_ids=("e",))
    assert rows(table) == [("een buddy", 9), ("later", 0)]
    table.do(ev.AnswerRemoved, answer_id="e")
    assert (rows(table), dots_placed(table.session)) == ([("later", 0)], (0, 8))


def test_dots_are_counted_by_the_people_who_are_there() -> None:
    table = at("stippen")
    count(table, "bellen", 5)
    assert dots_placed(table.session) == (5, 12)
    absent = replace(table.session.notebook.participants[0], present=False)
    table.do(ev.ParticipantChanged, participant=absent)
    assert dots_placed(table.session) == (5, 9)


def test_dots_are_taken_back_with_undo() -> None:
    table = at("stippen")
    count(table, "bellen", 5)
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert dots_placed(table.session)[0] == 0


def test_where_no_dots_can_lie() -> None:
    assert Table(VOTES).do(ev.DotsCounted, dots=Dots("stippen", "bellen", 1)) is Refusal.NOT_RUNNING
    table = at("stippen")
    assert count(table, "bellen", -1) is Refusal.UNKNOWN
    assert count(table, "iets anders", 1) is Refusal.UNKNOWN
    assert count(table, "bellen", 1, "nergens") is Refusal.UNKNOWN
    assert count(table, "bellen", 1, "rangorde") is Refusal.NO_VOTES
    assert table.do(ev.DotsShown, step_id="rangorde") is Refusal.NO_VOTES
    assert table.do(ev.DotsShown, step_id="stippen", moment_id="m1") is Refusal.UNKNOWN
    never = at("stippen", reveal=Reveal.NEVER)
    assert never.do(ev.DotsShown, step_id="stippen") is Refusal.NEVER_SHOWN
    assert never.do(ev.DotsShown, step_id="stippen", shown=False) is None


def test_where_the_options_stand_fast_nothing_is_proposed() -> None:
    table = at("stippen")
    assert table.do(ev.AnswerGiven, answer=Answer("a", "stippen", "iets anders")) is Refusal.NO_PROPOSALS
    assert put(table, ORDER, step_id="stippen") is Refusal.NOT_AN_ORDER


# ---- orders


def test_orders_make_one_order_of_their_mean_places() -> None:
    table = at("rangorde")
    for name, order in (("a", ORDER), ("b", ("bellen", "wachten", "mailen")), ("c", ORDER)):
        assert put(table, order, name) is None
    assert audience_view(table.session).voted is None
    assert [each.means for each in audience_view(table.session).choices] == ["bellen", "mailen", "wachten"]
    table.do(ev.AnswersShown, answer_ids=("a", "b"))
    voted = audience_view(table.session).voted
    assert voted is not None
    assert (voted.orders, voted.dots, audience_view(table.session).choices) == (2, (), ())
    assert voted.ranking == (
        Ranked(1, "bellen", 1, shared=True, mean=1.5, places=(1, 1, 0)),
        Ranked(3, "wachten", 1, shared=True, mean=1.5, places=(1, 1, 0)),
        Ranked(2, "mailen", 3, shared=False, mean=3.0, places=(0, 0, 2)),
    )
    assert [(each.firsts, each.ends) for each in voted.ranking] == [(1, (1, 2)), (1, (1, 2)), (0, (3, 3))]


def test_an_order_names_every_option_once() -> None:
    table = at("rangorde")
    for order in (ORDER[:2], (*ORDER, "bellen"), ("bellen", "bellen", "mailen"), ("bellen", "mailen", "iets")):
        assert put(table, order) is Refusal.NOT_AN_ORDER
    assert table.do(ev.AnswerGiven, answer=Answer("a", "rangorde", "wachten")) is Refusal.NOT_AN_ORDER
    free = Answer("a", "nodig", "1 2", order=ORDER)
    assert table.do(ev.AnswerGiven, answer=free) is Refusal.NOT_AN_ORDER


def test_an_order_is_put_right_or_tied_to_another() -> None:
    table = at("rangorde")
    put(table, ORDER)
    assert table.do(ev.AnswerChanged, answer_id="o", text="1 2 3", partner_id="p-pol") is None
    assert table.session.answers_here()[0].order == ORDER
    turned = ORDER[::-1]
    assert table.do(ev.AnswerChanged, answer_id="o", text="2 1 3", order=turned) is None
    assert table.session.answers_here()[0].order == turned


def test_proposals_are_put_in_order_also_when_one_comes_or_goes() -> None:
    table = at("volgorde")
    propose(table, "volgorde", "een buddy", "later")
    assert put(table, ("l", "e"), "o1", "volgorde") is None
    propose(table, "volgorde", "nooit")
    table.do(ev.AnswersShown, answer_ids=("e", "l", "n", "o1"))
    assert options_here(table.session)[2] == Choosable(3, "n", "nooit")
    voted = audience_view(table.session).voted
    assert voted is not None
    assert [(each.text, each.place) for each in voted.ranking] == [("later", 1), ("een buddy", 2), ("nooit", 0)]
    assert (voted.ranking[2].firsts, voted.ranking[2].ends) == (0, (0, 0))
    table.do(ev.AnswerRemoved, answer_id="l")
    voted = audience_view(table.session).voted
    assert voted is not None
    assert [(each.text, each.place) for each in voted.ranking] == [("een buddy", 1), ("nooit", 0)]


def test_an_order_holds_no_words_that_could_be_personal() -> None:
    table = at("rangorde")
    order = Answer("o", "rangorde", "1 2 3", order=ORDER)
    table.do(ev.AnswerGiven, answer=order, findings=(ev.Spotted("naam", "1 2 3"),))
    table.do(ev.AnswerChanged, answer_id="o", text="1 2 3", order=ORDER, findings=(ev.Spotted("naam", "1 2 3"),))
    assert table.session.notebook.flags == ()


@given(st.lists(st.sampled_from(tuple(permutations("abc"))), min_size=1, max_size=12))
def test_any_orders_give_one_order(orders: list[tuple[str, ...]]) -> None:
    options = tuple(Choosable(number, key, key) for number, key in enumerate("abc", 1))
    found = ranked(options, orders)
    assert sorted(each.text for each in found) == ["a", "b", "c"]
    assert [each.mean for each in found] == sorted(each.mean for each in found)
    assert sum(each.mean for each in found) == sum(range(1, 4)) or abs(sum(each.mean for each in found) - 6) < 1e-9
    for one in found:
        same = [other for other in found if other.place == one.place]
        assert one.shared is (len(same) > 1)
        assert one.place == 1 + sum(other.place < one.place for other in found)
        assert one.ends[0] <= one.mean <= one.ends[1]
