"""PaperRow: a PDF of a walk, once nothing in its notes looks like personal data any more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.content.lexicon import NoListsError
from facilitator.core.text import fold
from facilitator.core.walk import Walk
from facilitator.report.walk import paper_of
from facilitator.ui.after.exporting import Exporting
from facilitator.ui.casuistry.privacy.searching import Searcher
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.region.findings_row import FindingsRow, Search, Seen
from facilitator.ui.services import Services
from facilitator.ui.widgets import PlainLabel, PrimaryButton
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.worker import Exported


def look(walk: Walk, search: Search, allowed: frozenset[str]) -> tuple[Seen, ...]:
    """Give what looks like personal data in the notes, each once. It takes a while: not for the windows' thread."""
    known = frozenset(fold(name) for question in walk.way for name in ("Veilig Thuis", *question.partners))
    seen = (
        Seen(said.question_id, finding.kind.value, finding.text)
        for said in walk.answers
        for finding in search(said.words, known)
        if fold(finding.text) not in allowed
    )
    return tuple(dict.fromkeys(seen))


class PaperRow(QWidget):
    """While something is to be decided, or nobody looked yet, no paper is made.

    Attributes:
        findings: what is to be decided.
        make: makes the PDF; it stands where its owner puts it.

    Signals:
        wanted(str): go to this question.
        said(str), failed(Exception): tell the user.
    """

    wanted = Signal(str)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._search = Searcher(services.lexicon)
        self._allowed: frozenset[str] = frozenset()
        self._walk: Walk | None = None
        self.findings = FindingsRow()
        self.make = PrimaryButton(_("Make a PDF"))
        self.outcome = PlainLabel("", "strong", wrap=True)
        self.exporting = Exporting(services, self, beside=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.findings)
        column.addWidget(self.outcome)
        self.outcome.hide()
        self.findings.wanted.connect(self.wanted)
        self.findings.allowed.connect(self._allow)
        self.make.clicked.connect(self._make)
        self.exporting.done.connect(self._made)
        self.exporting.failed.connect(self._tell)

    def show_walk(self, walk: Walk) -> None:
        """Be about this walk, as it is now."""
        if walk != self._walk:
            self.outcome.hide()
        self._walk = walk
        self._look()

    def _look(self) -> None:
        walk = self._walk
        if walk is not None:
            self.make.setEnabled(False)
            found = in_background(partial(look, walk, self._search, self._allowed))
            deliver(found, partial(self._take, walk), self._not_looked)

    def _take(self, walk: Walk, seen: tuple[Seen, ...]) -> None:
        if walk == self._walk:
            titles = {question.id: question.text for question in walk.way}
            self.findings.show_seen(seen, lambda question_id: titles.get(question_id, ""))
            self.make.setEnabled(not seen and bool(walk.answers))

    def _not_looked(self, error: Exception) -> None:
        if isinstance(error, NoListsError):
            self.findings.show_trouble(str(error.explain()))
        else:
            self.failed.emit(error)

    def _allow(self, words: str) -> None:
        self._allowed |= {fold(words)}
        self._look()

    def _make(self) -> None:
        if self._walk is not None:
            today = self._services.now().astimezone().date()
            folder = self._services.documents_folder / "Facilitator" / _("Instruments")
            self.outcome.hide()
            self.exporting.start((paper_of(self._walk, today),), folder)

    def _made(self, exported: Exported) -> None:
        path = exported.made[-1].path
        self._show(_("{name} is in {folder}.").format(name=path.name, folder=path.parent), "strong")
        self.said.emit(self.outcome.text())

    def _tell(self, error: Exception) -> None:
        explain = getattr(error, "explain", None)
        if callable(explain):
            self._show(str(explain()), "attention")
        else:
            self.failed.emit(error)

    def _show(self, words: str, role: str) -> None:
        self.outcome.setText(words)
        self.outcome.set_role(role)
        self.outcome.show()
