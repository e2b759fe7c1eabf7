"""What events do to the notebook of a session. Each function gives the new notebook, or why not."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.kept import add, drop, put
from facilitator.core.notebook import Outcome
from facilitator.core.people import Participant, Presence, Stay
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session, State
from facilitator.core.spotting import would_hold
from facilitator.core.text import fold

# ---- details and people


def change_details(session: Session, event: ev.DetailsChanged) -> Outcome:
    """Put date, place or times right."""
    return replace(session.notebook, details=event.details)


def divide_time(session: Session, event: ev.TimeDivided) -> Outcome:
    """Give the steps other minutes while the meeting runs."""
    if session.course.state is not State.RUNNING:
        return Refusal.NOT_RUNNING
    if len(event.minutes) != len(session.steps) or min(event.minutes) < 0:
        return Refusal.UNKNOWN
    minutes = (0 if session.is_dropped(number) else planned for number, planned in enumerate(event.minutes))
    return replace(session.notebook, divided=tuple(minutes))


def add_partner(session: Session, event: ev.PartnerAdded) -> Outcome:
    """Let an organisation join, unless one of that name is there."""
    book = session.notebook
    if not event.partner.name.strip():
        return Refusal.EMPTY
    if any(fold(p.name) == fold(event.partner.name) for p in book.partners):
        return Refusal.DOUBLE
    partners = add(book.partners, event.partner)
    return partners if isinstance(partners, Refusal) else replace(book, partners=partners)


def rename_partner(session: Session, event: ev.PartnerRenamed) -> Outcome:
    """Put an organisation's name right."""
    book = session.notebook
    if not event.name.strip():
        return Refusal.EMPTY
    if any(fold(p.name) == fold(event.name) for p in book.partners if p.id != event.partner_id):
        return Refusal.DOUBLE
    partners = put(book.partners, event.partner_id, lambda p: replace(p, name=event.name))
    return partners if isinstance(partners, Refusal) else replace(book, partners=partners)


def remove_partner(session: Session, event: ev.PartnerRemoved) -> Outcome:
    """Take an organisation away that nothing names."""
    book = session.notebook
    named = (
        any(p.partner_id == event.partner_id for p in book.participants)
        or any(a.partner_id == event.partner_id for a in book.answers)
        or any(a.concerns(event.partner_id) for a in book.agreements)
        or any(said.by_id == event.partner_id for said in book.looked_back)
    )
    if named:
        return Refusal.IN_USE
    partners = drop(book.partners, event.partner_id)
    return partners if isinstance(partners, Refusal) else replace(book, partners=partners)


def _bad_participant(session: Session, participant: Participant) -> Refusal | None:
    if not participant.name.strip() and not participant.role.strip():
        return Refusal.EMPTY
    return None if session.partner(participant.partner_id) else Refusal.UNKNOWN


def add_participant(session: Session, event: ev.ParticipantAdded) -> Outcome:
    """Let a person join."""
    if bad := _bad_participant(session, event.participant):
        return bad
    person, book = event.participant, session.notebook
    participants = add(book.participants, person)
    if isinstance(participants, Refusal):
        return participants
    came = person.present and session.course.state is State.RUNNING
    presences = (*book.presences, Presence(person.id, (Stay(event.at),))) if came else book.presences
    return replace(book, participants=participants, presences=presences)


def change_participant(session: Session, event: ev.ParticipantChanged) -> Outcome:
    """Put a person's record right. Agreements they own move to no other organisation by this."""
    person = event.participant
    if bad := _bad_participant(session, person):
        return bad
    owned = [a for a in session.notebook.agreements if a.owner_participant_id == person.id]
    if any(a.owner_id != person.partner_id for a in owned):
        return Refusal.IN_USE
    book, before = session.notebook, session.participant(person.id)
    participants = put(book.participants, person.id, lambda _: person)
    if isinstance(participants, Refusal):
        return participants
    if before is not None and before.present != person.present:  # said of the whole meeting
        book = replace(book, presences=tuple(p for p in book.presences if p.participant_id != person.id))
    return replace(book, participants=participants)


def remove_participant(session: Session, event: ev.ParticipantRemoved) -> Outcome:
    """Take a person away whom no agreement names, with all that was noted of them; their roles are free again."""
    book = session.notebook
    if any(a.owner_participant_id == event.participant_id for a in book.agreements):
        return Refusal.IN_USE
    participants = drop(book.participants, event.participant_id)
    if isinstance(participants, Refusal):
        return participants
    gone = event.participant_id
    return replace(
        book,
        participants=participants,
        deals=tuple(deal for deal in book.deals if deal.participant_id != gone),
        presences=tuple(presence for presence in book.presences if presence.participant_id != gone),
        pledges=tuple(pledge for pledge in book.pledges if pledge.participant_id != gone),
    )


# ---- notes and parking lot


def write_note(session: Session, event: ev.NoteWritten) -> Outcome:
    """Write a private note."""
    if not event.note.text.strip():
        return Refusal.EMPTY
    notes = add(session.notebook.notes, event.note)
    return notes if isinstance(notes, Refusal) else replace(session.notebook, notes=notes)


def change_note(session: Session, event: ev.NoteChanged) -> Outcome:
    """Put a private note right, or release it for the report; new words that look personal are not released."""
    if not event.text.strip():
        return Refusal.EMPTY
    book, holds = session.notebook, would_hold(session.notebook, event)
    if event.released and holds and any(n.id == event.note_id and n.text == event.text for n in book.notes):
        return Refusal.PERSONAL
    released = event.released and not holds
    notes = put(book.notes, event.note_id, lambda n: replace(n, text=event.text, released=released))
    return notes if isinstance(notes, Refusal) else replace(book, notes=notes)


def remove_note(session: Session, event: ev.NoteRemoved) -> Outcome:
    """Take a private note away."""
    notes = drop(session.notebook.notes, event.note_id)
    return notes if isinstance(notes, Refusal) else replace(session.notebook, notes=notes)


def park(session: Session, event: ev.ItemParked) -> Outcome:
    """Put something on the parking lot."""
    if not event.item.text.strip():
        return Refusal.EMPTY
    parked = add(session.notebook.parked, event.item)
    return parked if isinstance(parked, Refusal) else replace(session.notebook, parked=parked)


def change_parked(session: Session, event: ev.ParkedChanged) -> Outcome:
    """Put the words of something on the parking lot right."""
    if not event.item.text.strip():
        return Refusal.EMPTY
    parked = put(session.notebook.parked, event.item.id, lambda item: replace(item, text=event.item.text))
    return parked if isinstance(parked, Refusal) else replace(session.notebook, parked=parked)


def unpark(session: Session, event: ev.ItemUnparked) -> Outcome:
    """Take something off the parking lot."""
    parked = drop(session.notebook.parked, event.item_id)
    return parked if isinstance(parked, Refusal) else replace(session.notebook, parked=parked)
