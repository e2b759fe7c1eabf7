"""AskDialog: who has told how its agreements stand and who has not yet, and the forms and mails to ask with."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from facilitator.core import reporting
from facilitator.core.reporting import Awaited, Elsewhere, Slip
from facilitator.core.session import Session
from facilitator.ui import dates
from facilitator.ui.after.choosing import Choosing
from facilitator.ui.after.making import Making, breakable
from facilitator.ui.returned.arrived_card import name_of
from facilitator.ui.returned.arriving import PURPOSE
from facilitator.ui.services import Services
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Button, Dialog, PlainLabel
from facilitator.ui.widgets.tips import as_typed
from facilitator.ui.widgets.told_table import told_table
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.report.bundle import Job

_WHO, _WHERE = range(2)


class AskDialog(Dialog):
    """A row for each organisation; ticked is who did not tell yet. The program sends nothing by itself.

    Attributes:
        awaited: the session and the organisation of each row.
        choosing: what was chosen for the papers of organisations: whether names of people go in counts here too.
        making: the forms and drafts that are being made.

    Signals:
        read_requested(): read what came back.
        typing_requested(Session, str): type the paper form of this organisation over.
        failed(Exception): a fault of our own.
    """

    read_requested = Signal()
    typing_requested = Signal(object, str)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        sessions: Sequence[Session],
        folder: Path,
        parent: QWidget | None = None,
        partner_ids: Collection[str] | None = None,
        elsewhere: Mapping[str, Elsewhere] | None = None,
    ) -> None:
        """Ask in these sessions, and only these organisations where some are named.

        `elsewhere` has what later sessions did with the agreements, by the id of the session.
        """
        super().__init__(_("Ask how agreements stand"), parent, accept=_("Make mail drafts"), cancel=_("Close"))
        self.ask_for(760, 520)
        self._services = services
        self._elsewhere = elsewhere or {}
        self.choosing = Choosing(services, self)
        self.choosing.ask()
        self.awaited: tuple[tuple[Session, Awaited], ...] = tuple(
            (session, one)
            for session in sessions
            for one in reporting.awaited(session, self._elsewhere.get(session.id, reporting.NOWHERE))
            if partner_ids is None or one.partner_id in partner_ids
        )
        self.add_text(
            _("Each organisation gets only its own agreements, as a form to fill in. Nothing leaves by itself.")
        )
        self.state = PlainLabel(state_words([one for _session, one in self.awaited]), "soft", wrap=True)
        self.body.addWidget(self.state)
        self.rows = _table(services, self.awaited)
        self.body.addWidget(self.rows, 1)
        self.add_text(_("They go to {folder}").format(folder=breakable(folder)), "small")
        self.making = Making(services, folder)
        self.body.addWidget(self.making)
        self.forms = Button(_("Make forms (PDF)"))
        self.read = Button(_("Read what came back …"))
        self.type_over = Button(_("Type a paper over …"))
        others = SideBySide(14)
        for button in (self.forms, self.read, self.type_over):
            others.add(button)
        self.body.insertWidget(self.body.indexOf(self.rows) + 1, others)
        self._connect()
        self._show_choice()

    @property
    def chosen(self) -> tuple[tuple[Session, Awaited], ...]:
        """Who is ticked."""
        items = (self.rows.item(row, _WHO) for row in range(self.rows.rowCount()))
        ticks = (item is not None and item.checkState() is Qt.CheckState.Checked for item in items)
        return tuple(one for one, tick in zip(self.awaited, ticks, strict=True) if tick)

    @property
    def at_hand(self) -> tuple[Session, Awaited] | None:
        """The row at hand, where something is asked of it."""
        row = self.rows.currentRow()
        return self.awaited[row] if 0 <= row < len(self.awaited) and self.awaited[row][1].count else None

    def accept(self) -> None:
        """Make the drafts; the dialog stays, to tell where they are and who has no address."""
        from facilitator.report.formats.asking import asking_of  # noqa: PLC0415  not needed for the first window

        found = [asking_of(job, slip, session) for job, slip, session in self._jobs()]
        drafts = tuple(draft for draft in found if draft is not None)
        if drafts:
            self.making.start(drafts, _("Making the drafts …"))
        without = len(found) - len(drafts)
        if without:
            text = ngettext(
                "{count} organisation has no address: make its form, and send or give it yourself.",
                "{count} organisations have no address: make their forms, and send or give them yourself.",
                without,
            )
            self.state.setText(text.format(count=without))
            self.state.set_role("attention")

    def reject(self) -> None:
        """Close; what is being made is finished, and nothing more is begun."""
        self.making.exporting.stop()
        super().reject()

    def _jobs(self) -> list[tuple[Job, Slip, Session]]:
        from facilitator.report.bundle import status_forms_of  # noqa: PLC0415  not needed for the first window
        from facilitator.report.contents import Contents  # noqa: PLC0415
        from facilitator.report.kinds import Document  # noqa: PLC0415

        key = self._services.store.secret(PURPOSE)
        contents = self.choosing.of(Document.PARTNER) if self.choosing.known else Contents(names=False)
        found: list[tuple[Job, Slip, Session]] = []
        for session, each in groupby(self.chosen, key=lambda row: row[0]):
            known = self._elsewhere.get(session.id, reporting.NOWHERE)
            slips = [reporting.slip_of(session, one.partner_id, key, known) for _session, one in each]
            slips = [slip for slip in slips if slip.codes]
            jobs = status_forms_of(session, slips, contents)
            found += [(job, slip, session) for job, slip in zip(jobs, slips, strict=True)]
        return found

    def _make_forms(self) -> None:
        jobs = tuple(job for job, _slip, _session in self._jobs())
        if jobs:
            self.making.start(jobs, _("Making the forms …"))

    def _type_over(self) -> None:
        at_hand = self.at_hand
        if at_hand is not None:
            session, one = at_hand
            self.typing_requested.emit(session, one.partner_id)
            self.reject()

    def _read(self) -> None:
        self.read_requested.emit()
        self.reject()

    def _connect(self) -> None:
        self.forms.clicked.connect(self._make_forms)
        self.read.clicked.connect(self._read)
        self.type_over.clicked.connect(self._type_over)
        self.rows.itemChanged.connect(lambda _item: self._show_choice())
        self.rows.currentCellChanged.connect(lambda *_cells: self._show_choice())
        self.making.turned.connect(self._turn)
        self.making.failed.connect(self.failed)

    def _turn(self, busy: bool) -> None:
        for widget in (self.rows, self.accept_button, self.forms, self.read, self.type_over):
            widget.setEnabled(not busy)
        if not busy:
            self._show_choice()
            self.cancel_button.setFocus()

    def _show_choice(self) -> None:
        there = bool(self.chosen)
        self.accept_button.setEnabled(there)
        self.forms.setEnabled(there)
        self.type_over.setEnabled(self.at_hand is not None)


def state_words(awaited: Sequence[Awaited]) -> str:
    """`2 van 6 organisaties lieten weten hoe het staat. Nog niet: Politie, Veilig Thuis.`"""
    if not awaited:
        return _("No organisation has an agreement of its own that is open.")
    count = len({one.partner_id for one in awaited})
    waiting = {one.partner_id: one.name for one in awaited if one.told_at is None}
    told = _("{told} of {count} organisations told how it stands.").format(told=count - len(waiting), count=count)
    not_yet = _("Not yet: {names}.").format(names=", ".join(waiting.values()))
    return f"{told} {not_yet}" if waiting else told


def _table(services: Services, awaited: Sequence[tuple[Session, Awaited]]) -> QTableWidget:
    several = len({session.id for session, _one in awaited}) > 1
    titles = [_("Organisation"), _("Session"), _("Agreements"), _("Told")]
    table = told_table(titles, len(awaited), by_row=True)
    table.setColumnHidden(_WHERE, not several)
    table.setAccessibleName(_("Who told how it stands"))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(_WHO, QHeaderView.ResizeMode.Stretch)
    for row, (session, one) in enumerate(awaited):
        told = _("not yet") if one.told_at is None else dates.near_day(one.told_at, services.now())
        cells = [QTableWidgetItem(text) for text in (one.name, name_of(session), str(one.count), told)]
        cells[_WHO].setCheckState(Qt.CheckState.Checked if one.told_at is None else Qt.CheckState.Unchecked)
        for column, cell in enumerate(cells):
            if not one.count:
                cell.setFlags(Qt.ItemFlag.NoItemFlags)  # all it had to tell is told
            cell.setToolTip(as_typed(cell.text()))
            table.setItem(row, column, cell)
    first = next((row for row, (_session, one) in enumerate(awaited) if one.count), None)
    if first is not None:
        table.setCurrentCell(first, _WHO)
    return table
