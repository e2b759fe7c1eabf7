"""Which page the room sees when the view changes."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.audience import AudienceView
from facilitator.core.case_view import ShownAnswer
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
