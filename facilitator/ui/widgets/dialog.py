"""Dialog: the base of every question that needs an answer before going on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.ui.widgets.buttons import Button, DangerButton, PrimaryButton
from facilitator.ui.widgets.label import PlainLabel
from facilitator.words import _


class Dialog(QDialog):
    """A title, a body and buttons. Esc closes it without an answer; Enter is the main button.

    The keyboard begins in the first field of the body.

    It is window-modal and meant to be opened with `open()`: the event loop of the program goes on, so that the panic
    key of the console keeps working.

    Attributes:
        body: the layout to put the contents in.
        accept_button: the main button.
    """

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        accept: str = "",
        cancel: str = "",
        danger: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        heading = PlainLabel(title, "dialog-title", wrap=True)
        column.addWidget(heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        column.addLayout(self.body, 1)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.cancel_button = Button(cancel or _("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.buttons.addWidget(self.cancel_button)
        text = accept or _("OK")
        self.accept_button: PrimaryButton = DangerButton(text) if danger else PrimaryButton(text)
        self.accept_button.clicked.connect(self.accept)
        self.buttons.addWidget(self.accept_button)
        column.addLayout(self.buttons)
        # What cannot be taken back is never what Enter does by accident.
        (self.cancel_button if danger else self.accept_button).setDefault(True)
        self.setMinimumWidth(420)

    def setVisible(self, visible: bool) -> None:  # noqa: N802  Qt's name and way
        """Give the keyboard to the first field: Qt would give it to the buttons, which were made before the fields."""
        if visible and self.focusWidget() is None and (field := self._first_field()) is not None:
            field.setFocus()
        super().setVisible(visible)

    def _first_field(self) -> QWidget | None:
        buttons = (self.cancel_button, self.accept_button)
        at = self.nextInFocusChain()
        while at is not None and at is not self:
            takes_keys = at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isEnabled() and at.isVisibleTo(self)
            if takes_keys and at not in buttons:
                return at
            at = at.nextInFocusChain()
        return None

    def add_text(self, text: str, role: str = "") -> PlainLabel:
        """Add a paragraph of plain text."""
        label = PlainLabel(text, role, wrap=True)
        self.body.addWidget(label)
        return label


class Question(Dialog):
    """Yes or no, said in verbs. Ask with `ask`."""

    def __init__(
        self, title: str, text: str, accept: str, parent: QWidget | None = None, *, danger: bool = False
    ) -> None:
        super().__init__(title, parent, accept=accept, danger=danger)
        self.add_text(text)

    @classmethod
    def ask(cls, title: str, text: str, accept: str, parent: QWidget | None = None, *, danger: bool = False) -> bool:
        """Ask and wait for the answer. Not for the console: there, open a dialog with `open()`."""
        return cls(title, text, accept, parent, danger=danger).exec() == QDialog.DialogCode.Accepted
