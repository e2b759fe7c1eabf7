"""How far people are in modules of self-study: one row each, apart from all that sessions are.

Each row is one whole record, so that a process that ends in the middle leaves the last one that was kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from facilitator.core.codec import to_plain
from facilitator.core.self_study import Study
from facilitator.storage.database import Connection, transaction
from facilitator.storage.readable import Readable, readable


def studies(connection: Connection) -> Readable[Study]:
    """Give all that can be read, those that were kept last first."""
    rows = connection.execute("SELECT body FROM self_study ORDER BY saved_at DESC, id").fetchall()
    return readable(Study, (body for (body,) in rows))


def keep(connection: Connection, study: Study, at: datetime) -> None:
    """Keep how far somebody is, in the place of what it was; `at` is now (aware)."""
    body = json.dumps(to_plain(study), ensure_ascii=False)
    with transaction(connection):
        connection.execute(
            "INSERT INTO self_study VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET saved_at = excluded.saved_at, body = excluded.body",
            (study.id, at.isoformat(), body),
        )


def remove(connection: Connection, study_ids: Iterable[str]) -> None:
    """Take these away, with every private line: all of them or none."""
    with transaction(connection):
        connection.executemany("DELETE FROM self_study WHERE id = ?", [(study_id,) for study_id in study_ids])
