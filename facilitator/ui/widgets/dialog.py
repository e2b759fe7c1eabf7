"""Dialog: the base of every question that needs an answer before going on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.ui import theme
from facilitator.ui.widgets.buttons import Button, DangerButton, PrimaryButton
from facilitator.ui.widgets.label import PlainLabel
from facilitator.words import _

_ANY = 16_777_215
"""Qt's own "no limit"."""
_BESIDE = 20
"""So many pixels of the window behind a dialog stay in sight at either side."""


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
        self._width, self._height, self._sized = 420, 0, False

    def ask_for(self, width: int, height: int = 0) -> None:
        """Be at least so large, in pixels, and wider with larger text."""
        self._width, self._height = width, height

    def begin_at(self, width: int, height: int) -> None:
        """Come as large as this, in pixels at the usual text size; the user may make it larger or smaller."""
        self._sized = True
        self.resize(theme.current().scaled(width), theme.current().scaled(height))

    def look_changed(self) -> None:
        """Have the width that the text asks; all of that of the window behind it when it would be higher than that."""
        layout, above = self.layout(), self.parentWidget()
        if layout is None:
            return
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # else it would be measured in another letter
        least = layout.totalMinimumSize().width()
        room = QSize(_ANY, _ANY) if above is None else above.window().size() - QSize(2 * _BESIDE, 3 * _BESIDE)
        width = min(max(self._width, least, theme.current().scaled(self._width)), room.width())
        if layout.totalHeightForWidth(width) > room.height():
            width = room.width()
        self.setMinimumWidth(max(width, least))
        # Qt would ask for the height that the texts take at their narrowest.
        self.setMinimumHeight(max(self._height, layout.totalMinimumHeightForWidth(width)))
        if self._sized:
            self.resize(self.size().boundedTo(room))
        else:
            self.resize(width, max(self._height, layout.totalHeightForWidth(width)))

    def setVisible(self, visible: bool) -> None:  # noqa: N802  Qt's name and way
        """Give the keyboard to the first field: Qt would give it to the buttons, which were made before the fields."""
        if visible:
            self.look_changed()
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
