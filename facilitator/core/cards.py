"""What events do to knowledge cards before the room: shown on purpose, a claim guessed first and then revealed."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.notebook import Notebook, Outcome
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session
from facilitator.core.shown_card import ShownCard


def show_card(session: Session, event: ev.CardShown) -> Session | Refusal:
    """Put a card before the room in place of what was read or shown there, or take it away.

    It is kept as it was shown last. What was revealed of it stays revealed when it comes back, unless it claims
    something else by now.
    """
    card, course = event.card, session.course
    if card is None:
        return replace(session, course=replace(course, card=None))
    if not card.title.strip() or (card.claim is not None and not card.claim.claim.strip()):
        return Refusal.EMPTY
    if any(each.id == card.id and each.claim != card.claim for each in course.cards_shown):
        session = _unasked(session, card.id)
        course = session.course
    alone = replace(course.bare, card=card, cards_shown=_kept(course.cards_shown, card))
    return replace(session, course=alone)


def _unasked(session: Session, card_id: str) -> Session:
    """The session in which nobody guessed of the claim on this card, and nothing was revealed of it.

    Undo and redo bring no guesses back either: they were of other words.
    """
    course, book = session.course, session.notebook
    hidden = replace(
        course,
        guesses_shown=_noted(course.guesses_shown, card_id, on=False),
        revealed=_noted(course.revealed, card_id, on=False),
    )
    history, undone = (
        tuple(replace(each, notebook=_without_guesses(each.notebook, card_id)) for each in turns)
        for turns in (session.history, session.undone)
    )
    return replace(session, course=hidden, notebook=_without_guesses(book, card_id), history=history, undone=undone)


def _without_guesses(book: Notebook, card_id: str) -> Notebook:
    kept = tuple(each for each in book.guesses if each.card_id != card_id)
    return book if len(kept) == len(book.guesses) else replace(book, guesses=kept)


def show_panel(session: Session, event: ev.PanelShown) -> Session | Refusal:
    """Put a panel of the infographic before the room in place of what was read or shown there, or take it away."""
    panel, course = event.panel, session.course
    if panel is None:
        return replace(session, course=replace(course, panel=None))
    if not panel.title.strip() or not (panel.figures or panel.rows):
        return Refusal.EMPTY
    return replace(session, course=replace(course.bare, panel=panel))


def _kept(shown: tuple[ShownCard, ...], card: ShownCard) -> tuple[ShownCard, ...]:
    """The cards that were shown, in the order of their first time, each as it was the last time."""
    if all(each.id != card.id for each in shown):
        return (*shown, card)
    return tuple(card if each.id == card.id else each for each in shown)


def count_guesses(session: Session, event: ev.GuessesCounted) -> Outcome:
    """Note how many guessed what; nobody at all takes it back."""
    guesses, book = event.guesses, session.notebook
    card = next((each for each in session.course.cards_shown if each.id == guesses.card_id), None)
    if card is None or card.claim is None or min(guesses.counts) < 0:
        return Refusal.UNKNOWN
    others = _without_guesses(book, guesses.card_id)
    return replace(others, guesses=(*others.guesses, guesses)) if any(guesses.counts) else others


def show_guesses(session: Session, event: ev.GuessesShown) -> Session | Refusal:
    """Show the room how it guesses, or hide that again."""
    if not _is_there(session, event.card_id):
        return Refusal.UNKNOWN
    shown = _noted(session.course.guesses_shown, event.card_id, on=event.shown)
    return replace(session, course=replace(session.course, guesses_shown=shown))


def reveal(session: Session, event: ev.ClaimRevealed) -> Session | Refusal:
    """Show the room what the sources say of the claim, or hide that again."""
    if not _is_there(session, event.card_id):
        return Refusal.UNKNOWN
    revealed = _noted(session.course.revealed, event.card_id, on=event.revealed)
    return replace(session, course=replace(session.course, revealed=revealed))


def _is_there(session: Session, card_id: str) -> bool:
    """Whether the room looks at the claim on this card."""
    card = session.course.card
    return card is not None and card.claim is not None and card.id == card_id


def _noted(card_ids: tuple[str, ...], card_id: str, *, on: bool) -> tuple[str, ...]:
    others = tuple(each for each in card_ids if each != card_id)
    return (*others, card_id) if on else others


def guesses_of(session: Session, card_id: str) -> ev.Guesses:
    """How many guessed what of the claim on a card; nobody where nothing was counted."""
    return next((each for each in session.notebook.guesses if each.card_id == card_id), ev.Guesses(card_id))
