"""What the facilitator does in a session, as events: the one place of the console that records anything.

Going moves, Writing writes down, Casework lives through a case, Counting counts and puts together, Seating is about who
is in the room and where, Showing shows what is known, and Actions adds who is at the table and what is decided about
personal data.
"""

from __future__ import annotations

from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.held import replaced
from facilitator.core.people import Participant, Partner
from facilitator.core.session import State
from facilitator.core.text import one_line
from facilitator.ui.console.showing import Showing


class Actions(Showing):
    """And who is at the table."""

    def add_partner(self, name: str) -> bool:
        """Let an organisation join."""
        return self.do(ev.PartnerAdded, partner=Partner(self.running.new_id(), one_line(name)))

    def rename_partner(self, partner_id: str, name: str) -> bool:
        """Put its name right; the same again is no change."""
        partner = self.session.partner(partner_id)
        if partner is not None and partner.name == one_line(name):
            return True
        return self.do(ev.PartnerRenamed, partner_id=partner_id, name=one_line(name))

    def remove_partner(self, partner_id: str) -> bool:
        """Take an organisation away that nothing names."""
        return self.do(ev.PartnerRemoved, partner_id=partner_id)

    def add_participant(self, participant: Participant) -> bool:
        """Let a person join. Who comes after the meeting began is a walk-in."""
        walk_in = self.session.course.state is not State.PLANNED
        person = replace(participant, id=self.running.new_id(), walk_in=walk_in)
        return self.do(ev.ParticipantAdded, participant=person)

    def save_participant(self, participant: Participant) -> bool:
        """Put a person's record right; the same again is no change."""
        if self.session.participant(participant.id) == participant:
            return True
        return self.do(ev.ParticipantChanged, participant=participant)

    def remove_participant(self, participant_id: str) -> bool:
        """Take a person away whom no agreement names."""
        return self.do(ev.ParticipantRemoved, participant_id=participant_id)

    # ---- what looks like personal data

    def settle(self, subject_id: str, words: str, decision: ev.Decision) -> bool:
        """Note what was decided about words that look like personal data."""
        return self.do(ev.FindingSettled, subject_id=subject_id, text=words, decision=decision)

    def replace_words(self, subject_id: str, old: str, new: str) -> bool:
        """Put other words in place everywhere in a text; False when that text is gone."""
        rewriting = replaced(self.session, subject_id, old, new)
        return rewriting is not None and self.do(rewriting[0], **rewriting[1])

    # ---- reading back

    def read_back(self, agreement_id: str | None) -> bool:
        """Show an agreement to the room to be confirmed, or stop doing so."""
        if self.session.course.read_back == agreement_id:
            return True
        return self.do(ev.AgreementReadBack, agreement_id=agreement_id)

    def confirm(self, agreement_id: str, confirmed: bool = True) -> bool:
        """Note that the room said yes, or took that back."""
        agreement = self.session.agreement(agreement_id)
        if agreement is not None and agreement.confirmed == confirmed:
            return True
        return self.do(ev.AgreementConfirmed, agreement_id=agreement_id, confirmed=confirmed)
