"""What is agreed, how it stands, what was agreed before, and what is handed out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from facilitator.core.agreement import Agreement, AgreementRef
from facilitator.core.events.base import Change, Event, Spotted
from facilitator.core.people import Partner
from facilitator.core.vocabulary import Channel, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementMade(Event, Change):
    """An agreement was recorded."""

    agreement: Agreement
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementChanged(Event, Change):
    """An agreement was completed or put right; found by its id. A change takes its confirmation back."""

    agreement: Agreement
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRemoved(Event, Change):
    """An agreement was taken away."""

    agreement_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementConfirmed(Event, Change):
    """The room said yes to an agreement, or took that back."""

    agreement_id: str
    confirmed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementStatusSet(Event, Change):
    """How an agreement stands now; also after the session was closed.

    `by_id` is the partner who said so (None: the facilitator, for the group), `to` who took it over, `report_id` the
    form or mail that it was read from: what was read from it before is not taken again. With `puts_right` only the
    words change of what was said last.
    """

    agreement_id: str
    status: Status
    remark: str = ""
    by_id: str | None = None
    to: str = ""
    channel: Channel = Channel.ROOM
    report_id: str = ""
    findings: tuple[Spotted, ...] = ()
    puts_right: bool = False


# ---- what was agreed before


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What was said in this meeting of an agreement of an earlier one; `to` names who took it over."""

    ref: AgreementRef
    status: Status
    at: datetime
    remark: str = ""
    by_id: str | None = None
    to: str = ""


@dataclass(frozen=True, slots=True)
class LookBackItem:
    """An agreement of an earlier session as it stood when this one was to begin.

    `partners` are those it names and those who said how it stands, by the names they had; `session_title`, `place` and
    `day` tell of that session.
    """

    ref: AgreementRef
    agreement: Agreement
    partners: tuple[Partner, ...]
    session_title: str
    day: date
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBackFilled(Event):
    """The agreements of earlier sessions that this meeting looks back on; what was said of one already stays."""

    items: tuple[LookBackItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBackSaid(Event, Change):
    """The group said how an agreement of an earlier session stands; said again, the newest holds.

    With `puts_right` only the words change of what was said.
    """

    ref: AgreementRef
    status: Status
    remark: str = ""
    by_id: str | None = None
    to: str = ""
    findings: tuple[Spotted, ...] = ()
    puts_right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBackShown(Event):
    """An agreement of an earlier session stands before the room, or is taken away (None)."""

    ref: AgreementRef | None


# ---- what is handed out


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsHandedOut(Event):
    """Documents were made for these readers: a correction tells who had the old ones."""

    channel: Channel
    participant_ids: tuple[str, ...] = ()
    partner_ids: tuple[str, ...] = ()
