"""VersionsDialog: the versions that were kept, and what is different now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from facilitator.content.compare import Difference
from facilitator.storage.library.history import Version
from facilitator.ui.casuistry.changes_view import ChangesView
from facilitator.ui.dates import near_day
from facilitator.ui.widgets import Button, Dialog, LineEdit, PlainLabel
from facilitator.words import _, ngettext


def version_words(version: Version, now: datetime) -> str:
    """`gisteren 14:42 · na het overleg`."""
    when = near_day(version.at, now, now.astimezone().tzinfo)
    return f"{when} · {version.note}" if version.note else when


class VersionsDialog(Dialog):
    """The newest first. The main button puts the chosen one back.

    Attributes:
        list: the versions.
        changes: what is different between the chosen one and now.
        note: what is to be said of the version that is kept now.

    Signals:
        chosen(int): show what is different from the version with this number.
        put_back_wanted(int): make the version with this number what counts.
        keep_wanted(str): keep what there is now, with this note.
    """

    chosen = Signal(int)
    put_back_wanted = Signal(int)
    keep_wanted = Signal(str)

    def __init__(self, title: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Versions of ‘{title}’").format(title=title), parent, accept=_("Put this version back"), cancel=_("Close")
        )
        self._now = now
        self._versions: tuple[Version, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(_("Versions"))
        self.list.setWordWrap(True)
        self.list.setMinimumWidth(self.fontMetrics().horizontalAdvance("M") * 14)
        self.empty = PlainLabel(
            _("No version was kept yet. One is kept each time you press ‘Done’ after writing."), "soft", wrap=True
        )
        self.changes = ChangesView(_("What is different now"), _("Then:"), _("Now:"))
        self.note = LineEdit(_("Note with a version"), _("What is it like now? For example: after the first try-out"))
        self.keep = Button(_("Keep as a version"))
        self.accept_button.setDefault(False)  # Enter in the note keeps a version
        self._lay_out()
        self.list.currentRowChanged.connect(self._choose)
        self.keep.clicked.connect(lambda: self.keep_wanted.emit(self.note.text().strip()))
        self.note.returnPressed.connect(self.keep.click)
        self.accepted.connect(self._put_back)
        self.begin_at(860, 480)

    def _lay_out(self) -> None:
        sides, right, foot = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        sides.setSpacing(18)
        sides.addWidget(self.list, 2)
        sides.addWidget(self.empty, 2)
        right.addWidget(self.changes, 1)
        sides.addLayout(right, 3)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.keep)
        self.body.addLayout(sides, 1)
        self.body.addLayout(foot)
        said = _("Putting a version back keeps what you have now as a version too, so that you can go back again.")
        self.body.addWidget(PlainLabel(said, "small", wrap=True))

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show these."""
        self._versions = tuple(versions)
        self.note.clear()
        self.list.clear()
        for version in self._versions:
            self.list.addItem(version_words(version, self._now))
        there = bool(self._versions)
        self.list.setVisible(there)
        self.empty.setVisible(not there)
        self.accept_button.setEnabled(False)
        self.list.setCurrentRow(0 if there else -1)

    def show_changes(self, number: int, differences: Sequence[Difference]) -> None:
        """Show what is different now from the version with this number, when that is still the one chosen."""
        version = self._version
        if version is None or version.number != number:
            return
        count = len(differences)
        intro = ngettext("{count} place is different now.", "{count} places are different now.", count)
        self.changes.show_changes(intro.format(count=count) if count else _("The same as it is now."), differences)
        self.accept_button.setEnabled(count > 0)

    @property
    def _version(self) -> Version | None:
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _choose(self, _row: int) -> None:
        version = self._version
        self.accept_button.setEnabled(False)
        if version is not None:
            self.chosen.emit(version.number)

    def _put_back(self) -> None:
        version = self._version
        if version is not None:
            self.put_back_wanted.emit(version.number)
