"""A newer model: told at the municipality, dealt with paragraph by paragraph, and nothing gets lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.content.locate import content_folder
from facilitator.core.model_agreement import ModelAgreement
from facilitator.core.model_update import Way
from facilitator.core.own_agreement import Choice
from facilitator.ui.casuistry.packs.refused_dialog import RefusedDialog
from facilitator.ui.destinations import REGION
from facilitator.ui.main_window import MainWindow
from facilitator.ui.region.models import RegionModels
from facilitator.ui.region.own_page import OwnPage
from facilitator.ui.region.region import Region
from facilitator.ui.region.update_dialog import UpdateDialog
from facilitator.ui.widgets import PlainLabel
from tests.ui.desk import Desk
from tests.ui.region.conftest import CALL, MODEL, TALK

NEWER = replace(
    MODEL,
    checked_on=date(2026, 2, 3),
    chapters=(
        replace(MODEL.chapters[0], paragraphs=(replace(CALL, text="Bel meteen, binnen {termijn}."),)),
        replace(MODEL.chapters[1], paragraphs=(TALK, replace(TALK, id="zien", title="Zien", text="Ga langs."))),
    ),
)


@pytest.fixture
def models() -> list[ModelAgreement]:
    return [MODEL]


@pytest.fixture
def dialog(page: OwnPage, models: list[ModelAgreement], region: Region, qtbot: QtBot) -> UpdateDialog:
    """The dialog, with a paragraph that was taken over before the newer model came."""
    page.draft.put(page.draft.tree)
    page.choose(Choice.TAKEN_OVER)
    page.view.filled.emit("termijn", "1 uur")
    models[:] = [NEWER]
    region._tell_news(page)
    assert page.news.text() == "There is a newer model. It changes 2 paragraphs."
    page.renew.click()
    assert isinstance(region.dialog, UpdateDialog)
    qtbot.waitUntil(region.dialog.isVisible)
    return region.dialog


def test_what_was_and_what_is_stand_beside_what_holds_here(dialog: UpdateDialog) -> None:
    shown = dialog.changes.toPlainText()
    assert "was  Bel binnen {termijn}." in shown
    assert "is now  Bel meteen, binnen {termijn}." in shown
    assert dialog.here.text() == "Here now: Taken over. Bel binnen 1 uur."


def test_the_list_of_municipalities_tells_of_it_too(
    dialog: UpdateDialog, region: Region, window: MainWindow, qtbot: QtBot
) -> None:
    dialog.reject()
    window.go(REGION)
    told = "There is a newer model. It changes 2 paragraphs."
    qtbot.waitUntil(lambda: told in [label.text() for label in region.page.findChildren(PlainLabel)])


def test_keeping_keeps_the_words_that_held(dialog: UpdateDialog, page: OwnPage) -> None:
    dialog.ways[Way.KEEP].click()
    assert page.draft.tree.of("bellen").choice is Choice.ADJUSTED
    assert page.view.text.toPlainText() == "Bel binnen 1 uur."
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == ["Zien\nnew in the model"]


def test_everything_is_done_by_keys_and_told_at_the_end(dialog: UpdateDialog, page: OwnPage) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.list, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert dialog.left.text() == "Everything was dealt with. You follow the newest model."
    assert page.draft.tree.model == NEWER
    assert page.draft.tree.of("zien").choice is Choice.NOT_APPLICABLE
    assert not page.strip.isVisible()
    assert not dialog.changes.isVisibleTo(dialog)


def test_each_step_can_be_taken_back(dialog: UpdateDialog, page: OwnPage) -> None:
    dialog.ways[Way.TAKE_OVER].click()
    assert dialog.list.count() == 1
    dialog.undo.click()
    assert dialog.list.count() == 2
    assert page.draft.tree.model == MODEL
    assert page.draft.tree.of("bellen").value("termijn") == "1 uur"


def test_what_is_to_be_adjusted_is_in_sight_afterwards(dialog: UpdateDialog, page: OwnPage, qtbot: QtBot) -> None:
    dialog.ways[Way.ADJUST].click()
    dialog.accept()
    page.window().activateWindow()
    qtbot.waitUntil(page.view.words.hasFocus)
    assert page.view.words.toPlainText() == "Bel meteen, binnen {termijn}."


def test_a_model_of_the_region_is_brought_in_from_a_file(
    region: Region, window: MainWindow, made: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    shipped = content_folder() / "resources" / "model-agreements" / "samenwerken-met-veilig-thuis.yaml"
    path = tmp_path / "nieuw.yaml"
    path.write_bytes(shipped.read_bytes())
    with qtbot.waitSignal(region.said):
        region.exchange.read_model(path)
    qtbot.waitUntil(lambda: len(region.models) == 2)
    at_console = RegionModels(window._services)
    qtbot.waitUntil(lambda: len(at_console()) == 2)


def test_a_file_that_is_no_model_is_refused_with_what_to_do(region: Region, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "fout.yaml"
    path.write_text("id: x\ntitle: Zonder hoofdstukken\n")
    region.exchange.read_model(path)
    qtbot.waitUntil(lambda: isinstance(region.exchange.dialog, RefusedDialog))
    assert isinstance(region.exchange.dialog, RefusedDialog)
    assert any("chapters" in what for what, _where, _fix in region.exchange.dialog.told)
    assert len(region.models) == 1
