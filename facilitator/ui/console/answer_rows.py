"""What is said at the present page, as rows: the answers, then each turning point with what was needed there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from facilitator.core.events import Answer, CaseScene, TurningPoint
from facilitator.core.script import Answering, Reveal
from facilitator.core.session import Session
from facilitator.core.spotting import held_ids
from facilitator.ui.console.playing import before_the_room
from facilitator.ui.console.rows import Look, Row, to_check
from facilitator.ui.widgets import Tone
from facilitator.words import _, ngettext


def answer_rows(session: Session, answers: tuple[Answer, ...], *, private: bool) -> tuple[Row, ...]:
    """A row per answer of the present page, and its turning points. Without `private` only what the room has seen."""
    names = {partner.id: partner.name for partner in session.notebook.partners}
    held = held_ids(session.notebook)
    rows = [
        _row(session, answer, names.get(answer.partner_id or "", ""), held=answer.id in held)
        for answer in answers
        if not answer.turning_point_id and (private or answer.shown)
    ]
    return (*rows, *_points(session, names, held, private=private))


def _points(session: Session, names: dict[str, str], held: frozenset[str], *, private: bool) -> Iterator[Row]:
    for point in points_here(session):
        if private or point.id not in held:
            yield to_check(_point(session, point)) if point.id in held else _point(session, point)
        for need in session.needs_at(point.id):
            if private or need.shown:
                partner = names.get(need.partner_id or "", "")
                yield _row(session, need, partner, held=need.id in held, look=Look.SUB)


def points_here(session: Session) -> tuple[TurningPoint, ...]:
    """The turning points that the group marked at the present moment."""
    moment = session.moment
    return tuple(p for p in session.notebook.turning_points if moment is not None and p.moment_id == moment.id)


def _point(session: Session, point: TurningPoint) -> Row:
    course = session.course
    there = course.case_scene is CaseScene.TURNING_POINT and course.case_item == point.id
    return Row(
        point.id,
        point.text,
        mark="◆",
        pill=_("to the room ✓") if there else _("to the room"),
        tone=Tone.CALM if there else Tone.PLAIN,
        look=Look.EDGED,
        spoken=_("Turning point: {text}").format(text=point.text),
    )


def _row(session: Session, answer: Answer, partner: str, *, held: bool, look: Look = Look.PLAIN) -> Row:
    aside = " · ".join(part for part in (votes_words(session, answer), answer.role, partner) if part)
    row = Row(answer.id, answer.text, aside=aside, look=look)
    if held:
        return to_check(row)
    if session.step.reveal is Reveal.NEVER:
        return row
    pill, tone = (_("on screen"), Tone.CALM) if answer.shown else (_("not shown"), Tone.PLAIN)
    return replace(row, pill=pill, tone=tone)


def votes_words(session: Session, answer: Answer) -> str:
    """How many chose a proposal; empty where nothing is voted on."""
    if session.step.answering is not Answering.PROPOSALS:
        return ""
    return ngettext("{count} vote", "{count} votes", answer.votes).format(count=answer.votes)


def count_words(answers: tuple[Answer, ...]) -> str:
    """`12 antwoorden, 4 op het scherm`."""
    said = [answer for answer in answers if not answer.turning_point_id]
    if not said:
        return ""
    shown = sum(answer.shown for answer in said)
    words = ngettext("{count} answer, {shown} on the screen", "{count} answers, {shown} on the screen", len(said))
    return words.format(count=len(said), shown=shown)


def compared_words(session: Session, *, private: bool) -> str:
    """`toen: 2× 3, 1× 5 · nu: 3× 7`, where a step is compared with an earlier one; without `private` what was shown."""
    earlier = session.step.compare_with
    if earlier is None:
        return ""
    then, now = (_marks(session, step_id, private=private) for step_id in (earlier, session.step.id))
    return _("then: {then} · now: {now}").format(then=then or _("nothing"), now=now or _("nothing"))


def _marks(session: Session, step_id: str, *, private: bool) -> str:
    given = Counter(a.text for a in session.notebook.answers if a.step_id == step_id and (private or a.shown))
    return ", ".join(f"{given[mark]}× {mark}" for mark in session.step.marks if given[mark])


def can_show(session: Session) -> bool:
    """Whether something that belongs to what the room sees may be shown and is not."""
    return session.step.reveal is not Reveal.NEVER and any(not a.shown for a in before_the_room(session))
