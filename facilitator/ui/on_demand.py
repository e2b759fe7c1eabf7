"""OnDemand: what stands behind the windows and is started when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.content.locate import content_folder, resource

# ruff: noqa: PLC0415
# All of it is imported when it is started: the first page does without.

if TYPE_CHECKING:
    from datetime import datetime

    from facilitator.content.library import Library
    from facilitator.report.worker import DocumentWorker
    from facilitator.storage.errors import StoreError
    from facilitator.storage.keys import DataKey
    from facilitator.storage.library.store import LibraryStore


class OnDemand:
    """What comes with the program, the process that makes documents, and the user's own library, of one home.

    `key` opens the library; `trouble` hears, in its thread, what goes wrong there beside what was asked.
    """

    def __init__(
        self, home: Path, key: DataKey, now: Callable[[], datetime], trouble: Callable[[StoreError], None]
    ) -> None:
        self._home = home
        self._key = key
        self._now = now
        self._trouble = trouble
        self._worker: DocumentWorker | None = None
        self._shelf: LibraryStore | None = None

    def library(self) -> Library:
        """Give the scripts, cases and cards that come with the program; they are read once."""
        return self._library

    @cached_property
    def _library(self) -> Library:
        from facilitator.content.kept import read_library_kept

        return read_library_kept(content_folder(), self._home / "content.json")

    def documents(self) -> DocumentWorker:
        """Give the process that makes documents."""
        from facilitator.report import own_folder
        from facilitator.report.worker import DocumentWorker, Resources

        if self._worker is None:
            own = self._home / own_folder.FOLDER
            self._worker = DocumentWorker(Resources(resource("templates"), resource("fonts"), resource("i18n"), own))
        return self._worker

    def shelf(self) -> LibraryStore:
        """Give the user's own library; it opens anew when it did not, or was shut."""
        from facilitator.content.question_words import read_question_words
        from facilitator.storage.library.store import LibraryStore
        from facilitator.ui.casuistry.found_by import found_by

        if self._shelf is None or self._shelf.shut:
            self._shelf = LibraryStore(
                self._home,
                lambda: self._key,
                now=self._now,
                trouble=self._trouble,
                words=partial(read_question_words, resource("language")),
                found_by=found_by(),
            )
        return self._shelf

    def close(self) -> None:
        """End what was started."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None
        if self._shelf is not None:
            self._shelf.close()
            self._shelf = None
