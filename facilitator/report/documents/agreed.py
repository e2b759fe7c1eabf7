"""What a paper says of an agreement beside what is agreed, who does it and when: only what was filled in, in one order.

With a reader it speaks to one of that organisation ("you"), or `together` to all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.agreement import Agreement, Escalation, Status
from facilitator.core.attendance import was_there
from facilitator.core.look_back import item_of
from facilitator.core.people import Partner
from facilitator.core.session import Session
from facilitator.report import dates
from facilitator.report.documents import paper
from facilitator.words import _, ngettext


def body(agreement: Agreement) -> str:
    """Give what is agreed, where a title stands above it; else nothing, for then it is the heading itself."""
    return agreement.what if agreement.title else ""


def under_who(
    session: Session, agreement: Agreement, reader: Partner | None = None, *, together: bool = False
) -> tuple[str, ...]:
    """Say who directs it, and who watches whether it works."""
    said = (
        _direction(session, agreement, reader, together=together),
        _monitoring(session, agreement, reader, together=together),
    )
    return tuple(words for words in said if words)


def under_when(session: Session, agreement: Agreement) -> tuple[str, ...]:
    """Say on which days it begins and is evaluated."""
    around, said = session.details.day, []
    if agreement.start is not None:
        said.append(_("begins on {day}").format(day=dates.in_year(agreement.start, around)))
    if agreement.evaluate_on is not None:
        said.append(_("evaluation on {day}").format(day=dates.in_year(agreement.evaluate_on, around)))
    return tuple(said)


def terms(agreement: Agreement) -> Iterator[str]:
    """Say what must be true, and what happens when it does not work out."""
    if agreement.safety_criterion:
        yield _("Safety criterion: {words}").format(words=agreement.safety_criterion)
    if agreement.escalation:
        steps = "; ".join(_step(step) for step in agreement.escalation)
        yield _("When it does not work out: {steps}").format(steps=steps)


def reasons(agreement: Agreement) -> Iterator[str]:
    """Say why it was agreed, and which paragraph of a regional agreement it fills in."""
    if agreement.why:
        yield _("Why: {words}").format(words=agreement.why)
    if agreement.ground is not None and agreement.ground.title:
        yield _("Fills in “{title}” of the regional agreement, version {version}").format(
            title=agreement.ground.title, version=agreement.ground.version
        )


def continues(session: Session, agreement: Agreement) -> Iterator[str]:
    """Say of which meeting it is taken further."""
    item = item_of(session, agreement.continues)
    if item is not None:
        yield _("Goes on from the meeting of {day}.").format(day=dates.in_words(item.day))


def sort(agreement: Agreement) -> Iterator[str]:
    """Say what sort of agreement it is, and what it is to mend: for the report."""
    if agreement.origin.frustration is not None:
        yield _("Frustration: {frustration}").format(frustration=_(agreement.origin.frustration.msgid))
    named = [_(word.msgid) for word in (agreement.kind, agreement.level, agreement.phase) if word is not None]
    if named:
        yield _("Sort: {words}").format(words=" · ".join(named))


def standing(session: Session, agreement: Agreement) -> str:
    """Say how it stands, and since when where that is another day than the session's."""
    status = _(agreement.status.msgid)
    for newest in agreement.standings[-1:]:
        day = paper.local(session, newest.at).date()
        if day != session.details.day:
            return _("{status}, {day}").format(status=status, day=dates.in_year(day, session.details.day))
    return status


def standing_notes(agreement: Agreement) -> Iterator[str]:
    """Say what was said of how it stands: why, and who took it over."""
    if agreement.handed_to:
        yield _("Handed over to {name}").format(name=agreement.handed_to)
    if not agreement.status_remark:
        return
    because = {
        Status.NOT_KEPT: _("Not kept, because: {words}"),
        Status.DROPPED: _("Dropped, because: {words}"),
    }
    yield because.get(agreement.status, "{words}").format(words=agreement.status_remark)


def follows(agreement: Agreement, partner: Partner) -> bool:
    """Tell whether a partner has nothing to do with it but to direct it or to watch over it."""
    party = partner.id in {agreement.owner_id, *agreement.with_ids, *agreement.feedback_ids}
    return not party and agreement.concerns(partner.id)


# ---- parts


def _direction(session: Session, agreement: Agreement, reader: Partner | None, *, together: bool) -> str:
    what = "" if agreement.coordination is None else _(agreement.coordination.msgid)
    partner = session.partner(agreement.directed_by_id)
    if partner is None:
        return _("{what}: nobody yet").format(what=what) if what else ""
    what = what or _("Direction")
    if partner != reader:
        return _("{what}: {name}").format(what=what, name=partner.name)
    if together:
        return _("{what}: you together").format(what=what)
    if _alone(session, partner):
        return _("{what}: you").format(what=what)
    return _("{what}: your organisation").format(what=what)


def _monitoring(session: Session, agreement: Agreement, reader: Partner | None, *, together: bool) -> str:
    partner, how = session.partner(agreement.monitored_by_id), agreement.monitoring
    if partner is None:
        return _("Monitoring: {how}").format(how=how) if how else ""
    if partner != reader:
        said = _("Monitoring by {name}").format(name=partner.name)
    elif together:
        said = _("You watch together whether it works")
    elif _alone(session, partner):
        said = _("You watch whether it works")
    else:
        said = _("Your organisation watches whether it works")
    return _("{what}: {name}").format(what=said, name=how) if how else said


def _alone(session: Session, partner: Partner) -> bool:
    """Whether one person is there for an organisation: then that is who is meant."""
    return sum(was_there(session, person.id) for person in session.members_of(partner.id)) == 1


def _step(step: Escalation) -> str:
    if step.after_days is None:
        return _("AVE {level}, to {name}").format(level=step.level, name=step.to)
    return ngettext(
        "AVE {level}, after {count} day to {name}", "AVE {level}, after {count} days to {name}", step.after_days
    ).format(level=step.level, count=step.after_days, name=step.to)
