"""Words of the page of agreements."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from facilitator.core.vocabulary import Channel, Status
from facilitator.storage.agreement_search import CARRIED
from facilitator.storage.agreements import AgreementLine, Party, Said
from facilitator.ui import dates
from facilitator.ui.start.phrases import agreement_name, status_name
from facilitator.words import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

KEYS = {
    "1": Status.KEPT,
    "2": Status.BUSY,
    "3": Status.NOT_KEPT,
    "4": Status.DROPPED,
    "5": Status.HANDED_OVER,
    "0": Status.AGREED,
}
"""The key that says how the chosen agreements stand: 1 to 5 as in the look back of a session, 0 for as it began."""

KEY_OF = {status: key for key, status in KEYS.items()}

_CHANNELS = {
    Channel.ROOM: N_("in the session"),
    Channel.DESK: N_("afterwards, by you"),
    Channel.FORM: N_("by form"),
    Channel.MAIL: N_("by mail"),
    Channel.FILE: N_("from a file"),
    Channel.PRINT: N_("on paper"),
}

_ROLES = {
    "owner": N_("Owner"),
    "with": N_("Together with"),
    "feedback": N_("Feedback to"),
    "directs": N_("Directed by"),
    "watches": N_("Watched by"),
}


def stands(line: AgreementLine) -> str:
    """How it stands: `bezig`, or that a later session took it further."""
    return carried() if line.continued is not None else status_name(line.status)


def carried() -> str:
    """What is said of an agreement that a later session took further."""
    return _("carried over")


def stands_name(value: str) -> str:
    """Name how agreements stand, by the value of a Status or CARRIED."""
    return carried() if value == CARRIED else status_name(Status(value))


def with_key(status: Status) -> str:
    """A way to stand with the key that says it: `nagekomen (N)`."""
    return _("{status} ({key})").format(status=status_name(status), key=KEY_OF[status])


def when(line: AgreementLine, today: date) -> str:
    """When it is to be done: `3 dagen te laat`, `over 2 weken`, the day itself once it is done, or its rhythm."""
    if line.deadline is None:
        return line.rhythm or _("no date")
    return dates.due(line.deadline, today) if line.open else dates.long_day(line.deadline)


def where(line: AgreementLine) -> str:
    """Where it was agreed."""
    return ", ".join(dict.fromkeys(part for part in (line.place, line.municipality) if part)) or line.session_title


def parties(line: AgreementLine) -> str:
    """Who does it with whom."""
    owner = line.owner or _("nobody yet")
    return f"{owner} → {', '.join(line.with_names)}" if line.with_names else owner


def found(count: int, late: int) -> str:
    """How many were found, and how many of them are late."""
    told = [ngettext("{count} agreement", "{count} agreements", count).format(count=grouped(count))]
    if late:
        told.append(ngettext("{count} late", "{count} late", late).format(count=grouped(late)))
    return " · ".join(told)


def grouped(number: int) -> str:
    """`12.345`."""
    return f"{number:,}".replace(",", ".")


def life_line(said: Said, own_session_id: str) -> tuple[str, str]:
    """One line of an agreement's life: how it stood, and when, by whom and in which session that was said."""
    what = status_name(said.status)
    if said.handed_to:
        what = _("{status} to {whom}").format(status=what, whom=said.handed_to)
    if said.remark:
        what = f"{what}: {said.remark}"
    moment = "" if said.at is None else dates.long_day(said.at.astimezone().date())
    if said.at is None:
        told = [_("made in {session}").format(session=said.session_title), dates.long_day(said.session_day)]
    elif said.session_id != own_session_id:
        told = [
            moment,
            _("in {session} of {day}").format(session=said.session_title, day=dates.long_day(said.session_day)),
        ]
    else:
        told = [moment, _(_CHANNELS[said.channel])]
    if said.by_name:
        told.append(_("said by {name}").format(name=said.by_name))
    return what, " · ".join(part for part in told if part)


def by_role(parties: Sequence[Party]) -> tuple[tuple[str, str], ...]:
    """The organisations of an agreement by what they have to do with it."""
    found = ((role, ", ".join(one.name for one in parties if role in one.roles)) for role in _ROLES)
    return tuple((_(_ROLES[role]), names) for role, names in found if names)


def recorded(count: int, status: Status) -> str:
    """What is said when it was recorded how agreements stand."""
    text = ngettext("{count} agreement: {status}.", "{count} agreements: {status}.", count)
    return text.format(count=grouped(count), status=status_name(status))


def chosen(lines: Sequence[AgreementLine], count: int) -> str:
    """What the buttons are about."""
    if count == 1 and lines:
        return agreement_name(lines[0])
    return ngettext("{count} agreement chosen", "{count} agreements chosen", count).format(count=grouped(count))
