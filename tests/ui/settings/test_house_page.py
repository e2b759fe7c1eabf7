"""House styles are made on a page, kept as they are filled in, and chosen beside the documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.core.session import Session
from facilitator.report.house import HouseStyle
from facilitator.ui.after.after_page import AfterPage
from facilitator.ui.settings import house_store
from facilitator.ui.settings.house_page import HousePage
from facilitator.ui.settings.house_store import Houses
from tests.report.test_logo import drawn
from tests.ui.desk import Desk, press


@pytest.fixture
def page(qtbot: QtBot, made: Desk) -> HousePage:
    page = HousePage(made.services)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def begun(page: HousePage, qtbot: QtBot) -> HousePage:
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.button is not None
    page.empty.button.click()
    qtbot.keyClicks(page.form.name, "Voorbeeldstad")
    return page


def kept(desk: Desk) -> Houses:
    return desk.store.ask(house_store.read).result(10)


def test_it_says_that_there_is_none_yet_and_makes_one(
    page: HousePage, begun: HousePage, qtbot: QtBot, made: Desk
) -> None:
    qtbot.waitUntil(lambda: not page.empty.isVisible())
    qtbot.waitUntil(lambda: [style.name for style in kept(made).styles] == ["Voorbeeldstad"])
    qtbot.waitUntil(lambda: bool(page.view.pdf), timeout=20_000)


def test_a_colour_that_is_too_pale_is_not_taken_and_the_nearest_is_offered(begun: HousePage, qtbot: QtBot) -> None:
    ink = begun.form.ink
    ink.field.selectAll()
    qtbot.keyClicks(ink.field, "#f2c14e")
    assert "Too pale" in ink.told.text()
    assert begun.form.style_shown.ink == "#0f5c63"
    ink.instead.setFocus()
    press(Qt.Key.Key_Space)
    assert begun.form.style_shown.ink == ink.field.text() != "#0f5c63"
    assert not ink.told.isVisible()
    assert ink.field.hasFocus()


def test_what_is_no_colour_is_said(begun: HousePage, qtbot: QtBot) -> None:
    begun.form.line.field.selectAll()
    qtbot.keyClicks(begun.form.line.field, "rood")
    assert "no colour" in begun.form.line.told.text()
    assert not begun.form.line.instead.isVisible()


def test_a_logo_is_taken_and_asks_what_it_says(begun: HousePage, qtbot: QtBot, tmp_path: Path, made: Desk) -> None:
    (tmp_path / "logo.jpg").write_bytes(drawn("JPEG", "CMYK"))
    begun.take_logo(tmp_path / "logo.jpg")
    qtbot.waitUntil(begun.form.alternative.hasFocus)
    assert "CMYK" in begun.form.remark.text()
    qtbot.keyClicks(begun.form.alternative, "Wij")
    qtbot.waitUntil(lambda: [style.logo.alternative for style in kept(made).styles if style.logo] == ["Wij"])
    begun.form.drop.click()
    assert begun.form.style_shown.logo is None


def test_a_file_that_is_no_logo_is_told_and_the_old_one_stays(begun: HousePage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(drawn("PNG"))
    begun.take_logo(tmp_path / "logo.png")
    qtbot.waitUntil(lambda: begun.form.style_shown.logo is not None)
    before = begun.form.style_shown.logo
    (tmp_path / "brief.docx").write_bytes(b"PK\x03\x04")
    begun.take_logo(tmp_path / "brief.docx")
    qtbot.waitUntil(lambda: "brief.docx" in begun.form.remark.text())
    assert begun.form.style_shown.logo == before


def test_leaving_keeps_what_was_typed_a_moment_ago(begun: HousePage, qtbot: QtBot, made: Desk) -> None:
    qtbot.keyClicks(begun.form.footer, "Postbus 1")
    begun.hide()
    assert kept(made).styles[0].footer == "Postbus 1"


def test_a_style_can_be_taken_away(begun: HousePage, made: Desk) -> None:
    begun.new.click()
    assert begun.which.count() == 2
    begun.remove.click()
    begun.remove.click()
    assert begun.empty.isVisible()
    assert kept(made).styles == ()


# ---- beside the documents


@pytest.fixture
def after(qtbot: QtBot, made: Desk, closed: Session) -> Callable[[], AfterPage]:
    houses = Houses((HouseStyle("h-1", "Voorbeeldstad", footer="Postbus 1"),))
    made.store.ask(lambda connection: house_store.write(connection, houses)).result(10)

    def opened() -> AfterPage:
        page = AfterPage(made.services, closed)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(lambda: page.documents.choosing.known)
        return page

    return opened


def test_a_session_has_our_own_look_until_a_style_is_chosen(
    after: Callable[[], AfterPage],
    qtbot: QtBot,
    made: Desk,
    closed: Session,
) -> None:
    page = after()
    assert page.documents.house.styles.currentText() == "The look of this program"
    before: list[bytes] = []
    qtbot.waitUntil(lambda: bool(page.documents.view.pdf), timeout=20_000)
    before.append(page.documents.view.pdf)
    page.documents.house.styles.setCurrentIndex(1)
    page.documents.house.styles.activated.emit(1)
    qtbot.waitUntil(lambda: page.documents.view.pdf not in {b"", *before}, timeout=20_000)
    assert kept(made).of(closed) == HouseStyle("h-1", "Voorbeeldstad", footer="Postbus 1")
    assert after().documents.house.styles.currentIndex() == 1


def test_without_styles_there_is_nothing_to_choose(qtbot: QtBot, made: Desk, closed: Session) -> None:
    page = AfterPage(made.services, closed)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.documents.choosing.known)
    assert not page.documents.house.isVisible()
    with qtbot.waitSignal(page.house_styles_requested):
        page.styles.trigger()


def test_the_next_session_of_a_municipality_begins_with_its_style(made: Desk, closed: Session) -> None:
    style = HouseStyle("h-1", "x")
    houses = Houses((style,)).choosing(closed, "h-1")
    assert houses.of(closed) == style
    assert houses.without("h-1").of(closed) is None
    assert Houses((style,), municipalities=houses.municipalities).of(closed) == style
    assert houses.choosing(closed, "").of(closed) is None
