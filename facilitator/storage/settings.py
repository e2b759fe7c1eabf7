"""Settings: what the program remembers on this laptop, under a name, as plain values. Encrypted as all else is."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any, Final

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


def forget(connection: Connection, ids: Collection[str]) -> None:
    """Drop whatever is remembered by these ids or names one, inside the transaction that is open."""
    rows = connection.execute("SELECT name, value FROM setting WHERE substr(name, 1, ?) = ?", (len(_PREFIX), _PREFIX))
    for name, value in rows.fetchall():
        try:
            plain = json.loads(value)
        except ValueError:
            continue  # nobody can read it: `kept` gives nothing
        left = _without(plain, ids)
        if left != plain:
            asked = "UPDATE setting SET value = ? WHERE name = ?"
            connection.execute(asked, (json.dumps(left, ensure_ascii=False), name))


def _without(plain: Any, ids: Collection[str]) -> Any:  # noqa: ANN401  any JSON
    def stays(value: object) -> bool:
        return not (isinstance(value, str) and value in ids)

    if isinstance(plain, dict):
        return {key: _without(value, ids) for key, value in plain.items() if stays(key) and stays(value)}
    if isinstance(plain, list):
        return [_without(each, ids) for each in plain if stays(each)]
    return plain
