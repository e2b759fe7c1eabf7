"""The agreements go to another laptop and come from one; the instruction is saved; practice leads to its sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.content.locate import resource
from facilitator.core import events as ev
from facilitator.core.agreement import Ground, Status
from facilitator.core.own_agreement import Choice
from facilitator.report.worker import DocumentWorker, Resources
from facilitator.storage import own_agreements
from facilitator.storage.paragraph_rows import Broken, Practice, Said
from facilitator.ui.casuistry.packs.refused_dialog import RefusedDialog
from facilitator.ui.destinations import REGION
from facilitator.ui.main_window import MainWindow
from facilitator.ui.region.instruction_page import InstructionPage
from facilitator.ui.region.own_page import OwnPage
from facilitator.ui.region.practice_view import practice_words
from facilitator.ui.region.region import Region
from tests.ui.desk import AGREEMENTS, NOW, TODAY, Desk


def saved(region: Region, page: OwnPage, made: Desk, qtbot: QtBot) -> Path:
    with qtbot.waitSignal(region.said) as told:
        region.save_for_another(page)
    assert "not encrypted" in str(told.args)
    return made.services.documents_folder / "Dorp.regioafspraken.json"


def test_what_was_saved_comes_back_on_an_empty_laptop(region: Region, page: OwnPage, made: Desk, qtbot: QtBot) -> None:
    page.choose(Choice.TAKEN_OVER)
    path = saved(region, page, made, qtbot)
    page.keeper.keep()
    made.store.ask(lambda connection: own_agreements.remove(connection, page.draft.tree.id)).result(10)
    with qtbot.waitSignal(region.said):
        region.exchange.read_own(path)
    (kept,) = made.store.ask(own_agreements.everything).result(10).owns
    assert kept.own == page.draft.tree


def test_what_is_here_and_says_something_else_stays_beside_it(
    region: Region, page: OwnPage, window: MainWindow, made: Desk, qtbot: QtBot
) -> None:
    path = saved(region, page, made, qtbot)
    page.choose(Choice.NOT_APPLICABLE)
    window.go(REGION)
    qtbot.waitUntil(lambda: len(region.page.rows) == 1)
    with qtbot.waitSignal(region.said):
        region.exchange.read_own(path)
    qtbot.waitUntil(lambda: len(region.page.rows) == 2)
    owns = made.store.ask(own_agreements.everything).result(10).owns
    assert {kept.own.municipality for kept in owns} == {"Dorp", "Dorp (from another laptop)"}
    assert sorted(len(kept.own.chosen) for kept in owns) == [0, 1]


def test_a_file_of_something_else_is_refused(region: Region, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "x.json"
    path.write_text("[]")
    region.exchange.read_own(path)
    qtbot.waitUntil(lambda: isinstance(region.exchange.dialog, RefusedDialog))


def test_the_instruction_is_seen_and_saved_in_both_shapes(made: Desk, page: OwnPage, qtbot: QtBot) -> None:
    page.choose(Choice.TAKEN_OVER)
    worker = DocumentWorker(Resources(resource("templates"), resource("fonts"), None))
    services = replace(made.services, documents=lambda: worker)
    shown = InstructionPage(services, page.draft.tree)
    qtbot.addWidget(shown)
    shown.show()
    try:
        qtbot.waitUntil(lambda: bool(shown.view.sheets), timeout=30_000)
        for button in (shown.save, shown.word):
            with qtbot.waitSignal(shown.said, timeout=30_000):
                button.click()
    finally:
        worker.close()
    assert {path.suffix for path in shown.folder.iterdir()} == {".pdf", ".docx"}


def test_the_folder_that_cannot_be_made_is_told_on_the_page(made: Desk, page: OwnPage, qtbot: QtBot) -> None:
    worker = DocumentWorker(Resources(resource("templates"), resource("fonts"), None))
    shown = InstructionPage(replace(made.services, documents=lambda: worker), page.draft.tree)
    qtbot.addWidget(shown)
    shown.show()
    blocked = made.services.documents_folder / "bestand"
    blocked.write_text("geen map")
    shown.folder = blocked / "map"
    try:
        shown.save.click()
        qtbot.waitUntil(shown.outcome.isVisible, timeout=30_000)
    finally:
        worker.close()
    assert "cannot be made. Nothing is lost" in shown.outcome.text()


def test_the_number_of_marks_is_at_the_paragraph_and_a_reason_leads_to_its_session(
    made: Desk, region: Region, page: OwnPage, window: MainWindow, qtbot: QtBot
) -> None:
    ground = Ground("model", "bellen", "Bellen")
    late = replace(AGREEMENTS[0], ground=ground)
    mark = ev.ParagraphMark("w", ground, why="Niemand belt terug")
    events = made.led("s-1", TODAY, "Wijk Noord", (late, replace(AGREEMENTS[2], ground=ground, status=Status.NOT_KEPT)))
    made.keep(*events, ev.ParagraphMarked(id="w-1", at=NOW, mark=mark))
    region._ask_practice(page)
    qtbot.waitUntil(page.practice.isVisible)
    assert page.practice.words.text() == (
        "Chafes 1 time, in 1 session, last on 24 november 2026. "
        "1 agreement on it was not kept. 1 agreement on it is late."
    )
    assert "chafes 1×" in page.outline.currentItem().text()
    with qtbot.waitSignal(region.session_wanted, check_params_cb=lambda session_id: session_id == "s-1"):
        page.practice.reasons[0].click()
    page.outline.point_at("praten")
    assert not page.practice.isVisible()


@pytest.mark.parametrize(
    ("practice", "words"),
    [
        (Practice((Said("s", "", date(2026, 11, 1), False, ""),)), "Works 1 time."),
        (Practice((), (Broken("s", "", date(2026, 11, 1), "x", True),)), "1 agreement on it is late."),
        (Practice(), ""),
    ],
)
def test_how_a_paragraph_fares_in_words(practice: Practice, words: str) -> None:
    assert practice_words(practice) == words
