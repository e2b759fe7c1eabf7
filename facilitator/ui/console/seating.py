"""Seating: who is in the room and where they sit, what they promised each other, as events."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.core import events as ev
from facilitator.core.attendance import attendance
from facilitator.core.confidentiality import pledge_of
from facilitator.core.people import Participant, Stay
from facilitator.ui.console.counting import Counting


class Seating(Counting):
    """And what happens around the table. Every method says whether it happened; the same again is no change."""

    # ---- coming and going

    def toggle_present(self, participant_id: str) -> bool:
        """Note that a person came into the room, or left it."""
        person = self.session.participant(participant_id)
        return person is not None and self.do(ev.PresenceSet, participant_id=participant_id, present=not person.present)

    def correct_presence(self, participant_id: str, stays: tuple[Stay, ...]) -> bool:
        """Put right when a person was in the room."""
        if attendance(self.session, participant_id) == stays:
            return True
        return self.do(ev.PresenceCorrected, participant_id=participant_id, stays=stays)

    # ---- where they sit

    def seat(self, partner_id: str, place: int) -> bool:
        """Let an organisation sit at a place, from 0; False when it is not there or sits there already."""
        seats = [partner.id for partner in self.session.notebook.partners]
        if partner_id not in seats:
            return False
        before = seats.index(partner_id)
        after = max(0, min(place, len(seats) - 1))
        if before == after:
            return False
        seats.insert(after, seats.pop(before))
        return self.do(ev.PartnersSeated, partner_ids=tuple(seats))

    def move_seat(self, partner_id: str, by: int) -> bool:
        """Let an organisation sit one place on (1) or back (-1)."""
        seats = [partner.id for partner in self.session.notebook.partners]
        return partner_id in seats and self.seat(partner_id, seats.index(partner_id) + by)

    # ---- confidentiality

    def show_confidentiality(self, text: str | None) -> bool:
        """Put the text before the room, or take it away."""
        if self.session.course.confidentiality == (text or ""):
            return True
        return self.do(ev.ConfidentialityShown, text=text)

    def toggle_pledge(self, participant_id: str, text: str) -> bool:
        """Note that a person agreed to the text, or take that back."""
        pledged = pledge_of(self.session, participant_id) is None
        return self.do(
            ev.ConfidentialityPledged, participant_ids=(participant_id,), text=text if pledged else "", pledged=pledged
        )

    def pledge(self, people: Sequence[Participant], text: str) -> bool:
        """Note that all these persons agreed to the text."""
        return bool(people) and self.do(
            ev.ConfidentialityPledged, participant_ids=tuple(person.id for person in people), text=text
        )
