"""How far people are in modules of self-study: one row each, apart from all that sessions are.

Each row is one whole record, so that a process that ends in the middle leaves the last one that was kept.
"""

from __future__ import annotations

import json
from datetime import datetime

from facilitator.core.codec import Unreadable, from_plain, to_plain
from facilitator.core.self_study import Study
from facilitator.storage.database import Connection, transaction
from facilitator.storage.errors import Broken


def studies(connection: Connection) -> tuple[Study, ...]:
    """Give all, those that were kept last first. Raises Broken."""
    rows = connection.execute("SELECT body FROM self_study ORDER BY saved_at DESC, id").fetchall()
    try:
        return tuple(from_plain(Study, json.loads(body)) for (body,) in rows)
    except (ValueError, Unreadable) as error:
        raise Broken(str(error)) from error


def keep(connection: Connection, study: Study, at: datetime) -> None:
    """Keep how far somebody is, in the place of what it was; `at` is now (aware)."""
    body = json.dumps(to_plain(study), ensure_ascii=False)
    with transaction(connection):
        connection.execute(
            "INSERT INTO self_study VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET saved_at = excluded.saved_at, body = excluded.body",
            (study.id, at.isoformat(), body),
        )


def remove(connection: Connection, study_id: str) -> None:
    """Take it away, with every private line."""
    with transaction(connection):
        connection.execute("DELETE FROM self_study WHERE id = ?", (study_id,))
