"""The page of a session that is over: what it was, what goes into the report, and the documents to hand out."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.core.held import held_texts
from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel
from facilitator.ui.after.correcting import Correcting, hand_out_alone, readers_of
from facilitator.ui.after.documents_pane import DocumentsPane
from facilitator.ui.after.held_card import HeldCard
from facilitator.ui.after.knowledge_card import KnowledgeCard
from facilitator.ui.after.lasting import Lasting
from facilitator.ui.after.notes_card import NotesCard
from facilitator.ui.after.old_versions_card import OldVersionsCard
from facilitator.ui.after.other_hands import OtherHands
from facilitator.ui.after.reopen_dialog import ReopenDialog
from facilitator.ui.after.summary_card import SummaryCard
from facilitator.ui.console.check import Check
from facilitator.ui.futures import deliver
from facilitator.ui.returned.asking import Asking
from facilitator.ui.returned.told_card import ToldCard
from facilitator.ui.services import Services
from facilitator.ui.start.page import Page
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.bundle import Job
    from facilitator.report.contents import Choices
    from facilitator.ui.after.documents_pane import Jobs


class AfterPage(Page):
    """Shows one closed session.

    Attributes:
        documents: the documents, their preview, and what can be done with them.
        correcting: what changes the session.
        held: how many texts are left out of the documents.
        told, asking: who told how its agreements stand, and asking them.
        others: the documents by mail and in other forms.
        lasting: the report for the archive.
        knowledge: what of knowledge was used, of a session that was read in.
        old_versions: who still has documents that those of now replace.

    Signals:
        house_styles_requested(): make or change house styles.
        reopened(str): correct the session of this id on the console.
        left(): back to where one came from.
    """

    house_styles_requested = Signal()
    reopened = Signal(str)
    left = Signal()

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services = services
        self.session = session
        self.correcting = Correcting(services, self)
        self.summary = SummaryCard()
        self.held = HeldCard()
        self.old_versions = OldVersionsCard()
        self.notes = NotesCard()
        self.knowledge = KnowledgeCard()
        self.documents = DocumentsPane(services)
        self.others = OtherHands(services, self.documents)
        self.lasting = Lasting(services, self.documents)
        self.told = ToldCard()
        self.asking = Asking(services, self)
        self.documents.left.insertWidget(0, self.old_versions)
        self.documents.left.insertWidget(0, self.held)
        self.documents.left.insertWidget(0, self.summary)
        self.documents.left.addWidget(self.knowledge)
        self.documents.left.addWidget(self.told)
        self.documents.left.addWidget(self.notes)
        self.back = BackButton(self)
        self.back.clicked.connect(self.left)
        self.column.insertWidget(0, TopRow(self.back))
        self.column.addWidget(self.documents, 1)
        self.summary.reopen_requested.connect(self._ask_reason)
        self.notes.release_requested.connect(self._release)
        self.held.check_requested.connect(self.check)
        self.documents.check_requested.connect(self.check)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.check)
        self.correcting.reopened.connect(self.reopened)
        self.correcting.renewed.connect(self._renewed)
        self.documents.handed_out.connect(self._hand_out)
        self.documents.note_alone = partial(hand_out_alone, services, session.id)
        self.others.handed_out.connect(self._other_hands_out)
        self.correcting.handed_out.connect(self._handed_out)
        self.told.ask_requested.connect(self._ask_how_it_stands)
        self.documents.offer(_("Ask how agreements stand …"), self._ask_how_it_stands)
        self.styles = self.documents.offer(_("House styles …"), self.house_styles_requested.emit)
        self.asking.closed.connect(self.told.ask.setFocus)
        self.asking.failed.connect(self._fail)
        self.documents.renewed.connect(lambda jobs: self.others.show_session(self.session, jobs))
        self.documents.renewed.connect(lambda jobs: self.lasting.show_session(self.session, jobs))
        self.show_session(session)

    def show_session(self, session: Session) -> None:
        """Show this session and its documents."""
        self.session = session
        details = session.details
        self.heading.setText(", ".join(part for part in (details.place, details.municipality) if part))
        self.summary.show_session(session)
        self.held.show_session(session)
        self.old_versions.show_session(session)
        self.notes.show_session(session)
        self.knowledge.show_session(session)
        self.told.show_session(session)
        self.documents.show_session(session, self._documents_of)

    def _documents_of(self, session: Session, choices: Choices) -> tuple[Job, ...]:
        from facilitator.report.bundle import documents_of, has_plan  # noqa: PLC0415  not needed for the first window
        from facilitator.report.kinds import PREVENTION_SCAN  # noqa: PLC0415

        card = self._services.library().card(PREVENTION_SCAN) if has_plan(session) else None
        return documents_of(session, choices, None if card is None else card.instrument)

    def enter(self) -> None:
        """Begin at making the documents."""
        self.documents.make.setFocus()

    @cached_property
    def checking(self) -> Check:
        """What looks like personal data, to decide about; words are replaced after reopening."""
        panel = Check(self, can_replace=False)
        panel.settled.connect(lambda *told: self.correcting.settle(self.session.id, *told))
        panel.reopen_wanted.connect(self._ask_reason)
        panel.closed.connect(self.enter)
        return panel

    def check(self) -> None:
        """Check what is held back, if there is anything."""
        if held_texts(self.session):
            self.checking.begin(self.session)

    def _ask_how_it_stands(self) -> None:
        self.asking.ask(self.session, self.documents.folder)

    def _ask_reason(self) -> None:
        dialog = ReopenDialog(self.session, self)
        dialog.accepted.connect(lambda: self.correcting.reopen(self.session.id, dialog.reason.text().strip()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _release(self, note_ids: tuple[str, ...]) -> None:
        self.correcting.release(self.session.id, note_ids, _("other private notes in the report"))

    def _hand_out(self, channel: Channel, jobs: tuple[Job, ...]) -> None:
        self.correcting.hand_out(self.session.id, channel, *readers_of(jobs))

    def _other_hands_out(self, channel: Channel, people: tuple[str, ...], partners: tuple[str, ...]) -> None:
        self.correcting.hand_out(self.session.id, channel, people, partners)

    def _handed_out(self, session_id: str) -> None:
        deliver(self._services.store.load(session_id), self._show_handed_out, self._fail)

    def _show_handed_out(self, session: Session | None) -> None:
        """Show who has what now; the documents stay as they are, and what was told of them."""
        if session is not None:
            self.session = session
            self.old_versions.show_session(session)

    def _renewed(self, session_id: str) -> None:
        deliver(self._services.store.load(session_id), self._show_renewed, self._fail)

    def _show_renewed(self, session: Session | None) -> None:
        if session is None:
            return
        self.show_session(session)
        if self.checking.isVisible():
            self.checking.show_session(session)
            self.checking.go_on()

    def _fail(self, error: Exception) -> None:
        self.correcting.failed.emit(error)


class PaperPage(Page):
    """Documents of a session that is not over: what is printed before it begins.

    Signals:
        left(): back to where one came from.
    """

    left = Signal()

    def __init__(self, services: Services, session: Session, jobs_of: Jobs, parent: QWidget | None = None) -> None:
        one = len(jobs_of(session, {})) == 1
        super().__init__(_("Run sheet") if one else _("Papers for the meeting"), parent)
        self.documents = DocumentsPane(services)
        self.back = BackButton(self)
        self.back.clicked.connect(self.left)
        self.column.addWidget(self.documents, 1)
        self.column.insertWidget(0, TopRow(self.back))
        self.documents.show_session(session, jobs_of)

    def enter(self) -> None:
        """Begin at saving it."""
        self.documents.make.setFocus()
