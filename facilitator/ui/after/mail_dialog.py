"""MailDialog: what is looked at before anything leaves, and then a mail draft for each participant."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from facilitator.core.held import kept_off_paper
from facilitator.core.session import Session, State
from facilitator.ui.after.making import Making, breakable
from facilitator.ui.after.old_versions_card import reader_name
from facilitator.ui.after.summary_card import version_text
from facilitator.ui.findings import left_out_words
from facilitator.ui.services import Services
from facilitator.ui.widgets import Button, Dialog
from facilitator.ui.widgets.tips import as_typed
from facilitator.ui.widgets.told_table import told_table
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.report.bundle import Job
    from facilitator.report.formats.jobs import MailJob

_WHO, _ADDRESS, _FILE = range(3)


class MailDialog(Dialog):
    """Who gets what, what is left out, who has no address. The program sends nothing: it makes drafts.

    Attributes:
        mails: one for each participant, in the order of the rows.
        rows: the participants, each ticked who gets a draft.
        making: the drafts that are being made.

    Signals:
        handed_out(tuple, tuple): drafts were made for the participants of these ids, and for no organisation.
        failed(Exception): a fault of our own.
    """

    handed_out = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self, services: Services, session: Session, jobs: Iterable[Job], folder: Path, parent: QWidget | None = None
    ) -> None:
        from facilitator.report.formats.jobs import mails_of  # noqa: PLC0415  not needed for the first window

        super().__init__(_("Send the papers by mail"), parent, accept=_("Make drafts"), cancel=_("Close"))
        self.ask_for(840, 560)
        self.mails = mails_of(session, jobs)
        self._opening = False
        self.add_text(
            _(
                "Nothing leaves by itself. You get a draft for each participant; "
                "your mail program sends it when you say so."
            )
        )
        for text, role in checklist(session, self.mails):
            self.add_text(text, role)
        self.rows = _table(session, self.mails)
        self.body.addWidget(self.rows, 1)
        self.add_text(_("They go to {folder}").format(folder=breakable(folder)), "small")
        self.making = Making(services, folder)
        self.body.addWidget(self.making)
        self.one = Button(_("Open this one in the mail program"))
        self.buttons.insertWidget(1, self.one)
        self._connect()
        self._show_choice()

    @property
    def chosen(self) -> tuple[MailJob, ...]:
        """Who is ticked and can be written to."""
        ticks = (self.rows.item(row, _WHO) for row in range(self.rows.rowCount()))
        ticked = (item is not None and item.checkState() is Qt.CheckState.Checked for item in ticks)
        return tuple(mail for mail, tick in zip(self.mails, ticked, strict=True) if tick and mail.address)

    def accept(self) -> None:
        """Make the drafts; the dialog stays, to tell where they are."""
        if self.chosen:
            self._make(self.chosen, opening=False)

    def reject(self) -> None:
        """Close; a draft that is being made is finished, and no further one is begun."""
        self.making.exporting.stop()
        super().reject()

    # ---- making

    def _open_one(self) -> None:
        mail = self._at_hand()
        if mail is not None:
            self._make((mail,), opening=True)

    def _make(self, mails: tuple[MailJob, ...], *, opening: bool) -> None:
        self._opening = opening
        self.making.start(mails, _("Making the drafts …"))

    def _made(self, mails: tuple[MailJob, ...]) -> None:
        self.handed_out.emit(tuple(mail.person.id for mail in mails), ())
        if self._opening:
            self._show_draft(self.making.folder / mails[0].path)

    def _show_draft(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = _("This laptop has no program that opens mail drafts. The draft is {file}.")
            self.making.tell(text.format(file=breakable(path)))

    # ---- the parts

    def _connect(self) -> None:
        self.one.clicked.connect(self._open_one)
        self.rows.itemChanged.connect(lambda _item: self._show_choice())
        self.rows.itemSelectionChanged.connect(self._show_choice)
        self.making.turned.connect(self._turn)
        self.making.made.connect(self._made)
        self.making.failed.connect(self.failed)

    def _at_hand(self) -> MailJob | None:
        row = self.rows.currentRow()
        mail = self.mails[row] if 0 <= row < len(self.mails) else None
        return mail if mail is not None and mail.address else None

    def _turn(self, busy: bool) -> None:
        self.rows.setEnabled(not busy)
        for button in (self.accept_button, self.one):
            button.setEnabled(False)
        if not busy:
            self._show_choice()
            self.cancel_button.setFocus()

    def _show_choice(self) -> None:
        count = len(self.chosen)
        text = ngettext("Make {count} draft", "Make {count} drafts", count).format(count=count)
        self.accept_button.say(text if count else _("Make drafts"))
        self.accept_button.setEnabled(count > 0)
        self.one.setEnabled(self._at_hand() is not None)


def checklist(session: Session, mails: tuple[MailJob, ...]) -> list[tuple[str, str]]:
    """Give what has to be known before papers leave: sentences, each with the role it is shown in."""
    told = []
    if session.rehearsal:
        told.append((_("This was a rehearsal: none of it is real."), "attention"))
    if session.course.state is State.CLOSED:
        told.append((_("The session is closed: {version}.").format(version=version_text(session)), "soft"))
    else:
        told.append((_("The session is not closed: every paper says that it is a draft."), "attention"))
    held = len(kept_off_paper(session))
    told.append((left_out_words(held), "attention") if held else (_("No text waits for a decision."), "soft"))
    without = sum(not mail.address for mail in mails)
    if without:
        text = ngettext(
            "{count} participant has no address that mail can be sent to: give the paper in another way.",
            "{count} participants have no address that mail can be sent to: give their papers in another way.",
            without,
        )
        told.append((text.format(count=without), "attention"))
    return told


def _table(session: Session, mails: tuple[MailJob, ...]) -> QTableWidget:
    table = told_table([_("Participant"), _("Address"), _("Enclosure")], len(mails), by_row=True)
    table.setAccessibleName(_("Who gets what"))
    for row, mail in enumerate(mails):
        for column, item in enumerate(_cells(session, mail)):
            table.setItem(row, column, item)
    if mails:
        table.setCurrentCell(0, _WHO)
    return table


def _cells(session: Session, mail: MailJob) -> list[QTableWidgetItem]:
    wrong = _("is no address: {text}").format(text=mail.email) if mail.email else _("no address")
    name = reader_name(session, mail.person.id)
    cells = [QTableWidgetItem(text) for text in (name, mail.address or wrong, mail.job.path.name)]
    for cell in cells:
        cell.setToolTip(as_typed(cell.text()))
    reachable = bool(mail.address)
    cells[_WHO].setCheckState(Qt.CheckState.Checked if reachable else Qt.CheckState.Unchecked)
    if not reachable:
        cells[_WHO].setFlags(cells[_WHO].flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
    return cells
