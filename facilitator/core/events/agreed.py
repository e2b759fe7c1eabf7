"""What is agreed, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.agreement import Agreement
from facilitator.core.events.base import Change, Event, Spotted
from facilitator.core.vocabulary import Status


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
    """How an agreement stands now; also after the session was closed."""

    agreement_id: str
    status: Status
    remark: str = ""
    findings: tuple[Spotted, ...] = ()
