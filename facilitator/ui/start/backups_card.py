"""BackupsCard: where the backups are, making one, and bringing back a copy that was saved elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from facilitator.ui import dates
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.start.copy_key import CopyKeyDialog
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Button, Card, PlainLabel, SectionTitle
from facilitator.ui.widgets.file_choice import ask_file
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.storage.database import Connection


class BackupsCard(Card):
    """Tells of the backups, which the program makes every day by itself.

    Signals:
        brought_back(): there may be more sessions now.
        said(str): something went well.
        failed(Exception): something did not.
    """

    brought_back = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.text = PlainLabel(role="soft", wrap=True)
        self.make = Button(_("Make a backup now"))
        self.show_folder = Button(_("Open the folder"))
        self.bring_back = Button(_("Bring back a copy …"))
        self.make.clicked.connect(self._make)
        self.show_folder.clicked.connect(self._show_folder)
        self.bring_back.clicked.connect(self._choose_copy)
        row = SideBySide(13)
        for button in (self.make, self.show_folder, self.bring_back):
            row.add(button)
        self.column.addWidget(SectionTitle(_("Backups")))
        self.column.addWidget(self.text)
        self.column.addWidget(row)

    def refresh(self) -> None:
        """Ask which backups there are."""
        home = self._services.home

        def newest(_connection: Connection) -> tuple[int, datetime | None]:
            from facilitator.storage.backup import backups  # noqa: PLC0415  asked in the store's thread

            found = backups(home)
            return len(found), datetime.fromtimestamp(found[0].stat().st_mtime, UTC) if found else None

        deliver(self._services.store.ask(newest), self._tell, self._fail)

    def _tell(self, found: tuple[int, datetime | None]) -> None:
        count, newest = found
        told = _("There is no backup yet.")
        if newest is not None:
            text = ngettext(
                "There is {count} backup, of {when}.", "There are {count} backups; the newest is of {when}.", count
            )
            told = text.format(count=count, when=dates.near_day(newest, self._services.now()))
        daily = _("The program makes one every day. Backups are encrypted too.")
        self.text.setText(f"{told} {daily}")

    @property
    def _folder(self) -> Path:
        from facilitator.storage.folder import Home  # noqa: PLC0415  not needed for the first window

        return Home(self._services.home).backups

    def _make(self) -> None:
        self.make.setEnabled(False)
        deliver(self._services.store.back_up(), self._made, self._not_made)

    def _made(self, path: Path) -> None:
        self.make.setEnabled(True)
        self.said.emit(_("The backup {name} was made.").format(name=path.name))
        self.refresh()

    def _not_made(self, error: Exception) -> None:
        self.make.setEnabled(True)
        self.failed.emit(error)

    def _show_folder(self) -> None:
        folder = self._folder
        place = folder if folder.is_dir() else self._services.home
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            self.said.emit(_("The backups are in {folder}.").format(folder=place))

    # ---- bringing back

    def _choose_copy(self) -> None:
        ask_file(self, _("Bring back a copy"), Path.home(), self.take_back, names=_("Copies (*.db)"))

    def take_back(self, copy: Path) -> None:
        """Bring back what is in a copy. One of another laptop asks for its recovery key."""
        deliver(self._services.store.bring_back(copy), self._taken_back, partial(self._ask_key, copy))

    def _taken_back(self, events: int) -> None:
        if events:
            text = ngettext("{count} record was brought back.", "{count} records were brought back.", events)
        else:
            text = _("Everything in this copy was here already.")
        self.said.emit(text.format(count=events))
        self.brought_back.emit()

    def _ask_key(self, copy: Path, error: Exception) -> None:
        from facilitator.storage.errors import WrongKey  # noqa: PLC0415  not needed for the first window

        if not isinstance(error, WrongKey):
            self.failed.emit(error)
            return
        dialog = CopyKeyDialog(self._services, copy, self)
        dialog.brought_back.connect(self._taken_back)
        dialog.open()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
