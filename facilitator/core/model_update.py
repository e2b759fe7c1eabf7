"""A newer model held against the agreements that a municipality made from an older one, paragraph by paragraph.

Nothing is taken over by itself, and nothing that a municipality wrote or filled in is thrown away: whatever way is
chosen, its own words and what it filled in stay.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from facilitator.core.model_agreement import Chapter, ModelAgreement, Paragraph
from facilitator.core.own_agreement import Choice, OwnAgreement, flowing, terms_of, text_of, with_chosen


class Fate(Enum):
    """What a newer model does with a paragraph."""

    ADDED = auto()
    CHANGED = auto()
    REMOVED = auto()


class Way(Enum):
    """What a municipality does with that.

    KEEP leaves what holds as it is (a new paragraph does not apply), TAKE_OVER follows the model, ADJUST begins own
    words: with those of the newer model where there were none.
    """

    KEEP = auto()
    TAKE_OVER = auto()
    ADJUST = auto()


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """A paragraph as it was (None: it is new) and as the newer model has it (None: it is gone there)."""

    fate: Fate
    old: Paragraph | None
    new: Paragraph | None

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph, as the newer model has it when it does."""
        found = self.new or self.old
        assert found is not None  # noqa: S101  a change is about something
        return found

    @property
    def ways(self) -> tuple[Way, ...]:
        """What can be done with it: what is gone from the model is kept, or let go as there."""
        return (Way.KEEP, Way.TAKE_OVER) if self.new is None else (Way.KEEP, Way.TAKE_OVER, Way.ADJUST)


def changes(own: OwnAgreement, newest: ModelAgreement) -> tuple[ParagraphChange, ...]:
    """Everything of a newer model that the municipality did not deal with yet, in the order of that model."""
    olds = {paragraph.id: paragraph for paragraph in own.model.paragraphs}
    news = {paragraph.id: paragraph for paragraph in newest.paragraphs}
    there = (_change(olds.get(each), paragraph) for each, paragraph in news.items())
    gone = (
        ParagraphChange(Fate.REMOVED, paragraph, None)
        for each, paragraph in olds.items()
        if each not in news and each not in own.beyond
    )
    return (*(change for change in there if change is not None), *gone)


def _change(old: Paragraph | None, new: Paragraph) -> ParagraphChange | None:
    if old == new:
        return None
    return ParagraphChange(Fate.ADDED if old is None else Fate.CHANGED, old, new)


def deal_with(own: OwnAgreement, newest: ModelAgreement, change: ParagraphChange, way: Way) -> OwnAgreement:
    """Deal with a paragraph of a newer model. When all are dealt with, the rest of that model is followed."""
    if change.new is None:
        dealt = _without(own, change.paragraph) if way is Way.TAKE_OVER else _beyond(own, change.paragraph.id)
    elif change.old is None:
        dealt = _added(own, newest, change.new, way)
    else:
        dealt = _changed(own, change.old, change.new, way)
    return followed(dealt, newest)


def followed(own: OwnAgreement, newest: ModelAgreement) -> OwnAgreement:
    """Take the order, the chapters and all that is no paragraph from a newer model, once each paragraph was dealt with.

    What the municipality keeps beyond it stands at the end of its chapter, or in a chapter of its own.
    """
    if changes(own, newest):
        return own
    news = {paragraph.id for paragraph in newest.paragraphs}
    kept = tuple(each for each in own.beyond if each not in news)
    chapters = list(newest.chapters)
    for chapter in own.model.chapters:
        mine = tuple(each for each in chapter.paragraphs if each.id in kept)
        place = next((n for n, each in enumerate(chapters) if each.id == chapter.id), None)
        if mine and place is None:
            chapters.append(replace(chapter, paragraphs=mine))
        elif mine and place is not None:
            chapters[place] = replace(chapters[place], paragraphs=(*chapters[place].paragraphs, *mine))
    model = replace(newest, chapters=tuple(chapters))
    there = {paragraph.id for paragraph in model.paragraphs}
    chosen = tuple(each for each in own.chosen if each.paragraph_id in there)
    return replace(own, model=model, chosen=chosen, beyond=kept)


def newest_of(models: tuple[ModelAgreement, ...], model_id: str) -> ModelAgreement | None:
    """Of all models with this id the one that was checked last; of two on one day the later in the row."""
    found = [model for model in models if model.id == model_id]
    return max(reversed(found), key=lambda model: model.checked_on, default=None)


# ---- one paragraph


def _changed(own: OwnAgreement, old: Paragraph, new: Paragraph, way: Way) -> OwnAgreement:
    before, holds, used = own.of(old.id), text_of(own, old), terms_of(own, old)
    chapters = tuple(
        replace(chapter, paragraphs=tuple(new if each.id == new.id else each for each in chapter.paragraphs))
        for chapter in own.model.chapters
    )
    own = replace(own, model=replace(own.model, chapters=chapters))
    terms = tuple(term for term in used if term not in new.terms)
    if way is Way.TAKE_OVER:
        return with_chosen(own, replace(before, choice=Choice.TAKEN_OVER))
    if way is Way.ADJUST:
        text = before.text if before.choice is Choice.ADJUSTED else flowing(new.text)
        return with_chosen(own, replace(before, choice=Choice.ADJUSTED, text=text, terms=terms))
    if before.choice is Choice.TAKEN_OVER:  # what held goes on to hold, as words of their own now
        return with_chosen(own, replace(before, choice=Choice.ADJUSTED, text=holds, terms=terms))
    return with_chosen(own, replace(before, terms=terms))


def _added(own: OwnAgreement, newest: ModelAgreement, new: Paragraph, way: Way) -> OwnAgreement:
    home = next(chapter for chapter in newest.chapters if any(each.id == new.id for each in chapter.paragraphs))
    own = replace(own, model=replace(own.model, chapters=_put(own.model.chapters, home, new)))
    choice = {Way.KEEP: Choice.NOT_APPLICABLE, Way.TAKE_OVER: Choice.TAKEN_OVER, Way.ADJUST: Choice.ADJUSTED}[way]
    text = flowing(new.text) if way is Way.ADJUST else ""
    return with_chosen(own, replace(own.of(new.id), choice=choice, text=text))


def _put(chapters: tuple[Chapter, ...], home: Chapter, new: Paragraph) -> tuple[Chapter, ...]:
    if all(chapter.id != home.id for chapter in chapters):
        return (*chapters, replace(home, paragraphs=(new,)))
    return tuple(
        replace(chapter, paragraphs=(*chapter.paragraphs, new)) if chapter.id == home.id else chapter
        for chapter in chapters
    )


def _beyond(own: OwnAgreement, paragraph_id: str) -> OwnAgreement:
    return replace(own, beyond=(*own.beyond, paragraph_id))


def _without(own: OwnAgreement, gone: Paragraph) -> OwnAgreement:
    parts = (
        replace(chapter, paragraphs=tuple(each for each in chapter.paragraphs if each.id != gone.id))
        for chapter in own.model.chapters
    )
    chapters = tuple(chapter for chapter in parts if chapter.paragraphs)
    chosen = tuple(each for each in own.chosen if each.paragraph_id != gone.id)
    return replace(own, model=replace(own.model, chapters=chapters), chosen=chosen)
