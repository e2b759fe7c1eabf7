"""CopyKeyDialog: a copy made on another laptop is opened with the recovery key of that laptop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.widgets import Dialog, LineEdit, PlainLabel
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.storage.database import Connection
    from facilitator.storage.keys import DataKey


class CopyKeyDialog(Dialog):
    """Asks for a recovery key and stays open until it fits or the user gives up.

    Signals:
        brought_back(int): how many events were new.
    """

    brought_back = Signal(int)

    def __init__(self, services: Services, copy: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("This copy has another key"), parent, accept=_("Bring back"))
        self._services = services
        self._copy = copy
        self.add_text(_("The copy was made on another laptop. Type the recovery key of that laptop."))
        self.field = LineEdit(_("Recovery key"), "XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX")
        self.body.addWidget(self.field)
        self.wrong = PlainLabel(role="attention", wrap=True)
        self.wrong.hide()
        self.body.addWidget(self.wrong)

    def accept(self) -> None:
        """Try the key; close when it fits."""
        typed, copy = self.field.text(), self._copy

        def find_key(_connection: Connection) -> DataKey:
            from facilitator.storage import keys  # noqa: PLC0415  asked in the store's thread

            return keys.key_of_copy(copy, typed)

        self.accept_button.setEnabled(False)
        deliver(self._services.store.ask(find_key), self._found, self._refused)

    def _found(self, key: DataKey) -> None:
        deliver(self._services.store.bring_back(self._copy, key), self._done, self._refused)

    def _done(self, events: int) -> None:
        self.brought_back.emit(events)
        super().accept()

    def _refused(self, error: Exception) -> None:
        from facilitator.storage.errors import StoreError  # noqa: PLC0415  not needed for the first window

        if not isinstance(error, StoreError):
            raise error
        self.accept_button.setEnabled(True)
        self.wrong.setText(error.text())
        self.wrong.show()
        self.field.setFocus()
        self.field.selectAll()
