"""Search everywhere: a key stroke over 2,000 cards, 200 sessions and 2,000 agreements, against a bare FTS5 query."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from facilitator.storage import database
from facilitator.storage.database import Connection, transaction
from facilitator.storage.keys import DataKey
from facilitator.storage.library.records import ItemKey, ItemKind, Pack, Packed
from facilitator.storage.library.words import words
from facilitator.ui.everywhere.actions import actions
from facilitator.ui.everywhere.seeker import Found, Seeker
from tests.bench.many_agreements import TODAY, fill
from tests.bench.stage import dressed
from tests.bench.texts import Texts
from tests.ui.desk import Desk

CARDS, WORDS, AGREEMENTS = 2_000, 300, 2_000
_QUERIES = 40
_NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)


def run() -> dict[str, float]:
    """Measure; times in milliseconds. Every query is typed letter by letter, and each stroke waits for its rows."""
    app, texts = dressed(), Texts(CARDS)
    cards = [_card(case) for case in texts.cases(CARDS, WORDS)]
    with tempfile.TemporaryDirectory() as name:
        home = Path(name, "home")
        home.mkdir()
        numbers = iter(range(10_000_000))
        desk = Desk(home, lambda: _NOW, lambda: f"bench-{next(numbers)}")
        bare = _bare(home / "bare.db", cards, desk)
        try:
            return _typed(app, desk, bare, texts)
        finally:
            bare.close()
            desk.close()


def _typed(app: QApplication, desk: Desk, bare: Connection, texts: Texts) -> dict[str, float]:
    asked = Asked(app, desk)
    first = asked.seconds("veiligheidsplan") * 1000
    queries = texts.typed(_QUERIES)
    strokes = [query[:end] for query in queries for end in range(1, len(query) + 1)]
    spent = time.process_time()
    ours = [asked.seconds(stroke) * 1000 for stroke in strokes]
    work = (time.process_time() - spent) * 1000 / len(strokes)
    mistyped = [asked.seconds(texts.mistyped(word)) * 1000 for word in texts.words[:80] if len(word) > 6]
    theirs = [_seconds(bare, stroke) * 1000 for stroke in strokes]
    return {
        "the first question, which reads the sessions": first,
        "a key stroke until its rows are there, p50": statistics.median(ours),
        "a key stroke until its rows are there, p99": _p99(ours),
        "of which work of the processor in all threads, mean": work,
        "a mistyped word, p50": statistics.median(mistyped),
        "a mistyped word, p99": _p99(mistyped),
        "bare FTS5 query, p50": statistics.median(theirs),
        "bare FTS5 query, p99": _p99(theirs),
        "key stroke / bare, p50": statistics.median(ours) / statistics.median(theirs),
        "key strokes": len(strokes),
    }


class Asked:
    """The seeker behind the palette, and how long an answer takes to be in the thread of the windows."""

    def __init__(self, app: QApplication, desk: Desk) -> None:
        self._app = app
        self._found: Found | None = None
        self.seeker = Seeker(desk.services, actions())
        self.seeker.found.connect(self._take)
        desk.services.shelf().opened.result(60)

    def _take(self, found: Found) -> None:
        self._found = found

    def seconds(self, text: str) -> float:
        """Ask, and wait for the rows."""
        self._found = None
        begin = time.perf_counter()
        self.seeker.seek(text)
        while self._found is None:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        return time.perf_counter() - begin


def _card(case: Packed) -> Packed:
    return replace(case, indexed=replace(case.indexed, key=ItemKey(ItemKind.CARD, case.indexed.key.id)))


def _bare(path: Path, cards: Sequence[Packed], desk: Desk) -> Connection:
    """Fill the desk, and a bare index with the same texts."""
    desk.services.shelf().import_pack(Pack("bench", "Bench"), cards).result(600)
    fill(desk.store, AGREEMENTS)
    connection = database.create(path, DataKey.new())
    connection.execute("CREATE VIRTUAL TABLE bare USING fts5 (text, content = '', prefix = '2 3')")
    rows = desk.store.ask(lambda kept: kept.execute("SELECT words FROM agreement").fetchall()).result(60)
    texts = [" ".join(part.text for part in card.indexed.parts) for card in cards]
    with transaction(connection):
        connection.executemany(
            "INSERT INTO bare (text) VALUES (?)", [(text,) for text in (*texts, *(r[0] for r in rows))]
        )
    return connection


def _seconds(bare: Connection, stroke: str) -> float:
    *whole, last = words(stroke) or ["x"]
    asked = " ".join((*(f'"{word}"' for word in whole), f'"{last}" *'))
    begin = time.perf_counter()
    bare.execute("SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 40", (asked,)).fetchall()
    return time.perf_counter() - begin


def _p99(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]
