"""The look follows the system, unless somebody chose; the room's screen keeps its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.content.locate import resource
from facilitator.ui import theme
from facilitator.ui.appearance import Appearance, QtSystem, Wish, load
from facilitator.ui.appearance_dialog import AppearanceDialog
from facilitator.ui.theme import Variant
from facilitator.ui.widgets import IconButton, PlainLabel

TOKENS = resource("theme")


class FakeSystem:
    """A system that can be told what it is."""

    def __init__(self) -> None:
        self.dark = self.high_contrast = False
        self.preferred: bool | None = None
        self._changed: Callable[[], None] = lambda: None

    def prefer(self, *, dark: bool | None) -> None:
        self.preferred = dark

    def hear(self, changed: Callable[[], None]) -> None:
        self._changed = changed

    def become(self, *, dark: bool = False, high_contrast: bool = False) -> None:
        self.dark, self.high_contrast = dark, high_contrast
        self._changed()


@pytest.fixture
def system(qapp: QApplication) -> Iterator[FakeSystem]:
    yield FakeSystem()
    theme.apply(qapp, TOKENS)


@pytest.fixture
def appearance(qapp: QApplication, system: FakeSystem, tmp_path: Path) -> Appearance:
    return Appearance(qapp, TOKENS, tmp_path / "appearance.json", system)


@pytest.mark.parametrize(
    ("dark", "high_contrast", "variant"),
    [
        (False, False, Variant.LIGHT),
        (True, False, Variant.DARK),
        (False, True, Variant.HIGH_CONTRAST),
        (True, True, Variant.HIGH_CONTRAST_DARK),
    ],
)
def test_the_look_follows_the_system_while_it_runs(
    appearance: Appearance, system: FakeSystem, dark: bool, high_contrast: bool, variant: Variant
) -> None:
    system.become(dark=dark, high_contrast=high_contrast)
    assert appearance.variant is variant
    assert theme.current().paper == theme.read(TOKENS, variant).paper
    assert QApplication.palette().color(QPalette.ColorRole.Window).name() == theme.current().paper


def test_what_was_chosen_stays_whatever_the_system_does(appearance: Appearance, system: FakeSystem) -> None:
    appearance.choose(Wish(Variant.HIGH_CONTRAST))
    system.become(dark=True)
    assert theme.current().paper == theme.read(TOKENS, Variant.HIGH_CONTRAST).paper
    assert [system.preferred] == [False]
    appearance.choose(Wish())
    assert appearance.variant is Variant.DARK
    assert [system.preferred] == [None]


def test_what_was_chosen_holds_at_the_next_start(
    qapp: QApplication, appearance: Appearance, system: FakeSystem, tmp_path: Path
) -> None:
    appearance.choose(Wish(Variant.DARK, 150))
    again = Appearance(qapp, TOKENS, tmp_path / "appearance.json", system)
    assert (again.wish, theme.current().text) == (Wish(Variant.DARK, 150), 150)


@pytest.mark.parametrize("kept", ["", "[]", '{"variant": "purple", "text": 100}', '{"variant": null, "text": 900}'])
def test_a_choice_that_cannot_be_read_is_none(tmp_path: Path, kept: str) -> None:
    path = tmp_path / "appearance.json"
    path.write_text(kept)
    assert load(path) == Wish()


def test_text_and_pictures_become_twice_as_large(appearance: Appearance, qtbot: QtBot) -> None:
    label, button = PlainLabel("Afspraken"), IconButton("close", "Sluiten")
    for widget in (label, button):
        qtbot.addWidget(widget)
        widget.show()
    before = QFontInfo(label.font()).pixelSize(), button.iconSize()
    appearance.choose(Wish(None, 200))
    qtbot.waitUntil(lambda: button.iconSize() == QSize(40, 40))
    assert before == (15, QSize(20, 20))
    assert QFontInfo(label.font()).pixelSize() == 30


def test_pictures_are_drawn_in_the_new_ink(appearance: Appearance, qtbot: QtBot) -> None:
    button = IconButton("close", "Sluiten")
    qtbot.addWidget(button)
    before = button.icon().pixmap(20, 20).toImage()
    appearance.choose(Wish(Variant.DARK))
    qtbot.waitUntil(lambda: button.icon().pixmap(20, 20).toImage() != before)


def test_the_room_keeps_its_own_look(appearance: Appearance) -> None:
    appearance.choose(Wish(Variant.HIGH_CONTRAST_DARK, 200))
    assert theme.room() == theme.read(TOKENS, Variant.LIGHT)


def test_a_choice_in_the_dialog_is_seen_at_once(appearance: Appearance, qtbot: QtBot) -> None:
    dialog = AppearanceDialog(appearance)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.focusWidget() is dialog.colours
    dialog.colours.setCurrentIndex(2)
    dialog.text.setCurrentIndex(4)
    assert (appearance.wish, theme.current().text) == (Wish(Variant.DARK, 200), 200)


def test_qt_tells_of_the_system(qapp: QApplication) -> None:
    system, heard = QtSystem(qapp), []
    system.hear(lambda: heard.append(system.dark))
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    qapp.styleHints().accessibility().contrastPreferenceChanged.emit(
        qapp.styleHints().accessibility().contrastPreference()
    )
    assert (heard, system.high_contrast) == ([False, False], False)
