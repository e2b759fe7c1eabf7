"""PracticeView: how a paragraph fares in sessions, without persons; each reason leads to its session.

The numbers are those of this laptop, and whoever sees them can open every session they come from: they are shown as
they are. Nothing of it goes into the instruction or into a file, so nothing small is to be hidden there.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.storage.paragraph_rows import Broken, Practice, Said
from facilitator.ui.dates import long_day
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.ui.widgets.emptying import empty_layout
from facilitator.words import _, ngettext

MOST = 8
"""So many reasons are shown, the newest ones."""


def short_words(practice: Practice) -> str:
    """`schuurt 4x`; empty where it does not."""
    count = len(practice.chafing)
    return _("chafes {count}×").format(count=count) if count else ""


def practice_words(practice: Practice) -> str:
    """`Schuurt 4 keer, in 3 sessies, laatst op 12 november 2026. Werkt 1 keer.`"""
    said: list[str] = []
    if practice.last is not None:
        times = ngettext("Chafes {count} time", "Chafes {count} times", len(practice.chafing))
        where = ngettext("in {count} session", "in {count} sessions", practice.sessions)
        parts = (times.format(count=len(practice.chafing)), where.format(count=practice.sessions))
        said.append(_("{parts}, last on {day}.").format(parts=", ".join(parts), day=long_day(practice.last)))
    if works := len(practice.said) - len(practice.chafing):
        said.append(ngettext("Works {count} time.", "Works {count} times.", works).format(count=works))
    for late in (False, True):
        count = sum(each.late is late for each in practice.broken)
        text = (
            ngettext("{count} agreement on it is late.", "{count} agreements on it are late.", count)
            if late
            else ngettext("{count} agreement on it was not kept.", "{count} agreements on it were not kept.", count)
        )
        if count:
            said.append(text.format(count=count))
    return " ".join(said)


class PracticeView(QWidget):
    """Out of sight while nothing was said of the paragraph.

    Attributes:
        reasons: a button for each reason that is shown.

    Signals:
        session_wanted(str): open this session.
    """

    session_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel(_("In practice"), "strong")
        self.words = PlainLabel("", wrap=True)
        self.reasons: list[Button] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 8, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(self._list)
        self.hide()

    def show_practice(self, practice: Practice) -> None:
        """Show how a paragraph fares."""
        self.setVisible(bool(practice.said or practice.broken))
        self.words.setText(practice_words(practice))
        empty_layout(self._list)
        self.reasons = []
        told: list[Said | Broken] = [each for each in practice.said if each.why]
        for each in (*told, *practice.broken)[:MOST]:
            self._add(each)

    def _add(self, each: Said | Broken) -> None:
        where = ", ".join(part for part in (each.place, long_day(each.day)) if part)
        button = Button(where)
        button.setProperty("role", "link")
        button.setAccessibleName(f"{where}. {_told(each)}")
        button.setToolTip(_("Open this session"))
        button.clicked.connect(partial(self._open, each.session_id))
        self.reasons.append(button)
        self._list.addWidget(PlainLabel(_told(each), wrap=True))
        self._list.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _open(self, session_id: str, _on: bool = False) -> None:
        self.session_wanted.emit(session_id)


def _told(each: Said | Broken) -> str:
    if isinstance(each, Broken):
        return _("Late: {what}").format(what=each.what) if each.late else _("Not kept: {what}").format(what=each.what)
    return _("Chafes: {why}").format(why=each.why) if each.chafes else _("Works: {why}").format(why=each.why)
