"""Versions: shows them, and puts one back without losing what is there."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.content.compare import Difference, plain_differences
from facilitator.content.drafts import read_draft
from facilitator.content.kinds import Plain
from facilitator.content.library import FileKind
from facilitator.content.writing import as_plain
from facilitator.storage.library.history import Replacement, Version
from facilitator.storage.library.records import Item, ItemKey
from facilitator.ui.casuistry.contents import FILES
from facilitator.ui.casuistry.indexing import indexed_text
from facilitator.ui.casuistry.versions.versions_dialog import VersionsDialog, version_words
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.services import Services
from facilitator.words import _


class Versions(QObject):
    """The versions of one item at a time.

    Attributes:
        dialog: what is on the screen, if anything is.

    Signals:
        changed(ItemKey, str): the item is another one now, told in words.
        failed(Exception): the library does not let it.
    """

    changed = Signal(object, str)
    failed = Signal(object)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._shelf = services.shelf()
        self._window = window
        self.dialog: VersionsDialog | None = None

    def show(self, item: Item) -> None:
        """Show what was kept of an item."""
        dialog = self.dialog = VersionsDialog(item.title, self._services.now(), self._window.window())
        dialog.chosen.connect(partial(self._compare, dialog, item))
        dialog.put_back_wanted.connect(partial(self._put_back, item))
        dialog.keep_wanted.connect(partial(self._keep, dialog, item.key))
        dialog.finished.connect(dialog.deleteLater)
        self._list(dialog, item.key)
        dialog.open()

    def _list(self, dialog: VersionsDialog, key: ItemKey) -> None:
        deliver(self._shelf.versions(key), dialog.show_versions, self.failed.emit)

    def _compare(self, dialog: VersionsDialog, item: Item, number: int) -> None:
        text = self._shelf.version_text(item.key, number)
        deliver(text, partial(self._hold, dialog, item, number), self.failed.emit)

    def _hold(self, dialog: VersionsDialog, item: Item, number: int, text: str) -> None:
        found = in_background(partial(text_differences, FILES[item.key.kind], text, item.text))
        deliver(found, partial(dialog.show_changes, number), self.failed.emit)

    def _keep(self, dialog: VersionsDialog, key: ItemKey, note: str) -> None:
        deliver(self._shelf.keep_version(key, note), lambda _version: self._list(dialog, key), self.failed.emit)

    # ---- putting back

    def _put_back(self, item: Item, number: int) -> None:
        deliver(self._shelf.versions(item.key), partial(self._read_wanted, item.key, number), self.failed.emit)

    def _read_wanted(self, key: ItemKey, number: int, versions: tuple[Version, ...]) -> None:
        wanted = next(version for version in versions if version.number == number)
        deliver(self._shelf.version_text(key, number), partial(self._replace, key, wanted), self.failed.emit)

    def _replace(self, key: ItemKey, wanted: Version, text: str) -> None:
        note = _("put back: {version}").format(version=version_words(wanted, self._services.now()))
        older = Replacement(indexed_text(key.kind, key.id, text), text, note)
        words = _("The version is back. What you had is among the versions.")
        replaced = self._shelf.replace([older], _("before an older version was put back"))
        deliver(replaced, lambda _done: self.changed.emit(key, words), self.failed.emit)


def text_differences(kind: FileKind[Any], old: str, new: str) -> tuple[Difference, ...]:
    """Give what differs between two texts of a kind, also while something in them is still to be put right."""
    return plain_differences(kind.declare(), _plain(kind, old), _plain(kind, new))


def _plain(kind: FileKind[Any], text: str) -> Plain:
    tree = read_draft(kind, text).tree
    return {} if tree is None else as_plain(tree.root)
