"""The training plan: one row for each line of it, with the whole record."""

from __future__ import annotations

import json
from collections.abc import Iterable

from facilitator.core.codec import to_plain
from facilitator.core.training import Aim
from facilitator.storage.database import Connection, transaction
from facilitator.storage.readable import Readable, readable


def plan(connection: Connection) -> Readable[Aim]:
    """Give the whole plan, as far as it can be read."""
    rows = connection.execute("SELECT body FROM training_aim ORDER BY id").fetchall()
    return readable(Aim, (body for (body,) in rows))


def keep(connection: Connection, changed: Iterable[Aim], gone: Iterable[str] = ()) -> None:
    """Keep these lines as they are now and take those of these ids away, all or nothing."""
    with transaction(connection):
        connection.executemany("DELETE FROM training_aim WHERE id = ?", [(aim_id,) for aim_id in gone])
        connection.executemany(
            "INSERT INTO training_aim VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            [(aim.id, json.dumps(to_plain(aim), ensure_ascii=False)) for aim in changed],
        )
