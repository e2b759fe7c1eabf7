"""Exchange: files of the region that come in from a disk and go to one, each with a clear answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.content.own_agreement_file import SUFFIX, OwnFile, read_own_file, to_file
from facilitator.content.problem import Problem
from facilitator.core.model_agreement import ModelAgreement
from facilitator.core.own_agreement import OwnAgreement
from facilitator.storage import own_agreements
from facilitator.storage.own_agreements import Everything
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.region import files
from facilitator.ui.services import Services
from facilitator.ui.widgets.file_choice import ask_file
from facilitator.words import _


class Exchange(QObject):
    """A newer model comes in; agreements of a municipality come from another laptop and go to one.

    Attributes:
        dialog: the choice of a file, or why one was refused; None before the first.

    Signals:
        changed(): something came in.
        said(str): tell the user.
        failed(Exception): the store or the disk does not let it.
    """

    changed = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, held: Callable[[], Everything], window: QWidget) -> None:
        """`held` gives what there is; `window` is the page in front of which files are chosen."""
        super().__init__(window)
        self._services = services
        self._held = held
        self._window = window
        self.dialog: QDialog | None = None

    def choose_model(self) -> None:
        """Let the user choose a model."""
        self._choose(_("Choose a model"), "*.yaml *.yml", self.read_model)

    def choose_own(self) -> None:
        """Let the user choose agreements."""
        self._choose(_("Choose agreements of another laptop"), f"*{SUFFIX}", self.read_own)

    def _choose(self, title: str, names: str, read: Callable[[Path], None]) -> None:
        folder = self._services.documents_folder
        self.dialog = ask_file(self._window.window(), title, folder, read, names=f"{title} ({names})")

    def read_model(self, path: Path) -> None:
        """Bring in a model of the region."""
        deliver(in_background(partial(files.read_model, path)), partial(self._model_read, path), self.failed.emit)

    def _model_read(self, path: Path, read: ModelAgreement | tuple[Problem, ...]) -> None:
        if not isinstance(read, ModelAgreement):
            self._refuse(path, read)
            return
        now, model = self._services.now(), read
        kept = self._services.store.ask(lambda connection: own_agreements.keep_model(connection, model, now))
        deliver(kept, lambda _done: self._model_kept(model), self.failed.emit)

    def _model_kept(self, model: ModelAgreement) -> None:
        self.said.emit(
            _("The model “{title}” is here. Open a municipality to see what changed.").format(title=model.title)
        )
        self.changed.emit()

    def read_own(self, path: Path) -> None:
        """Bring in the agreements of another laptop."""
        deliver(in_background(partial(read_own_file, path)), partial(self._own_read, path), self.failed.emit)

    def _own_read(self, path: Path, read: OwnFile | Problem) -> None:
        if isinstance(read, Problem):
            self._refuse(path, (read,))
            return
        now = self._services.now()
        own, old = files.beside_what_is_here(read, self._held(), self._services.new_id)
        kept = self._services.store.ask(lambda connection: own_agreements.take_in(connection, own, old, now))
        deliver(kept, lambda _done: self._own_taken(own), self.failed.emit)

    def _own_taken(self, own: OwnAgreement) -> None:
        self.said.emit(_("The agreements of {municipality} are here.").format(municipality=own.municipality))
        self.changed.emit()

    def write(self, held: OwnFile, folder: Path) -> None:
        """Write a file of it."""
        wrote = in_background(partial(files.write, folder, held.own.municipality + SUFFIX, to_file(held)))
        deliver(
            wrote,
            lambda path: self.said.emit(
                _("{name} is in {folder}. This file is not encrypted.").format(name=path.name, folder=path.parent)
            ),
            self.failed.emit,
        )

    def _refuse(self, path: Path, problems: tuple[Problem, ...]) -> None:
        from facilitator.ui.casuistry.packs.refused_dialog import RefusedDialog  # noqa: PLC0415  seldom needed

        self._open_dialog(RefusedDialog(_("This file cannot be used"), problems, path, self._window.window()))

    def _open_dialog(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
