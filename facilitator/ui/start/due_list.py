"""DueList: the agreements that ask for attention now, over all sessions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from facilitator.core.vocabulary import Status
from facilitator.ui import dates
from facilitator.ui.start import phrases
from facilitator.ui.start.facts import Facts
from facilitator.ui.widgets import Button, Card, EmptyState, Pill, PlainLabel, SectionTitle, Tone
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.storage.agreements import AgreementLine

AT_ONCE = 20
"""So many rows are shown; a button brings the next."""

Key = tuple[str, str]  # ids of session and agreement

_TO_CHOOSE = (Status.KEPT, Status.BUSY, Status.NOT_KEPT)


class DueList(Card):
    """A row for every agreement that is late or due soon.

    Signals:
        status_chosen(AgreementLine, Status): an agreement, and how it stands now.
        set_back_wanted(AgreementLine): what was said of it is to be taken back; it stood like this.
        session_requested(str): the session an agreement was made in.
        returned_requested(): read what organisations sent back.
        begin_requested(): the list is empty, and the user wants to begin.
        all_requested(): see the agreements of all sessions.
    """

    status_chosen = Signal(object, object)
    set_back_wanted = Signal(object)
    session_requested = Signal(str)
    begin_requested = Signal()
    returned_requested = Signal()
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Key, DueRow] = {}
        self._facts: Facts | None = None
        self._shown = AT_ONCE
        self._settled: dict[Key, AgreementLine] = {}
        self._before: dict[Key, AgreementLine] = {}
        head = QHBoxLayout()
        head.addWidget(SectionTitle(_("Agreements that ask for attention now"), wrap=True), 1)
        self.late = Pill()
        head.addWidget(self.late, 0, Qt.AlignmentFlag.AlignRight)
        self.read_back = Button(_("Read a form …"))
        self.read_back.setToolTip(_("Forms and mails in which organisations tell how their agreements stand"))
        self.read_back.clicked.connect(self.returned_requested)
        head.addWidget(self.read_back, 0, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.column.addLayout(self._list)
        self.more = Button()
        self.more.clicked.connect(self._show_more)
        self.all = Button(_("All agreements"))
        self.all.setProperty("role", "link")
        self.all.clicked.connect(self.all_requested)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addWidget(self.all)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self.empty: EmptyState | None = None
        self.column.addStretch(1)
        self.more.hide()
        self.all.hide()
        self.late.hide()

    def show_facts(self, facts: Facts) -> None:
        """Show what is due now. Rows that stay keep the keyboard; what was settled just now can be set back."""
        self._facts = facts
        due = {(line.session_id, line.id): line for line in facts.due[: self._shown]}
        settled = {key: line for key, line in self._settled.items() if key not in due}
        lines = dict(sorted((due | settled).items(), key=_urgency))
        for key in self._rows.keys() - lines.keys():
            row = self._rows.pop(key)
            self._list.removeWidget(row)
            row.deleteLater()
        for number, (key, line) in enumerate(lines.items()):
            self._place(number, key, line, facts)
        self._tell_the_rest(facts)

    def forget_settled(self) -> None:
        """Let what was settled go from sight."""
        self._settled.clear()
        self._before.clear()

    def settle(self, line: AgreementLine, status: Status) -> None:
        """Keep an agreement in sight that stands like this from now on, so that it can be set back."""
        if status.open:
            self._settled.pop(line.ref, None)
            self._before.pop(line.ref, None)
        else:
            self._settled[line.ref] = line._replace(status=status)
            self._before.setdefault(line.ref, line)

    def _set_back(self, line: AgreementLine) -> None:
        self.set_back_wanted.emit(self._before.get(line.ref, line))

    def row(self, session_id: str, agreement_id: str) -> DueRow:
        """Find a row. Raises KeyError."""
        return self._rows[session_id, agreement_id]

    def _place(self, number: int, key: Key, line: AgreementLine, facts: Facts) -> None:
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = DueRow(self)
            row.status_chosen.connect(self.status_chosen)
            row.set_back_wanted.connect(self._set_back)
            row.session_requested.connect(self.session_requested)
        if self._list.indexOf(row) != number:
            self._list.insertWidget(number, row)
        row.show_line(line, facts)

    def _tell_the_rest(self, facts: Facts) -> None:
        self.late.say(ngettext("{count} late", "{count} late", facts.late).format(count=facts.late), Tone.ATTENTION)
        self.late.setVisible(facts.late > 0)
        rest = len(facts.due) - self._shown
        self.more.say(ngettext("Show {count} more", "Show {count} more", max(rest, 0)).format(count=rest))
        self.more.setVisible(rest > 0)
        self.all.setVisible(bool(facts.agreements))
        if self.empty is not None:
            self.empty.setParent(None)
            self.empty.deleteLater()
            self.empty = None
        if not self._rows:
            self._say_empty(facts)

    def _say_empty(self, facts: Facts) -> None:
        if facts.sessions:
            text = _("No agreement is late, and none is due in the next two weeks.")
            self.empty = EmptyState(text)
        else:
            text = _(
                "Here you will see which agreements are due or late. "
                "You record agreements during a session. Begin your first one."
            )
            self.empty = EmptyState(text, _("Begin Het Gesprek"))
        self.empty.triggered.connect(self.begin_requested)
        self.column.insertWidget(1, self.empty)

    def _show_more(self) -> None:
        self._shown += AT_ONCE
        if self._facts is not None:
            self.show_facts(self._facts)


def _urgency(item: tuple[Key, AgreementLine]) -> tuple[date, Key]:
    return item[1].deadline or date.max, item[0]


class DueRow(QWidget):
    """One agreement: what, who with whom, when; and how it stands.

    Signals:
        status_chosen(AgreementLine, Status): the agreement, and how it stands now.
        set_back_wanted(AgreementLine): what was said of it last is to be taken back.
        session_requested(str): the session it was made in.
    """

    status_chosen = Signal(object, object)
    set_back_wanted = Signal(object)
    session_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: AgreementLine | None = None
        self.what = PlainLabel(wrap=True)
        self.who = PlainLabel(role="soft", wrap=True)
        self.pill = Pill()
        self.button = Button(_("Update"))
        self.menu = QMenu(self)
        self.button.setMenu(self.menu)
        for status in _TO_CHOOSE:
            self.menu.addAction(phrases.status_name(status)).triggered.connect(
                lambda _checked=False, status=status: self._choose(status)
            )
        # Made here, not by the menu: PySide loses track of an action that Qt made itself (its wrapper went invalid
        # when a page elsewhere was deleted).
        self.back = QAction(_("Set back"), self.menu)
        self.menu.addAction(self.back)
        self.back.triggered.connect(self._set_back)
        self.menu.addSeparator()
        self.menu.addAction(_("Open the session")).triggered.connect(self._open)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.what)
        words.addWidget(self.who)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_line(self, line: AgreementLine, facts: Facts) -> None:
        """Show an agreement as it stands."""
        if line == self._line and self.pill.text():
            self._show_pill(line, facts)
            return
        self._line = line
        self.what.setText(phrases.agreement_name(line))
        told = [phrases.parties(line), _("agreed on {day}").format(day=dates.long_day(line.session_day))]
        if line.status is Status.BUSY:
            told.append(phrases.status_name(line.status))
        self.who.setText(" · ".join(told))
        self._show_pill(line, facts)
        self.button.setAccessibleName(_("Update: {what}").format(what=phrases.agreement_name(line)))

    def _show_pill(self, line: AgreementLine, facts: Facts) -> None:
        self.back.setVisible(not line.status.open)
        if not line.status.open:
            self.pill.say(phrases.status_name(line.status), Tone.PLAIN)
        elif line.deadline is not None:
            late = line.deadline < facts.today
            self.pill.say(dates.due(line.deadline, facts.today), Tone.ATTENTION if late else Tone.CALM)

    def _choose(self, status: Status) -> None:
        if self._line is not None:
            self.status_chosen.emit(self._line, status)

    def _set_back(self) -> None:
        if self._line is not None:
            self.set_back_wanted.emit(self._line)

    def _open(self) -> None:
        if self._line is not None:
            self.session_requested.emit(self._line.session_id)
