"""UpdateDialog: a newer model, paragraph by paragraph: what was, what the model has now, and what to do with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from facilitator.core.model_agreement import ModelAgreement
from facilitator.core.model_update import Fate, ParagraphChange, Way, changes, deal_with
from facilitator.core.vocabulary import N_
from facilitator.ui.casuistry.changes_view import ChangesView
from facilitator.ui.region.draft import OwnDraft
from facilitator.ui.region.told import holds, model_differences
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Button, Dialog, PlainLabel
from facilitator.ui.widgets.aloud import say_aloud
from facilitator.words import _, ngettext

_FATES = {
    Fate.ADDED: N_("new in the model"),
    Fate.CHANGED: N_("changed in the model"),
    Fate.REMOVED: N_("no longer in the model"),
}
_WAYS = {Way.KEEP: N_("Keep what we have"), Way.TAKE_OVER: N_("Follow the model"), Way.ADJUST: N_("Adjust")}


class UpdateDialog(Dialog):
    """Deals with one paragraph after another. Each choice is one step that can be taken back.

    Attributes:
        list: what is still to be dealt with.
        ways: a button for each thing that can be done.
        adjusted: the paragraphs that were chosen to adjust: their words are still to be written.
    """

    def __init__(self, draft: OwnDraft, newest: ModelAgreement, parent: QWidget | None = None) -> None:
        super().__init__(_("What changed in the model"), parent, accept=_("Done"))
        self.cancel_button.hide()
        self._draft, self._newest = draft, newest
        self._changes: tuple[ParagraphChange, ...] = ()
        self.adjusted: list[str] = []
        self.left = PlainLabel("", "accent")
        self.list = QListWidget()
        self.list.setAccessibleName(_("What changed in the model"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.changes = ChangesView(_("What is different"), _("was"), _("is now"))
        self.here = PlainLabel("", "soft", wrap=True)
        self.ways = {way: Button(_(words), f"Alt+{number}") for number, (way, words) in enumerate(_WAYS.items(), 1)}
        self.undo = Button(_("Take back"), "Ctrl+Z")
        self._choices = SideBySide(10, gap=8)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        for way, button in self.ways.items():
            button.clicked.connect(partial(self._deal, way))
            QShortcut(QKeySequence(f"Alt+{list(self.ways).index(way) + 1}"), self).activated.connect(button.click)
        self.undo.clicked.connect(self._undo)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self._undo)
        self._fill(0)
        self.list.setFocus()
        self.begin_at(980, 600)

    def _lay_out(self) -> None:
        self.body.addWidget(self.left)
        right = QVBoxLayout()
        right.addWidget(self.changes, 1)
        right.addWidget(self.here)
        for button in self.ways.values():
            self._choices.add(button)
        right.addWidget(self._choices)
        row = QHBoxLayout()
        row.addWidget(self.list, 2)
        row.addLayout(right, 5)
        self.body.addLayout(row, 1)
        self.buttons.insertWidget(0, self.undo)

    def _fill(self, row: int) -> None:
        """Show what is left; the one that takes the place of what was dealt with is shown."""
        self._changes = changes(self._draft.tree, self._newest)
        self.list.blockSignals(True)
        self.list.clear()
        for change in self._changes:
            self.list.addItem(f"{change.paragraph.title}\n{_(_FATES[change.fate])}")
        self.list.blockSignals(False)
        count = len(self._changes)
        said = ngettext("{count} paragraph to look at", "{count} paragraphs to look at", count).format(count=count)
        self.left.setText(said if count else _("Everything was dealt with. You follow the newest model."))
        self.undo.setEnabled(self._draft.can_undo)
        self.list.setCurrentRow(min(row, count - 1))
        self._show(self.list.currentRow())

    def _show(self, row: int) -> None:
        there = 0 <= row < len(self._changes)
        for way, button in self.ways.items():
            self._choices.show_one(button, there and way in self._changes[row].ways)
        self.changes.setVisible(there)
        self.here.setVisible(there)
        if not there:
            self.accept_button.setFocus()
            return
        change = self._changes[row]
        self.changes.show_changes("", model_differences(change))
        old = change.old
        self.here.setText("" if old is None else _("Here now: {words}").format(words=holds(self._draft.tree, old)))
        self.ways[Way.KEEP].say(_("Does not apply here") if old is None else _(_WAYS[Way.KEEP]))

    def _deal(self, way: Way, _on: bool = False) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._changes):
            return
        change = self._changes[row]
        self._draft.put(deal_with(self._draft.tree, self._newest, change, way))
        if way is Way.ADJUST:
            self.adjusted.append(change.paragraph.id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fill(row)
        say_aloud(self, self.left.text())

    def _undo(self) -> None:
        row = self.list.currentRow()
        self._draft.undo()
        self._fill(max(row, 0))
        self.list.setFocus()
