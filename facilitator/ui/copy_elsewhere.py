"""CopyElsewhere: saves an encrypted copy of a session on another disk, for when its own does not take it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.ui.futures import deliver
from facilitator.ui.widgets.file_choice import ask_place
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.main_window import MainWindow
    from facilitator.ui.services import Services


class CopyElsewhere:
    """Asks over the desk where it goes, and tells there how it went."""

    def __init__(self, services: Services, desk: MainWindow) -> None:
        self._services = services
        self._desk = desk

    def ask(self, session_id: str) -> None:
        """Ask where the copy of this session goes, and save it there."""
        day = self._services.now().astimezone().date().isoformat()
        proposed = self._services.documents_folder / _("copy of the session {day}.db").format(day=day)
        title = _("Keep an encrypted copy on another disk")
        ask_place(self._desk, title, proposed, partial(self._save, session_id), names="*.db")

    def _save(self, session_id: str, path: Path) -> None:
        deliver(self._services.store.save_copy(path, session_id), self._tell, self._desk.tell_failure)

    def _tell(self, path: Path) -> None:
        self._desk.messages.say(
            _("The copy is in {path}. It opens with your recovery key. Bring it back under Sessions.").format(path=path)
        )
