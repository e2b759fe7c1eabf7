"""How a typed line is understood before Enter, and what Enter would make of it. Pure: nothing happens here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from facilitator.core.agreement import Agreement, Origin
from facilitator.core.events import Answer, TurningPoint
from facilitator.core.options import options_here
from facilitator.core.quick_line import QuickLine, read_line
from facilitator.core.refusal import Refusal
from facilitator.core.script import Answering
from facilitator.core.session import Session
from facilitator.core.text import fold, one_line
from facilitator.ui.console.phrases import joined, names_of
from facilitator.ui.console.playing import roles_here
from facilitator.ui.console.voting import Counted, order_numbers, read_vote
from facilitator.ui.dates import weekday_and_day
from facilitator.words import _


class Mode(StrEnum):
    """What the typing line is for at the moment."""

    ANSWER = "answer"
    NOTE = "note"
    PARK = "park"
    AGREEMENT = "agreement"
    TURNING_POINT = "turning-point"
    NEED = "need"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line means. `problem` says why Enter would not help yet; `words` is what the strip shows.

    `dots` is there where it counts dots, `order` where it puts options in order.
    """

    mode: Mode
    line: QuickLine
    words: str = ""
    problem: str = ""
    dots: Counted | None = None
    order: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words that are kept."""
        return self.line.text

    @property
    def unknown(self) -> str:
        """The first organisation named that is not at the table, or empty."""
        return self.line.unknown[0] if self.line.unknown else ""


def read_typed(session: Session, typed: str, mode: Mode, *, changing: bool = False) -> Reading:
    """Understand what was typed in a mode. What is put right (`changing`) is not tied to who has the floor."""
    if mode in {Mode.NOTE, Mode.PARK, Mode.TURNING_POINT, Mode.GROUP}:
        text = one_line(typed)
        return Reading(mode, QuickLine(text), problem="" if text else _(Refusal.EMPTY.value))
    partners, day = session.notebook.partners, session.details.day
    if mode is Mode.AGREEMENT and not typed.lstrip().startswith("#"):
        typed = f"#{typed}"
    line = read_line(typed, partners, day, keep_when=True, roles=named_roles(session, mode))
    if not line.text or _only_mentions(line):
        return Reading(Mode.AGREEMENT if line.is_agreement else mode, replace(line, text=""), problem=_no_text(typed))
    if line.is_agreement:
        return Reading(Mode.AGREEMENT, line, _agreement_words(session, line))
    return _answer(session, line, mode, changing=changing)


def named_roles(session: Session, mode: Mode) -> tuple[str, ...]:
    """The roles that `@` can mean. What is needed is asked of an organisation: that goes before a role of its name."""
    roles = roles_here(session)
    if mode is not Mode.NEED:
        return roles
    organisations = {fold(partner.name) for partner in session.notebook.partners}
    return tuple(role for role in roles if fold(role) not in organisations)


def _only_mentions(line: QuickLine) -> bool:
    """Whether nothing but a known organisation was typed: that is a tie with nothing tied to it."""
    return line.text.startswith("@") and not line.unknown


def _no_text(typed: str) -> str:
    return _(Refusal.EMPTY.value) if typed.strip(" #") else ""


def _answer(session: Session, line: QuickLine, mode: Mode, *, changing: bool) -> Reading:
    step = session.step
    if step.answering is Answering.NONE:
        return Reading(mode, line, problem=_(Refusal.NO_ANSWERS.value))
    if step.answering is Answering.SCALE and line.text not in step.marks:
        return Reading(mode, line, problem=_(Refusal.NOT_ON_SCALE.value))
    if step.answering is Answering.CHOICE:
        choice = _choice(step.choices, line.text)
        if not choice:
            choices = joined([f"‘{choice}’" for choice in step.choices])
            return Reading(mode, line, problem=_("Choose from {choices}.").format(choices=choices))
        line = replace(line, text=choice)
    vote = read_vote(session, line.text) if step.answering.of_options and mode is Mode.ANSWER else None
    if vote is not None and (vote.problem or vote.dots):
        return Reading(mode, line, vote.words or vote.problem, vote.problem, vote.dots)
    line = _with_others(session, line)
    if mode is Mode.ANSWER and not changing and not line.owner_id and not line.role:
        line = _by_turn(session, line)
    tied = _tied_words(session, line, mode)
    if vote is None:
        return Reading(mode, line, tied)
    return Reading(mode, line, " · ".join(part for part in (vote.words, tied) if part), order=vote.order)


def _by_turn(session: Session, line: QuickLine) -> QuickLine:
    """An answer that names nobody is of who has the floor."""
    floor = session.course.turn
    if session.partner(floor) is not None and not line.everyone:
        return replace(line, partner_ids=(floor or "",))
    return replace(line, role=floor) if floor in roles_here(session) and floor else line


def _tied_words(session: Session, line: QuickLine, mode: Mode) -> str:
    owner = session.partner(line.owner_id)
    who = " · ".join(part for part in (line.role, "" if owner is None else owner.name) if part)
    if mode is Mode.NEED:
        return _("needed from {partner}").format(partner=who) if who else _("needed from whom? @ names them")
    if line.role:
        return _("answer as {role}").format(role=who)
    return _("answer of {partner}").format(partner=who) if who else ""


def _with_others(session: Session, line: QuickLine) -> QuickLine:
    """An answer is tied to one organisation; others that were named stay in its words."""
    others = [p.name for p in session.notebook.partners if p.id in line.with_ids and p.name not in line.text]
    if not others:
        return line
    names = names_of(session, line.with_ids) if line.everyone else joined(others)
    return replace(line, text=f"{line.text} ({names})")


def _choice(choices: tuple[str, ...], typed: str) -> str:
    """The choice meant: its number, its words, or the only one that begins so."""
    if typed.isdigit() and 1 <= int(typed) <= len(choices) and typed not in choices:
        return choices[int(typed) - 1]
    wanted = fold(typed)
    same = [choice for choice in choices if fold(choice) == wanted]
    near = same or [choice for choice in choices if fold(choice).startswith(wanted)]
    return near[0] if len(near) == 1 else ""


def _agreement_words(session: Session, line: QuickLine) -> str:
    owner = session.partner(line.owner_id)
    parts = [owner.name if owner else _("no owner yet")]
    if others := names_of(session, line.with_ids):
        parts.append(_("with {names}").format(names=others))
    parts.append(when_of(line) or _("no date yet"))
    if back := names_of(session, line.feedback_ids):
        parts.append(_("feedback to {names}").format(names=back))
    return _("agreement: {parts}").format(parts=" · ".join(parts))


def when_of(line: QuickLine) -> str:
    """The day in words (`vóór dinsdag 1 december 2026`), or the rhythm, or empty."""
    if line.deadline is not None:
        return _("before {day}").format(day=weekday_and_day(line.deadline))
    return line.rhythm


# ---- what Enter makes of it


def answer_of(session: Session, reading: Reading, new_id: str, point: TurningPoint | None = None) -> Answer:
    """The answer that a line gives here, or what it says was needed at a turning point."""
    moment = session.moment
    moment_id = None if moment is None else moment.id
    return Answer(
        new_id,
        session.step.id,
        reading.text,
        reading.line.owner_id,
        session.course.question_id if point is None else None,
        moment_id if point is None else point.moment_id,
        role=reading.line.role,
        order=reading.order,
        turning_point_id=None if point is None else point.id,
    )


def agreement_of(session: Session, line: QuickLine, new_id: str, answer: Answer | None = None) -> Agreement:
    """The agreement that a line makes here, or one made of an answer.

    What was said from a role of the case is proposed to the organisation whose people hold that role.
    """
    moment = session.moment
    here = Origin(session.step.id, None if moment is None else moment.id)
    origin = here if answer is None else Origin(answer.step_id, answer.moment_id, answer.id)
    said_by = None if answer is None else answer.partner_id or session.partner_playing(answer.role)
    return Agreement(
        new_id,
        line.text,
        owner_id=line.owner_id or said_by,
        with_ids=line.with_ids,
        feedback_ids=line.feedback_ids,
        deadline=line.deadline,
        rhythm=line.rhythm,
        phase=None if moment is None else moment.phase,
        origin=origin,
    )


def typed_answer(session: Session, answer: Answer) -> str:
    """An answer as it would be typed, to be put right in the typing line."""
    partner = session.partner(answer.partner_id)
    named = [] if partner is None else [f'@"{partner.name}"']
    if answer.role:
        same = any(fold(p.name) == fold(answer.role) for p in session.notebook.partners)
        named.append(f"@{answer.role}" if same and not answer.turning_point_id else f'@"{answer.role}"')
    return " ".join([*named, order_numbers(answer.order, options_here(session)) if answer.order else answer.text])
