"""How long the meeting was where: its visits as they were put right, and without its pauses.

Everything that counts time asks here: the pace, the room's time bar, the report. Times are aware datetimes. A clock
that was set back between two visits, as between two runs of the program, makes the first of them last no time, never
less.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from facilitator.core.course import Visit
from facilitator.core.events import Stretch
from facilitator.core.session import Session

EARLIEST = timedelta(hours=4)
"""How long before the key was pressed a meeting may have begun."""

NONE = timedelta()
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Beginning:
    """When the step of a visit began, and between which moments it may be put right."""

    visit: int
    began: datetime
    earliest: datetime
    latest: datetime


def visits(session: Session) -> tuple[Visit, ...]:
    """All visits, each since it really began. What began earlier ends what was before it earlier."""
    put_right, made = dict(session.notebook.put_right), session.course.visits
    if not put_right:
        return made
    found: list[Visit] = []
    until: datetime | None = None
    for number in reversed(range(len(made))):
        at = put_right.get(number, made[number].at)
        at = at if until is None else min(at, until)
        until = at if number in put_right else until
        found.append(replace(made[number], at=at))
    return tuple(reversed(found))


def spent(session: Session, now: datetime) -> tuple[timedelta, ...]:
    """Real time spent in each step, all visits together, up to `now` or the first closing; pauses are not counted.

    It is exact, so that what does not change while a step has time left does not waver.
    """
    whole = _by_step(session, now)  # a step that was inserted, and that was taken back, is in no programme
    return tuple(whole.get(step.id, NONE) for step in session.steps)


def _by_step(session: Session, now: datetime) -> dict[str, timedelta]:
    whole: dict[str, timedelta] = {}
    for visit, took, _still in _counted(session, now):
        whole[visit.step_id] = whole.get(visit.step_id, NONE) + took
    return whole


def elsewhere(session: Session, now: datetime) -> timedelta:
    """Real time spent in steps that are in no programme: inserted, and taken back afterwards."""
    known = {step.id for step in session.steps}
    return sum((took for step_id, took in _by_step(session, now).items() if step_id not in known), NONE)


def paused(session: Session, now: datetime) -> timedelta:
    """How long the meeting stood still, up to `now` or the first closing."""
    return sum((still for _visit, _took, still in _counted(session, now)), NONE)


def pauses(session: Session, now: datetime) -> tuple[Stretch, ...]:
    """When the meeting stood still, up to `now` or the first closing; what was counted so afterwards is among it."""
    still = (Stretch(v.at, until) for v, until in _with_ends(session, now) if v.paused and v.at < until)
    return tuple(_apart((*session.notebook.pauses, *still)))


def _with_ends(session: Session, now: datetime) -> Iterator[tuple[Visit, datetime]]:
    """Each visit, and when it was over. What was visited after the first closing took no time of the meeting."""
    made, closed = visits(session), session.course.closed_at
    if not made:
        return
    end = closed[0] if closed else now
    for visit, until in zip(made, [*(visit.at for visit in made[1:]), end], strict=True):
        yield visit, min(until, end) if closed else until


def _counted(session: Session, now: datetime) -> Iterator[tuple[Visit, timedelta, timedelta]]:
    """Each visit with the time it took, and the time in it that was a pause."""
    afterwards = _apart(session.notebook.pauses)
    for visit, until in _with_ends(session, now):
        whole = max(NONE, until - visit.at)
        still = whole if visit.paused else _within(afterwards, visit.at, until)
        yield visit, whole - still, still


def _apart(stretches: tuple[Stretch, ...]) -> list[Stretch]:
    """The same time in stretches of which no two overlap."""
    apart: list[Stretch] = []
    for each in sorted(stretches, key=lambda stretch: stretch.since):
        if apart and each.since <= apart[-1].until:
            apart[-1] = Stretch(apart[-1].since, max(apart[-1].until, each.until))
        else:
            apart.append(each)
    return apart


def _within(stretches: list[Stretch], since: datetime, until: datetime) -> timedelta:
    """How much of the time between two moments lies in these."""
    return sum((max(NONE, min(until, each.until) - max(since, each.since)) for each in stretches), NONE)


def running_from(session: Session) -> tuple[timedelta, datetime]:
    """What the present step of a running meeting took before its clock was started or stopped last, and when it was.

    Time since then is added to it. A pause in that time is taken off beforehand, so the first may be less than none.
    """
    last = visits(session)[-1]
    before = _by_step(session, last.at)[last.step_id]
    if last.paused:
        return before, last.at
    return before - _within(_apart(session.notebook.pauses), last.at, _NEVER), last.at


# ---- a start that was forgotten


def beginning(session: Session, visit: int, now: datetime) -> Beginning | None:
    """When the step entered by this visit began. None where no step was entered then.

    It cannot have begun before the step before it did, or before that went on after a pause; nor later than what came
    next. The first step may have begun some hours before the key was pressed.
    """
    made = visits(session)
    if not 0 <= visit < len(made) or (visit > 0 and made[visit - 1].step_id == made[visit].step_id):
        return None
    latest = made[visit + 1].at if visit + 1 < len(made) else now
    if visit == 0:
        return Beginning(0, made[0].at, session.course.visits[0].at - EARLIEST, latest)
    first = visit - 1
    while first > 0 and not made[first].paused and _goes_on(made[first - 1], made[first]):
        first -= 1
    return Beginning(visit, made[visit].at, made[first].at, latest)


def _goes_on(before: Visit, visit: Visit) -> bool:
    """Whether it is another page of the same step, and no pause was in between."""
    return before.step_id == visit.step_id and not before.paused


def present_entry(session: Session) -> int:
    """The number of the visit by which the present step was entered."""
    made = session.course.visits
    entry = len(made) - 1
    while entry > 0 and made[entry - 1].step_id == made[entry].step_id:
        entry -= 1
    return entry


def on_the_clock(wall: time, zone: ZoneInfo, earliest: datetime, latest: datetime) -> datetime | None:
    """The last moment between two at which the clock on the wall of that zone told this hour and minute.

    The minute of either bound counts whole, and then the bound itself is meant. None where there is no such moment. In
    a night in which an hour comes twice it is the second, where that is over.
    """
    whole = earliest.replace(second=0, microsecond=0)
    today = latest.astimezone(zone).date()
    days = (today, today - timedelta(days=1))
    moments = (datetime.combine(day, wall, zone).replace(fold=fold).astimezone(UTC) for day in days for fold in (0, 1))
    found = [moment for moment in moments if whole <= moment <= latest and _tells(moment, wall, zone)]
    return max(earliest, *found) if found else None


def _tells(moment: datetime, wall: time, zone: ZoneInfo) -> bool:
    """Whether the clock really told so then: an hour that is skipped is told by none."""
    there = moment.astimezone(zone)
    return (there.hour, there.minute) == (wall.hour, wall.minute)
