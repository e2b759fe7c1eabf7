"""AppearanceDialog: the colours and the text size of the facilitator's own windows."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from facilitator.ui.appearance import TEXT_SIZES, Appearance, Wish
from facilitator.ui.theme import Variant
from facilitator.ui.widgets import Dialog, PlainLabel
from facilitator.words import N_, _

_COLOURS: Final = (
    (None, N_("As this laptop has them")),
    (Variant.LIGHT, N_("Light")),
    (Variant.DARK, N_("Dark")),
    (Variant.HIGH_CONTRAST, N_("High contrast, light")),
    (Variant.HIGH_CONTRAST_DARK, N_("High contrast, dark")),
)


class AppearanceDialog(Dialog):
    """What is chosen is seen at once, and holds from then on."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(_("Colours and text size"), parent, accept=_("Close"))
        self.cancel_button.hide()
        self._appearance = appearance
        self.colours = QComboBox()
        for _variant, words in _COLOURS:
            self.colours.addItem(_(words))
        self.text = QComboBox()
        for percent in TEXT_SIZES:
            self.text.addItem(_("{percent}%").format(percent=percent))
        wish = appearance.wish
        self.colours.setCurrentIndex([variant for variant, _words in _COLOURS].index(wish.variant))
        self.text.setCurrentIndex(TEXT_SIZES.index(wish.text))
        form = QFormLayout()
        form.setSpacing(9)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for words, field in ((_("&Colours"), self.colours), (_("&Text size"), self.text)):
            form.addRow(words, field)
            field.setAccessibleName(words.replace("&", ""))
        self.body.addLayout(form)
        self.body.addWidget(
            PlainLabel(_("This is for your own screen. The room's screen keeps its own colours."), "soft", wrap=True)
        )
        self.body.addStretch(1)
        for box in (self.colours, self.text):
            box.currentIndexChanged.connect(lambda _at: self._choose())

    def _choose(self) -> None:
        wish = Wish(_COLOURS[self.colours.currentIndex()][0], TEXT_SIZES[self.text.currentIndex()])
        with suppress(OSError):  # it holds until the program ends
            self._appearance.choose(wish)
