"""Writing: what is said, noted and agreed, as events."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.events import Answer, Note, Parked, TurningPoint
from facilitator.core.quick_line import read_line
from facilitator.core.script import Reveal
from facilitator.core.spotting import held_ids
from facilitator.ui.console.going import Going
from facilitator.ui.console.playing import before_the_room
from facilitator.ui.console.reading import Mode, Reading, agreement_of, answer_of


class Writing(Going):
    """And writing down what is said and agreed."""

    # ---- the typing line

    def take(self, reading: Reading, point_id: str = "") -> bool:
        """Add what a line means; `point_id` is the turning point at which it says what was needed."""
        match reading.mode:
            case Mode.NOTE:
                return self.do(ev.NoteWritten, note=Note(self.running.new_id(), reading.text, self.session.step.id))
            case Mode.PARK:
                return self.do(ev.ItemParked, item=Parked(self.running.new_id(), reading.text, self.session.step.id))
            case Mode.AGREEMENT:
                return self.do(
                    ev.AgreementMade, agreement=agreement_of(self.session, reading.line, self.running.new_id())
                )
            case Mode.TURNING_POINT:
                return self.mark_point(reading.text)
            case Mode.ANSWER | Mode.NEED | Mode.GROUP:
                point = self.session.turning_point(point_id)
                answer = answer_of(self.session, reading, self.running.new_id(), point)
                return self.do(ev.AnswerGiven, answer=answer)

    def mark_point(self, text: str, point_id: str = "") -> bool:
        """Mark a turning point of the present moment, or put the words of one right."""
        point = self.session.turning_point(point_id)
        moment = self.session.moment
        if point is not None:
            return point.text == text or self.do(ev.TurningPointMarked, point=replace(point, text=text))
        if moment is None:
            return False
        return self.do(ev.TurningPointMarked, point=TurningPoint(self.running.new_id(), moment.id, text))

    # ---- answers

    def change_answer(self, answer_id: str, reading: Reading) -> bool:
        """Put an answer right: its words, the organisation it is tied to, and its role."""
        line = reading.line
        return self.do(
            ev.AnswerChanged,
            answer_id=answer_id,
            text=reading.text,
            partner_id=line.owner_id,
            role=line.role,
            order=reading.order,
        )

    def remove_answer(self, answer_id: str) -> bool:
        """Take an answer away."""
        return self.do(ev.AnswerRemoved, answer_id=answer_id)

    def tie(self, answer_id: str, partner_id: str | None) -> bool:
        """Tie an answer to another organisation, or to none."""
        answer = self.session.answer(answer_id)
        return answer is not None and self.do(
            ev.AnswerChanged, answer_id=answer_id, text=answer.text, partner_id=partner_id, role=answer.role
        )

    def play(self, answer_id: str, role: str) -> bool:
        """Say from which role of the case an answer was given, or from none."""
        answer = self.session.answer(answer_id)
        return answer is not None and self.do(
            ev.AnswerChanged, answer_id=answer_id, text=answer.text, partner_id=answer.partner_id, role=role
        )

    def toggle_shown(self, answer_id: str) -> bool:
        """Show an answer to the room, or hide it."""
        answer = self.session.answer(answer_id)
        return answer is not None and self.do(ev.AnswersShown, answer_ids=(answer.id,), shown=not answer.shown)

    def reveal(self, chosen: str | None) -> bool:
        """Show the chosen answer, or else the next one that the room has not seen; False when there is none."""
        hidden = self._hidden()
        wanted = chosen if chosen in hidden else next(iter(self._free(hidden)), None)
        return wanted is not None and self.do(ev.AnswersShown, answer_ids=(wanted,))

    def reveal_all(self) -> bool:
        """Show all answers of this page but those that are held back; False when there is none to show."""
        hidden = self._hidden()
        return bool(hidden) and self.do(ev.AnswersShown, answer_ids=self._free(hidden))

    def hide(self, chosen: str | None) -> bool:
        """Hide the chosen answer, or else the last of those that are shown; False when there is none."""
        shown = [answer.id for answer in before_the_room(self.session) if answer.shown]
        wanted = chosen if chosen in shown else next(reversed(shown), None)
        return wanted is not None and self.do(ev.AnswersShown, answer_ids=(wanted,), shown=False)

    def _hidden(self) -> tuple[str, ...]:
        return tuple(answer.id for answer in before_the_room(self.session) if not answer.shown)

    def _free(self, answer_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Those that nothing holds back; when all are held, all: it is refused, and told why."""
        held = held_ids(self.session.notebook)
        return tuple(answer_id for answer_id in answer_ids if answer_id not in held) or answer_ids

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

    # ---- regional agreements

    def mark_paragraph(self, mark: ev.ParagraphMark) -> bool:
        """Note that a paragraph chafes or works."""
        return self.do(ev.ParagraphMarked, mark=mark)

    def unmark_paragraph(self, mark_id: str) -> bool:
        """Take that back."""
        return self.do(ev.ParagraphUnmarked, mark_id=mark_id)

    # ---- slides

    def write_slide(self, slide: ev.Slide) -> bool:
        """Keep a slide; the same again is no change."""
        return self.session.slide(slide.id) == slide or self.do(ev.SlideWritten, slide=slide)

    def remove_slide(self, slide_id: str) -> bool:
        """Throw it away."""
        return self.do(ev.SlideRemoved, slide_id=slide_id)

    def show_slide(self, slide_id: str | None) -> bool:
        """Put a slide before the room, or take away what is there."""
        return self.session.course.slide_id == slide_id or self.do(ev.SlideShown, slide_id=slide_id)

    # ---- agreements

    def make_agreement(self, agreement: Agreement) -> bool:
        """Record an agreement."""
        return self.do(ev.AgreementMade, agreement=agreement)

    def remove_agreement(self, agreement_id: str) -> bool:
        """Take an agreement away."""
        return self.do(ev.AgreementRemoved, agreement_id=agreement_id)

    def save_agreement(self, agreement: Agreement) -> bool:
        """Complete an agreement, or put it right; the same again is no change."""
        if self.session.agreement(agreement.id) == agreement:
            return True
        return self.do(ev.AgreementChanged, agreement=agreement)
