"""KeepDialog: a question that is to be kept, in words that point at nobody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from facilitator.core.help_desk import DeskQuestion, Search, lack_of
from facilitator.core.text import one_line, put_instead
from facilitator.storage.help_desk import Wording
from facilitator.ui.knowledge.help_desk.check_row import CheckRow
from facilitator.ui.knowledge.help_desk.phrases import too_long_words
from facilitator.ui.knowledge.help_desk.typed_dialog import TypedDialog
from facilitator.ui.widgets import PlainLabel
from facilitator.words import _


class _OneQuestion(QPlainTextEdit):
    """A question is one line, however long: Enter puts no line in it.

    Signals:
        entered(): Enter was pressed.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """See above."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class KeepDialog(TypedDialog):
    """What looks like personal data is changed or decided on first. Nothing says who asks.

    Attributes:
        text, theme: the question, and what it is about if somebody says so.
        check: what looks like personal data in it.
        lack: why it cannot be kept like this.
    """

    def __init__(
        self,
        search: Search,
        themes: Sequence[str],
        wording: Wording,
        parent: QWidget | None = None,
        *,
        anew: bool = True,
    ) -> None:
        """`wording` is what stands there at first. Not `anew`: it was kept before and is put right."""
        title = _("Keep your question") if anew else _("Put the question right")
        super().__init__(title, parent, accept=_("Keep it"))
        self._role = wording.role
        self.ask_for(560)
        self.add_text(_("It stays on this laptop, encrypted. Who asked it is not kept."), "soft")
        self.text = _OneQuestion(wording.text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setAccessibleName(_("Your question"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.text.setMaximumHeight(self.fontMetrics().lineSpacing() * 6)
        self.lack = PlainLabel("", "attention", wrap=True)
        self.check = CheckRow(search, wording.allowed)
        self.theme = QComboBox()
        self.theme.setAccessibleName(_("What it is about"))
        self.theme.addItem(_("nothing in particular"), "")
        for theme in dict.fromkeys((*themes, wording.theme)):  # its own may be that of no card any more
            if theme:
                self.theme.addItem(theme, theme)
        self.theme.setCurrentIndex(max(0, self.theme.findData(wording.theme)))
        self.body.addWidget(self.text, 10)
        for widget in (self.lack, self.check, PlainLabel(_("What it is about"), "strong"), self.theme, self.trouble):
            self.body.addWidget(widget)
        self.body.addStretch(1)  # where the check goes away, else its room would come between all the others
        self.text.textChanged.connect(self._look)
        self.text.entered.connect(self.accept_button.click)
        self.check.turned.connect(self._turn)
        self.check.replace_wanted.connect(self._replace)
        self.is_safe()
        self._look()

    @property
    def typed(self) -> tuple[str, ...]:
        """The question."""
        return (self.text.toPlainText(),)

    @property
    def wording(self) -> Wording:
        """The question as it is now."""
        allowed = tuple(sorted(self.check.allowed))
        return Wording(one_line(self.text.toPlainText()), self._role, str(self.theme.currentData()), allowed)

    def _look(self) -> None:
        text = self.text.toPlainText()
        told = too_long_words(text)
        self.lack.setText(told)
        self.lack.setVisible(bool(told))
        self.check.look(one_line(text))

    def _turn(self) -> None:
        self.accept_button.setEnabled(self.check.ready and lack_of(self.text.toPlainText()) is None)
        self.look_changed()  # the check may have come or gone

    def _replace(self, words: str, instead: str) -> None:
        self.text.setPlainText(put_instead(one_line(self.text.toPlainText()), words, instead))  # as was looked at


def wording_of(question: DeskQuestion) -> Wording:
    """A question as it was kept."""
    return Wording(question.text, question.role, question.theme, question.allowed)
