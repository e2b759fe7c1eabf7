"""PaperRow: a PDF of a walk, once nothing in its notes looks like personal data any more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.content.lexicon import NoListsError
from facilitator.core.text import fold
from facilitator.core.walk import Walk
from facilitator.report.walk import paper_of
from facilitator.ui.after.exporting import Exporting
from facilitator.ui.casuistry.privacy.searching import Searcher
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.knowledge.known_cards import own_cards
from facilitator.ui.region.findings_row import FindingsRow, Search, Seen
from facilitator.ui.services import Services
from facilitator.ui.widgets import PlainLabel, PrimaryButton
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.core.card import Card
    from facilitator.report.worker import Exported
    from facilitator.storage.library.store import LibraryStore


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


def is_held(walk: Walk, shipped: Sequence[Card], shelf: LibraryStore, search: Searcher) -> bool:
    """Whether its questions may hold personal data: where the card is the user's, and waits for a decision or is gone.

    What came with the program was looked at. Waits for the library, and raises what `own_cards` does.
    """
    if any((card.title, card.instrument) == (walk.title, walk.instrument) for card in shipped):
        return False
    return all(card.id != walk.card_id for card in own_cards(shelf, search).cards)


class Looked(NamedTuple):
    """What looks like personal data in the notes, and whether the card itself is held."""

    seen: tuple[Seen, ...]
    held: bool


class PaperRow(QWidget):
    """While something is to be decided, in the notes or on the card, or nobody looked yet, no paper is made.

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
            services = self._services
            held = partial(is_held, walk, services.library().cards, services.shelf(), self._search)
            seen = partial(look, walk, self._search, self._allowed)
            deliver(in_background(lambda: Looked(seen(), held())), partial(self._take, walk), self._not_looked)

    def _take(self, walk: Walk, looked: Looked) -> None:
        if walk != self._walk:
            return
        titles = {question.id: question.text for question in walk.way}
        self.findings.show_seen(looked.seen, lambda question_id: titles.get(question_id, ""))
        if looked.held and not looked.seen:
            self.findings.show_trouble(_held_words())
        self.make.setEnabled(not looked.held and not looked.seen and bool(walk.answers))

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


def _held_words() -> str:
    return _(
        "Something on the card of this instrument looks like personal data and nobody decided about it yet, or the "
        "card is gone. So it does not go on paper. Look at it in Casuistry (Ctrl+3)."
    )
