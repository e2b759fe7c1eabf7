"""Which page of a view the room sees: the same rule for the window and for its small copy."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from facilitator.core.audience import AudienceView
from facilitator.ui.audience.picture import Picture
from facilitator.ui.audience.scenes import answers_of


def page_after(before: AudienceView | None, page: int, after: AudienceView, picture: Picture) -> int:
    """Give the page to show when the view changes.

    Another question begins at its first page. When an answer is revealed, the room sees the page it is on.
    """
    if before is None or _question(before) != _question(after):
        return 0
    changed = (
        number
        for number, (old, new) in enumerate(zip_longest(answers_of(before), answers_of(after)))
        if new is not None and old != new
    )
    newest = next(changed, None)
    if newest is not None and len(answers_of(after)) > len(answers_of(before)):
        return picture.page_of(newest)
    return min(page, len(picture.pages) - 1)


def _question(view: AudienceView) -> AudienceView:
    """A view without what comes and goes under one question."""
    agreement = view.agreement
    if agreement is not None:
        agreement = replace(agreement, confirmed=False)
    point = None if view.point is None else replace(view.point, needs=())
    weighing = view.weighing
    if weighing is not None:
        weighing = replace(weighing, verdict=None, reason="", others=(), outcome=None)
    bare = replace(view, bar=None, answers=(), choices=(), tally=(), turn="", decision=None)
    bare = replace(bare, voted=None, silence=None)
    return replace(bare, agreement=agreement, point=point, weighing=weighing)
