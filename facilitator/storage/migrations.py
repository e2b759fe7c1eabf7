"""The tables of the store, as the steps that made them. A store is brought up to date in one transaction a step.

The journal, erasures, aliases, what municipalities made of a model, the models of a region, what people learn and the
questions of the help desk are what is kept. The overview (sessions, agreements, partners: what the start page shows
without folding a single session) is made from the journal and can be made anew at any time, see `projection`.
"""

from __future__ import annotations

from facilitator.storage.database import Connection, transaction
from facilitator.storage.errors import NewerStore

Steps = tuple[tuple[str, ...], ...]
"""The statements of each step, in order."""

# Agreements of all sessions are asked together. Their rows are made from the journal, so the old ones just go. What is
# said of an agreement stands with the session that said it; `now_...` is the newest of that, and `continued_...` the
# agreement of a later session that takes it further. `turn` is the place in line: what is open by its deadline, then
# what is open without one, then what is done, the newest first (seconds since 1970).
AGREEMENTS = (
    "DROP TABLE agreement",
    """CREATE TABLE agreement (
        number INTEGER PRIMARY KEY,
        session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        place INTEGER NOT NULL,
        title TEXT NOT NULL,
        what TEXT NOT NULL,
        kind TEXT NOT NULL,
        level TEXT NOT NULL,
        phase TEXT NOT NULL,
        owner_id TEXT,
        owner TEXT NOT NULL,
        with_names TEXT NOT NULL,
        start TEXT,
        deadline TEXT,
        evaluate_on TEXT,
        rhythm TEXT NOT NULL,
        status TEXT NOT NULL,
        confirmed INTEGER NOT NULL,
        version INTEGER NOT NULL,
        held INTEGER NOT NULL,
        continues_session_id TEXT,
        continues_id TEXT,
        words TEXT NOT NULL,
        now_status TEXT NOT NULL DEFAULT 'concept',
        now_at TEXT NOT NULL DEFAULT '',
        now_remark TEXT NOT NULL DEFAULT '',
        now_by TEXT NOT NULL DEFAULT '',
        now_to TEXT NOT NULL DEFAULT '',
        said_in TEXT NOT NULL DEFAULT '',
        continued_session_id TEXT,
        continued_id TEXT,
        open INTEGER NOT NULL DEFAULT 1,
        turn INTEGER NOT NULL DEFAULT 0,
        UNIQUE (session_id, id)
    ) STRICT""",
    """CREATE INDEX agreement_line ON agreement (
        turn, number, open, now_status, continued_id, deadline, evaluate_on, phase, session_id, id
    )""",
    "CREATE INDEX agreement_of_session ON agreement (session_id, open, deadline)",
    "CREATE INDEX agreement_due ON agreement (open, deadline)",
    "CREATE INDEX agreement_deadline ON agreement (deadline) WHERE deadline IS NOT NULL",
    "CREATE INDEX agreement_evaluated ON agreement (evaluate_on) WHERE evaluate_on IS NOT NULL",
    """CREATE INDEX agreement_continues ON agreement (continues_session_id, continues_id)
        WHERE continues_id IS NOT NULL""",
    """CREATE TABLE agreement_party (
        session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        agreement_id TEXT NOT NULL,
        partner_id TEXT NOT NULL,
        name TEXT NOT NULL,
        roles TEXT NOT NULL,
        PRIMARY KEY (session_id, agreement_id, partner_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX agreement_of_partner ON agreement_party (partner_id)",
    """CREATE TABLE agreement_standing (
        session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        of_session_id TEXT NOT NULL,
        agreement_id TEXT NOT NULL,
        place INTEGER NOT NULL,
        status TEXT NOT NULL,
        at TEXT NOT NULL,
        remark TEXT NOT NULL,
        by_id TEXT,
        by_name TEXT NOT NULL,
        handed_to TEXT NOT NULL,
        channel TEXT NOT NULL,
        PRIMARY KEY (session_id, of_session_id, agreement_id, place)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX standing_of_agreement ON agreement_standing (of_session_id, agreement_id, at)",
    """CREATE TABLE session_theme (
        session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        theme TEXT NOT NULL,
        PRIMARY KEY (session_id, theme)
    ) STRICT, WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE agreement_word USING fts5 (
        words, content = 'agreement', content_rowid = 'number', tokenize = 'ascii', prefix = '2 3', detail = 'none'
    )""",
    "INSERT INTO agreement_word (agreement_word, rank) VALUES ('secure-delete', 1)",
    """CREATE TRIGGER agreement_came AFTER INSERT ON agreement BEGIN
        INSERT INTO agreement_word (rowid, words) VALUES (new.number, new.words);
    END""",
    """CREATE TRIGGER agreement_went AFTER DELETE ON agreement BEGIN
        INSERT INTO agreement_word (agreement_word, rowid, words) VALUES ('delete', old.number, old.words);
    END""",
    """CREATE TRIGGER agreement_changed AFTER UPDATE OF words ON agreement WHEN old.words <> new.words BEGIN
        INSERT INTO agreement_word (agreement_word, rowid, words) VALUES ('delete', old.number, old.words);
        INSERT INTO agreement_word (rowid, words) VALUES (new.number, new.words);
    END""",
)

OWN_AGREEMENTS = (
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
)
"""What municipalities made of a model, with every version they decided on, and models that a region brought in."""

# What sessions say of paragraphs, as rows made from the journal: what was marked, and which agreements fill one in.
PARAGRAPHS = (
    """CREATE TABLE paragraph_mark (
        session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        model_id TEXT NOT NULL,
        paragraph_id TEXT NOT NULL,
        chafes INTEGER NOT NULL,
        why TEXT NOT NULL,
        PRIMARY KEY (session_id, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE paragraph_agreement (
        session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        agreement_id TEXT NOT NULL,
        model_id TEXT NOT NULL,
        paragraph_id TEXT NOT NULL,
        PRIMARY KEY (session_id, agreement_id)
    ) STRICT, WITHOUT ROWID""",
)

# Which frustrations sessions name, as rows made from the journal: how many recognised one, and what was agreed on it.
FRUSTRATIONS = (
    """CREATE TABLE frustration (
        session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        frustration TEXT NOT NULL,
        people INTEGER NOT NULL,
        PRIMARY KEY (session_id, frustration)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE frustration_agreement (
        session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        agreement_id TEXT NOT NULL,
        frustration TEXT NOT NULL,
        PRIMARY KEY (session_id, agreement_id)
    ) STRICT, WITHOUT ROWID""",
)
LEARNING = (
    """CREATE TABLE self_study (
        id TEXT PRIMARY KEY,
        saved_at TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE training_aim (
        id TEXT PRIMARY KEY,
        body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)
"""How far people are in self-study, and the training plan of teams: no part of any session."""

# `number` is the order in which questions were first kept.
HELP_DESK = (
    """CREATE TABLE desk_question (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL
    ) STRICT""",
)

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
    AGREEMENTS,
    OWN_AGREEMENTS,
    PARAGRAPHS,
    LEARNING,
    HELP_DESK,
    FRUSTRATIONS,
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
