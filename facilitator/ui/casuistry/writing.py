"""Writing: something new, a version of one's own, or a change, kept by itself while it goes on."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from facilitator.storage.errors import StoreError
from facilitator.storage.library.records import Item, ItemKey, ItemKind
from facilitator.ui.casuistry.contents import FILES, Content
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.editor.source import UnreadableError, problems_of, text_of, tree_of
from facilitator.ui.casuistry.editor.tree import Path, Plain, put
from facilitator.ui.casuistry.indexing import indexed_text
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
        warned(str): tell the user.
        failed(Exception): the library does not let it.
    """

    page_wanted = Signal(object)
    left = Signal(object)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, gate: Gate, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._shelf = services.shelf()
        self._gate = gate
        self._editors: dict[ItemKey, EditorPage] = {}

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
        key = content.item.key
        if (held := self._held(key)) is not None:
            self.page_wanted.emit(held)
        else:
            deliver(self._shelf.item(key), self._open, self.failed.emit)

    def go_to(self, key: ItemKey, path: Path) -> None:
        """Change this text of it."""
        if (held := self._held(key)) is not None:
            self.page_wanted.emit(held)
            held.go_to(path)
        else:
            deliver(self._shelf.item(key), lambda item: self._open(item, path), self.failed.emit)

    def _held(self, key: ItemKey) -> EditorPage | None:
        """Give the page that was left and still holds what the library did not take, if there is one."""
        editor = self._editors.get(key)
        return editor if editor is not None and isValid(editor) and editor.holds_unkept() else None

    def holds_unkept(self) -> bool:
        """Whether a page that was opened holds what the library did not take."""
        return any(self._held(key) is not None for key in self._editors)

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
            kind.declare(), tree, partial(problems_of, kind), partial(self._save, key), self._gate.watch(key)
        )
        editor.when_kept(lambda: self._tell_kept(editor))
        editor.keeper.refused.connect(_Refusals(self, editor).tell)
        editor.left.connect(lambda: self._done(key))
        self._editors = {**{at: one for at, one in self._editors.items() if isValid(one)}, key: editor}
        self.page_wanted.emit(editor)
        return editor

    def _save(self, key: ItemKey, tree: Plain) -> Future[None]:
        text = text_of(FILES[key.kind], tree)
        return self._shelf.save(indexed_text(key.kind, key.id, text), text)

    def _tell_kept(self, editor: EditorPage) -> None:
        now = self._services.now()
        editor.show_saved(_("kept at {clock}").format(clock=clock(now, now.astimezone().tzinfo)))

    def _done(self, key: ItemKey) -> None:
        """Keep what was written as a version, also earlier, when there is anything new in it."""
        deliver(self._shelf.keep_version_if_new(key), lambda _version: self.left.emit(key), self.failed.emit)


class _Refusals(QObject):
    """Tells once what the library does not take of a page, and once more when that page is left."""

    def __init__(self, writing: Writing, editor: EditorPage) -> None:
        super().__init__(editor)
        self._writing = writing
        self._editor = editor
        self._told: set[tuple[type[Exception], bool]] = set()
        editor.when_kept(self._told.clear)

    def tell(self, error: Exception) -> None:
        """It is tried again all the time; the user hears of it when there is something new."""
        left = self._editor.isHidden()
        if (type(error), left) in self._told:
            return
        self._told.add((type(error), left))
        if left and isinstance(error, StoreError):
            stays = _("What you wrote is not kept yet, and stays open: choose it in the library to go on with it.")
            self._writing.warned.emit(f"{stays} {error.text()}")
        else:
            self._writing.failed.emit(error)
