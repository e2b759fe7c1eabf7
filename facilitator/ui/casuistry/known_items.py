"""What the library is told when it opens: what comes with the program, and what was used before."""

from __future__ import annotations

import hashlib

from facilitator.storage.database import Connection
from facilitator.storage.library.records import ItemKey, ItemKind, Packed, Use
from facilitator.storage.overview import UseLine
from facilitator.ui.casuistry.indexing import shipped_items
from facilitator.ui.services import Services


def shipped(services: Services) -> tuple[tuple[Packed, ...], str]:
    """What comes with the program, and a fingerprint of it."""
    items = shipped_items(services.library())
    return items, hashlib.sha256(repr(items).encode()).hexdigest()


def uses(connection: Connection) -> tuple[Use, ...]:
    """What was used when, as the store of sessions knows. Asked in its thread."""
    from facilitator.storage import overview  # noqa: PLC0415  asked in the store's thread

    return tuple(use for line in overview.uses(connection) for use in _uses_in(line))


def _uses_in(line: UseLine) -> tuple[Use, ...]:
    script = Use(ItemKey(ItemKind.SCRIPT, line.script_id), line.day)
    return (script,) if line.case_id is None else (script, Use(ItemKey(ItemKind.CASE, line.case_id), line.day))
