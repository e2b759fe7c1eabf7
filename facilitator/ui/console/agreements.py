"""Agreements: what was agreed so far, and the line that makes a new one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.agreement import Agreement, Status
from facilitator.core.session import Session
from facilitator.core.spotting import remark_subject
from facilitator.ui.console.entry import Entry
from facilitator.ui.console.keys import Command
from facilitator.ui.console.parts import command_button, heading
from facilitator.ui.console.phrases import when_words
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Look, Row, folded_words, to_check
from facilitator.ui.dates import due
from facilitator.ui.widgets import Pill, SectionTitle, Tone
from facilitator.words import _


def agreement_row(session: Session, agreement: Agreement, *, private: bool = True, today: date | None = None) -> Row:
    """What, owner and when. What is missing is named, gently; how it stands, and that its day has passed by `today`.

    Without `private` no words that are to be checked.
    """
    owner = session.partner(agreement.owner_id)
    when = when_words(agreement)
    missing = agreement.missing
    asks = [_("who?")] if "owner" in missing else []
    asks += [_("when?")] if "when" in missing else []
    below = f" · {when}" if owner and when else when
    late = agreement.deadline if today is not None and agreement.is_late(today) else None
    if late is not None and today is not None:
        asks.append(due(late, today))
    row = Row(
        agreement.id,
        agreement.name,
        strong=owner.name if owner else "",
        below=below,
        pill=" ".join(asks) or _standing(agreement),
        tone=Tone.ATTENTION if asks else Tone.CALM,
        look=Look.ASKING if asks else Look.EDGED,
        pill_under=True,
    )
    if session.notebook.is_held(agreement.id) and not private:
        return to_check(replace(row, text=folded_words(), below=""))
    held = session.notebook.is_held(agreement.id) or session.notebook.is_held(remark_subject(agreement.id))
    return to_check(row) if held else row


def _standing(agreement: Agreement) -> str:
    """How it stands, in a word or two; nothing where nobody said anything of it yet."""
    if agreement.status in {Status.CONCEPT, Status.AGREED}:
        return _("✓ confirmed") if agreement.confirmed else ""
    return _(agreement.status.msgid)


class Agreements(QWidget):
    """The agreements of the session, the newest last.

    Attributes:
        today: by which day it is told that an agreement is late; None tells of none.

    Signals:
        wanted(Command): a command is asked for.
        opened(str): this agreement is to be completed.
        asked(str, QPoint): the menu of this agreement is asked for.
        pill_clicked(str): the pill of this agreement was clicked.
    """

    wanted = Signal(object)
    opened = Signal(str)
    asked = Signal(str, object)
    pill_clicked = Signal(str)

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.list = RowList(_("Agreements"))
        self.list.empty = _("No agreements yet. Type one below, or make one of an answer with F9.")
        self.list.opened.connect(self.opened)
        self.list.asked.connect(self.asked)
        self.list.pill_clicked.connect(self.pill_clicked)
        entry.stepped.connect(self.list.move_choice)
        entry.opened.connect(self._open_chosen)
        self.count = Pill()
        self.back = command_button(Command.READ_BACK, _("Read back"), shows_key=False)
        self.back.setProperty("role", "link")
        self.back.clicked.connect(lambda: self.wanted.emit(Command.READ_BACK))
        self.today: date | None = None
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(heading(SectionTitle(_("Agreements")), self.back, self.count))
        column.addWidget(self.list, 1)
        column.addWidget(entry)

    def show_session(self, session: Session, *, private: bool) -> None:
        """Show the agreements; without `private` not the words of one that is to be checked."""
        self.entry.show_session(session)
        book = session.notebook
        state = (book.agreements, book.partners, book.flags, book.settled, private, self.today)
        if state == self._shown:
            return
        self._shown = state
        rows = (agreement_row(session, each, private=private, today=self.today) for each in book.agreements)
        self.list.show_rows(tuple(rows), follow=True)
        self.count.say(str(len(book.agreements)))

    def _open_chosen(self) -> None:
        if self.list.chosen is not None:
            self.opened.emit(self.list.chosen)
