"""RoomScreenDialog: which screen the room looks at, chosen from a picture of all screens as they stand."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from facilitator.ui.dates import long_day
from facilitator.ui.displays import Display, Displays
from facilitator.ui.widgets import Button, Dialog, PlainLabel
from facilitator.words import N_, _

_GAP: Final = 8
_WIDTH: Final = 552
_HEIGHT: Final = 190
_EXTEND: Final = {
    "win32": N_("Press the Windows key with P and choose ‘Extend’."),
    "darwin": N_("Open System Settings, Displays, choose the projector and use it as ‘Extended display’."),
}
_EXTEND_ELSEWHERE: Final = N_("Open the settings of the displays and choose ‘Join’ or ‘Extend’, not ‘Mirror’.")


def how_to_extend(platform: str = sys.platform) -> str:
    """How a projector gets a picture of its own on this system."""
    return _(_EXTEND.get(platform, _EXTEND_ELSEWHERE))


class _ScreenButton(Button):
    """A screen that can be chosen. Arrows go to the one beside it; Enter is the dialog's.

    Signals:
        confirmed(): pressed twice.
    """

    confirmed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Leave Enter to the main button."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Choose and be done."""
        self.setChecked(True)
        self.confirmed.emit()
        event.accept()


class ScreenPicture(QWidget):
    """All screens in proportion, where they stand. One of those the room may get is chosen.

    Attributes:
        buttons: a button per screen that can be chosen, in reading order.

    Signals:
        confirmed(): one was pressed twice.
        chosen_changed(): another one is chosen.
    """

    confirmed = Signal()
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[Button] = []
        self._places: list[tuple[QWidget, QRect]] = []
        self._choices: list[Display] = []
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self.chosen_changed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def chosen(self) -> Display | None:
        """The screen that is chosen."""
        number = self._group.checkedId()
        return self._choices[number] if 0 <= number < len(self._choices) else None

    def show_displays(self, displays: tuple[Display, ...], choices: tuple[Display, ...]) -> None:
        """Draw these; `choices` are those that can be the room's. What was chosen stays so while it is there."""
        before = None if self.chosen is None else self.chosen.id
        for widget, _place in self._places:
            widget.deleteLater()
        self._places, self.buttons = [], []
        self._choices = sorted(choices, key=lambda each: (each.geometry.x(), each.geometry.y()))
        for display in displays:
            if display.id not in {each.id for each in choices}:
                self._add(self._fixed(display), display)
        for number, display in enumerate(self._choices):
            self._add(self._button(number, display), display)
        kept = next((n for n, each in enumerate(self._choices) if each.id == before), None)
        first = next((n for n, each in enumerate(self._choices) if each.is_room), 0)
        if self.buttons:
            self.buttons[first if kept is None else kept].setChecked(True)
        self.updateGeometry()
        self._lay_out()

    def _fixed(self, display: Display) -> QWidget:
        words = _("Your screen") if display.is_console else _("Shows the same as your screen")
        label = PlainLabel(words, "screen", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setAccessibleName(f"{words}: {display.label}")
        return label

    def _button(self, number: int, display: Display) -> Button:
        button = _ScreenButton(display.label.replace(" · ", "\n"))
        button.setAccessibleName(display.label)
        button.setCheckable(True)
        button.confirmed.connect(self.confirmed)
        self._group.addButton(button, number)
        self.buttons.append(button)
        return button

    def _add(self, widget: QWidget, display: Display) -> None:
        widget.setParent(self)
        widget.show()
        self._places.append((widget, display.geometry))

    # ---- where they stand

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Wide enough for screens beside each other, and as high as that makes them."""
        whole = self._whole()
        return QSize(_WIDTH, min(_HEIGHT, _WIDTH * whole.height() // max(1, whole.width())))

    def _whole(self) -> QRect:
        whole = QRect()
        for _widget, place in self._places:
            whole = whole.united(place)
        return whole

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Keep the proportions."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        whole = self._whole()
        if whole.isEmpty():
            return
        scale = min(self.width() / whole.width(), self.height() / whole.height())
        left = (self.width() - scale * whole.width()) / 2
        for number, (widget, place) in enumerate(self._places):
            # Screens that show the same lie on each other; a little aside both can be read.
            aside = 10 * sum(place == other for _other, other in self._places[:number])
            widget.setGeometry(
                round(left + scale * (place.x() - whole.x())) + _GAP // 2 + aside,
                round(scale * (place.y() - whole.y())) + _GAP // 2 + aside,
                round(scale * place.width()) - _GAP,
                round(scale * place.height()) - _GAP,
            )


class RoomScreenDialog(Dialog):
    """Asks which screen is the room's; with none of its own, says how to get one, or to show the window here.

    It follows the displays while it is open: who plugs the projector in sees it come. Opened from the console, whose
    keys go on working in it.

    Signals:
        display_chosen(Display): this one is the room's.
        here_chosen(): the window comes on the facilitator's own screen, on purpose.
        check_requested(Display): this one is to be checked before it is chosen.
    """

    display_chosen = Signal(object)
    here_chosen = Signal()
    check_requested = Signal(object)

    def __init__(self, displays: Displays, parent: QWidget) -> None:
        super().__init__(_("What does the room look at?"), parent, accept=_("This one"))
        self._displays = displays
        self._drawn: tuple[object, ...] | None = None
        self.text = self.add_text("")
        self.picture = ScreenPicture()
        self.body.addWidget(self.picture)
        self.extend = self.add_text("", "soft")
        self.checked = self.add_text("", "soft")
        self.body.addStretch(1)
        self.check_button = Button(_("Check the projector"))
        self.check_button.clicked.connect(self._check)
        self.buttons.insertWidget(0, self.check_button)
        self.picture.confirmed.connect(self.accept)
        self.picture.chosen_changed.connect(self._tell_checked)
        self.accepted.connect(self._tell)
        displays.changed.connect(self._follow)
        self.setMinimumWidth(600)
        self._follow()

    def _follow(self) -> None:
        """Say and draw what there is now."""
        choices, mirrored = self._displays.choices(), self._displays.mirrored
        now = (self._displays.displays(), choices, mirrored)
        if now == self._drawn:
            return
        before, self._drawn = self._drawn, now
        here = self.focusWidget()
        free = before is None or here is None or here is self.accept_button or self.picture.isAncestorOf(here)
        self.picture.show_displays(self._displays.displays(), choices)
        if choices:
            self.text.setText(_("Choose the screen that the room looks at. Nothing of yours comes on it."))
        elif mirrored:
            self.text.setText(_("The projector shows the same as your screen. What is yours alone stays folded away."))
        else:
            self.text.setText(_("There is one screen. Connect the projector, or show the room's window here."))
        self.picture.setVisible(bool(choices))
        self.extend.setText("" if choices else how_to_extend())
        self.extend.setVisible(not choices)
        self.check_button.setVisible(bool(choices))
        self.checked.setVisible(bool(choices))
        self._tell_checked()
        self.accept_button.say(_("This one") if choices else _("Show it here"))
        self.adjustSize()
        if free:
            to = next((button for button in self.picture.buttons if button.isChecked()), self.accept_button)
            to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_checked(self) -> None:
        chosen = self.picture.chosen
        if chosen is None or chosen.checked is None:
            self.checked.setText(_("Not checked yet: is it sharp, does it fit, do you see only what you should?"))
        else:
            day = long_day(chosen.checked.astimezone().date())
            self.checked.setText(_("Projector checked on {day}.").format(day=day))

    def _check(self) -> None:
        chosen = self.picture.chosen
        if chosen is not None:
            self.check_requested.emit(chosen)

    def _tell(self) -> None:
        chosen = self.picture.chosen
        if chosen is not None:
            self.display_chosen.emit(chosen)
        else:
            self.here_chosen.emit()
