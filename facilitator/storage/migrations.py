"""The tables of the store, as the steps that made them. A store is brought up to date in one transaction a step.

The journal, erasures, aliases, what municipalities made of a model and the models of a region are what is kept. The
overview (sessions, agreements, partners: what the start page shows without folding a single session) is made from the
journal and can be made anew at any time, see `projection`.
"""

from __future__ import annotations

from facilitator.storage.database import Connection, transaction
from facilitator.storage.errors import NewerStore

Steps = tuple[tuple[str, ...], ...]
"""The statements of each step, in order."""

# Each entry brings a store from the version that is its place in this list to the next. A step that was ever
# released is never changed again.
MIGRATIONS: Steps = (
    (
        """CREATE TABLE event (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            session_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            at TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX event_of_session ON event (session_id, seq)",
        """CREATE TABLE erasure (
            session_id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            reason TEXT NOT NULL,
            events INTEGER NOT NULL
        ) STRICT""",
        """CREATE TABLE alias (
            partner_id TEXT PRIMARY KEY,
            means TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    ),
    (
        """CREATE TABLE session (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            form TEXT NOT NULL,
            place TEXT NOT NULL,
            municipality TEXT NOT NULL,
            day TEXT NOT NULL,
            start TEXT NOT NULL,
            state TEXT NOT NULL,
            version INTEGER NOT NULL,
            step INTEGER NOT NULL,
            steps INTEGER NOT NULL,
            step_title TEXT NOT NULL,
            keep_months INTEGER NOT NULL,
            last_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE agreement (
            session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            id TEXT NOT NULL,
            place INTEGER NOT NULL,
            what TEXT NOT NULL,
            owner_id TEXT,
            owner TEXT NOT NULL,
            with_names TEXT NOT NULL,
            deadline TEXT,
            rhythm TEXT NOT NULL,
            status TEXT NOT NULL,
            PRIMARY KEY (session_id, id)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX agreement_due ON agreement (deadline) WHERE deadline IS NOT NULL",
        """CREATE TABLE partner (
            session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            folded TEXT NOT NULL,
            PRIMARY KEY (session_id, id)
        ) STRICT, WITHOUT ROWID""",
    ),
    (
        "ALTER TABLE session ADD COLUMN script_id TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE session ADD COLUMN case_id TEXT",
    ),
    (
        """CREATE TABLE own_agreement (
            id TEXT PRIMARY KEY,
            municipality TEXT NOT NULL,
            saved_at TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE own_agreement_version (
            own_id TEXT NOT NULL REFERENCES own_agreement (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            at TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (own_id, number)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE region_model (
            id TEXT PRIMARY KEY,
            saved_at TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
    ),
)

VERSION = len(MIGRATIONS)


def migrate(connection: Connection, steps: Steps = MIGRATIONS) -> None:
    """Bring the tables up to date. Raises NewerStore, and the errors of the database library."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(steps):
        raise NewerStore(f"store version {version}, program {len(steps)}")
    for number, statements in enumerate(steps[version:], version + 1):
        with transaction(connection):
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
