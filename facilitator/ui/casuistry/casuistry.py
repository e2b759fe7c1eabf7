"""Casuistry: everything that can be done in the library, and the pages it takes. The main window shows them."""

from __future__ import annotations

import hashlib
from functools import partial

from PySide6.QtCore import QObject, Signal

from facilitator.content.drafts import read_draft
from facilitator.core.casus import Case
from facilitator.core.script import Script
from facilitator.storage.database import Connection
from facilitator.storage.library.records import Indexed, Item, ItemKey, ItemKind, Pack, Packed, Use
from facilitator.storage.overview import UseLine
from facilitator.ui.casuistry.contents import FILES, Content
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.editor.source import problems_of, text_of, tree_of
from facilitator.ui.casuistry.editor.tree import Path, Plain, put
from facilitator.ui.casuistry.indexing import indexed_tree, shipped_items
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.casuistry.new_content import blank, copied
from facilitator.ui.casuistry.packs.importing import Importing
from facilitator.ui.casuistry.privacy.gate import Gate
from facilitator.ui.casuistry.privacy.searching import Searcher
from facilitator.ui.dates import clock
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.services import Services
from facilitator.words import _


class Casuistry(QObject):
    """The library, and writing.

    Attributes:
        page: the library.

    Signals:
        page_wanted(QWidget): show this page in place of what is there.
        back_wanted(): go to the library again.
        use_wanted(Script | Case): prepare a session with it.
        said(str), warned(str): tell the user.
        failed(Exception): the library does not let it.
    """

    page_wanted = Signal(object)
    back_wanted = Signal()
    use_wanted = Signal(object)
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._shelf = services.shelf()
        self.page = LibraryPage(services, self._shelf)
        details = self.page.details
        details.use_wanted.connect(self._use)
        details.edit_wanted.connect(self._edit)
        details.copy_wanted.connect(self._copy)
        details.favourite_wanted.connect(self._favour)
        details.remove_wanted.connect(self._remove)
        self.gate = Gate(self._shelf, Searcher(services.lexicon), self.page)
        self.gate.failed.connect(self._tell)
        self.gate.write_wanted.connect(self._write_at)
        self.importing = Importing(services, self.page)
        self._wire_packs()
        self.page.new_wanted.connect(self._new)
        self.page.failed.connect(self._tell)
        deliver(self._shelf.opened, lambda _opened: self._begin(), self._tell)

    def _wire_packs(self) -> None:
        importing = self.importing
        self.page.import_wanted.connect(importing.choose)
        self.page.details.remove_pack_wanted.connect(importing.ask_to_remove)
        importing.page_wanted.connect(self.page_wanted)
        importing.left.connect(self.back_wanted)
        importing.done.connect(self._brought_in)
        importing.changed.connect(self._changed)
        importing.failed.connect(self._tell)

    def _brought_in(self, pack_id: str) -> None:
        self._ask_packs()
        self.back_wanted.emit()
        self.page.show_pack(pack_id)
        self.said.emit(_("The pack is in your library. You see what came with it."))

    def _ask_packs(self) -> None:
        deliver(self._shelf.packs(), self._show_packs, self._tell)

    def _show_packs(self, packs: tuple[Pack, ...]) -> None:
        self.page.show_packs(packs)
        self.page.refresh()

    def _begin(self) -> None:
        """Tell the library what comes with the program, and what was used before."""
        deliver(in_background(partial(_shipped, self._services)), self._tell_shipped, self._tell)
        deliver(self._services.store.ask(_uses), self._tell_uses, self._tell)
        self._ask_packs()

    def _tell_shipped(self, shipped: tuple[tuple[Packed, ...], str]) -> None:
        items, fingerprint = shipped
        library = self._services.library()
        self.page.show_others((*library.scripts, *library.cases))
        deliver(self._shelf.tell_shipped(items, fingerprint), lambda _count: self.page.refresh(), self._tell)

    def _tell_uses(self, uses: tuple[Use, ...]) -> None:
        deliver(self._shelf.tell_uses(uses), lambda _told: self.page.refresh(), self._tell)

    def _tell(self, error: Exception) -> None:
        self.failed.emit(error)

    # ---- what is wanted with an item

    def _use(self, content: Content) -> None:
        value = content.value
        if isinstance(value, (Script, Case)):
            self.gate.pass_on((content.item,), _("Use in a session"), lambda: self.use_wanted.emit(value))

    def _favour(self, content: Content) -> None:
        line = self.page.model.line(self.page.list.currentIndex().row())
        now = line is not None and line.favourite
        deliver(self._shelf.favour(content.item.key, yes=not now), lambda _done: self.page.refresh(), self._tell)

    def _remove(self, content: Content) -> None:
        key, trashed = content.item.key, content.item.trashed_at is not None
        done = self._shelf.put_back(key) if trashed else self._shelf.remove(key)
        words = _("It is back in the library.") if trashed else _("It is in the trash. You can put it back from there.")
        deliver(done, lambda _done: self._changed(words), self._tell)

    def _changed(self, words: str) -> None:
        self._ask_packs()
        self.said.emit(words)

    # ---- writing

    def _new(self, kind: ItemKind) -> None:
        self._create(kind, blank(kind), adapted_from="")

    def _copy(self, content: Content) -> None:
        kind = content.item.key.kind
        tree = copied(tree_of(FILES[kind], content.text), content.item.title)
        self._create(kind, tree, adapted_from=content.item.title)

    def _create(self, kind: ItemKind, tree: Plain, adapted_from: str) -> None:
        id_ = f"eigen-{self._services.new_id()}"[:64]
        tree = put(tree, ("id",), id_)
        text = text_of(FILES[kind], tree)
        made = self._shelf.create(_indexed(kind, id_, text), text, adapted_from=adapted_from)
        deliver(made, lambda _done: self._write(ItemKey(kind, id_), tree), self._tell)

    def _edit(self, content: Content) -> None:
        key = content.item.key
        deliver(self._shelf.item(key), self._open, self._tell)

    def _open(self, item: Item) -> EditorPage:
        return self._write(item.key, tree_of(FILES[item.key.kind], item.text))

    def _write_at(self, key: ItemKey, path: Path) -> None:
        """Go to a text in which something is to be replaced."""
        deliver(self._shelf.item(key), lambda item: self._open(item).go_to(path), self._tell)

    def _write(self, key: ItemKey, tree: Plain) -> EditorPage:
        kind = FILES[key.kind]
        editor = EditorPage(
            kind.declare(),
            tree,
            partial(problems_of, kind),
            lambda now: self._save(editor, key, now),
            self.gate.watch(key),
        )
        editor.left.connect(lambda: self._written(key))
        self.page_wanted.emit(editor)
        return editor

    def _save(self, editor: EditorPage, key: ItemKey, tree: Plain) -> None:
        text = text_of(FILES[key.kind], tree)
        saved = self._shelf.save(_indexed(key.kind, key.id, text), text)
        at = clock(self._services.now(), self._services.now().astimezone().tzinfo)
        deliver(saved, lambda _done: editor.show_saved(_("kept at {clock}").format(clock=at)), self._tell)

    def _written(self, key: ItemKey) -> None:
        """Keep what was written as a version, and go back to the library with it chosen."""
        deliver(self._shelf.keep_version(key), lambda _version: self._back_to(key), self._tell)

    def _back_to(self, key: ItemKey) -> None:
        self.back_wanted.emit()
        self.page.choose(key)


def _indexed(kind: ItemKind, id_: str, text: str) -> Indexed:
    read = read_draft(FILES[kind], text)
    return indexed_tree(kind, id_, read.tree, read.value)


def _shipped(services: Services) -> tuple[tuple[Packed, ...], str]:
    """What comes with the program, and a fingerprint of it."""
    items = shipped_items(services.library())
    return items, hashlib.sha256(repr(items).encode()).hexdigest()


def _uses(connection: Connection) -> tuple[Use, ...]:
    from facilitator.storage import overview  # noqa: PLC0415  asked in the store's thread

    return tuple(use for line in overview.uses(connection) for use in _uses_in(line))


def _uses_in(line: UseLine) -> tuple[Use, ...]:
    script = Use(ItemKey(ItemKind.SCRIPT, line.script_id), line.day)
    return (script,) if line.case_id is None else (script, Use(ItemKey(ItemKind.CASE, line.case_id), line.day))
