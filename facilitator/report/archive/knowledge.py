"""What a report tells of knowledge that was used: its walks, the cards and the fact checks, as far as its pages do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from facilitator.core import archived_knowledge
from facilitator.core.archived_knowledge import told_of
from facilitator.core.cards import guesses_of
from facilitator.core.codec import map_text
from facilitator.core.events import ArchivedCard, ArchivedClaim, ArchivedLine, ArchivedWalk
from facilitator.report import dates
from facilitator.report.archive.formatted import as_printed, bare
from facilitator.report.archive.told import one_line

if TYPE_CHECKING:
    from facilitator.core.session import Session
    from facilitator.core.shown_card import ShownCard, ShownClaim
    from facilitator.core.walk import Walk


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a session: their markup and their text on one line, and how they would read for another session."""

    session: Session
    show: Callable[[Session], str]
    markup: str
    printed: str

    def tells(self, other: Session) -> bool:
        """Whether they read otherwise for this one, so that they tell what is not in it."""
        return self.show(other) != self.markup

    def has(self, text: str) -> bool:
        """Whether a text stands on them."""
        return one_line(text) in self.printed

    def words(self, text: str) -> str:
        """Give a text that stands on them."""
        return text if self.has(text) else ""

    def formatted(self, text: str) -> str:
        """Give a Markdown text whose words stand on them."""
        return bare(text) if text and self.has(as_printed(text)) else ""


def walks(pages: Pages) -> Iterator[ArchivedWalk]:
    """Give the walks that are told of."""
    book = pages.session.notebook
    for walk in book.walks:
        others = tuple(each for each in book.walks if each is not walk)
        if pages.tells(_with(pages.session, walks=others)):
            told = _walk(walk, pages)
            if archived_knowledge.can_be(told):
                yield told


def _walk(walk: Walk, pages: Pages) -> ArchivedWalk:
    whole = told_of(walk)
    plain = map_text(replace(whole, text="", to_do=(), lines=()), pages.words)
    return replace(
        plain,
        lines=tuple(_line(line, pages) for line in whole.lines),
        text=pages.formatted(whole.text),
        to_do=tuple(filter(None, map(pages.formatted, whole.to_do))),
    )


def _line(line: ArchivedLine, pages: Pages) -> ArchivedLine:
    told = map_text(line, pages.words)
    return told if line.by is None or pages.has(dates.in_words(line.by)) else replace(told, by=None)


def cards(pages: Pages) -> Iterator[ArchivedCard]:
    """Give the cards that stood before the room and are no fact check, of which the pages tell the title."""
    for card in pages.session.course.cards_shown:
        if card.claim is None and pages.words(card.title).strip() and _is_told(card, pages):
            told = map_text(ArchivedCard(card.title, card.summary, card.sources), pages.words)
            yield replace(told, sources=tuple(filter(None, told.sources)))


def claims(pages: Pages) -> Iterator[ArchivedClaim]:
    """Give the fact checks of which the pages tell the claim.

    Each with how many guessed what where that is told, and whether the answer was heard.
    """
    for card in pages.session.course.cards_shown:
        if card.claim is not None and pages.words(card.claim.claim).strip() and _is_told(card, pages):
            yield _claim(card, card.claim, pages)


def _claim(card: ShownCard, claim: ShownClaim, pages: Pages) -> ArchivedClaim:
    session = pages.session
    told = map_text(ArchivedClaim(claim.claim, claim.verdict, claim.says, sources=card.sources), pages.words)
    counts = guesses_of(session, card.id)
    others = tuple(one for one in session.notebook.guesses if one is not counts)
    if not pages.tells(_with(session, guesses=others)):
        counts = replace(counts, true=0, partly=0, false=0)
    hidden = tuple(each for each in session.course.revealed if each != card.id)
    return replace(
        told,
        sources=tuple(filter(None, told.sources)),
        may_say=pages.formatted(claim.may_say),
        strength=pages.formatted(claim.strength),
        true=counts.true,
        partly=counts.partly,
        false=counts.false,
        revealed=pages.tells(replace(session, course=replace(session.course, revealed=hidden))),
    )


def _is_told(card: ShownCard, pages: Pages) -> bool:
    """Whether the pages tell of a card; they are made anew to know it."""
    course = pages.session.course
    others = tuple(each for each in course.cards_shown if each is not card)
    return pages.tells(replace(pages.session, course=replace(course, cards_shown=others)))


def _with(session: Session, **parts: Any) -> Session:  # noqa: ANN401  parts of a notebook
    return replace(session, notebook=replace(session.notebook, **parts))
