"""WhichPapers: the document at hand, the papers of all participants, or the report for the archive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from facilitator.report.kinds import Document
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.report.archive.writing import ArchiveJob
    from facilitator.report.bundle import Job
    from facilitator.report.protecting import Making


class WhichPapers(QWidget):
    """The choices, the document at hand first. `title` is what that one is called in the list.

    Attributes:
        one, all, archive: the choices; the second is there where participants have papers, the third where asked for.
    """

    def __init__(
        self, job: Job | None, title: str, jobs: Sequence[Job], all_words: str, archive: ArchiveJob | None = None
    ) -> None:
        super().__init__()
        self._job = job
        self._papers = tuple(each for each in jobs if each.document is Document.PARTICIPANT)
        self.one = QRadioButton(_("This document: {title}").format(title=title.replace("&", "&&")))
        count = ngettext("{count} paper", "{count} papers", len(self._papers)).format(count=len(self._papers))
        self.all = QRadioButton(all_words.format(papers=count))
        self._archive = archive
        self.archive = QRadioButton(_("The report for the archive"))
        self.archive.setVisible(archive is not None)
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for button in (self.one, self.all, self.archive):
            group.addButton(button)
            column.addWidget(button)
        self.one.setChecked(job is not None)
        self.one.setVisible(job is not None)
        self.all.setVisible(bool(self._papers))
        self.all.setChecked(job is None)

    @property
    def jobs(self) -> tuple[Making, ...]:
        """The documents that were chosen."""
        if self.archive.isChecked():
            return () if self._archive is None else (self._archive,)
        if self.all.isChecked():
            return self._papers
        return () if self._job is None else (self._job,)
