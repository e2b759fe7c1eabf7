"""What is said at the present page, as rows: the answers, then each turning point with what was needed there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from facilitator.core.events import Answer, AnswerGroup, CaseScene, TurningPoint
from facilitator.core.grouping import arranged, number_of
from facilitator.core.options import Choosable, dots_shown_here, options_here
from facilitator.core.script import Answering, Reveal, Step
from facilitator.core.session import Session
from facilitator.core.spotting import held_ids
from facilitator.ui.console.playing import before_the_room
from facilitator.ui.console.rows import Look, Row, to_check
from facilitator.ui.console.voting import choice_rows, dots_aside, dots_words, order_row
from facilitator.ui.widgets import Tone
from facilitator.words import _, ngettext


def answer_rows(session: Session, answers: tuple[Answer, ...], *, private: bool) -> tuple[Row, ...]:
    """A row per answer of the present page, and its turning points. Without `private` only what the room has seen."""
    names = {partner.id: partner.name for partner in session.notebook.partners}
    held = held_ids(session.notebook)
    said = tuple(answer for answer in answers if not answer.turning_point_id and (private or answer.shown))
    step, options = session.step, {each.key: each for each in options_here(session)}
    rows: list[Row] = list(choice_rows(session, private=private))
    for group, members in arranged(session.notebook, said):
        if group is not None and (private or group.id not in held):
            rows.append(_group(group, number_of(session.notebook, group), held=group.id in held))
        look = Look.PLAIN if group is None else Look.INSIDE
        for answer in members:
            partner = names.get(answer.partner_id or "", "")
            row = _row(session, step, answer, partner, held=answer.id in held, look=look)
            rows.append(_as_option(session, row, options.get(answer.id), private=private))
    return (*rows, *_points(session, names, held, private=private))


def _group(group: AnswerGroup, number: int, *, held: bool) -> Row:
    """The heading of a group."""
    name = group.name or _("Group {number}").format(number=number)
    row = Row(group.id, name, look=Look.EDGED, spoken=_("Group: {name}").format(name=name))
    return to_check(row) if held else row


def _as_option(session: Session, row: Row, option: Choosable | None, *, private: bool) -> Row:
    """A proposal over which dots are divided, or that is put in order, has a number to call it by."""
    if option is None:
        return row
    dots = dots_aside(session, option, private=private)
    return replace(row, mark=str(option.number), aside=" · ".join(part for part in (dots, row.aside) if part))


def _points(session: Session, names: dict[str, str], held: frozenset[str], *, private: bool) -> Iterator[Row]:
    for point in points_here(session):
        if private or point.id not in held:
            yield to_check(_point(session, point)) if point.id in held else _point(session, point)
        for need in session.needs_at(point.id):
            if private or need.shown:
                partner = names.get(need.partner_id or "", "")
                yield _row(session, session.step, need, partner, held=need.id in held, look=Look.SUB)


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


def _row(session: Session, step: Step, answer: Answer, partner: str, *, held: bool, look: Look) -> Row:
    """One of perhaps thousands: the step is looked up once for all, and no row is made twice."""
    aside = " · ".join(part for part in (votes_words(step, answer), answer.role, partner) if part)
    pill, tone = (_("shown"), Tone.CALM) if answer.shown else (_("not shown"), Tone.PLAIN)
    if step.reveal is Reveal.NEVER:
        pill, tone = "", Tone.CALM
    if answer.order:
        row = replace(order_row(session, answer, aside), pill=pill, tone=tone)
    else:
        row = Row(answer.id, answer.text, aside=aside, pill=pill, tone=tone, look=look)
    return to_check(row) if held else row


def votes_words(step: Step, answer: Answer) -> str:
    """How many chose a proposal; empty where nothing is voted on."""
    if step.answering is not Answering.PROPOSALS:
        return ""
    return ngettext("{count} vote", "{count} votes", answer.votes).format(count=answer.votes)


def count_words(session: Session, answers: tuple[Answer, ...]) -> str:
    """`12 antwoorden, 4 op het scherm`; of dots how many lie there, of orders how many there are."""
    if session.step.answering is Answering.DOTS:
        return dots_words(session)
    if session.step.answering is Answering.RANKING:
        orders = [answer for answer in answers if answer.order]
        words = ngettext("{count} order, {shown} on the screen", "{count} orders, {shown} on the screen", len(orders))
        return words.format(count=len(orders), shown=sum(answer.shown for answer in orders)) if orders else ""
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
    if session.step.reveal is Reveal.NEVER:
        return False
    waits = session.step.answering is Answering.DOTS and options_here(session) and not dots_shown_here(session)
    return bool(waits) or any(not a.shown for a in before_the_room(session))
