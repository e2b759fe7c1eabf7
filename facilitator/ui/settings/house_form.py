"""HouseForm: the look of one organisation, to be filled in; colours that cannot be read are put right on the spot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.report import colours
from facilitator.report.house import HouseStyle, Logo
from facilitator.ui import theme
from facilitator.ui.widgets import Button, LineEdit, PlainLabel
from facilitator.words import _

_LOGO_HIGH = 56
_SWATCH = 28


class ColourField(QWidget):
    """A colour as "#0f5c63", with a patch that shows it, what is wrong with it, and the nearest that will do.

    Attributes:
        field: where the colour is typed.
        told: what is wrong; `instead` takes the colour that is offered.

    Signals:
        chosen(str): a colour that can be read.
    """

    chosen = Signal(str)

    def __init__(self, name: str, least: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self.field = LineEdit(name, theme.current().accent)
        self.field.setMaxLength(7)
        self.patch = QFrame()
        self.patch.setFixedSize(_SWATCH, _SWATCH)
        self.patch.setAutoFillBackground(True)
        self.told = PlainLabel(role="attention", wrap=True)
        self.instead = Button()
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.patch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.told)
        column.addWidget(self.instead, 0, Qt.AlignmentFlag.AlignLeft)
        self.field.textEdited.connect(self._judge)
        self.instead.clicked.connect(self._take)
        self._say("", "")

    def show_colour(self, text: str) -> None:
        """Show a colour."""
        self.field.setText(text)
        self._judge(text, tell=False)

    def _judge(self, text: str, *, tell: bool = True) -> None:
        colour = colours.read(text)
        if colour is None:
            self._paint(QColor("white"))
            self._say(_("This is no colour. Type # and six signs, such as #0f5c63."), "")
            return
        self._paint(QColor.fromRgbF(*colour))
        near = colours.nearest(colour, self._least)
        if colours.contrast(colour) < self._least:
            told = _("Too pale on white paper: {found} to 1, and {least} to 1 is needed. What was there stays.").format(
                found=_decimal(colours.contrast(colour)), least=_decimal(self._least)
            )
            self._say(told, colours.written(near))
            return
        self._say("", "")
        if tell:
            self.chosen.emit(colours.written(colour))

    def _take(self) -> None:
        self.field.setText(self.instead.property("colour"))
        self.field.setFocus()
        self._judge(self.field.text())

    def _say(self, told: str, instead: str) -> None:
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.instead.setProperty("colour", instead)
        self.instead.say(_("Take {colour}").format(colour=instead))
        self.instead.setVisible(bool(instead))

    def _paint(self, colour: QColor) -> None:
        palette = self.patch.palette()
        palette.setColor(self.patch.backgroundRole(), colour)
        self.patch.setPalette(palette)


def _decimal(number: float) -> str:
    return f"{int(number * 10) / 10:.1f}".replace(".", ",")


class HouseForm(QWidget):
    """The fields of one style.

    Signals:
        changed(HouseStyle): something was filled in.
        logo_wanted(): choose another picture.
    """

    changed = Signal(object)
    logo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_shown = HouseStyle("", "")
        self.name = LineEdit(_("Name of this style"), _("for example: Gemeente Voorbeeldstad"))
        self.ink = ColourField(_("Colour of headings"), colours.TEXT)
        self.line = ColourField(_("Colour of lines"), colours.LINE)
        self.marking = LineEdit(_("Marking at the head"), _("for example: vertrouwelijk"))
        self.footer = LineEdit(_("Text at the foot"), _("for example: name, address and website"))
        self.picture = PlainLabel()
        self.alternative = LineEdit(_("What the logo says"), _("for who does not see it: Gemeente Voorbeeldstad"))
        self.remark = PlainLabel(role="attention", wrap=True)
        self.choose = Button(_("Choose a logo …"))
        self.drop = Button(_("Without logo"))
        for field, longest in ((self.name, 60), (self.marking, 60), (self.footer, 140), (self.alternative, 120)):
            field.setMaxLength(longest)
        self._put_together()
        for text, field_name in (*((self.name, "name"), (self.marking, "marking"), (self.footer, "footer")),):
            text.textEdited.connect(lambda words, field_name=field_name: self._change(**{field_name: words}))
        self.ink.chosen.connect(lambda colour: self._change(ink=colour))
        self.line.chosen.connect(lambda colour: self._change(line=colour))
        self.alternative.textEdited.connect(self._describe)
        self.choose.clicked.connect(self.logo_wanted)
        self.drop.clicked.connect(lambda: self.take_logo(None, ()))

    def show_style(self, style: HouseStyle) -> None:
        """Show a style."""
        self.style_shown = style
        self.name.setText(style.name)
        self.ink.show_colour(style.ink)
        self.line.show_colour(style.line)
        self.marking.setText(style.marking)
        self.footer.setText(style.footer)
        self.say("")
        self._show_logo()

    def take_logo(self, logo: Logo | None, remarks: tuple[str, ...]) -> None:
        """Have this logo from now on."""
        self._change(logo=logo)
        self._show_logo()
        self.say(" ".join(remarks))
        if logo is not None:
            self.alternative.setFocus()

    def say(self, text: str) -> None:
        """Say something about the logo."""
        self.remark.setText(text)
        self.remark.setVisible(bool(text))

    def _describe(self, words: str) -> None:
        if self.style_shown.logo is not None:
            self._change(logo=replace(self.style_shown.logo, alternative=words))

    def _change(self, **fields: Any) -> None:  # noqa: ANN401  each has the type of its field
        self.style_shown = replace(self.style_shown, **fields)
        self.changed.emit(self.style_shown)

    def _show_logo(self) -> None:
        logo = self.style_shown.logo
        pixels = QPixmap()
        if logo is not None:
            pixels.loadFromData(logo.png, "PNG")
            pixels = pixels.scaledToHeight(_LOGO_HIGH, Qt.TransformationMode.SmoothTransformation)
        self.picture.setPixmap(pixels)
        self.picture.setAccessibleName("" if logo is None else logo.alternative)
        self.alternative.setText("" if logo is None else logo.alternative)
        for part in (self.picture, self.alternative, self.drop):
            part.setVisible(logo is not None)

    def _put_together(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.drop)
        buttons.addStretch(1)
        logo = QVBoxLayout()
        logo.addWidget(self.picture)
        logo.addLayout(buttons)
        logo.addWidget(self.remark)
        logo.addWidget(self.alternative)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(PlainLabel(_("Name of this style")), self.name)
        form.addRow(PlainLabel(_("Logo")), logo)
        form.addRow(PlainLabel(_("Colour of headings")), self.ink)
        form.addRow(PlainLabel(_("Colour of lines and bars")), self.line)
        form.addRow(PlainLabel(_("Marking, at the head and the foot of every page")), self.marking)
        form.addRow(PlainLabel(_("Text at the foot of every page")), self.footer)


def logo_folder() -> Path:
    """Where the search for a logo begins."""
    pictures = Path.home() / "Pictures"
    return pictures if pictures.is_dir() else Path.home()
