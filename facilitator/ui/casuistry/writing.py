"""Writing: something new, a version of one's own, or a change, kept by itself while it goes on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from facilitator.content.drafts import read_draft
from facilitator.storage.library.records import Indexed, Item, ItemKey, ItemKind
from facilitator.ui.casuistry.contents import FILES, Content
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.editor.source import UnreadableError, problems_of, text_of, tree_of
from facilitator.ui.casuistry.editor.tree import Path, Plain, put
from facilitator.ui.casuistry.indexing import indexed_tree
from facilitator.ui.casuistry.new_content import blank, copied
from facilitator.ui.casuistry.privacy.gate import Gate
from facilitator.ui.dates import clock
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.words import _


class Writing(QObject):
    """The editor and what becomes of what is written in it.

    Signals:
        page_wanted(QWidget): show this page.
        left(ItemKey): the writer is done with this item.
        failed(Exception): the library does not let it.
    """

    page_wanted = Signal(object)
    left = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, gate: Gate, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._shelf = services.shelf()
        self._gate = gate

    def begin(self, kind: ItemKind) -> None:
        """Write something new."""
        self._create(kind, blank(kind))

    def copy(self, content: Content) -> None:
        """Make a version of one's own; the original stays, and its maker and licence are named."""
        item = content.item
        tree = self._readable(item.key.kind, content.text)
        if tree is not None:
            mine = copied(tree, item.title)
            self._create(item.key.kind, mine, adapted_from=item.title, author=item.author, licence=item.licence)

    def edit(self, content: Content) -> None:
        """Change what was written before."""
        deliver(self._shelf.item(content.item.key), self._open, self.failed.emit)

    def go_to(self, key: ItemKey, path: Path) -> None:
        """Change this text of it."""
        deliver(self._shelf.item(key), lambda item: self._open(item, path), self.failed.emit)

    def _create(self, kind: ItemKind, tree: Plain, adapted_from: str = "", author: str = "", licence: str = "") -> None:
        id_ = f"eigen-{self._services.new_id()}"[:64]
        tree = put(tree, ("id",), id_)
        text = text_of(FILES[kind], tree)
        made = self._shelf.create(
            indexed_text(kind, id_, text), text, author=author, licence=licence, adapted_from=adapted_from
        )
        deliver(made, lambda _done: self._write(ItemKey(kind, id_), tree), self.failed.emit)

    def _open(self, item: Item, path: Path = ()) -> None:
        tree = self._readable(item.key.kind, item.text)
        if tree is not None:
            editor = self._write(item.key, tree)
            if path:
                editor.go_to(path)

    def _readable(self, kind: ItemKind, text: str) -> Plain | None:
        """Read a text, or tell that it cannot be read."""
        try:
            return tree_of(FILES[kind], text)
        except UnreadableError as error:
            self.failed.emit(error)
            return None

    def _write(self, key: ItemKey, tree: Plain) -> EditorPage:
        kind = FILES[key.kind]
        editor = EditorPage(
            kind.declare(),
            tree,
            partial(problems_of, kind),
            lambda now: self._save(editor, key, now),
            self._gate.watch(key),
        )
        editor.left.connect(lambda: self._done(key))
        self.page_wanted.emit(editor)
        return editor

    def _save(self, editor: EditorPage, key: ItemKey, tree: Plain) -> None:
        text = text_of(FILES[key.kind], tree)
        saved = self._shelf.save(indexed_text(key.kind, key.id, text), text)
        at = clock(self._services.now(), self._services.now().astimezone().tzinfo)
        told = _("kept at {clock}").format(clock=at)
        deliver(saved, lambda _done: _say(editor, told), partial(self._not_saved, editor))

    def _not_saved(self, editor: EditorPage, error: Exception) -> None:
        editor.keep_again()
        self.failed.emit(error)

    def _done(self, key: ItemKey) -> None:
        """Keep what was written as a version, also earlier, when there is anything new in it."""
        deliver(self._shelf.keep_version_if_new(key), lambda _version: self.left.emit(key), self.failed.emit)


def _say(editor: EditorPage, words: str) -> None:
    if isValid(editor):  # the page may have been left; what was written is kept all the same
        editor.show_saved(words)


def indexed_text(kind: ItemKind, id_: str, text: str) -> Indexed:
    """How an item of this text is found."""
    read = read_draft(FILES[kind], text)
    return indexed_tree(kind, id_, read.tree, read.value)
