"""FrustrationChoice: one of five sentences to choose from, with how often it came back under it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.ui.widgets import Button, PlainLabel


class FrustrationChoice(Button):
    """A button whose words go on over as many lines as they need.

    Attributes:
        words, often: the sentence, and how often it came back.
    """

    def __init__(self, sentence: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__("", key, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.words, self.often = PlainLabel(sentence, "strong", wrap=True), PlainLabel("", "soft", wrap=True)
        self.often.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        for label in (self.words, self.often):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self.setAccessibleName(sentence)

    def tell(self, often: str) -> None:
        """Say how often it came back."""
        self.often.setText(often)
        self.often.show()
        self.setAccessibleDescription(f"{often}. {self.toolTip()}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As large as the words ask."""
        return self._asked()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Not lower than its words are."""
        return self._asked()

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        """The height of its words."""
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.totalHeightForWidth(width)

    def _asked(self) -> QSize:
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.totalMinimumSize()
