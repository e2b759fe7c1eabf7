"""The page of agreements over 100,000 of them: what a person waits for, against the bare query on the same store."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from facilitator.core.vocabulary import Status
from facilitator.storage import agreement_search, agreements
from facilitator.storage.agreement_search import Wanted
from facilitator.storage.database import Connection
from facilitator.storage.library.words import fold
from facilitator.storage.writer import Store
from facilitator.ui.agreements import following
from facilitator.ui.agreements.agreements_page import AgreementsPage
from facilitator.ui.services import Services
from facilitator.ui.start.facts import MOST_DUE
from facilitator.ui.start.follow_up import FollowUp
from tests.bench.many_agreements import EACH, LED, TODAY, fill
from tests.bench.stage import dressed
from tests.bench.texts import Texts
from tests.ui.desk import Desk

COUNT = 100_000
ROUNDS = 30
_STROKES = 12  # words that are typed letter by letter
_NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)


def run() -> dict[str, float]:
    """Measure; times in milliseconds unless said otherwise."""
    app = dressed()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name, "home")
        home.mkdir()
        numbers = iter(range(10_000_000))
        desk = Desk(home, lambda: _NOW, lambda: f"bench-{next(numbers)}")
        try:
            begin = time.perf_counter()
            fill(desk.store, COUNT)
            found = {"agreements": float(COUNT), "filled in, s": time.perf_counter() - begin}
            found |= _asked(desk.store)
            found |= _on_the_page(app, desk)
        finally:
            desk.close()
    return found


def _p99(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def _both(what: str, ours: Sequence[float], bare: Sequence[float]) -> dict[str, float]:
    return {
        f"{what}, p50": statistics.median(ours),
        f"{what}, p99": _p99(ours),
        f"{what}, bare query, p50": statistics.median(bare),
        f"{what} / bare": statistics.median(ours) / statistics.median(bare),
    }


def _work(what: str, seen: Seen) -> dict[str, float]:
    """How much of it was work of the processor, in all threads, since this was last asked."""
    work, seen.work = seen.work, []
    return {f"{what}, of which work of the processor, p50": statistics.median(work)}


def _times(work: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begin) * 1000)
    return taken


# ---- what the store answers


def _asked(store: Store) -> dict[str, float]:
    """Each question of the page alone, in the thread of the store."""

    def timed(question: Callable[[Connection], object]) -> float:
        return statistics.median(_times(lambda: store.ask(question).result(60)))

    return {
        "store: an organisation's open agreements before a meeting": timed(
            lambda c: agreements.open_of(c, ["partner-0007"], "not kept yet")
        ),
        "store: all in the order of the list": timed(lambda c: agreement_search.find(c, Wanted(), TODAY)),
        "store: late only": timed(lambda c: agreement_search.find(c, Wanted(late=True), TODAY)),
        "store: one municipality": timed(
            lambda c: agreement_search.find(c, Wanted(municipality="Gemeente 007"), TODAY)
        ),
        "store: one organisation": timed(lambda c: agreement_search.find(c, Wanted(partner_id="partner-0007"), TODAY)),
        "store: what there is to choose from": timed(agreement_search.choices),
        "store: counts of the start page": timed(lambda c: agreements.counts(c, TODAY)),
        "store: what is due": timed(lambda c: agreements.due(c, TODAY, MOST_DUE)),
        "store: a month of the calendar": timed(
            lambda c: agreement_search.days(c, Wanted(), TODAY.replace(day=1), TODAY.replace(day=31), TODAY)
        ),
    }


# ---- what a person waits for


class Seen:
    """The page, and when it shows what was asked for."""

    def __init__(self, app: QApplication, services: Services) -> None:
        self.app = app
        self.page = AgreementsPage(services, FollowUp(services))
        self.page.resize(1230, 900)
        self.work: list[float] = []

    def wait(self, done: Callable[[], bool], seconds: float = 120) -> None:
        """Let the page work until it is so."""
        end = time.perf_counter() + seconds
        while not done():
            if time.perf_counter() > end:
                raise TimeoutError("the page did not show it")
            # As the program waits: looking without a pause would take the interpreter away from the store's thread.
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def shown(self, wanted: Callable[[], object]) -> float:
        """Ask for something; give how long it takes until the first rows of it stand there, painted."""
        self.page.found = None
        begin, spent = time.perf_counter(), time.process_time()
        wanted()
        self.wait(self._painted)
        self.page.views.table.viewport().repaint()
        self.work.append((time.process_time() - spent) * 1000)
        return (time.perf_counter() - begin) * 1000

    def _painted(self) -> bool:
        found = self.page.found
        if found is None:
            return False
        return not found.numbers or self.page.lines.at_hand(found.numbers[0]) is not None


def _on_the_page(app: QApplication, desk: Desk) -> dict[str, float]:
    opened = []
    for _ in range(5):
        begin = time.perf_counter()
        seen = Seen(app, desk.services)
        seen.page.show()
        seen.shown(seen.page.enter)
        opened.append((time.perf_counter() - begin) * 1000)
    bare = _times(lambda: desk.store.ask(_bare_all).result(60))
    figures = _both("opening the page", opened, bare)
    figures |= _filtered(seen, desk.store)
    figures |= _typed(seen, desk.store)
    figures |= _told(seen, desk.store)
    seen.page.hide()
    seen.page.deleteLater()
    return figures


def _bare_all(connection: Connection) -> int:
    return len(connection.execute("SELECT number FROM agreement ORDER BY turn, number").fetchall())


def _filtered(seen: Seen, store: Store) -> dict[str, float]:
    ours, late = [], seen.page.filters.late
    ours += [seen.shown(late.click) for _ in range(ROUNDS)]
    if late.isChecked():
        seen.shown(late.click)
    asked = "SELECT number FROM agreement WHERE open AND deadline < ? ORDER BY turn, number"
    bare = _times(lambda: store.ask(lambda c: c.execute(asked, (TODAY.isoformat(),)).fetchall()).result(60))
    return _both("a filter", ours, bare) | _work("a filter", seen)


def _typed(seen: Seen, store: Store) -> dict[str, float]:
    """Type words letter by letter. The pause that the page waits for a next letter is left out."""
    words = [query for query in Texts(COUNT).typed(_STROKES) if query.strip()]
    ours, bare = [], []
    seen.page._soon.setInterval(0)
    for stroke in (word[:end] for word in words for end in range(1, len(word) + 1)):
        if not stroke.strip():
            continue
        ours.append(seen.shown(lambda stroke=stroke: seen.page.search.setText(stroke)))  # type: ignore[misc]
        last = stroke.split()[-1]
        bare += _times(partial(_bare_words, store, last), 1)
    seen.shown(seen.page.search.clear)
    what = "a key stroke in the search"
    return {**_both(what, ours, bare), **_work(what, seen), "key strokes": float(len(ours))}


def _bare_words(store: Store, word: str) -> int:
    asked = "SELECT rowid FROM agreement_word WHERE agreement_word MATCH ?"
    return len(store.ask(lambda c: c.execute(asked, (f'"{fold(word)}" *',)).fetchall()).result(60))


def _told(seen: Seen, store: Store) -> dict[str, float]:
    """Say of 500 agreements in 50 sessions how they stand; the longest that the windows did not answer meanwhile."""
    following.UNASKED = LED * EACH
    asked = "SELECT number FROM agreement WHERE session_id LIKE 'led-%' LIMIT 500"
    numbers = [row[0] for row in store.ask(lambda c: c.execute(asked).fetchall()).result(60)]
    done: list[object] = []
    seen.page.following.said.connect(done.append)
    begin = time.perf_counter()
    longest, last = 0.0, begin
    seen.page.following.stand(Status.KEPT, numbers)
    while not done:
        seen.app.processEvents()
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    taken = time.perf_counter() - begin
    kept = store.ask(lambda c: [agreements.of_session(c, f"led-{n:05d}") for n in range(LED)]).result(60)
    if {line.status for lines in kept for line in lines} != {Status.KEPT}:
        raise AssertionError("not all of it was recorded")
    loads = _times(lambda: store.load("led-00001").result(60), 10)
    return {
        "500 agreements of 50 sessions set in one go": taken * 1000,
        "the same, each": taken * 1000 / 500,
        "loading a session, bare": statistics.median(loads),
        "500 set / loading 50 sessions": taken * 1000 / (statistics.median(loads) * LED),
        "longest that the windows did not answer meanwhile": longest * 1000,
    }
