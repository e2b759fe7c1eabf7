"""ReturnedDialog: what came back from organisations, to be looked at before any of it is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.returned.arrived_card import ArrivedCard
from facilitator.ui.returned.arriving import Arrived, Arriving
from facilitator.ui.returned.drops import dropped_files
from facilitator.ui.returned.paste_dialog import PasteDialog
from facilitator.ui.returned.whose_dialog import WhoseDialog
from facilitator.ui.services import Services
from facilitator.ui.start.follow_up import Saying
from facilitator.ui.start.page import Scrolling, SideBySide
from facilitator.ui.widgets import Button, Dialog, EmptyState, PlainLabel
from facilitator.ui.widgets.dialog import Question
from facilitator.ui.widgets.file_choice import ask_files
from facilitator.words import _, ngettext


class ReturnedDialog(Dialog):
    """Forms and mails, each on a card; nothing is recorded before it is confirmed, and nothing is guessed.

    Attributes:
        cards: what was read, in its order.
        arriving: what reads it.

    Signals:
        confirmed(tuple): these sayings are to be recorded.
        failed(Exception): the store did not answer.
    """

    confirmed = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Read forms and mails back"), parent, accept=_("Record"))
        self.begin_at(820, 640)
        self.setAcceptDrops(True)
        self._services = services
        self.cards: list[ArrivedCard] = []
        self.arriving = Arriving(services, self)
        self.dialog: Dialog | None = None
        self.choose = Button(_("Choose files …"), "Ctrl+O")
        self.paste = Button(_("Paste a mail …"))
        self.type_over = Button(_("Type a paper over …"))
        self.busy = PlainLabel(role="soft")
        self.empty = EmptyState(
            _("Choose the forms and mails you got back, or drag them here. You see first what would be recorded.")
        )
        self._put_together()
        self.choose.clicked.connect(self._choose)
        self.choose.setShortcut("Ctrl+O")
        self.paste.clicked.connect(self._paste)
        self.type_over.clicked.connect(lambda: self._ask_whose(None))
        self.arriving.arrived.connect(self._add)
        self.arriving.finished.connect(self._tell)
        self.arriving.failed.connect(self.failed)
        self._tell()

    def read(self, paths: Sequence[Path]) -> None:
        """Read these files."""
        if paths:
            self.arriving.read_files(paths)
            self._tell()

    def type_for(self, session: Session, partner_id: str, source: str = "") -> None:
        """Give what an organisation is asked, to be typed over from paper."""
        self._add(self.arriving.blank(source or _("typed over"), session, partner_id))

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """What would be recorded now."""
        return tuple(saying for card in self.cards for saying in card.sayings)

    def accept(self) -> None:
        """Hand on what is to be recorded."""
        if self.sayings and not self.arriving.busy:
            self.confirmed.emit(self.sayings)
            super().accept()

    def reject(self) -> None:
        """Close; what is ready to be recorded is not let go by accident."""
        if not self.sayings:
            super().reject()
            return
        question = Question(
            _("Nothing is recorded yet"),
            _("What you see here is not kept when you close it. The files themselves stay where they are."),
            _("Close all the same"),
            self,
            danger=True,
        )
        question.accepted.connect(self._let_go)  # a reject of its own class would come back here by its name
        self._open(question)

    def _let_go(self) -> None:
        super().reject()

    # ---- more of it

    def _choose(self) -> None:
        names = _("Forms and mails (*.pdf *.eml *.txt *.msg)")
        ask_files(self, _("Forms and mails that came back"), Path.home(), self.read, names=names)

    def _paste(self) -> None:
        dialog = PasteDialog(self)
        dialog.accepted.connect(lambda: self.arriving.read_text(dialog.text.toPlainText()))
        self._open(dialog)

    def _ask_whose(self, arrived: Arrived | None) -> None:
        """Ask whose answer something is, unless that is known."""
        if arrived is not None and arrived.session is not None and arrived.mail is None:
            self.type_for(arrived.session, arrived.partner_id, arrived.source)
            return
        dialog = WhoseDialog(self._services, self)
        dialog.failed.connect(self.failed)
        dialog.chosen.connect(partial(self._take, arrived))
        self._open(dialog)

    def _take(self, arrived: Arrived | None, session: Session, partner_id: str) -> None:
        if arrived is not None and arrived.mail is not None:
            self._add(self.arriving.read_as(arrived.mail, arrived.source, session, partner_id))
        else:
            self.type_for(session, partner_id, "" if arrived is None else arrived.source)

    def _open(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        """Take files."""
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        """Read what was dropped."""
        self.read(dropped_files(event))
        event.acceptProposedAction()

    # ---- what there is

    def _add(self, arrived: Arrived) -> None:
        card = ArrivedCard(arrived, self._services.spot)
        seen = {row.report_id for other in self.cards for row in other.rows if row.report_id}
        for row in card.rows:
            if row.report_id in seen:
                row.settle_as_read()
        card.changed.connect(self._tell)
        card.typing_wanted.connect(self._ask_whose)
        self.cards.append(card)
        self._list.insertWidget(self._list.count() - 1, card)
        card.show()
        for part in card.findChildren(QWidget):
            part.ensurePolished()  # else it would be measured in another letter
            part.updateGeometry()
        self._tell()
        first = card.rows[0].status if card.rows else card.type_over
        if first.isEnabled() and not self.arriving.busy:
            first.setFocus()

    def _tell(self) -> None:
        self.empty.setVisible(not self.cards and not self.arriving.busy)
        self.busy.setText(_("Reading …") if self.arriving.busy else "")
        self.busy.setVisible(self.arriving.busy)
        count = len(self.sayings)
        text = ngettext("Record {count} answer", "Record {count} answers", count).format(count=count)
        self.accept_button.say(text if count else _("Record"))
        self.accept_button.setEnabled(count > 0 and not self.arriving.busy)

    def _put_together(self) -> None:
        row = SideBySide(14)
        for button in (self.choose, self.paste, self.type_over):
            row.add(button)
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 6, 0)
        self._list.setSpacing(12)
        self._list.addWidget(self.empty)
        self._list.addStretch(1)
        self.body.addWidget(row)
        self.body.addWidget(self.busy)
        self.body.addWidget(Scrolling(holder, 7), 1)
