"""What a view says, as rows of pieces, at one of several sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from facilitator.core.audience import AudienceView, Scene
from facilitator.core.case_view import ShownAnswer
from facilitator.ui.audience import phrases
from facilitator.ui.audience.agreements import agreement_rows
from facilitator.ui.audience.blocks import question_row, text_rows, title_row
from facilitator.ui.audience.cards import card_rows
from facilitator.ui.audience.case_scenes import decision_rows, point_rows, weighing_rows
from facilitator.ui.audience.knowledge import seen_card_rows, seen_claim_rows
from facilitator.ui.audience.look_back import look_back_rows
from facilitator.ui.audience.pieces import Panel, Row
from facilitator.ui.audience.sheet import CALM_LEVELS, LARGE, LEVELS, PAGED, Level, Sheet
from facilitator.ui.audience.tallies import choice_rows, tally_rows
from facilitator.ui.audience.text import BOLD, NORMAL, elided, plain
from facilitator.ui.audience.votes import vote_rows
from facilitator.ui.audience.walk import walk_rows

EASED = 0.89
"""So much smaller than whole may large type be, when that keeps a page together: still a fifth larger than usual."""


def rows_of(view: AudienceView, sheet: Sheet, level: Level) -> tuple[Row, ...]:
    """Everything a page says, from top to bottom."""
    return tuple(_ROWS[view.scene](view, sheet, level))


def running_head(view: AudienceView, sheet: Sheet) -> Row | None:
    """The title again, on one line, above what did not fit on the first page; a picture says itself what it shows."""
    if view.scene in {Scene.PICTURE, Scene.PANEL}:
        return None
    words = phrases.one_line(phrases.headline(view))
    if not words:
        return None
    look = sheet.look(40, BOLD, sheet.theme.accent)
    return Row((Panel(plain(elided(words, look, sheet.width), look), sheet.width),))


def levels(view: AudienceView) -> tuple[Level, ...]:
    """The sizes to try, largest first."""
    if view.scene in {Scene.AGREEMENT, Scene.LOOK_BACK, Scene.DECISION}:
        return CALM_LEVELS[1:]  # a whole sentence stays on few lines
    return CALM_LEVELS if reads(view) else LEVELS


def larger(view: AudienceView, usual: Level) -> tuple[Level, tuple[Level, ...]]:
    """For large type: the sizes to page at, and those to try before; `usual` are those at which the view is shown else.

    What is read grows: it is paged rather than made much smaller again. A title was large enough, and gives way first.
    Marks and choices are compared at a glance, so they stay together while they grow at all.
    """
    titles = (usual.title, round(usual.title / LARGE**0.5), round(usual.title / LARGE))
    paged = replace(usual, title=titles[-1], air=0)
    if usual is PAGED:
        return paged, ()
    compared = bool(view.tally or view.choices)
    smaller = (replace(level, title=min(level.title, titles[-1]), air=0) for level in levels(view))
    eased = (level for level in smaller if level.text < usual.text and (compared or level.text >= EASED * usual.text))
    return paged, (*(replace(usual, title=title) for title in titles), *eased)


def reads(view: AudienceView) -> bool:
    """Whether a page is read rather than looked at: the text of a case, an agreement, what is promised."""
    if view.claim is not None:
        return view.claim.answer is not None
    return view.scene in {Scene.AGREEMENT, Scene.LOOK_BACK, Scene.CONFIDENTIALITY, Scene.CARD} or (
        view.scene is Scene.PAGE and bool(view.case_title)
    )


def answers_of(view: AudienceView) -> tuple[ShownAnswer, ...]:
    """The answers that stand on cards."""
    return view.answers if view.point is None else view.point.needs


def _confidentiality(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    yield title_row(phrases.confidentiality(), sheet, level)
    yield from text_rows(view.text, sheet.width, sheet, level)


def _page(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    if view.title:
        yield title_row(view.title, sheet, level)
    measure = min(sheet.width, (34 if view.case_title else 38) * sheet.look(level.text, NORMAL, "").size)
    yield from text_rows(view.text, measure, sheet, level)
    if view.question:
        yield question_row(view.question, measure, sheet, level)
    yield from card_rows(view.answers, sheet, level)
    yield from choice_rows(view.choices, sheet, level)
    yield from tally_rows(view, sheet, level)
    yield from vote_rows(view, sheet, level)


def _slide(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    """A few words, large; what was typed is plain text."""
    if view.title:
        yield title_row(view.title, sheet, level)
    if view.words:
        look = sheet.look(level.question, NORMAL, sheet.theme.ink, 1.33)
        for number, line in enumerate(filter(None, view.words.split("\n"))):
            yield Row((Panel(plain(line, look), sheet.width),), sheet.px(36 if number == 0 else 20))


def _agreement(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    if view.agreement is not None:
        yield from agreement_rows(view.agreement, sheet, level)


def _look_back(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    if view.look_back is not None:
        yield from look_back_rows(view.look_back, sheet, level)


def _card(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    if view.card is not None:
        yield from seen_card_rows(view.title, view.card, sheet, level)


def _claim(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    if view.claim is not None:
        yield from seen_claim_rows(view, view.claim, sheet, level)


def _point(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    if view.point is not None:
        yield from point_rows(view.point, sheet, level)


def _decision(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    if view.decision is not None:
        yield from decision_rows(view.decision, sheet, level)


def _weighing(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    if view.weighing is not None:
        yield from weighing_rows(view.weighing, sheet, level)


def _walk(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    if view.walk is not None:
        yield from walk_rows(view.walk, sheet, level)


def _drawing(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    from facilitator.ui.audience.drawn import picture_rows  # noqa: PLC0415  40 ms that a resumed session does without

    yield from picture_rows(view, sheet, level)


_ROWS: dict[Scene, Callable[[AudienceView, Sheet, Level], Iterator[Row]]] = {
    Scene.PAGE: _page,
    Scene.AGREEMENT: _agreement,
    Scene.LOOK_BACK: _look_back,
    Scene.SLIDE: _slide,
    Scene.CARD: _card,
    Scene.CLAIM: _claim,
    Scene.TURNING_POINT: _point,
    Scene.DECISION: _decision,
    Scene.WEIGHING: _weighing,
    Scene.PICTURE: _drawing,
    Scene.CONFIDENTIALITY: _confidentiality,
    Scene.WALK: _walk,
    Scene.PANEL: _drawing,
}
"""A scene that says something has its rows here; black and neutral say nothing of a session."""
