"""Packing: from items of one's own to a file that others can import."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from facilitator.content.manifest import About
from facilitator.content.pack import SUFFIX, Pack, keys_of, pack_of
from facilitator.content.pack_file import write_pack
from facilitator.content.problem import Problem
from facilitator.storage.library.records import Item, ItemKey
from facilitator.ui.casuistry.packs import own_packs
from facilitator.ui.casuistry.packs.offer import held_item
from facilitator.ui.casuistry.packs.own_packs import OwnPack
from facilitator.ui.casuistry.packs.pack_page import Packable, PackPage
from facilitator.ui.casuistry.packs.phrases import problem_lines
from facilitator.ui.casuistry.privacy.gate import Gate
from facilitator.ui.casuistry.working import Working
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.services import Services
from facilitator.ui.widgets.file_choice import ask_place
from facilitator.words import _


class Packing(QObject):
    """One pack at a time.

    Signals:
        page_wanted(QWidget): show this page.
        left(): go to the library.
        said(str): tell the user.
        failed(Exception): the library does not let it.
    """

    page_wanted = Signal(object)
    left = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, gate: Gate, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._shelf = services.shelf()
        self._gate = gate
        self._window = window

    def begin(self, chosen: ItemKey) -> None:
        """Show what can go into a pack, with this item ticked."""
        deliver(self._shelf.own_items(), partial(self._read, chosen), self.failed.emit)

    def _read(self, chosen: ItemKey, items: tuple[Item, ...]) -> None:
        read = in_background(lambda: [Packable(item, held_item(item)) for item in items])
        deliver(read, partial(self._recall, chosen), self.failed.emit)

    def _recall(self, chosen: ItemKey, items: list[Packable]) -> None:
        remembered = self._shelf.remembered(own_packs.REMEMBERED)
        deliver(remembered, lambda text: self._show(chosen, items, own_packs.read(text)), self.failed.emit)

    def _show(self, chosen: ItemKey, items: list[Packable], before: tuple[OwnPack, ...]) -> None:
        page = PackPage(items, chosen, before, self._services.documents_folder)
        page.left.connect(self.left)
        page.place_wanted.connect(lambda: self._choose_place(page))
        page.folder_wanted.connect(lambda: self._open_folder(page.folder))
        page.wanted.connect(lambda pack, path: self._check(page, pack, path))
        self.page_wanted.emit(page)

    def _choose_place(self, page: PackPage) -> None:
        names, suffix = _("Packs of Facilitator (*{suffix})").format(suffix=SUFFIX), SUFFIX.removeprefix(".")
        ask_place(page, _("Where the pack goes"), page.path, page.use_path, names=names, suffix=suffix)

    def _open_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.said.emit(_("The pack is in {folder}.").format(folder=folder))

    # ---- making

    def _check(self, page: PackPage, pack: OwnPack, path: Path) -> None:
        """What is still to be decided goes into no file."""
        ticked = page.ticked
        self._gate.pass_on(
            [one.item for one in ticked], _("Make the pack"), partial(self._make, page, pack, path, ticked)
        )

    def _make(self, page: PackPage, pack: OwnPack, path: Path, ticked: Sequence[Packable]) -> None:
        made = own_packs.named(pack, self._services.new_id())
        today = self._services.now().astimezone().date()
        about = About(made.id, made.title, made.author, made.version, made.licence, today)
        contents = pack_of(about, [one.packed for one in ticked if one.packed is not None])
        shipped = keys_of(self._services.library())
        Working(_("Making the pack …"), page.window(), can_stop=False).begin(
            lambda _tell: in_background(partial(_write, path, contents, shipped)),
            partial(self._written, page, made, path),
            self.failed.emit,
        )

    def _written(self, page: PackPage, pack: OwnPack, path: Path, problems: tuple[Problem, ...]) -> None:
        if problems:
            what, _where, fix = problem_lines(problems[0], path)
            page.tell(f"{what} {fix}", wrong=True)
            return
        deliver(self._shelf.remembered(own_packs.REMEMBERED), partial(self._remember, pack), self.failed.emit)
        page.tell_made(pack, path)

    def _remember(self, pack: OwnPack, before: str) -> None:
        packs = own_packs.with_pack(own_packs.read(before), pack)
        remembered = self._shelf.remember(own_packs.REMEMBERED, own_packs.written(packs))
        deliver(remembered, lambda _done: None, self.failed.emit)


def _write(path: Path, pack: Pack, shipped: frozenset[tuple[str, str]]) -> tuple[Problem, ...]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        fix = _("Choose another folder")
        return (Problem(path, 1, _("the folder {folder} cannot be made").format(folder=path.parent), fix),)
    return write_pack(path, pack, shipped)
