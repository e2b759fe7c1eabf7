"""A link shows its text whole: more lines where it is narrow, and every sign of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.ui.widgets import TextLink

LONG = "Krijgt 45 procent van de mensen ooit met huiselijk geweld te maken?"


@pytest.mark.parametrize(
    "text", [LONG, "https://voorbeeld.nl/" + "a" * 90, "🙂 Een kaart 🙂 met & en <b>tekens</b> 🙂", ""]
)
def test_no_sign_is_lost_on_the_way_to_more_lines(qtbot: QtBot, text: str) -> None:
    link = TextLink(text)
    qtbot.addWidget(link)
    wide, narrow = link._lines(2_000), link._lines(160)
    assert "".join(line for line, _place in wide).split() == text.split()
    assert "".join("".join(line for line, _place in narrow).split()) == "".join(text.split())
    assert link.heightForWidth(160) >= link.heightForWidth(2_000)


def test_a_long_text_takes_more_room_where_it_is_narrow(qtbot: QtBot) -> None:
    link = TextLink(LONG)
    qtbot.addWidget(link)
    assert link.heightForWidth(200) >= 2 * link.fontMetrics().height()
    link.resize(200, link.heightForWidth(200))
    link.show()
    assert not link.grab().isNull()


def test_it_is_a_button(qtbot: QtBot) -> None:
    link = TextLink("Lees verder")
    qtbot.addWidget(link)
    link.show()
    with qtbot.waitSignal(link.clicked):
        QTest.keyClick(link, Qt.Key.Key_Return)
    link.say("Meer & meer")
    assert (link.words, link.accessibleName()) == ("Meer & meer", "Meer & meer")


def test_it_begins_where_what_is_above_it_begins_and_the_keyboard_is_seen_on_it(qtbot: QtBot) -> None:
    link = TextLink("Lees verder")
    qtbot.addWidget(link)
    link.show()
    link.activateWindow()
    plain = link.grab().toImage()
    link.setFocus()
    qtbot.waitUntil(link.hasFocus)
    assert link._lines(200)[0][1].x() == 0
    assert link.grab().toImage() != plain
