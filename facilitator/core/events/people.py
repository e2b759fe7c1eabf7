"""Who is at the table, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from facilitator.core.events.base import Change, Event
from facilitator.core.people import Participant, Partner, Stay


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerAdded(Event, Change):
    """An organisation joins the table."""

    partner: Partner


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRenamed(Event, Change):
    """An organisation's name is put right."""

    partner_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRemoved(Event, Change):
    """An organisation was added by mistake; refused while anything names it."""

    partner_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantAdded(Event, Change):
    """A person joins."""

    participant: Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantChanged(Event, Change):
    """Name, role, organisation, address or presence of a person changed; found by its id."""

    participant: Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRemoved(Event, Change):
    """A person was added by mistake; refused while an agreement names them."""

    participant_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnersSeated(Event, Change):
    """The organisations sit at the table in this order; whoever is not named comes after them."""

    partner_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceSet(Event, Change):
    """A person came into the room or left it, at `since` or else now."""

    participant_id: str
    present: bool
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceCorrected(Event, Change):
    """When a person was in the room is put right as a whole; no stay at all says that they never came."""

    participant_id: str
    stays: tuple[Stay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidentialityShown(Event):
    """A text about confidentiality is put before the room to be read aloud, or taken away (None)."""

    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidentialityPledged(Event, Change):
    """These persons agreed to keep to the text that was read, or that is taken back."""

    participant_ids: tuple[str, ...]
    text: str = ""
    pledged: bool = True
