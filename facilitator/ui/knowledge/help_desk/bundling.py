"""Bundling: from the questions that wait to a file or a mail for an organisation. What is held stays here."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.help_desk import Search, Sorted, asked, sorted_out
from facilitator.report import files, names
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.knowledge.help_desk.bundle_dialog import Bundle, BundleDialog
from facilitator.ui.knowledge.help_desk.kept_questions import KeptQuestions
from facilitator.ui.knowledge.help_desk.phrases import count_words
from facilitator.ui.services import Services
from facilitator.words import _


class Bundling(QObject):
    """Every question is looked at anew for personal data before it can go, whatever was decided when it was kept.

    Attributes:
        dialog: the dialog that was opened last.

    Signals:
        said(str): tell the user.
        failed(Exception): the disk, the store or the word lists do not let it; then nothing counts as asked.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, search: Search, kept: KeptQuestions) -> None:
        super().__init__(kept)
        self._services = services
        self._search = search
        self._kept = kept
        self.dialog: BundleDialog | None = None

    def begin(self, page: QWidget) -> None:
        """Ask which questions go to whom."""
        looked = in_background(partial(sorted_out, self._kept.questions, self._search))
        deliver(looked, partial(self._open, page), self._fail)

    def _open(self, page: QWidget, questions: Sorted) -> None:
        folder = str(self._services.documents_folder)
        dialog = self.dialog = BundleDialog(questions, self._kept.organisation, folder, page.window())
        dialog.accepted.connect(lambda: self.make(dialog.chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def make(self, bundle: Bundle) -> None:
        """Write it; the questions count as asked once it is on the disk."""
        day = self._services.now().astimezone().date()
        written = in_background(partial(write, bundle, self._services.documents_folder, day))
        deliver(written, partial(self._written, bundle, day), self._fail)

    def _written(self, bundle: Bundle, day: date, path: Path) -> None:
        self._kept.choose(bundle.organisation)
        put = partial(asked, organisation=bundle.organisation.name, day=day)
        self._kept.change(dict.fromkeys((one.id for one in bundle.questions), put), partial(self._tell, bundle, path))

    def _tell(self, bundle: Bundle, path: Path) -> None:
        said = _("{questions} in {name}, in {folder}.").format(
            questions=count_words(len(bundle.questions)), name=path.name, folder=path.parent
        )
        todo = _("Open it in your mail program and send it.") if bundle.as_mail else _("Send it to them yourself.")
        self.said.emit(f"{said} {todo}")

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def write(bundle: Bundle, folder: Path, day: date) -> Path:
    """Write a bundle beside what is there already; give its path. Raises FolderError."""
    from facilitator.report.formats import mail, question_bundle  # noqa: PLC0415  Babel's calendar

    if bundle.as_mail:
        content = mail.draft(question_bundle.bundle_letter(bundle.questions, bundle.organisation), ())
    else:
        content = question_bundle.bundle_text(bundle.questions, bundle.organisation, day)
    end = ".eml" if bundle.as_mail else ".txt"
    name = names.joined((_("Questions for"), bundle.organisation.name, day.isoformat()))
    return files.write_beside(folder, PurePosixPath(f"{name}{end}"), content)
