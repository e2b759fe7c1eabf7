"""One value in a form: a line, a text, a choice, a tick. Each shows a value and tells when a person changed it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from facilitator.ui import theme
from facilitator.ui.casuistry.editor.tree import Plain
from facilitator.ui.widgets import LineEdit

Option = tuple[str, str]
"""A value of the file, and what it is called on the screen."""

LEAST_LINES, MOST_LINES = 2, 14
FRAME = 32
"""Edge and padding of a text above and below, in pixels."""


class LineField(LineEdit):
    """A short text.

    Signals:
        edited(Plain): a person changed it.
    """

    edited = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.textEdited.connect(self.edited.emit)

    def show_value(self, value: Plain | None) -> None:
        """Show a value without telling that anybody changed it."""
        text = value if isinstance(value, str) else ""
        if text != self.text():
            self.setText(text)


class TextField(QPlainTextEdit):
    """A long text, as high as what stands in it. Tab goes on to the next field.

    Signals:
        edited(Plain): a person changed it.
    """

    edited = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._telling = True
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def show_value(self, value: Plain | None) -> None:
        """Show a value without telling that anybody changed it."""
        text = self._text_of(value)
        if text == self.toPlainText():
            return
        self._telling = False
        self.setPlainText(text)
        self._telling = True

    def value(self) -> Plain:
        """What stands in it."""
        return self.toPlainText()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As high as its lines, within bounds."""
        lines = max(LEAST_LINES, min(MOST_LINES, round(self.document().size().height())))
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * lines + FRAME)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """It may be narrow, never lower than its lines."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """A narrower text takes more lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        """Scroll the form, unless there is something to scroll here."""
        if self.verticalScrollBar().maximum() > 0 and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _text_of(self, value: Plain | None) -> str:
        return value if isinstance(value, str) else ""

    def _changed(self) -> None:
        if self._telling:
            self.edited.emit(self.value())


class LinesField(TextField):
    """Several short texts, one a line."""

    def value(self) -> Plain:
        """The lines that hold something."""
        return tuple(line for line in self.toPlainText().split("\n") if line.strip())

    def show_value(self, value: Plain | None) -> None:
        """Show the items; an empty line that is being typed stays where it is."""
        if value != self.value():
            super().show_value(value)

    def _text_of(self, value: Plain | None) -> str:
        return "\n".join(item for item in value if isinstance(item, str)) if isinstance(value, tuple) else ""


class ChoiceField(QComboBox):
    """One of several values. A value that is not among them is shown as it is, and can be kept.

    Signals:
        edited(Plain): a person chose.
    """

    edited = Signal(object)

    def __init__(self, name: str, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._options: tuple[Option, ...] = ()
        self.offer(options)
        self.activated.connect(lambda index: self.edited.emit(self.itemData(index)))

    def offer(self, options: Sequence[Option]) -> None:
        """Offer other values; what was chosen stays chosen."""
        chosen = str(self.currentData() or "")
        self._options = tuple(options)
        self.clear()
        for value, text in (("", "–"), *self._options):
            self.addItem(text, value)
        self.show_value(chosen)

    def show_value(self, value: Plain | None) -> None:
        """Show a value without telling that anybody chose it."""
        text = value if isinstance(value, str) else ""
        index = self.findData(text)
        if index < 0:
            self.addItem(text, text)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        """Scroll the form: a choice is not made by passing over it."""
        event.ignore()


class TickField(QCheckBox):
    """Yes or nothing at all.

    Signals:
        edited(Plain): a person ticked it, or took that back.
    """

    edited = Signal(object)

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name)
        self.clicked.connect(lambda on: self.edited.emit("true" if on else ""))

    def show_value(self, value: Plain | None) -> None:
        """Show a value without telling that anybody changed it."""
        self.setChecked(value == "true")


class TicksField(QFrame):
    """Some of several values, in their order.

    Signals:
        edited(Plain): a person ticked one, or took that back.
    """

    edited = Signal(object)

    def __init__(self, name: str, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._ticks: dict[str, QCheckBox] = {}
        for value, text in options:
            tick = QCheckBox(text)
            tick.clicked.connect(self._tell)
            self._ticks[value] = tick
            column.addWidget(tick)

    def show_value(self, value: Plain | None) -> None:
        """Show the values without telling that anybody changed them."""
        for each, tick in self._ticks.items():
            tick.setChecked(isinstance(value, tuple) and each in value)

    def _tell(self) -> None:
        self.edited.emit(tuple(value for value, tick in self._ticks.items() if tick.isChecked()))


Field = LineField | TextField | LinesField | ChoiceField | TickField | TicksField


def mark_wrong(field: QWidget, *, wrong: bool) -> None:
    """Give a field the edge of one with a problem, or its own again."""
    theme.set_role(field, "wrong" if wrong else "")
