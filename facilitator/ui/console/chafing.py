"""Chafing: a paragraph of the regional agreement chafes, or works, and why in a line. For the facilitator alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from facilitator.core.agreement import Ground
from facilitator.core.events import ParagraphMark
from facilitator.core.model_agreement import ModelAgreement
from facilitator.core.session import Session
from facilitator.core.spotting import held_ids
from facilitator.core.text import fold, one_line
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.panel import ENTER, Panel
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row, to_check
from facilitator.ui.widgets import Button, LineEdit, PlainLabel, PrimaryButton, SectionTitle
from facilitator.words import _

_GROUND = Qt.ItemDataRole.UserRole


class Chafing(Panel):
    """Enter says that the chosen paragraph chafes; Ctrl+Enter that it works. Ctrl+Del takes a mark away again.

    Attributes:
        search, list: the paragraphs there are, and which of them are in sight.
        why: the reason, in a line.
        said: what was said in this session already.

    Signals:
        check_wanted(): what is held back is to be checked.
    """

    check_wanted = Signal()
    widest = 860

    def __init__(self, actions: Actions, models: Callable[[], Sequence[ModelAgreement]], host: QWidget) -> None:
        super().__init__(_("Does a regional agreement chafe?"), host)
        self._actions = actions
        self._models = models
        self._agreement_id: str | None = None
        self.search = LineEdit(_("Search a paragraph"), _("words of its title or text"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Paragraphs"))
        self.list.setWordWrap(True)
        self.why = LineEdit(_("Why, in one line"), _("what happens in practice; no names"))
        self.chafes = PrimaryButton(_("It chafes  Enter"))
        self.works = Button(_("It works  Ctrl+Enter"))
        self.said = RowList(_("Said in this session"), dense=True)
        self.said.empty = _("Nothing was said of a paragraph yet.")
        self.remove = Button(_("Take away"))
        self.about = PlainLabel(role="soft", wrap=True)
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._offer())
        self.list.currentRowChanged.connect(lambda _row: self._name_buttons())
        self.chafes.clicked.connect(lambda: self._mark(chafes=True))
        self.works.clicked.connect(lambda: self._mark(chafes=False))
        self.remove.clicked.connect(self._remove)
        self.said.pill_clicked.connect(lambda _id: self.check_wanted.emit())

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.works)
        buttons.addStretch(1)
        buttons.addWidget(self.chafes)
        self.body.addWidget(self.about)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 3)
        self.body.addWidget(PlainLabel(_("Why, in one line"), "strong"))
        self.body.addWidget(self.why)
        self.body.addLayout(buttons)
        self.body.addWidget(SectionTitle(_("Said in this session")))
        self.body.addWidget(self.said, 2)
        self.body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    # ---- coming and going

    def begin(self, agreement_id: str | None = None) -> None:
        """Open; at the paragraph of this agreement when it names one."""
        session = self._actions.session
        agreement = session.agreement(agreement_id)
        self._agreement_id = agreement_id if agreement is not None else None
        self.about.setText("" if agreement is None else _("About: {what}").format(what=agreement.name))
        self.about.setVisible(agreement is not None)
        self.search.clear()
        self.why.clear()
        self._offer(None if agreement is None else agreement.ground)
        self.open()
        self.show_session(session)
        if agreement is not None and agreement.ground is not None:
            self.why.setFocus()

    def first_field(self) -> QWidget:
        """The search."""
        return self.search

    def show_session(self, session: Session) -> None:
        """Show what was said already."""
        if not self.isVisible():
            return
        held = held_ids(session.notebook)
        rows = (_row(mark) for mark in session.notebook.marks)
        self.said.show_rows(tuple(to_check(row) if row.id in held else row for row in rows), follow=True)
        self.remove.setEnabled(bool(session.notebook.marks))

    # ---- choosing

    def _offer(self, at: Ground | None = None) -> None:
        words = fold(self.search.text()).split()
        self.list.clear()
        for model in self._models():
            for chapter in model.chapters:
                for paragraph in chapter.paragraphs:
                    if all(word in fold(f"{chapter.title} {paragraph.title} {paragraph.text}") for word in words):
                        item = QListWidgetItem(f"{paragraph.title}  ·  {chapter.title}", self.list)
                        item.setData(_GROUND, Ground(model.id, paragraph.id, paragraph.title))
        grounds = [self.list.item(row).data(_GROUND) for row in range(self.list.count())]
        same = [row for row, each in enumerate(grounds) if at is not None and _same(each, at)]
        self.list.setCurrentRow(same[0] if same else 0 if grounds else -1)
        self._name_buttons()

    @property
    def ground(self) -> Ground | None:
        """The paragraph that is chosen."""
        item = self.list.currentItem()
        found: Ground | None = None if item is None else item.data(_GROUND)
        return found

    def _name_buttons(self) -> None:
        for button in (self.chafes, self.works):
            button.setEnabled(self.ground is not None)

    def _mark(self, *, chafes: bool) -> None:
        ground = self.ground
        if ground is None:
            self.say(_("Choose a paragraph first."))
            return
        step_id = self._actions.session.step.id
        mark = ParagraphMark("", ground, chafes, one_line(self.why.text()), step_id, self._agreement_id)
        if self._actions.mark_paragraph(replace(mark, id=self._actions.running.new_id())):
            self.say("")
            self.why.clear()
            self.search.clear()
            self.search.setFocus()

    def _remove(self) -> None:
        marks = self._actions.session.notebook.marks
        chosen = self.said.chosen or (marks[-1].id if marks else None)
        if chosen is not None:
            self._actions.unmark_paragraph(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter: it chafes; with Ctrl: it works. From the search the arrows go through the paragraphs."""
        focused = QApplication.focusWidget()
        if event.key() in ENTER and not isinstance(focused, QPushButton):
            self._mark(chafes=not event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and focused in {self.search, self.why}:
            by = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + by)))
        else:
            super().keyPressEvent(event)


def _same(one: Ground, other: Ground) -> bool:
    return (one.model_id, one.paragraph_id) == (other.model_id, other.paragraph_id)


def _row(mark: ParagraphMark) -> Row:
    feels = _("chafes") if mark.chafes else _("works")
    parts = (mark.ground.title or mark.ground.paragraph_id, feels, mark.why)
    return Row(mark.id, " · ".join(part for part in parts if part), mark="·")
