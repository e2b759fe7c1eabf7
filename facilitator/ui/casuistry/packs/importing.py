"""Importing: from a file on the disk to items in the library, with a look at it in between."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.content.pack import SUFFIX, Pack, PackReading
from facilitator.content.pack import Item as PackItem
from facilitator.storage.library import records
from facilitator.storage.library.history import Replacement
from facilitator.storage.library.records import Item
from facilitator.ui.casuistry.all_cards import AllCards, Known
from facilitator.ui.casuistry.packs import offer as offers
from facilitator.ui.casuistry.packs.import_page import ImportPage
from facilitator.ui.casuistry.packs.offer import Offer
from facilitator.ui.casuistry.packs.refused_dialog import RefusedDialog
from facilitator.ui.casuistry.working import Working
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.services import Services
from facilitator.ui.widgets.dialog import Question
from facilitator.ui.widgets.file_choice import ask_file
from facilitator.words import _, ngettext


class Importing(QObject):
    """One pack at a time.

    Attributes:
        refused: the reasons that are on the screen, when a pack was refused.
        working: what goes on now, if anything does.

    Signals:
        page_wanted(QWidget): show this page.
        left(): the pack is left alone; go to the library.
        done(str): the pack with this id is in; go to the library and show it.
        changed(str): something else changed in the library, told in words.
        failed(Exception): the library does not let it.
    """

    page_wanted = Signal(object)
    left = Signal()
    done = Signal(str)
    changed = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, window: QWidget) -> None:
        """`window` is the page in front of which files are chosen."""
        super().__init__(window)
        self._services = services
        self._shelf = services.shelf()
        self._window = window
        self.refused: RefusedDialog | None = None
        self.working: Working | None = None

    # ---- reading

    def choose(self) -> None:
        """Let the user choose a file."""
        names, folder = _("Packs of Facilitator (*{suffix})").format(suffix=SUFFIX), self._services.documents_folder
        ask_file(self._window.window(), _("Choose a pack"), folder, self.read, names=names)

    def read(self, path: Path) -> None:
        """Read a file, and show what is in it, or why not."""
        library = self._services.library()
        self._begin(_("Reading the pack …")).begin(
            lambda _tell: in_background(partial(offers.read, path, library)),
            partial(self._was_read, path),
            self.failed.emit,
        )

    def _begin(self, words: str, *, can_stop: bool = True) -> Working:
        self.working = Working(words, self._window.window(), can_stop=can_stop)
        return self.working

    def _was_read(self, path: Path, reading: PackReading) -> None:
        if reading.pack is None:
            title = _("This pack cannot be imported")
            self.refused = RefusedDialog(title, reading.problems, path, self._window.window())
            self.refused.finished.connect(self.refused.deleteLater)
            self.refused.open()
            return
        deliver(self._shelf.packs(), partial(self._hold, reading.pack), self.failed.emit)

    def _hold(self, pack: Pack, known: tuple[records.Pack, ...]) -> None:
        keys = [offers.key_of(item) for item in pack.items]
        deliver(self._shelf.pack_items(pack.about.id, keys), partial(self._compare, pack, known), self.failed.emit)

    def _compare(self, pack: Pack, known: tuple[records.Pack, ...], items: tuple[Item, ...]) -> None:
        cards = AllCards(self._services, self)
        cards.came.connect(partial(self._weigh, pack, known, items))
        cards.came.connect(cards.deleteLater)
        cards.ask()

    def _weigh(
        self, pack: Pack, known: tuple[records.Pack, ...], items: tuple[Item, ...], cards: tuple[Known, ...]
    ) -> None:
        titles = {one.id: one.title for one in known}
        held = in_background(partial(offers.offer, pack, known, items, cards))
        deliver(held, partial(self._show, titles), self.failed.emit)

    def _show(self, titles: Mapping[str, str], offer: Offer) -> None:
        page = ImportPage(offer, titles)
        page.left.connect(self.left)
        page.wanted.connect(lambda: self._bring_in(page))
        self.page_wanted.emit(page)

    # ---- bringing in

    def _bring_in(self, page: ImportPage) -> None:
        page.bring.setEnabled(False)
        offer, taken = page.offer, page.taken
        mine = [item for item in offer.pack.items if item.key in taken]
        packed = tuple(one for one in offer.packed if one.indexed.key not in page.left_out)
        if not packed:
            self._take_over(page, mine)
            return
        working = self._begin(_("Importing …"))
        working.stopped.connect(lambda: self._stopped(page))
        working.begin(
            lambda tell: self._shelf.import_pack(offers.stored_pack(offer.pack.about), packed, tell),
            lambda _count: self._take_over(page, mine),
            partial(self._not_in, page),
        )

    def _stopped(self, page: ImportPage) -> None:
        page.bring.setEnabled(True)
        self.changed.emit(_("Stopped. The library is as it was."))

    def _not_in(self, page: ImportPage, error: Exception) -> None:
        page.bring.setEnabled(True)
        self.failed.emit(error)

    def _take_over(self, page: ImportPage, mine: list[PackItem]) -> None:
        """Write what the pack holds over what the user wrote; that is kept as a version first."""
        about = page.offer.pack.about
        if not mine:
            self.done.emit(about.id)
            return
        before = _("before the pack {title} {version}").format(title=about.title, version=about.version)
        note = f"{about.title} {about.version}"
        taken = [Replacement(offers.indexed_item(item), item.text, note) for item in mine]
        replaced = self._shelf.replace(taken, before)
        deliver(replaced, lambda _done: self.done.emit(about.id), partial(self._not_in, page))

    # ---- letting go

    def ask_to_remove(self, pack: records.Pack) -> None:
        """Let a pack go, after a question."""
        text = _(
            "Everything that came with ‘{title}’ disappears from your library. What you made of it yourself stays, and "
            "so do the sessions in which it was used. You can import the pack again when you still have its file."
        ).format(title=pack.title)
        question = Question(_("Remove this pack?"), text, _("Remove the pack"), self._window.window(), danger=True)
        question.accepted.connect(lambda: self._remove(pack))
        question.finished.connect(question.deleteLater)
        question.open()

    def _remove(self, pack: records.Pack) -> None:
        self._begin(_("Removing …"), can_stop=False).begin(
            lambda tell: self._shelf.remove_pack(pack.id, tell),
            lambda count: self.changed.emit(
                ngettext("The pack is gone, with {count} item.", "The pack is gone, with {count} items.", count).format(
                    count=count
                )
            ),
            self.failed.emit,
        )
