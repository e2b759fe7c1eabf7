"""The tables of the library, as the steps that made them; see `storage.migrations` for the rules.

What cannot be made again is in batch, item, source, version, favourite and settled, and in the settings that are
remembered for the user. The index (hit) and the words it
holds (vocabulary) are made from the parts in source, and are made anew when the rules of words change.

A pack comes in as a batch that nobody sees until its one row says `done`: an import of any size is there at once or
not at all. Of several items with one key that of the newest batch counts.
"""

from __future__ import annotations

from facilitator.storage.migrations import Steps

OWN_BATCH = 1
"""The batch of what the user writes; it is always there."""

REMEMBERED = "user:"
"""With this begin the names of settings that cannot be made again."""

INDEX = (
    """CREATE VIRTUAL TABLE hit USING fts5 (
        title, head, body, asked, content = '', tokenize = 'ascii', prefix = '2 3'
    )""",
    "INSERT INTO hit (hit, rank) VALUES ('secure-delete', 1)",
    # A word counts more in a title, and in themes and roles, than in what people ask, and there more than in the text.
    "INSERT INTO hit (hit, rank) VALUES ('rank', 'bm25(12.0, 5.0, 1.0, 2.0)')",
    # Merging is done in slices of our own: by itself it comes at moments when somebody waits.
    "INSERT INTO hit (hit, rank) VALUES ('automerge', 0)",
    "INSERT INTO hit (hit, rank) VALUES ('crisismerge', 1999)",
    "CREATE TABLE vocabulary (word TEXT PRIMARY KEY, stem TEXT NOT NULL) STRICT, WITHOUT ROWID",
)
"""The index, empty."""

MIGRATIONS: Steps = (
    (
        """CREATE TABLE batch (
            number INTEGER PRIMARY KEY,
            origin TEXT NOT NULL,
            pack TEXT NOT NULL,
            title TEXT NOT NULL,
            author TEXT NOT NULL,
            version TEXT NOT NULL,
            licence TEXT NOT NULL,
            at TEXT NOT NULL,
            done INTEGER NOT NULL
        ) STRICT""",
        "INSERT INTO batch VALUES (1, 'own', '', '', '', '', '', '', 1)",
        """CREATE TABLE item (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            batch INTEGER NOT NULL REFERENCES batch (number),
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            title TEXT NOT NULL,
            facets TEXT NOT NULL,
            author TEXT NOT NULL,
            licence TEXT NOT NULL,
            adapted_from TEXT NOT NULL,
            version INTEGER NOT NULL,
            updated_at TEXT NOT NULL,
            trashed_at TEXT,
            indexed INTEGER NOT NULL,
            UNIQUE (batch, kind, id)
        ) STRICT""",
        "CREATE INDEX item_to_index ON item (number) WHERE indexed = 0",
        """CREATE TABLE source (
            number INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
            text TEXT NOT NULL,
            parts TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE version (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            number INTEGER NOT NULL,
            at TEXT NOT NULL,
            note TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (kind, id, number)
        ) STRICT""",
        """CREATE TABLE favourite (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            PRIMARY KEY (kind, id)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE settled (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            fragment TEXT NOT NULL,
            finding TEXT NOT NULL,
            decision TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (kind, id, fragment, finding)
        ) STRICT, WITHOUT ROWID""",
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        *INDEX,
    ),
)
