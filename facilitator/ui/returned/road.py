"""ReturnedRoad: from the desk to the dialog that reads what came back, and on to the events."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.reporting import TOLD_BY
from facilitator.ui.findings import left_out_words
from facilitator.ui.services import Services
from facilitator.ui.start.follow_up import FollowUp, Said
from facilitator.words import ngettext

if TYPE_CHECKING:
    from facilitator.core.session import Session
    from facilitator.ui.returned.returned_dialog import ReturnedDialog


class ReturnedRoad(QObject):
    """Opens the dialog over the desk, also for files that are dropped on it.

    Attributes:
        dialog: the dialog that was opened last.

    Signals:
        recorded(tuple): something was recorded in the sessions of these ids.
        said(str): something went well.
        warned(str): something did not, in words.
        failed(Exception): the store did not answer.
    """

    recorded = Signal(object)
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, follow_up: FollowUp, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._follow_up = follow_up
        self._window = window
        self.dialog: ReturnedDialog | None = None
        follow_up.told.connect(self._tell)

    def read(self, paths: Sequence[Path] = ()) -> ReturnedDialog:
        """Open the dialog, and begin with these files."""
        from facilitator.ui.returned.returned_dialog import ReturnedDialog  # noqa: PLC0415  seldom needed

        self._services.lexicon()
        dialog = self.dialog = ReturnedDialog(self._services, self._window)
        dialog.confirmed.connect(self._follow_up.say)
        dialog.failed.connect(self.failed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.read(paths)
        return dialog

    def type_over(self, session: Session, partner_id: str) -> None:
        """Open the dialog with all that an organisation is asked."""
        self.read().type_for(session, partner_id)

    def _tell(self, said: Said) -> None:
        """Tell what was recorded of what organisations told by themselves."""
        if not any(saying.channel in TOLD_BY for saying in said.wanted):
            return
        count = len(said.recorded)
        text = ngettext("{count} status was recorded.", "{count} statuses were recorded.", count).format(count=count)
        if said.held:
            self.warned.emit(f"{text} {left_out_words(said.held)}")
        elif count:
            self.said.emit(text)
        if count:
            self.recorded.emit(tuple(dict.fromkeys(saying.session_id for saying in said.recorded)))
