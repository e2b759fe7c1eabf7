"""Importing a pack: refused with its reasons, looked at first, all of it or nothing, a newer one says what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from facilitator.content.library import CARD_FILES, CASE_FILES
from facilitator.content.pack import Pack, pack_of
from facilitator.core.card import Card
from facilitator.storage.library.records import Facet, ItemKey, ItemKind, Origin, Packed, Query
from facilitator.storage.library.store import LibraryStore
from facilitator.ui.casuistry import working
from facilitator.ui.casuistry.casuistry import Casuistry
from facilitator.ui.casuistry.contents import content_of
from facilitator.ui.casuistry.library.card_words import card_words
from facilitator.ui.casuistry.packs import offer as offers
from tests.content.packing import ABOUT, item, pack, zipped
from tests.content.samples import CARD, case
from tests.content.samples import CASE as CASE_TEXT
from tests.ui.casuistry.packs import bring_in, file_of, look_at, newer_pack, select, texts
from tests.ui.desk import Desk

STIL = ItemKey(ItemKind.CASE, "stil")


def shelf(made: Desk) -> LibraryStore:
    assert made.shelf is not None
    return made.shelf


def there(made: Desk) -> int:
    return shelf(made).search(Query()).result(10).total


def test_a_pack_is_looked_at_before_anything_comes_in(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, tmp_path: Path, shot: Callable[[QWidget, str], None]
) -> None:
    page = look_at(casuistry, qtbot, file_of(tmp_path))
    assert texts(page) == ["Het Gesprek\nScript · new", "Stil\nCase · new", "Eerst overleg\nCard · new"]
    assert page.told.text() == "You do not have this pack yet."
    select(page, "Stil")
    assert "Een kind wordt stil." in page.reading.toPlainText()
    assert there(made) == 3
    shot(page, "import")
    with qtbot.waitSignal(casuistry.back_wanted):
        page.back.click()
    assert shelf(made).packs().result(10) == ()


def test_what_came_in_is_shown_with_who_made_it(casuistry: Casuistry, qtbot: QtBot, made: Desk, tmp_path: Path) -> None:
    bring_in(casuistry, qtbot, file_of(tmp_path))
    qtbot.waitUntil(lambda: casuistry.page.model.rowCount() == 3)
    assert casuistry.page.filters.chosen == {(Facet.PACK, ABOUT.id)}
    qtbot.waitUntil(lambda: "From the pack" in casuistry.page.details.words.toPlainText())
    assert "Version 1.2 · by Een regio · CC-BY-4.0" in casuistry.page.details.words.toPlainText()
    assert not casuistry.page.details.pack.isVisible()
    held = shelf(made).item(STIL).result(10)
    assert (held.origin, held.author, held.text) == (Origin.IMPORTED, "Een regio", CASE_TEXT)


HOSTILE = [
    (lambda: b"Beste collega, hierbij het pakket.", "This is no pack.", "proef.fpack"),
    (lambda: zipped({"../stil.yaml": CASE_TEXT}), "leads out of its folder", "proef.fpack"),
    (
        lambda: zipped({"casuistiek/stil.yaml": CASE_TEXT[: CASE_TEXT.index("moments:")]}),
        "'moments' is missing",
        "casuistiek/stil.yaml, line 1",
    ),
]


@pytest.mark.parametrize(("make", "words", "where"), HOSTILE, ids=["no pack", "climbs out", "half a case"])
def test_a_bad_pack_is_refused_with_its_reasons(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, tmp_path: Path, make: Callable[[], bytes], words: str, where: str
) -> None:
    path = tmp_path / "proef.fpack"
    path.write_bytes(make())
    casuistry.importing.read(path)
    qtbot.waitUntil(lambda: casuistry.importing.refused is not None)
    refused = casuistry.importing.refused
    assert refused is not None
    what, place, fix = refused.told[0]
    assert words in what
    assert place == where
    assert fix
    assert there(made) == 3
    assert shelf(made).packs().result(10) == ()
    refused.accept_button.click()


def test_an_id_of_the_program_is_refused(casuistry: Casuistry, qtbot: QtBot, tmp_path: Path) -> None:
    taken = pack_of(ABOUT, [item(CASE_FILES, CASE_TEXT.replace("id: stil", "id: proefcasus"))])
    casuistry.importing.read(file_of(tmp_path, taken))
    qtbot.waitUntil(lambda: casuistry.importing.refused is not None)
    refused = casuistry.importing.refused
    assert refused is not None
    assert "comes with the program" in refused.told[0][0]
    refused.reject()


def test_a_newer_pack_says_what_it_changes_before_it_replaces(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, tmp_path: Path, shot: Callable[[QWidget, str], None]
) -> None:
    bring_in(casuistry, qtbot, file_of(tmp_path))
    page = look_at(casuistry, qtbot, file_of(tmp_path, newer_pack()))
    assert page.told.text() == "You have version 1.2. This one is newer and takes its place."
    assert page.bring.text() == "Replace version 1.2"
    text = page.changes.toPlainText()  # what changed is shown first
    assert "Moment 2 · what the room reads" in text
    assert "Now:  Het is rustig." in text
    assert "New:  Het lijkt rustig." in text
    shot(page, "import-newer")
    assert shelf(made).item(STIL).result(10).text == CASE_TEXT
    with qtbot.waitSignal(casuistry.importing.done):
        page.bring.click()
    assert "lijkt rustig" in shelf(made).item(STIL).result(10).text
    assert [one.version for one in shelf(made).packs().result(10)] == ["1.3"]


def test_the_same_version_again_does_nothing(casuistry: Casuistry, qtbot: QtBot, tmp_path: Path) -> None:
    bring_in(casuistry, qtbot, file_of(tmp_path))
    page = look_at(casuistry, qtbot, file_of(tmp_path))
    assert page.told.text() == "You have this version already. Nothing would change."
    assert not page.bring.isVisible()


def test_an_older_version_is_told(casuistry: Casuistry, qtbot: QtBot, tmp_path: Path) -> None:
    bring_in(casuistry, qtbot, file_of(tmp_path, newer_pack()))
    page = look_at(casuistry, qtbot, file_of(tmp_path))
    assert page.told.text().startswith("Mind: you have a newer one, version 1.3.")
    assert page.bring.isVisible()


def test_what_another_pack_brought_is_in_the_way(casuistry: Casuistry, qtbot: QtBot, tmp_path: Path) -> None:
    bring_in(casuistry, qtbot, file_of(tmp_path))
    other = pack(about=replace(ABOUT, id="ander", title="Ander pakket"))
    page = look_at(casuistry, qtbot, file_of(tmp_path, other))
    assert "came with the pack ‘Een proef’ before" in page.told.text()
    assert not page.bring.isVisible()


def write_stil(made: Desk, text: str) -> None:
    """The user has a case of their own under the id that the pack takes."""
    shelf(made).create(offers.indexed_item(item(CASE_FILES, text)), text).result(10)


@pytest.mark.parametrize("take", [False, True], ids=["keep", "take"])
def test_what_the_user_wrote_is_only_replaced_when_they_say_so(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, tmp_path: Path, *, take: bool
) -> None:
    mine = case("Sem zegt weinig.", "Sem zwijgt.")
    write_stil(made, mine)
    page = look_at(casuistry, qtbot, file_of(tmp_path))
    select(page, "you wrote this yourself")
    assert page.keep.isVisible()
    assert page.keep.isChecked()
    if take:
        page.take.click()
    with qtbot.waitSignal(casuistry.importing.done):
        page.bring.click()
    held = shelf(made).item(STIL).result(10)
    assert (held.origin, held.text) == (Origin.OWN, CASE_TEXT if take else mine)
    kept = [shelf(made).version_text(STIL, one.number).result(10) for one in shelf(made).versions(STIL).result(10)]
    assert kept == ([CASE_TEXT, mine] if take else [])


def test_what_is_not_taken_over_is_not_said_to_be(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    mine = case("Sem zegt weinig.", "Sem zwijgt.")
    write_stil(made, mine)
    page = look_at(casuistry, qtbot, file_of(tmp_path))
    select(page, "you wrote this yourself")
    page.take.click()
    request.getfixturevalue("no_room")
    with qtbot.assertNotEmitted(casuistry.importing.done, wait=100), qtbot.waitSignal(casuistry.failed):
        page.bring.click()
    assert shelf(made).item(STIL).result(10).text == mine
    assert shelf(made).versions(STIL).result(10) == ()
    assert page.bring.isEnabled()


def test_stopping_half_way_leaves_the_library_as_it_was(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "PATIENCE_MS", 0)
    bring_in(casuistry, qtbot, file_of(tmp_path))
    before = shelf(made).item(STIL).result(10)
    page = look_at(casuistry, qtbot, file_of(tmp_path, newer_pack()))
    many = tuple(
        Packed(replace(one.indexed, key=ItemKey(ItemKind.CASE, f"c-{n}")), "")
        for n in range(2500)
        for one in page.offer.packed[1:2]
    )
    page.offer = replace(page.offer, packed=many)
    page.bring.click()
    shown = casuistry.importing.working
    assert shown is not None
    qtbot.waitUntil(lambda: shown.isVisible() and shown.panel.bar.value() > 0, timeout=10_000)
    with qtbot.waitSignal(casuistry.said) as said:
        qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert said.args == ["Stopped. The library is as it was."]
    assert shelf(made).item(STIL).result(10) == before
    assert [one.version for one in shelf(made).packs().result(10)] == ["1.2"]
    assert page.bring.isEnabled()


def test_a_pack_is_removed_after_a_question(casuistry: Casuistry, qtbot: QtBot, made: Desk, tmp_path: Path) -> None:
    bring_in(casuistry, qtbot, file_of(tmp_path))
    qtbot.waitUntil(casuistry.page.details.remove_pack.isVisible)
    casuistry.page.details.remove_pack.click()
    (question,) = [each for each in casuistry.page.findChildren(QDialog) if each.isVisible()]
    with qtbot.waitSignal(casuistry.said):
        question.accept()
        assert casuistry.importing.working is not None
        assert casuistry.importing.working.panel.stop.isHidden()  # the pack is gone with the first step
    assert shelf(made).packs().result(10) == ()
    assert there(made) == 3


def test_the_file_is_chosen_in_a_dialog_of_the_program(casuistry: Casuistry, qtbot: QtBot, tmp_path: Path) -> None:
    casuistry.page.bring.click()
    (dialog,) = casuistry.page.findChildren(QFileDialog)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    assert dialog.nameFilters() == ["Packs of Facilitator (*.fpack)"]
    with qtbot.waitSignal(casuistry.page_wanted):
        dialog.fileSelected.emit(str(file_of(tmp_path)))
    dialog.reject()


BARE = CARD[: CARD.index("read_on:")] + CARD[CARD.index("checked_on:") :]
"""A card that names no source."""


def cards_of(*texts: str, id_: str = "regio", title: str = "Kaarten van de regio") -> Pack:
    return pack_of(replace(ABOUT, id=id_, title=title), [item(CARD_FILES, text) for text in texts])


def named(text: str, id_: str, title: str) -> str:
    return text.replace("id: eerst-overleg", f"id: {id_}", 1).replace("title: Eerst overleg", f"title: {title}", 1)


def test_a_card_without_a_source_comes_in_and_is_marked(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, tmp_path: Path
) -> None:
    page = look_at(casuistry, qtbot, file_of(tmp_path, cards_of(BARE)))
    assert texts(page) == ["Eerst overleg\nCard · new\nwithout a source"]
    assert page.doubted.text() == "Look at 1 card first."
    assert "names no source" in page.reading.toPlainText()
    with qtbot.waitSignal(casuistry.importing.done):
        page.bring.click()
    content = content_of(shelf(made).item(ItemKey(ItemKind.CARD, "eerst-overleg")).result(10), made.services.library)
    assert isinstance(content.value, Card)
    assert "Nobody said where this comes from" in card_words(content.value)


def test_a_double_can_be_left_out(casuistry: Casuistry, qtbot: QtBot, made: Desk, tmp_path: Path) -> None:
    bring_in(casuistry, qtbot, file_of(tmp_path))
    other = CARD.replace("Een gesprek kan de onveiligheid vergroten.", "Iets heel anders over een ander onderwerp.")
    other = other.replace("Soms overleg je eerst.", "Waar het om draait.")
    page = look_at(
        casuistry, qtbot, file_of(tmp_path, cards_of(named(CARD, "dubbel", "Nieuw"), named(other, "nieuw", "Anders")))
    )
    select(page, "is nearly a card you have")
    assert "nearly the text of ‘Eerst overleg’" in page.reading.toPlainText()
    page.leave_out.click()
    with qtbot.waitSignal(casuistry.importing.done):
        page.bring.click()
    brought = shelf(made).pack_items("regio").result(10)
    assert [one.key.id for one in brought] == ["nieuw"]


def test_a_card_that_contradicts_stays_behind_and_the_others_come(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, tmp_path: Path
) -> None:
    bring_in(casuistry, qtbot, file_of(tmp_path))
    changed = CARD.replace("Soms overleg je eerst.", "Overleg nooit eerst.")
    page = look_at(casuistry, qtbot, file_of(tmp_path, cards_of(changed, named(CARD, "vers", "Vers"))))
    assert page.doubted.text() == "Look at 2 cards first. 1 of them stays behind."
    select(page, "says something else")
    assert not page.leave_out.isVisible()
    assert "cannot come in beside it" in page.reading.toPlainText()
    with qtbot.waitSignal(casuistry.importing.done):
        page.bring.click()
    assert [one.key.id for one in shelf(made).pack_items("regio").result(10)] == ["vers"]
    kept = shelf(made).item(ItemKey(ItemKind.CARD, "eerst-overleg")).result(10)
    assert "Overleg nooit" not in kept.text


def test_a_pack_of_which_nothing_is_wanted_brings_nothing(casuistry: Casuistry, qtbot: QtBot, tmp_path: Path) -> None:
    page = look_at(casuistry, qtbot, file_of(tmp_path, cards_of(CARD)))
    page.leave_out.click()
    assert not page.bring.isEnabled()
    page.leave_out.click()
    assert page.bring.isEnabled()


def test_a_pack_with_nothing_but_what_is_there_cannot_come_in(
    casuistry: Casuistry, qtbot: QtBot, tmp_path: Path
) -> None:
    bring_in(casuistry, qtbot, file_of(tmp_path))
    page = look_at(casuistry, qtbot, file_of(tmp_path, cards_of(CARD)))
    assert texts(page) == ["Eerst overleg\nCard\nyou have this already"]
    assert not page.bring.isVisible()
