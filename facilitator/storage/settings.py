"""Settings: what the program remembers on this laptop, under a name, as plain values. Encrypted as all else is."""

from __future__ import annotations

import json
from typing import Final

from facilitator.storage.database import Connection, transaction

_PREFIX: Final = "user/"
"""Before every name, so that none can be taken for one of the store's own."""


def kept(connection: Connection, name: str) -> object:
    """Give what is kept under a name; None when there is nothing, or nothing that can be read."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (_PREFIX + name,)).fetchone()
    try:
        return None if row is None else json.loads(row[0])
    except ValueError:
        return None


def keep(connection: Connection, name: str, value: object) -> None:
    """Keep plain values under a name, in the place of what was there; None takes it away."""
    with transaction(connection):
        if value is None:
            connection.execute("DELETE FROM setting WHERE name = ?", (_PREFIX + name,))
            return
        connection.execute(
            "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (_PREFIX + name, json.dumps(value, ensure_ascii=False)),
        )
