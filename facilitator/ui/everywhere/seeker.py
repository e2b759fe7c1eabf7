"""Seeker: asks library and store for what is typed, and puts their answers together. The newest question wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.storage.library.records import Item, ItemKey, ItemKind, Query, Results
from facilitator.storage.overview import SessionLine
from facilitator.ui.casuistry import known_items
from facilitator.ui.casuistry.phrases import near_words
from facilitator.ui.everywhere import recent, telling
from facilitator.ui.everywhere.actions import Action, searched
from facilitator.ui.everywhere.recent import Recent
from facilitator.ui.everywhere.rows import Batch, How, Kind, Row, arranged
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.gathering import together
from facilitator.ui.services import Services
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.storage.agreements import AgreementLine
    from facilitator.storage.database import Connection
    from facilitator.storage.everywhere import Kept, Memory
    from facilitator.storage.library.pocket import Parts
    from facilitator.storage.library.records import Packed
    from facilitator.storage.library.store import LibraryStore

T = TypeVar("T")

LATE_MS = 150
"""When one of the two does not answer by then (a backup is being made), what is here is shown."""
GROWING_MS = 1_000
MOST_DONE = 8
"""So many actions are offered while nothing is typed."""


class Found(NamedTuple):
    """What was found for what was typed, and what is told of it in a line. `waiting`: an answer is still to come."""

    typed: str
    rows: tuple[Row, ...]
    told: str
    waiting: bool = False


class Seeker(QObject):
    """One search at a time.

    Signals:
        found(Found): what was found; twice for one question when an answer came late.
    """

    found = Signal(object)

    def __init__(self, services: Services, actions: dict[str, Action], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._actions = actions
        self._texts = searched(actions)
        self._memory: list[Memory] = []
        self._typed = self._near = ""
        self._ready = False
        self._round = 0
        self._waiting: list[Future[Any]] = []
        self._missing: set[str] = set()
        self._batches: dict[str, tuple[Batch, ...]] = {}
        self._told: dict[str, str] = {}
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self._emit)
        self._again = QTimer(self, singleShot=True, interval=GROWING_MS)
        self._again.timeout.connect(lambda: self.seek(self._typed))

    @property
    def today(self) -> date:
        """The day by the clock of this laptop."""
        return self._services.now().astimezone().date()

    def begin(self) -> None:
        """Tell the library what comes with the program, in case nobody did before."""
        shipped = in_background(partial(known_items.shipped, self._services))
        deliver(shipped, partial(self._tell_shipped, self._services.shelf()), self._leave_be)

    def seek(self, typed: str) -> None:
        """Look for what is typed; with nothing typed, for what was opened and done before."""
        for future in self._waiting:
            future.cancel()
        self._late.stop()
        self._typed, self._round, self._waiting = typed, self._round + 1, []
        self._batches, self._told = {}, {}
        if not typed.strip():
            self._ask("recent", self._services.store.ask(recent.read), self._take_recent)
            self._missing = {"recent"}
            return
        self._missing = {"store", "library"}
        self._late.start()
        kept = self._services.store.ask(_search(typed, self.today, self._texts, self._memory))
        self._ask("store", kept, self._take_kept)
        self._ask("library", self._services.shelf().search(Query(typed)), self._take_results)

    def stop(self) -> None:
        """Ask no more."""
        for future in self._waiting:
            future.cancel()
        self._round += 1
        self._late.stop()
        self._again.stop()

    def _ask(self, who: str, future: Future[T], then: Callable[[T], None]) -> None:
        self._waiting.append(future)
        deliver(future, partial(self._came, who, self._round, then), partial(self._failed, who, self._round))

    def _came(self, who: str, asked_in: int, then: Callable[[T], None], answer: T) -> None:
        if asked_in == self._round:
            then(answer)
            self._one_less(who)

    def _failed(self, who: str, asked_in: int, _error: Exception) -> None:
        if asked_in != self._round:
            return
        self._told[who] = (
            _("Your casuistry could not be searched.")
            if who == "library"
            else _("Your sessions and agreements could not be searched.")
        )
        self._one_less(who)

    def _one_less(self, who: str) -> None:
        self._missing.discard(who)
        if not self._missing:
            self._late.stop()
            self._emit()

    def _emit(self) -> None:
        batches = [batch for batches in self._batches.values() for batch in batches]
        rows = arranged(self._typed, batches)
        if "recent" in self._batches:
            rows = tuple(row for batch in batches for row in batch.rows)
        library = self._batches.get("library", ())
        if any(batch.how is How.CORRECTED and batch.rows and batch.rows[0] in rows for batch in library):
            self._told["near"] = self._near
        told = " ".join(text for text in self._told.values() if text)
        self.found.emit(Found(self._typed, rows, told, waiting=bool(self._missing)))

    # ---- what comes

    def _take_kept(self, kept: Kept) -> None:
        self._batches["store"] = telling.of_store(kept, self._actions, self.today)

    def _take_results(self, results: Results) -> None:
        self._batches["library"] = (telling.of_library(results),)
        self._near = near_words(dict(results.near))
        if results.growing or not self._ready:
            self._told["growing"] = _("Texts are still being read.")
            self._again.start()

    def _take_recent(self, known: Recent) -> None:
        self._missing.add("opened")
        opened = [self._opened(kind, ids) for kind, ids in known.opened]
        self._ask("opened", together(opened), partial(self._take_opened, known))

    def _opened(self, kind: Kind, ids: tuple[str, ...]) -> Future[Any]:
        if kind in {Kind.SESSION, Kind.AGREEMENT}:
            return self._services.store.ask(_one(ids))
        return self._services.shelf().item(ItemKey(ItemKind(kind.value), ids[0]))

    def _take_opened(self, known: Recent, opened: list[Any]) -> None:
        rows = [self._row(one) for one in opened if one is not None and not _is_trashed(one)]
        names = sorted(self._actions, key=lambda name: -known.done.get(name, 0))[:MOST_DONE]
        actions = [telling.action_row(self._actions[name]) for name in names]
        self._batches["recent"] = (Batch(tuple(rows)), Batch(tuple(actions)))

    def _row(self, one: Item | SessionLine | AgreementLine) -> Row:
        if isinstance(one, Item):
            return telling.item_row(one)
        if isinstance(one, SessionLine):
            return telling.session_row(one)
        return telling.agreement_row(one, self.today)

    def _tell_shipped(self, shelf: LibraryStore, shipped: tuple[tuple[Packed, ...], str]) -> None:
        deliver(shelf.tell_shipped(*shipped), self._be_ready, self._leave_be)

    def _be_ready(self, _count: int) -> None:
        self._ready = True

    def _leave_be(self, _error: Exception) -> None:
        """A library that does not open is told of when it is searched."""
        self._ready = True


def _is_trashed(one: object) -> bool:
    """Whether it was thrown away since it was opened."""
    return isinstance(one, Item) and one.trashed_at is not None


def _search(
    typed: str, today: date, actions: Mapping[str, Parts], memory: list[Memory]
) -> Callable[[Connection], Kept]:
    def question(connection: Connection) -> Kept:
        from facilitator.storage import everywhere  # noqa: PLC0415  asked in the store's thread

        if not memory:
            memory.append(everywhere.Memory())
        return everywhere.search(connection, typed, today, actions, memory[0])

    return question


def _one(ids: tuple[str, ...]) -> Callable[[Connection], object]:
    def question(connection: Connection) -> SessionLine | AgreementLine | None:
        from facilitator.storage import agreements, overview  # noqa: PLC0415  asked in the store's thread

        return overview.session(connection, ids[0]) if len(ids) == 1 else agreements.one(connection, (ids[0], ids[1]))

    return question
