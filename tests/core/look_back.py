"""What a table agreed in an earlier session: items for tests of looking back."""

from __future__ import annotations

from datetime import date
from typing import Any

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementRef, Status
from facilitator.core.people import Partner
from tests.builders import POLICE, SAFE, TEAM, Table

BEFORE = date(2026, 9, 8)
SHELTER = Partner("p-opv", "Opvang Oost")
NAMES = {partner.id: partner for partner in (POLICE, SAFE, TEAM, SHELTER)}


def agreed(agreement_id: str, owner: str = "p-vt", **fields: Any) -> Agreement:
    """An agreement as it was left."""
    fields = {"what": f"Bellen over {agreement_id}", "status": Status.AGREED, "confirmed": True, **fields}
    return Agreement(agreement_id, owner_id=owner, **fields)


def item(agreement: Agreement, session_id: str = "s-0", day: date = BEFORE) -> ev.LookBackItem:
    """It, as an item of the look back."""
    partners = tuple(NAMES[partner_id] for partner_id in sorted(agreement.parties) if partner_id in NAMES)
    return ev.LookBackItem(
        AgreementRef(session_id, agreement.id), agreement, partners, "Eerste keer", day, "Voorbeeldstad"
    )


def filled(*items: ev.LookBackItem, started: bool = True, **fields: Any) -> Table:
    """A table that looks back on these."""
    table = Table(**fields)
    assert table.do(ev.LookBackFilled, items=items) is None
    return table.started() if started else table


ONE, TWO = item(agreed("een", with_ids=("p-pol",))), item(agreed("twee", "p-pol"))
