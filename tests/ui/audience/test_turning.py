"""Which page the room sees when the view changes."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.audience import AudienceView, ShownChoice, Tally
from facilitator.core.case_view import ShownAnswer, ShownDecision, ShownPoint
from facilitator.core.script import Way
from facilitator.core.weighing import QUESTIONS
from facilitator.ui.audience.picture import compose
from facilitator.ui.audience.turning import page_after
from facilitator.ui.theme import Theme


def _after(before: AudienceView | None, page: int, after: AudienceView, theme: Theme) -> int:
    return page_after(before, page, after, compose(after, 1920, 1080, theme))


def _full(view: AudienceView, count: int = 40) -> AudienceView:
    return replace(view, answers=tuple(ShownAnswer(f"antwoord {n}", "Politie") for n in range(count)))


def test_another_question_begins_at_its_first_page(themed: Theme, page_view: AudienceView) -> None:
    full = _full(page_view)
    assert _after(full, 2, replace(full, question="En nu?"), themed) == 0
    assert _after(None, 2, full, themed) == 0


def test_a_revealed_answer_is_seen(themed: Theme, page_view: AudienceView) -> None:
    before, after = _full(page_view, 39), _full(page_view, 40)
    last = len(compose(after, 1920, 1080, themed).pages) - 1
    assert _after(before, 0, after, themed) == last > 0
    first = replace(after, answers=(ShownAnswer("eerder gegeven"), *before.answers))
    assert _after(before, last, first, themed) == 0


def test_taking_an_answer_back_keeps_the_page(themed: Theme, page_view: AudienceView) -> None:
    before, after = _full(page_view), _full(page_view, 39)
    assert _after(before, 1, after, themed) == 1
    assert _after(before, 3, _full(page_view, 2), themed) == 0


def test_time_and_a_yes_turn_no_page(themed: Theme, agreement_view: AudienceView) -> None:
    agreement = agreement_view.agreement
    assert agreement is not None
    long = replace(agreement_view, agreement=replace(agreement, what="w" * 3000))
    yes = replace(long, bar=None, agreement=replace(agreement, what="w" * 3000, confirmed=True))
    assert _after(long, 1, yes, themed) == 1


def test_who_has_the_floor_and_where_a_moment_is_put_turn_no_page(themed: Theme, case_view: AudienceView) -> None:
    before = replace(case_view, question="w" * 4000, way=Way.PERSPECTIVES, turn="Leerkracht")
    assert before.decision is not None
    back = ShownDecision(before.decision.phase, 2, None, None, "")
    for after in (replace(before, turn="Huisarts"), replace(before, decision=back)):
        assert _after(before, 1, after, themed) == 1


def test_a_verdict_turns_no_page_and_another_question_does(themed: Theme, weighing_view: AudienceView) -> None:
    weighing = weighing_view.weighing
    assert weighing is not None
    long = replace(weighing_view, weighing=replace(weighing, reason="w" * 4000))
    unsaid = replace(weighing_view, weighing=replace(weighing, reason="w" * 4000, verdict=None, outcome=None))
    other = replace(weighing_view, weighing=replace(weighing, number=3, question=QUESTIONS[3], reason="w" * 4000))
    assert _after(unsaid, 1, long, themed) == 1
    assert _after(long, 1, other, themed) == 0


def test_a_need_at_a_turning_point_is_seen(themed: Theme, point_view: AudienceView) -> None:
    needs = tuple(ShownAnswer(f"nodig {number}", "Huisarts") for number in range(40))
    before, after = (replace(point_view, point=ShownPoint("Toen", needs[:count])) for count in (39, 40))
    assert _after(before, 0, after, themed) == len(compose(after, 1920, 1080, themed).pages) - 1 > 0
    assert _after(before, 1, replace(after, point=ShownPoint("Later", needs)), themed) == 0


def test_counts_that_take_the_place_of_the_choices_leave_the_page(themed: Theme, scale_view: AudienceView) -> None:
    chosen = replace(scale_view, tally=tuple(Tally("keuze " * 40, 1) for _ in range(20)))
    asked = replace(chosen, tally=(), choices=tuple(ShownChoice("1", "keuze " * 40) for _ in range(20)))
    picture = compose(chosen, 640, 480, themed)
    assert len(picture.pages) > 2
    assert page_after(asked, 1, chosen, picture) == 1
