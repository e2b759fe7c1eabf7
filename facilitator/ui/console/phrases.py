"""What the console says about a session, in words: pure functions from core records to the user's sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from facilitator.core.agreement import Agreement
from facilitator.core.pace import LAST, SILENT_SECONDS, SOON, Pace
from facilitator.core.people import Participant
from facilitator.core.script import Form, Question, Step, StepKind, Way
from facilitator.core.session import Session, State
from facilitator.ui.case_words import phase_name as phase_name  # noqa: PLC0414  known under this name too
from facilitator.ui.case_words import verdict_name as verdict_name  # noqa: PLC0414  known under this name too
from facilitator.ui.console.rows import folded_words
from facilitator.ui.dates import clock, long_day
from facilitator.ui.widgets.markdown import parse
from facilitator.words import _, ngettext

MINUTE = 60


def form_name(form: Form) -> str:
    """The kind of meeting."""
    match form:
        case Form.HET_GESPREK:
            return _("Het Gesprek")
        case Form.LEERBIJEENKOMST:
            return _("Learning session")
        case Form.ZELFSTUDIE:
            return _("Self-study")
        case _ as never:
            assert_never(never)


def session_name(session: Session) -> str:
    """`Het Gesprek · Wijk Noord`."""
    name, place = form_name(session.script.form), session.details.place
    return f"{name} · {place}" if place else name


def kind_name(kind: StepKind) -> str:
    """What happens in a step, in a word."""
    names = {
        StepKind.WELCOME: _("Welcome"),
        StepKind.QUESTION: _("Question"),
        StepKind.ROUND: _("Round"),
        StepKind.CASE: _("Case"),
        StepKind.KNOWLEDGE: _("Knowledge"),
        StepKind.CHOICE: _("Choice"),
        StepKind.AGREEMENTS: _("Agreements"),
        StepKind.LOOK_BACK: _("Look back"),
        StepKind.EVALUATION: _("Evaluation"),
        StepKind.BREAK: _("Break"),
        StepKind.AFTERCARE: _("Aftercare"),
    }
    return names[kind]


def meldcode_step_name(number: int) -> str:
    """A step of the meldcode (1-5) in a word."""
    return (_("Signals"), _("Consult"), _("Talk"), _("Weigh up"), _("Decide"))[number - 1]


def way_words(session: Session) -> str:
    """How the group works in the present step, in a few words; empty where it simply talks together."""
    words = {
        Way.TOGETHER: "",
        Way.SILENT: _("silent writing"),
        Way.ROUND: _("in turn"),
        Way.LISTENING: _("in turn · who brought it in listens"),
        Way.BACK: _("in turn · back to the group"),
        Way.PAIRS: _("in pairs"),
        Way.PERSPECTIVES: _("perspectives"),
    }
    return words[session.step.way]


def plain_words(markdown: str) -> str:
    """A text of a case without its marks, on one line."""
    return " ".join(block.text for block in parse(markdown))


def zone(session: Session) -> ZoneInfo:
    """The zone a session's times are told in."""
    return ZoneInfo(session.details.time_zone)


def local_clock(session: Session, at: datetime) -> str:
    """`14:42` in the session's zone."""
    return clock(at, zone(session))


def saved_clock(session: Session, at: datetime) -> str:
    """`14:42:07` in the session's zone."""
    return f"{at.astimezone(zone(session)):%H:%M:%S}"


FAR = 180
"""Minutes from which a number no longer helps: a session that is opened again another day."""


def is_far(pace: Pace) -> bool:
    """Whether a session is led at quite another time than it was planned for."""
    return abs(pace.behind) >= FAR * MINUTE


def pace_words(session: Session, pace: Pace) -> str:
    """`op schema`, `iets voor`, `4 min achter · loopt uit tot 15:34`, `6 min voor`; in a pause since when that is."""
    if pace.paused_since is not None:
        return _paused_words(session, pace, pace.paused_since)
    if pace.on_schedule:
        return _("on schedule")
    minutes = int(abs(pace.behind) // MINUTE)
    if pace.is_slight:
        return _("a little ahead") if pace.behind < 0 else _("a little behind")
    if pace.behind < 0:
        return _("well ahead") if minutes >= FAR else _("{minutes} min ahead").format(minutes=minutes)
    clock = local_clock(session, pace.ends_at)
    if minutes >= FAR:
        return _("well behind · runs until {clock}").format(clock=clock)
    return _("{minutes} min behind · runs until {clock}").format(minutes=minutes, clock=clock)


def _paused_words(session: Session, pace: Pace, since: datetime) -> str:
    """`pauze sinds 14:32 · loopt uit tot 15:40`; the end only where that says something."""
    begun = local_clock(session, since)
    if pace.behind < MINUTE or is_far(pace):
        return _("paused since {clock}").format(clock=begun)
    until = local_clock(session, pace.ends_at)
    return _("paused since {clock} · runs until {until}").format(clock=begun, until=until)


def minutes_words(count: int) -> str:
    """`7 minuten`."""
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


def step_left_words(pace: Pace) -> str:
    """How long the step still has: `nog 6 min`, `de tijd is om`, `2 min over tijd`; in a pause that it stands still."""
    words = _left_words(pace)
    return words if pace.paused_since is None else _("stands still · {left}").format(left=words)


def _left_words(pace: Pace) -> str:
    minutes = int(abs(pace.step_left) // MINUTE)
    if -SILENT_SECONDS < pace.step_left <= 0:
        return _("the time is up")
    if -MINUTE < pace.step_left < 0:
        return _("a little over time")
    if pace.step_left < 0:
        return _("well over time") if minutes >= FAR else _("{minutes} min over time").format(minutes=minutes)
    minutes += pace.step_left % MINUTE > 0
    if pace.left_share <= LAST:
        return _("round off · {minutes} min left").format(minutes=minutes)
    return _("{minutes} min left").format(minutes=minutes)


def step_left_role(pace: Pace) -> str:
    """How much weight that has: more as the step nears its end."""
    return "attention" if pace.left_share <= LAST else "strong" if pace.left_share <= SOON else "soft"


def when_words(agreement: Agreement) -> str:
    """`vóór 1 december 2026`, `elke 2 weken`, or empty."""
    if agreement.deadline is not None:
        return _("before {day}").format(day=long_day(agreement.deadline))
    return agreement.rhythm


def names_of(session: Session, partner_ids: Sequence[str]) -> str:
    """Organisations by name; "alle partners" when it is the whole table of now."""
    partners = session.notebook.partners
    if len(partners) > 2 and {p.id for p in partners} <= set(partner_ids):
        return _("all partners")
    return joined([p.name for p in partners if p.id in partner_ids])


def joined(names: Sequence[str]) -> str:
    """`Politie, school en huisarts`."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])


def members_words(members: Sequence[Participant]) -> str:
    """Beside an organisation: the role of its one person, or how many are there."""
    present = [p for p in members if p.present]
    if len(members) == 1:
        absent = "" if present else _("absent")
        return " · ".join(part for part in (members[0].role or members[0].name, absent) if part)
    if not members:
        return _("nobody yet")
    if len(present) == len(members):
        return ngettext("{count} participant", "{count} participants", len(members)).format(count=len(members))
    return _("{present} of {count} present").format(present=len(present), count=len(members))


def shown_title(session: Session, step: Step, *, private: bool) -> str:
    """The title of a step; of one that is held back only that it is, where the room may see this screen."""
    return step.title if private or not session.notebook.is_held(step.id) else folded_words()


def shown_question(session: Session, question: Question, *, private: bool) -> str:
    """The words of a guiding question, or that they are held back."""
    return question.text if private or not session.notebook.is_held(question.id) else folded_words()


def place_title(session: Session, step: int, page: int, *, private: bool) -> str:
    """Title of a place: the moment's in a case step after its first, else the step's."""
    moment = session.moment_at(step, page)
    if moment is None or page == 0:
        return shown_title(session, session.steps[step], private=private)
    return moment.title


def next_words(session: Session, *, private: bool) -> str:
    """What the button for going on says."""
    if session.course.state is State.PLANNED:
        return _("Begin: {title}").format(title=session.steps[0].title)
    place = session.next_place
    if place is None:
        return _("Read back and close")
    return _("Next: {title}").format(title=place_title(session, *place, private=private))


def state_words(session: Session) -> str:
    """A session that is not running says so."""
    match session.course.state:
        case State.PLANNED:
            return _("not begun yet")
        case State.CLOSED:
            return _("closed · version {version}").format(version=session.version)
        case State.REOPENED:
            return _("reopened to correct · version {version}").format(version=session.version)
        case State.RUNNING:
            return ""
        case _ as never:
            assert_never(never)
