"""Packing: what goes in, what is told about it, nothing that is still to be decided, and a file or none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from facilitator.content.manifest import About
from facilitator.content.pack import Pack, read_pack
from facilitator.storage.library import items
from facilitator.storage.library.records import ItemKey, ItemKind
from facilitator.ui.casuistry.casuistry import Casuistry
from facilitator.ui.casuistry.indexing import indexed_text
from facilitator.ui.casuistry.packs import own_packs
from facilitator.ui.casuistry.packs.own_packs import OwnPack, next_version
from facilitator.ui.casuistry.packs.pack_page import PackPage
from tests.content.samples import CASE
from tests.ui.casuistry.conftest import refuse
from tests.ui.casuistry.packs import keep_own, own_item
from tests.ui.casuistry.test_casuistry import find
from tests.ui.desk import Desk

HALF = CASE[: CASE.index("moments:")].replace("title: Stil", "title: Half")


def to_pack(casuistry: Casuistry, qtbot: QtBot, typed: str = "molen", count: int = 1) -> PackPage:
    """Choose an own item, and give the page on which it is packed."""
    find(casuistry, qtbot, typed, count)
    with qtbot.waitSignal(casuistry.page_wanted) as wanted:
        casuistry.page.details.pack.click()
    assert wanted.args is not None
    page = wanted.args[0]
    assert isinstance(page, PackPage)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    return page


def make(page: PackPage, qtbot: QtBot, author: str = "Regio Voorbeeld") -> Pack:
    """Make the pack, and read it as whoever gets it."""
    page.author.setText(author)
    path = page.path
    page.make.click()
    qtbot.waitUntil(page.outcome.isVisible)
    read = read_pack(path)
    assert read.pack is not None, (page.outcome.text(), read.problems)
    return read.pack


def test_an_own_item_becomes_a_pack(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, shot: Callable[[QWidget, str], None]
) -> None:
    keep_own(made, own_item(CASE))
    keep_own(made, own_item(CASE, "ander", "Iets anders"))
    page = to_pack(casuistry, qtbot)
    assert [one.item.title for one in page.ticked] == ["Mijn molen"]
    assert (page.title.text(), page.version.text()) == ("Mijn molen", "1.0")
    packed = make(page, qtbot)
    today = date(2026, 11, 24)
    told = packed.about
    assert told == About(told.id, "Mijn molen", "Regio Voorbeeld", "1.0", "CC BY-SA 4.0", today)
    assert told.id.startswith("mijn-molen-")
    assert [item.value.title for item in packed.items] == ["Mijn molen"]
    assert page.outcome.text().startswith("1 item is in ")
    shot(page, "pack")


def test_the_next_time_it_is_a_next_version_of_the_same_pack(casuistry: Casuistry, qtbot: QtBot, made: Desk) -> None:
    keep_own(made, own_item(CASE))
    first = make(to_pack(casuistry, qtbot), qtbot)
    page = to_pack(casuistry, qtbot)
    assert (page.author.text(), page.version.text()) == ("Regio Voorbeeld", "1.1")
    second = make(page, qtbot)
    assert (second.about.id, second.about.version) == (first.about.id, "1.1")
    page.which.setCurrentIndex(0)
    page.which.activated.emit(0)
    assert page.version.text() == "1.0"


def test_it_is_told_when_the_pack_is_not_remembered(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_own(made, own_item(CASE))
    page = to_pack(casuistry, qtbot)
    monkeypatch.setattr(items, "remember", refuse)
    with qtbot.waitSignal(casuistry.failed):
        make(page, qtbot)


@pytest.mark.parametrize("replace", [False, True], ids=["as it is", "next version"])
def test_what_is_still_to_be_decided_goes_into_no_file(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, *, replace: bool
) -> None:
    keep_own(made, own_item())
    page = to_pack(casuistry, qtbot)
    page.author.setText("Regio")
    page.make.click()
    qtbot.waitUntil(lambda: casuistry.gate.dialog is not None)
    dialog = casuistry.gate.dialog
    assert dialog is not None
    assert "‘123456782’ looks like a BSN" in [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert not dialog.accept_button.isEnabled()
    assert not page.path.exists()
    if replace:
        with qtbot.waitSignal(casuistry.page_wanted):
            dialog.replace.click()
    else:
        dialog.cancel_button.click()
    assert not page.path.exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda page: page.title.clear(), "Give the pack a title."),
        (lambda page: page.author.clear(), "Say who made it."),
        (lambda page: page.version.setText("een"), "A version is one to three numbers with dots, such as 1.2."),
        (lambda page: page.list.item(0).setCheckState(Qt.CheckState.Unchecked), "Tick at least one item."),
    ],
    ids=["title", "author", "version", "items"],
)
def test_what_is_missing_is_told_in_place(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, change: Callable[[PackPage], None], words: str
) -> None:
    keep_own(made, own_item(CASE))
    page = to_pack(casuistry, qtbot)
    page.author.setText("Regio")
    change(page)
    with qtbot.assertNotEmitted(page.wanted):
        page.make.click()
    assert page.outcome.text() == words


def test_a_folder_that_cannot_be_made_is_told_and_leaves_nothing(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, tmp_path: Path
) -> None:
    keep_own(made, own_item(CASE))
    page = to_pack(casuistry, qtbot)
    (tmp_path / "bestand").write_text("in the way")
    page.author.setText("Regio")
    page.use_path(tmp_path / "bestand" / "proef.fpack")
    page.make.click()
    qtbot.waitUntil(page.outcome.isVisible)
    assert "cannot be made. Choose another folder." in page.outcome.text()
    assert made.shelf is not None
    assert made.shelf.remembered(own_packs.REMEMBERED).result(10) == ""


def test_what_is_still_to_be_put_right_cannot_be_ticked(casuistry: Casuistry, qtbot: QtBot, made: Desk) -> None:
    keep_own(made, own_item(CASE))
    assert made.shelf is not None
    key = keep_own(made, own_item(CASE, "half", "Half"))
    made.shelf.save(indexed_text(key.kind, key.id, HALF), HALF).result(10)
    page = to_pack(casuistry, qtbot)
    row = page.list.item(0)
    assert row is not None
    assert row.text() == "Half\nCase · something is still to be put right"
    assert not row.flags() & Qt.ItemFlag.ItemIsEnabled


def test_another_licence_than_what_was_adapted_has_is_told(casuistry: Casuistry, qtbot: QtBot, made: Desk) -> None:
    key = keep_own(made, own_item(CASE))
    assert made.shelf is not None
    made.shelf.describe(key, "Een regio", "CC BY-SA 4.0").result(10)
    page = to_pack(casuistry, qtbot)
    assert (page.author.text(), page.licence.licence) == ("Een regio", "CC BY-SA 4.0")
    assert not page.mind.isVisible()
    page.licence.show_licence("CC0 1.0")
    assert page.mind.isVisible()
    assert "has the licence CC BY-SA 4.0" in page.mind.text()


def test_the_place_is_chosen_in_a_dialog_of_the_program(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, tmp_path: Path
) -> None:
    keep_own(made, own_item(CASE))
    page = to_pack(casuistry, qtbot)
    page.elsewhere.click()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "hier.fpack"))
    dialog.reject()
    assert page.path == tmp_path / "hier.fpack"


@pytest.mark.parametrize(
    ("before", "after"), [("", "1.0"), ("1", "1.1"), ("1.0", "1.1"), ("2.0.9", "2.0.10"), ("onzin", "1.0")]
)
def test_the_next_version_is_proposed(before: str, after: str) -> None:
    assert next_version(before) == after


def test_what_is_remembered_comes_back_and_nonsense_is_left() -> None:
    pack = OwnPack("a", "A", "Wij", "CC0 1.0", "1.2", "ergens", (ItemKey(ItemKind.CASE, "x"),))
    assert own_packs.read(own_packs.written([pack])) == (pack,)
    assert own_packs.read("") == own_packs.read("{") == own_packs.read('[{"x": 1}]') == own_packs.read("[1]") == ()
    newer = OwnPack("a", "A", version="1.3")
    assert own_packs.with_pack([OwnPack("b", "B"), pack], newer) == (newer, OwnPack("b", "B"))
    assert own_packs.named(OwnPack("", "Ĳsje?"), "x").id.startswith("ijsje-")
    assert own_packs.named(OwnPack("", "?"), "x").id.startswith("pakket-")
