"""Words of the start page and the list of sessions."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from facilitator.core.vocabulary import State, Status
from facilitator.ui import dates
from facilitator.words import _, pgettext

if TYPE_CHECKING:
    from facilitator.storage.agreements import AgreementLine
    from facilitator.storage.overview import SessionLine


def greeting(now: datetime) -> str:
    """Greet by the time of day on this laptop."""
    hour = now.astimezone().hour
    if hour < 6:
        return _("Good night")
    if hour < 12:
        return _("Good morning")
    return _("Good afternoon") if hour < 18 else _("Good evening")


def state_name(state: State) -> str:
    """Name where a session is in its life."""
    names = {
        State.PLANNED: pgettext("state of a session", "planned"),
        State.RUNNING: pgettext("state of a session", "interrupted"),
        State.CLOSED: pgettext("state of a session", "closed"),
        State.REOPENED: pgettext("state of a session", "being corrected"),
    }
    return names[state]


def state_of(line: SessionLine) -> str:
    """Name the state of a session in a list; one that was held elsewhere says that it was read in."""
    return _("read in from a report") if line.read_in else state_name(line.state)


def status_name(status: Status) -> str:
    """Name how an agreement stands, in a list."""
    return pgettext("status of an agreement", "concept") if status is Status.CONCEPT else _(status.msgid)


def agreement_name(line: AgreementLine) -> str:
    """What an agreement is called in a list; words that wait for a decision are not shown."""
    return _("(waits for your decision about personal data)") if line.held else line.name


def place_of(line: SessionLine) -> str:
    """Name a session by its place, and its municipality where that is told."""
    return ", ".join(part for part in (line.place, line.municipality) if part) or line.title


def where_it_stopped(line: SessionLine, now: datetime) -> str:
    """Tell where to go on: `gebleven bij stap 4 van 9 · vandaag 14:42`, or when a planned one begins."""
    if line.state is State.PLANNED:
        return _("{day}, {time}").format(day=dates.weekday_and_day(line.day), time=dates.in_sentence(line.start))
    if line.state is State.REOPENED:
        return _("reopened to correct · {when}").format(when=dates.near_day(line.last_at, now))
    return _("stopped at step {step} of {steps} · {when}").format(
        step=line.step + 1, steps=line.steps, when=dates.near_day(line.last_at, now)
    )


def parties(line: AgreementLine) -> str:
    """Tell who does it with whom: `Veilig Thuis → school, huisarts`."""
    owner = line.owner or _("nobody yet")
    return f"{owner} → {', '.join(line.with_names)}" if line.with_names else owner
