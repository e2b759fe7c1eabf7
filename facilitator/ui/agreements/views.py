"""Views: the table, the board and the calendar of what was found, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.storage.agreement_search import Found
from facilitator.ui.agreements.board import Board
from facilitator.ui.agreements.line_store import LineStore
from facilitator.ui.agreements.month import Month
from facilitator.ui.agreements.table import AgreementTable, TableModel
from facilitator.ui.widgets import PageStack

TABLE, BOARD, MONTH = "table", "board", "month"

Place = tuple[int, int]
"""Where in a view somebody is: column of the board (0 elsewhere) and row."""


class Views(PageStack):
    """Whatever is shown, agreements are chosen in it and something is said of them.

    Attributes:
        name: which one is shown: TABLE, BOARD or MONTH.
        rows: the rows of the table.

    Signals:
        stands_chosen(Status): the chosen agreements stand like this now.
        dropped(Status, list[int]): these agreements stand like this now.
        back_wanted(): set the last back.
        chosen(): others are chosen.
        opened(): open what is chosen.
    """

    stands_chosen = Signal(object)
    dropped = Signal(object, object)
    back_wanted = Signal()
    chosen = Signal()
    opened = Signal()

    def __init__(self, lines: LineStore, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = TABLE
        self.rows = TableModel(lines, self)
        self.table = AgreementTable(self.rows)
        self.board = Board(lines)
        self.month = Month(lines, today)
        for view in (self.table, self.board, self.month):
            self.addWidget(view)
        for choosing in (self.table, self.board, self.month.table):
            choosing.stands_chosen.connect(self.stands_chosen)
            choosing.back_wanted.connect(self.back_wanted)
            choosing.chosen.connect(self.chosen)
        for table in (self.table, self.month.table):
            table.activated.connect(lambda _index: self.opened.emit())
        self.board.dropped.connect(self.dropped)

    def show_view(self, name: str) -> None:
        """Show another one."""
        self.name = name
        self.setCurrentWidget({TABLE: self.table, BOARD: self.board, MONTH: self.month}[name])

    def show_found(self, found: Found, today: date) -> None:
        """Show what was found in the view in sight; the calendar asks by day."""
        if self.name == TABLE:
            self.rows.show_numbers(found.numbers, today)
        elif self.name == BOARD:
            self.board.show_found(found, today)

    @property
    def _choosing(self) -> AgreementTable | Board:
        if self.name == TABLE:
            return self.table
        return self.board if self.name == BOARD else self.month.table

    def numbers(self) -> tuple[int, ...]:
        """The numbers of the agreements that are chosen."""
        return self._choosing.numbers()

    def choose_numbers(self, numbers: Sequence[int]) -> None:
        """Choose these, wherever they stand now."""
        self._choosing.choose_numbers(numbers)

    def choose_first(self) -> None:
        """Choose the first agreement in sight; of the calendar the day says which that is."""
        if self.name == TABLE and self.rows.numbers:
            self.table.choose_row(0)
        elif self.name == BOARD:
            self.board.choose_first()

    @property
    def place(self) -> Place:
        """Where somebody is now."""
        if self.name == BOARD:
            return self.board.place
        return 0, self._choosing.currentIndex().row() if isinstance(self._choosing, AgreementTable) else 0

    def choose_place(self, place: Place) -> None:
        """Choose what stands there now: who settles one agreement after the other stays where they are."""
        if self.name == BOARD:
            self.board.choose_place(place)
        elif self.name == TABLE and self.rows.numbers:
            self.table.choose_row(min(max(place[1], 0), len(self.rows.numbers) - 1))

    def take_keyboard(self) -> None:
        """Put the keyboard where something can be chosen."""
        if self.name == TABLE:
            self.table.setFocus()
        else:
            (self.board if self.name == BOARD else self.month).take_keyboard()
