"""What the facilitator does in a session, as events: the one place of the console that records anything."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.events import Answer, Event, Note, Parked, Screen
from facilitator.core.people import Participant, Partner
from facilitator.core.quick_line import read_line
from facilitator.core.script import Reveal
from facilitator.core.session import Session, State
from facilitator.core.text import one_line
from facilitator.ui.console.reading import Mode, Reading, agreement_of, answer_of
from facilitator.ui.running_session import RunningSession


class Going:
    """Moving through a session and telling the room's screen what to do. Every method says whether it happened."""

    def __init__(self, running: RunningSession) -> None:
        self.running = running

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.running.session

    def do(self, kind: type[Event], **fields: Any) -> bool:  # noqa: ANN401  the fields of that kind of event
        """Record an event happening now."""
        return self.running.do(kind, **fields)

    def next(self) -> bool:
        """Begin, or go to what comes next; False at the end."""
        if self.session.course.state is State.PLANNED:
            return self.do(ev.SessionStarted)
        return self._go(self.session.next_place)

    def previous(self) -> bool:
        """Go to what came before; False at the beginning."""
        return self._go(self.session.previous_place)

    def jump(self, step: int, page: int = 0) -> bool:
        """Go straight to a step (from 0) and page; False when there is none."""
        if not 0 <= step < len(self.session.script.steps):
            return False
        if self.session.course.state is State.PLANNED and not self.do(ev.SessionStarted):
            return False
        return self._go((step, page))

    def _go(self, place: tuple[int, int] | None) -> bool:
        course = self.session.course
        if place is None or place == (course.step, course.page):
            return False
        step, page = place
        return self.do(ev.StepEntered, step_id=self.session.script.steps[step].id, page=page)

    def screen(self, screen: Screen) -> bool:
        """Switch the room's screen to something, or back to what was there."""
        return self.running.toggle_screen(screen)

    def turn_question(self, by: int) -> bool:
        """Put the next (1) or previous (-1) guiding question to the room; past the last is none again."""
        questions: list[str | None] = [None, *(q.id for q in self.session.questions)]
        if len(questions) == 1:
            return False
        at = questions.index(self.session.course.question_id) if self.session.question else 0
        return self.do(ev.QuestionChosen, question_id=questions[(at + by) % len(questions)])

    def toggle_question(self, question_id: str) -> bool:
        """Put this question to the room, or take it away again."""
        now = self.session.course.question_id
        return self.do(ev.QuestionChosen, question_id=None if now == question_id else question_id)

    def undo(self) -> bool:
        """Take back the newest change."""
        return self.running.undo()

    def redo(self) -> bool:
        """Make it again."""
        return self.running.redo()

    def close(self) -> bool:
        """End the session."""
        return self.do(ev.SessionClosed)

    def reopen(self) -> bool:
        """Open it again to correct it."""
        return self.do(ev.SessionReopened)


class Writing(Going):
    """And writing down what is said and agreed."""

    # ---- the typing line

    def take(self, reading: Reading) -> bool:
        """Add what a line means."""
        match reading.mode:
            case Mode.NOTE:
                return self.do(ev.NoteWritten, note=Note(self.running.new_id(), reading.text, self.session.step.id))
            case Mode.PARK:
                return self.do(ev.ItemParked, item=Parked(self.running.new_id(), reading.text, self.session.step.id))
            case Mode.AGREEMENT:
                return self.do(
                    ev.AgreementMade, agreement=agreement_of(self.session, reading.line, self.running.new_id())
                )
            case Mode.ANSWER:
                return self.do(ev.AnswerGiven, answer=answer_of(self.session, reading, self.running.new_id()))

    # ---- answers

    def change_answer(self, answer_id: str, reading: Reading) -> bool:
        """Put an answer right: its words and the organisation it is tied to."""
        return self.do(ev.AnswerChanged, answer_id=answer_id, text=reading.text, partner_id=reading.line.owner_id)

    def remove_answer(self, answer_id: str) -> bool:
        """Take an answer away."""
        return self.do(ev.AnswerRemoved, answer_id=answer_id)

    def toggle_shown(self, answer_id: str) -> bool:
        """Show an answer to the room, or hide it."""
        answer = self.session.answer(answer_id)
        return answer is not None and self.do(ev.AnswersShown, answer_ids=(answer.id,), shown=not answer.shown)

    def reveal(self, chosen: str | None) -> bool:
        """Show the chosen answer, or else the next one that the room has not seen; False when there is none."""
        hidden = self._hidden()
        wanted = chosen if chosen in hidden else next(iter(hidden), None)
        return wanted is not None and self.do(ev.AnswersShown, answer_ids=(wanted,))

    def reveal_all(self) -> bool:
        """Show all answers of this page; False when all are shown."""
        hidden = self._hidden()
        return bool(hidden) and self.do(ev.AnswersShown, answer_ids=hidden)

    def hide(self, chosen: str | None) -> bool:
        """Hide the chosen answer, or else the last of those that are shown; False when there is none."""
        shown = [answer.id for answer in self.session.answers_here() if answer.shown]
        wanted = chosen if chosen in shown else next(reversed(shown), None)
        return wanted is not None and self.do(ev.AnswersShown, answer_ids=(wanted,), shown=False)

    def _hidden(self) -> tuple[str, ...]:
        return tuple(answer.id for answer in self.session.answers_here() if not answer.shown)

    @property
    def can_reveal(self) -> bool:
        """Whether this step has answers that may be shown and are not."""
        return self.session.step.reveal is not Reveal.NEVER and bool(self._hidden())

    def agreement_from(self, chosen: str | None) -> bool:
        """Make an agreement of the chosen answer, or else of the newest here; False when there is none."""
        answer = self.session.answer(chosen) or next(reversed(self.session.answers_here()), None)
        return answer is not None and self.make_agreement(self._draft_of(answer))

    def _draft_of(self, answer: Answer) -> Agreement:
        line = read_line(f"#{answer.text}", self.session.notebook.partners, self.session.details.day)
        if not line.text:
            line = replace(line, text=answer.text)
        return agreement_of(self.session, line, self.running.new_id(), answer)

    # ---- notes and parking lot

    def change_note(self, note_id: str, text: str) -> bool:
        """Put a note right."""
        note = self.note(note_id)
        return note is not None and self.do(ev.NoteChanged, note_id=note_id, text=text, released=note.released)

    def toggle_released(self, note_id: str) -> bool:
        """Put a note in the report, or take it out."""
        note = self.note(note_id)
        return note is not None and self.do(ev.NoteChanged, note_id=note_id, text=note.text, released=not note.released)

    def remove_note(self, note_id: str) -> bool:
        """Take a note away."""
        return self.do(ev.NoteRemoved, note_id=note_id)

    def note(self, note_id: str) -> Note | None:
        """Find a note."""
        return next((n for n in self.session.notebook.notes if n.id == note_id), None)

    def unpark(self, item_id: str) -> bool:
        """Take something off the parking lot."""
        return self.do(ev.ItemUnparked, item_id=item_id)

    # ---- agreements

    def make_agreement(self, agreement: Agreement) -> bool:
        """Record an agreement."""
        return self.do(ev.AgreementMade, agreement=agreement)

    def remove_agreement(self, agreement_id: str) -> bool:
        """Take an agreement away."""
        return self.do(ev.AgreementRemoved, agreement_id=agreement_id)

    def tie(self, answer_id: str, partner_id: str | None) -> bool:
        """Tie an answer to another organisation, or to none."""
        answer = self.session.answer(answer_id)
        return answer is not None and self.do(
            ev.AnswerChanged, answer_id=answer_id, text=answer.text, partner_id=partner_id
        )

    def save_agreement(self, agreement: Agreement) -> bool:
        """Complete an agreement, or put it right; the same again is no change."""
        if self.session.agreement(agreement.id) == agreement:
            return True
        return self.do(ev.AgreementChanged, agreement=agreement)


class Actions(Writing):
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

    def toggle_present(self, participant_id: str) -> bool:
        """Note that a person is there, or is not."""
        person = self.session.participant(participant_id)
        return person is not None and self.save_participant(replace(person, present=not person.present))

    def remove_participant(self, participant_id: str) -> bool:
        """Take a person away whom no agreement names."""
        return self.do(ev.ParticipantRemoved, participant_id=participant_id)

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
