"""LibraryStore: the front of the library. Everything returns at once; answers come in futures."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from datetime import datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from facilitator.core.question_words import QuestionWords
from facilitator.storage.backup import Restored
from facilitator.storage.errors import StoreError
from facilitator.storage.keys import DataKey
from facilitator.storage.library import answering, items, keeping, long_work, searching, versions
from facilitator.storage.library.answering import Question
from facilitator.storage.library.catalogue import Catalogue
from facilitator.storage.library.history import Replacement, Settled, Version
from facilitator.storage.library.language import Language
from facilitator.storage.library.long_work import Work
from facilitator.storage.library.records import (
    BLOCK,
    Answered,
    Browsed,
    FoundBy,
    Indexed,
    Item,
    ItemKey,
    Line,
    Pack,
    Packed,
    Progress,
    Query,
    Results,
    Span,
    Use,
)
from facilitator.storage.library.thread import Ask, LibraryThread, Long, Search

T = TypeVar("T")
Tell = Callable[[Progress], object]


def _nobody(_progress: Progress) -> None:
    """Tell nobody."""


def folder_of(home: Path) -> Path:
    """Name the folder of the library in the data folder of a user."""
    return home / "library"


def is_begun(home: Path) -> bool:
    """Whether anything was ever kept in the library of a data folder: who only asks need not begin one."""
    return (folder_of(home) / "store.db").exists()


class LibraryStore:
    """Keeps and finds what the user writes and imports, in a thread of its own that `close` ends.

    Futures hold a StoreError when the library does not let it, and one of `library.errors` when what was asked makes
    no sense. Small things are done in the order in which they are asked; a search comes before them, long work after.

    Long work (`import_pack`, `tell_shipped`, `remove_pack`, `empty_trash`, `back_up`) goes on in slices of a few
    milliseconds between which searches are answered. It tells its progress in the library's thread, some ten times a
    second, and stops when its future is cancelled; what was begun is then taken away.

    Attributes:
        opened: done when the library is open; holds the StoreError when it is not. The store of sessions does not
            depend on it. `mend` is the way out of Damaged.
    """

    def __init__(
        self,
        home: Path,
        unlock: Callable[[], DataKey],
        *,
        now: Callable[[], datetime],
        trouble: Callable[[StoreError], None],
        words: Callable[[], QuestionWords] = QuestionWords,
        found_by: FoundBy | None = None,
    ) -> None:
        """Begin to open the library in the data folder `home` with the key of the store.

        `unlock` is called in the library's thread, and `words` too, at the first question: what is known of the words
        of questions. By `found_by` the user's items are found, those of before its version too. `trouble` hears in that
        thread what went wrong while nobody asked.
        """
        self._home = folder_of(home)
        self._unlock = unlock
        self._now = now
        self._language = cache(lambda: Language(words()))
        self._busy = threading.Lock()  # no end while it is mended
        self._thread = LibraryThread(self._home, unlock, trouble, now, found_by)
        self.opened = self._thread.opened

    def __enter__(self) -> LibraryStore:
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    # ---- finding

    def search(self, query: Query) -> Future[Results]:
        """Search, or browse when nothing is typed. A search that was not answered yet is cancelled by this one."""
        answer: Future[Results] = Future()
        self._thread.put(Search(query, answer))
        return answer

    def browse(self, queries: Iterable[Query], most: int = BLOCK) -> Future[tuple[Browsed, ...]]:
        """Ask several things at once, with at most so many lines of each. No search that comes after it cancels it."""
        asked = tuple(queries)
        return self._ask(lambda catalogue: tuple(searching.browse(catalogue, query, most) for query in asked))

    def answer(self, question: str, role: str = "", most: int = 8) -> Future[Answered]:
        """Ask for what answers a question in plain words, at most so many. What is for `role` is lifted a little."""
        asked = Question(question, role, most)
        return self._ask(lambda catalogue: answering.answer(catalogue, asked, self._language()))

    def lines(self, results: Results, start: int) -> Future[tuple[Line, ...]]:
        """Ask for a block of lines, from the line at `start` on."""
        return self._ask(lambda catalogue: searching.lines(catalogue, results, start))

    def marks_in(self, text: str, typed: str) -> Future[tuple[Span, ...]]:
        """Ask what of a text that is shown whole is to be marked for what was typed."""
        return self._ask(lambda catalogue: searching.marks_in(catalogue, text, typed))

    def tell_uses(self, uses: Iterable[Use]) -> Future[None]:
        """Say which items were used when, as the store of sessions knows (`overview.uses`)."""
        told = tuple(uses)
        return self._ask(lambda catalogue: catalogue.shelf.tell_uses(told))

    # ---- one item

    def item(self, key: ItemKey) -> Future[Item]:
        """Ask for an item with its text. Holds NotThere."""
        return self._ask(lambda catalogue: items.read(catalogue, key))

    def own_items(self) -> Future[tuple[Item, ...]]:
        """Ask for all that the user wrote and did not throw away, by title."""
        return self._ask(items.own_items)

    def users_keys(self) -> Future[frozenset[ItemKey]]:
        """Ask of which items there is one that the user wrote or imported, what lies in the trash left out."""
        return self._ask(items.users_keys)

    def create(
        self, indexed: Indexed, text: str, *, author: str = "", licence: str = "", adapted_from: str = ""
    ) -> Future[None]:
        """Put a new item of the user's there; a copy of another says what it was adapted from. Holds IdTaken."""
        about = author, licence, adapted_from
        return self._ask(lambda catalogue: items.create(catalogue, indexed, text, self._now(), about))

    def save(self, indexed: Indexed, text: str) -> Future[None]:
        """Save what is written now, without keeping a version. Holds NotThere, NotYours."""
        return self._ask(lambda catalogue: items.save(catalogue, indexed, text, self._now()))

    def describe(self, key: ItemKey, author: str, licence: str) -> Future[None]:
        """Say who wrote an item, and how it may be used. Holds NotThere, NotYours."""
        return self._ask(lambda catalogue: items.describe(catalogue, key, author, licence))

    def keep_version(self, key: ItemKey, note: str = "") -> Future[Version]:
        """Keep what was saved last as a version. Holds NotThere, NotYours."""
        return self._ask(lambda catalogue: versions.keep(catalogue, key, note, self._now()))

    def keep_version_if_new(self, key: ItemKey, note: str = "") -> Future[Version | None]:
        """Keep what was saved last, unless the newest version is the same; None then. Holds NotThere, NotYours."""
        return self._ask(lambda catalogue: versions.keep_if_new(catalogue, key, note, self._now()))

    def replace(self, replacements: Sequence[Replacement], before: str) -> Future[None]:
        """Put other texts in the place of what the user wrote, in the trash too: all of them or none.

        What is there is kept first, with the note `before`, unless the newest version is the same; what comes is kept
        too. Holds NotThere, NotYours.
        """
        return self._ask(lambda catalogue: versions.replace(catalogue, replacements, before, self._now()))

    def versions(self, key: ItemKey) -> Future[tuple[Version, ...]]:
        """Ask for the versions that were kept, the newest first."""
        return self._ask(lambda catalogue: versions.listed(catalogue, key))

    def version_text(self, key: ItemKey, number: int) -> Future[str]:
        """Ask for the text of a version; `replace` puts it back. Holds NotThere."""
        return self._ask(lambda catalogue: versions.text(catalogue, key, number))

    def remove(self, key: ItemKey) -> Future[None]:
        """Throw an item in the trash. Holds NotThere, NotYours."""
        return self._ask(lambda catalogue: items.remove(catalogue, key, self._now()))

    def put_back(self, key: ItemKey) -> Future[None]:
        """Take an item out of the trash. Holds NotThere."""
        return self._ask(lambda catalogue: items.put_back(catalogue, key))

    def favour(self, key: ItemKey, *, yes: bool) -> Future[None]:
        """Make an item a favourite, or no longer. Holds NotThere."""
        return self._ask(lambda catalogue: items.favour(catalogue, key, yes))

    def settle(self, key: ItemKey, fragment: str, finding: str, decision: str) -> Future[None]:
        """Keep what was decided about personal data that were found in an item."""
        decided = Settled(fragment, finding, decision, self._now())
        return self._ask(lambda catalogue: items.settle(catalogue, key, decided))

    def settled(self, key: ItemKey) -> Future[tuple[Settled, ...]]:
        """Ask what was decided about an item."""
        return self._ask(lambda catalogue: items.settled(catalogue, key))

    # ---- many items

    def packs(self) -> Future[tuple[Pack, ...]]:
        """Ask which packs were imported."""
        return self._ask(items.packs)

    def pack_items(self, pack_id: str, keys: Iterable[ItemKey] = ()) -> Future[tuple[Item, ...]]:
        """Ask for the items of a pack, and for whatever else has one of these keys, in the trash too."""
        taken = frozenset(keys)
        return self._ask(lambda catalogue: items.pack_items(catalogue, pack_id, taken))

    def import_pack(self, pack: Pack, packed: Sequence[Packed], tell: Tell = _nobody) -> Future[int]:
        """Bring a pack in, in the place of an earlier version of it: all of it or nothing.

        Gives how many items it has. Holds IdTaken, with every id that is in the way.
        """
        return self._work(lambda catalogue: long_work.import_pack(catalogue, pack, packed, self._now()), tell)

    def remove_pack(self, pack_id: str, tell: Tell = _nobody) -> Future[int]:
        """Let a pack go for good. Holds NotThere."""
        return self._work(lambda catalogue: long_work.remove_pack(catalogue, pack_id), tell)

    def tell_shipped(self, packed: Sequence[Packed], fingerprint: str, tell: Tell = _nobody) -> Future[int]:
        """Say what comes with the program; nothing is done while `fingerprint` is that of the last time."""
        return self._work(lambda catalogue: long_work.tell_shipped(catalogue, packed, fingerprint, self._now()), tell)

    def empty_trash(self, before: datetime | None = None, tell: Tell = _nobody) -> Future[int]:
        """Destroy what was thrown away before a moment (None: all of it), in older backups too."""

        def work(catalogue: Catalogue) -> Work[int]:
            count = yield from long_work.empty_trash(catalogue, before or self._now())
            if count:
                yield from keeping.back_up(catalogue, self._now(), only=True)
            return count

        return self._work(work, tell)

    def remembered(self, name: str) -> Future[str]:
        """Ask what was remembered under a name; empty when nothing was."""
        return self._ask(lambda catalogue: items.remembered(catalogue, name))

    def remember(self, name: str, value: str) -> Future[None]:
        """Remember something for the next time."""
        return self._ask(lambda catalogue: items.remember(catalogue, name, value))

    def back_up(self, tell: Tell = _nobody) -> Future[Path]:
        """Make a backup now. The daily one is made by itself, in a moment of rest."""
        return self._work(lambda catalogue: keeping.back_up(catalogue, self._now()), tell)

    # ---- the end

    @property
    def shut(self) -> bool:
        """Whether it did not open, or was closed: a new one is needed."""
        return self._thread.ended

    def mend(self) -> Restored:
        """Close a damaged library and put it right, so that a new one can be opened. Takes long: not in the UI thread.

        Raises AlreadyOpen, or an error of the disk.
        """
        with self._busy:
            self._thread.close()
            return keeping.mend(self._home, self._unlock(), self._now())

    def close(self) -> None:
        """Do what waits, stop long work, close the library and end its thread."""
        with self._busy:
            self._thread.close()

    def _ask(self, question: Callable[[Catalogue], T]) -> Future[T]:
        answer: Future[T] = Future()
        self._thread.put(Ask(question, answer))
        return answer

    def _work(self, begin: Callable[[Catalogue], Work[T]], tell: Tell) -> Future[T]:
        answer: Future[T] = Future()
        self._thread.put(Long(begin, answer, tell))
        return answer
