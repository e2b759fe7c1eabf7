"""Casuistry: everything that can be done in the library, and the pages it takes. The main window shows them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from facilitator.core.card import Card
from facilitator.core.casus import Case
from facilitator.core.script import Script
from facilitator.storage.errors import Damaged
from facilitator.storage.library.records import ItemKey, Pack, Packed, Use
from facilitator.ui.casuistry import known_items
from facilitator.ui.casuistry.contents import Content
from facilitator.ui.casuistry.describe_dialog import DescribeDialog
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.casuistry.mending import Mending
from facilitator.ui.casuistry.packs.importing import Importing
from facilitator.ui.casuistry.packs.packing import Packing
from facilitator.ui.casuistry.privacy.gate import Gate
from facilitator.ui.casuistry.privacy.searching import Searcher
from facilitator.ui.casuistry.trash import Trash
from facilitator.ui.casuistry.versions.versions import Versions
from facilitator.ui.casuistry.writing import Writing
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.knowledge.card_printing import CardPrinting
from facilitator.ui.services import Services
from facilitator.words import _


class Casuistry(QObject):
    """The library, writing, versions and packs.

    Attributes:
        page: the library.
        gate: what looks for personal data before anything goes on.
        writing, versions, importing, packing, trash, mending: what can be done, each on its own.

    Signals:
        page_wanted(QWidget): show this page in place of what is there.
        back_wanted(): go to the library again.
        use_wanted(Script | Case): prepare a session with it.
        said(str), warned(str): tell the user.
        failed(Exception): the library does not let it.
        shut(bool): there is no library to work with, and a new Casuistry is to be made: at once when it was mended,
            else when the page is opened again.
    """

    page_wanted = Signal(object)
    back_wanted = Signal()
    use_wanted = Signal(object)
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)
    shut = Signal(bool)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        shelf = services.shelf()
        services = replace(services, shelf=lambda: shelf)  # one for all the parts, also when it does not open
        self._services = services
        self._shelf = shelf
        self.page = LibraryPage(services, self._shelf)
        self.gate = Gate(self._shelf, Searcher(services.lexicon), self.page)
        self.writing = Writing(services, self.gate, self)
        self.versions = Versions(services, self.page)
        self.importing = Importing(services, self.page)
        self.packing = Packing(services, self.gate, self.page)
        self.trash = Trash(self._shelf, self.page)
        self.mending = Mending(self._shelf, self.page)
        self._printing = CardPrinting(services, self)
        self._wire_page()
        self._wire_parts()
        deliver(self._shelf.opened, lambda _opened: self._begin(), self._not_opened)

    def _wire_page(self) -> None:
        page, details = self.page, self.page.details
        page.new_wanted.connect(self.writing.begin)
        page.import_wanted.connect(self.importing.choose)
        page.empty_wanted.connect(self.trash.ask)
        page.failed.connect(self._tell)
        details.use_wanted.connect(self._use)
        details.edit_wanted.connect(self.writing.edit)
        details.copy_wanted.connect(self.writing.copy)
        details.favourite_wanted.connect(self._favour)
        details.versions_wanted.connect(lambda content: self.versions.show(content.item))
        details.paper_wanted.connect(self._print)
        details.pack_wanted.connect(lambda content: self.packing.begin(content.item.key))
        details.describe_wanted.connect(self._describe)
        details.decided_wanted.connect(lambda content: self.gate.show_decided(content.item, self._services.now()))
        details.remove_wanted.connect(self._remove)
        details.remove_pack_wanted.connect(self.importing.ask_to_remove)

    def _wire_parts(self) -> None:
        for part in (self.gate, self.writing, self.versions, self.importing, self.packing, self.trash):
            part.failed.connect(self._tell)
        for maker in (self.writing, self.importing, self.packing):
            maker.page_wanted.connect(self.page_wanted)
        for walker in (self.importing, self.packing):
            walker.left.connect(self.back_wanted)
        for changer in (self.importing, self.trash):
            changer.changed.connect(self._changed)
        self.gate.write_wanted.connect(self.writing.go_to)
        self.writing.left.connect(self._back_to)
        self.writing.warned.connect(self.warned)
        self.versions.changed.connect(self._put_back)
        self.importing.done.connect(self._brought_in)
        self.packing.said.connect(self.said)
        self._printing.said.connect(self.said)
        self._printing.warned.connect(self.warned)
        self._printing.failed.connect(self._tell)
        self.mending.declined.connect(lambda: self.shut.emit(False))
        self.mending.failed.connect(self._stay_shut)
        self.mending.mended.connect(self._mended)

    # ---- what the library is told

    def _begin(self) -> None:
        """Tell the library what comes with the program, and what was used before."""
        deliver(in_background(partial(known_items.shipped, self._services)), self._tell_shipped, self._tell)
        deliver(self._services.store.ask(known_items.uses), self._tell_uses, self._tell)
        self._ask_packs()

    def _tell_shipped(self, shipped: tuple[tuple[Packed, ...], str]) -> None:
        items, fingerprint = shipped
        library = self._services.library()
        self.page.show_others((*library.scripts, *library.cases))
        deliver(self._shelf.tell_shipped(items, fingerprint), lambda _count: self.page.refresh(), self._tell)

    def _tell_uses(self, uses: tuple[Use, ...]) -> None:
        deliver(self._shelf.tell_uses(uses), lambda _told: self.page.refresh(), self._tell)

    def _ask_packs(self) -> None:
        deliver(self._shelf.packs(), self._show_packs, self._tell)

    def _show_packs(self, packs: tuple[Pack, ...]) -> None:
        self.page.show_packs(packs)
        self.page.refresh()

    def _tell(self, error: Exception) -> None:
        if self._shelf.shut:
            return  # why, was told when it did not open
        if isinstance(error, Damaged) and self.page.isVisible() and not self.writing.holds_unkept():
            self.mending.ask(error)
        else:
            self.failed.emit(error)

    def _not_opened(self, error: Exception) -> None:
        if isinstance(error, Damaged):
            self.mending.ask(error)
        else:
            self._stay_shut(error)

    def _stay_shut(self, error: Exception) -> None:
        self.page.tell_shut(_("Your casuistry could not be opened. Choose Casuistry again to try it once more."))
        self.shut.emit(False)
        self.failed.emit(error)

    def _mended(self, words: str) -> None:
        self.shut.emit(True)
        self.said.emit(words)

    # ---- what is wanted with an item

    def _use(self, content: Content) -> None:
        value = content.value
        if isinstance(value, (Script, Case)):
            self.gate.pass_on((content.item,), _("Use in a session"), lambda: self.use_wanted.emit(value))

    def _print(self, content: Content) -> None:
        value = content.value
        if isinstance(value, Card):
            self.gate.pass_on((content.item,), _("Save as PDF"), partial(self._printing.save, value))

    def _favour(self, content: Content) -> None:
        line = self.page.model.line(self.page.list.currentIndex().row())
        now = line is not None and line.favourite
        deliver(self._shelf.favour(content.item.key, yes=not now), lambda _done: self.page.refresh(), self._tell)

    def _remove(self, content: Content) -> None:
        key, trashed = content.item.key, content.item.trashed_at is not None
        done = self._shelf.put_back(key) if trashed else self._shelf.remove(key)
        words = _("It is back in the library.") if trashed else _("It is in the trash. You can put it back from there.")
        deliver(done, lambda _done: self._changed(words), self._tell)

    def _describe(self, content: Content) -> None:
        key = content.item.key
        dialog = DescribeDialog(content.item, self.page.window())
        dialog.accepted.connect(lambda: self._keep_described(key, dialog.author.text().strip(), dialog.licence.licence))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep_described(self, key: ItemKey, author: str, licence: str) -> None:
        deliver(self._shelf.describe(key, author, licence), lambda _done: self.page.choose(key), self._tell)

    # ---- after it was done

    def _changed(self, words: str) -> None:
        self._ask_packs()
        self.said.emit(words)

    def _brought_in(self, pack_id: str) -> None:
        self._ask_packs()
        self.back_wanted.emit()
        self.page.show_pack(pack_id)
        self.said.emit(_("The pack is in your library. You see what came with it."))

    def _put_back(self, key: ItemKey, words: str) -> None:
        self.page.choose(key)
        self.said.emit(words)

    def _back_to(self, key: ItemKey) -> None:
        self.back_wanted.emit()
        self.page.choose(key)
