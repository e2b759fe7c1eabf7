"""What the tests of packs share: packs as files, and waiting for what the library does with them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from facilitator.content.library import CASE_FILES
from facilitator.content.pack import Item, Pack, pack_bytes
from facilitator.storage.library.records import ItemKey
from facilitator.ui.casuistry.casuistry import Casuistry
from facilitator.ui.casuistry.packs import offer as offers
from facilitator.ui.casuistry.packs.import_page import ImportPage
from tests.content.packing import ABOUT, item, pack
from tests.content.samples import case
from tests.ui.desk import Desk

NEWER = replace(ABOUT, version="1.3")


def newer_pack() -> Pack:
    """The next version of the pack of the tests: one sentence of the case is another one."""
    return pack(about=NEWER, case=case("Het is rustig.", "Het lijkt rustig."))


def file_of(folder: Path, made: Pack | None = None) -> Path:
    """Put a pack into a file."""
    path = folder / "proef.fpack"
    path.write_bytes(pack_bytes(made or pack()))
    return path


def look_at(casuistry: Casuistry, qtbot: QtBot, path: Path) -> ImportPage:
    """Choose a file, and give the page that tells what is in it."""
    with qtbot.waitSignal(casuistry.page_wanted) as wanted:
        casuistry.importing.read(path)
    assert wanted.args is not None
    page = wanted.args[0]
    assert isinstance(page, ImportPage)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    return page


def bring_in(casuistry: Casuistry, qtbot: QtBot, path: Path) -> None:
    """Import a pack."""
    page = look_at(casuistry, qtbot, path)
    with qtbot.waitSignal(casuistry.importing.done):
        page.bring.click()


def select(page: ImportPage, words: str) -> None:
    """Choose the item in which these words stand."""
    row = next(row for row in range(page.list.count()) if words in _text(page, row))
    page.list.setCurrentRow(row)


def _text(page: ImportPage, row: int) -> str:
    item = page.list.item(row)
    assert item is not None
    return item.text()


def texts(page: ImportPage) -> list[str]:
    """What the list says."""
    return [_text(page, row) for row in range(page.list.count())]


TELLING = case("Sem zegt weinig.", "Sem zag Fatima. Zij heet Joke. Haar BSN is 123456782.")
"""A case in which somebody wrote what must not leak."""


def own_item(text: str = TELLING, id_: str = "eigen", title: str = "Mijn molen") -> Item:
    """A text as the user wrote it."""
    return item(CASE_FILES, text.replace("id: stil", f"id: {id_}").replace("title: Stil", f"title: {title}"))


def keep_own(made: Desk, kept: Item) -> ItemKey:
    """Put a text among what the user wrote."""
    assert made.shelf is not None
    made.shelf.create(offers.indexed_item(kept), kept.text).result(10)
    return offers.key_of(kept)
