"""The library page: find, read, use, copy, change, throw away."""

from __future__ import annotations

from concurrent.futures import Future

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from facilitator.content import kinds
from facilitator.storage.errors import DiskFull
from facilitator.storage.library.records import Facet, ItemKey, ItemKind, Origin
from facilitator.ui.casuistry.casuistry import Casuistry
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.indexing import indexed
from tests.builders import CASE, CASE_SCRIPT, SCRIPT
from tests.ui.desk import Desk
from tests.waiting import until

CASE_KEY = ItemKey(ItemKind.CASE, CASE.id)


def find(casuistry: Casuistry, qtbot: QtBot, text: str, count: int) -> None:
    """Type in the search line and wait for so many results."""
    casuistry.page.search.setText(text)
    until(qtbot, lambda: _asked(casuistry) == text and casuistry.page.model.rowCount() == count)
    until(qtbot, lambda: _settled(casuistry))


def _asked(casuistry: Casuistry) -> str:
    results = casuistry.page.model.results
    return "" if results is None else results.query.text


def _settled(casuistry: Casuistry) -> bool:
    content, chosen = casuistry.page.details.content, casuistry.page.chosen
    return chosen is None or (content is not None and content.item.key == chosen)


def own_copy(casuistry: Casuistry, qtbot: QtBot) -> EditorPage:
    """Make an own version of the case and give the page on which it is written."""
    find(casuistry, qtbot, "getuige", 1)
    with qtbot.waitSignal(casuistry.page_wanted) as wanted:
        casuistry.page.details.copy.click()
    assert wanted.args is not None
    editor = wanted.args[0]
    assert isinstance(editor, EditorPage)
    qtbot.addWidget(editor)
    return editor


def test_everything_that_comes_with_the_program_is_there(casuistry: Casuistry) -> None:
    titles = {casuistry.page.model.line(row).title for row in range(3)}  # type: ignore[union-attr]
    assert titles == {SCRIPT.title, CASE.title}
    assert CASE_SCRIPT.title == SCRIPT.title


def test_a_case_is_found_by_what_stands_in_it_while_it_is_typed(casuistry: Casuistry, qtbot: QtBot) -> None:
    find(casuistry, qtbot, "blauwe plek", 1)
    assert casuistry.page.chosen == CASE_KEY
    line = casuistry.page.model.line(0)
    assert line is not None
    assert "blauwe plekken" in line.snippet
    span = line.snippet_spans[0]
    assert line.snippet[span.start :].startswith("blauwe")


def test_filters_say_how_many_they_leave_and_can_be_left_out_again(casuistry: Casuistry, qtbot: QtBot) -> None:
    kinds = casuistry.page.filters.boxes[Facet.KIND].ticks
    kinds["case"].click()
    until(qtbot, lambda: casuistry.page.model.rowCount() == 1)
    find(casuistry, qtbot, "welkom allemaal", 0)
    assert casuistry.page.empty.isVisible()
    assert casuistry.page.empty.button is not None
    casuistry.page.empty.button.click()
    until(qtbot, lambda: casuistry.page.model.rowCount() > 0)


def test_the_arrows_walk_through_what_was_found_while_one_types_on(casuistry: Casuistry, qtbot: QtBot) -> None:
    first = casuistry.page.chosen
    qtbot.keyClick(casuistry.page.search, Qt.Key.Key_Down)
    assert casuistry.page.chosen != first
    qtbot.keyClick(casuistry.page.search, Qt.Key.Key_Up)
    assert casuistry.page.chosen == first


def test_a_case_says_which_scripts_it_suits(casuistry: Casuistry, qtbot: QtBot) -> None:
    find(casuistry, qtbot, "getuige", 1)
    text = casuistry.page.details.words.toPlainText()
    assert "Suits these scripts" in text
    assert CASE_SCRIPT.title in text


def test_a_case_can_be_used_in_a_session(casuistry: Casuistry, qtbot: QtBot) -> None:
    find(casuistry, qtbot, "getuige", 1)
    with qtbot.waitSignal(casuistry.use_wanted) as wanted:
        casuistry.page.details.use.click()
    assert wanted.args == [CASE]


def test_what_comes_with_the_program_is_adapted_in_a_copy(casuistry: Casuistry, qtbot: QtBot, made: Desk) -> None:
    editor = own_copy(casuistry, qtbot)
    editor.draft.put(("title",), "Stiller")
    with qtbot.waitSignal(casuistry.back_wanted):
        editor.back.click()
    find(casuistry, qtbot, "stiller", 1)
    content = casuistry.page.details.content
    assert content is not None
    assert (content.item.origin, content.item.title) == (Origin.OWN, "Stiller")
    assert all(moment.audience_text in content.text for moment in CASE.moments)
    assert made.shelf is not None
    assert len(made.shelf.versions(content.item.key).result(10)) == 1
    find(casuistry, qtbot, "getuige", 2)


def test_what_the_disk_did_not_take_is_kept_when_the_writer_is_done(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = own_copy(casuistry, qtbot)
    editor.show()
    refused: Future[None] = Future()
    refused.set_exception(DiskFull())
    with monkeypatch.context() as full:
        full.setattr(made.shelf, "save", lambda *_: refused)
        with qtbot.waitSignal(casuistry.failed):
            editor.draft.put(("title",), "Stiller")
    assert editor.saved.text() == "not kept yet"
    with qtbot.waitSignal(casuistry.back_wanted):
        editor.back.click()
    find(casuistry, qtbot, "stiller", 1)


def test_what_was_thrown_away_lies_in_the_trash_and_comes_back(casuistry: Casuistry, qtbot: QtBot) -> None:
    own_copy(casuistry, qtbot).back.click()
    find(casuistry, qtbot, "own version", 1)
    with qtbot.waitSignal(casuistry.said):
        casuistry.page.details.remove.click()
    until(qtbot, lambda: casuistry.page.model.rowCount() == 0)
    casuistry.page.filters.trashed.click()
    until(qtbot, lambda: casuistry.page.model.rowCount() == 1 and _settled(casuistry))
    until(qtbot, lambda: casuistry.page.details.remove.text() == "Put back")
    casuistry.page.details.remove.click()
    casuistry.page.filters.trashed.click()
    until(qtbot, lambda: casuistry.page.model.rowCount() == 1)


def test_a_favourite_has_a_star_and_can_be_asked_for(casuistry: Casuistry, qtbot: QtBot) -> None:
    find(casuistry, qtbot, "getuige", 1)
    casuistry.page.details.favourite.click()
    until(qtbot, lambda: bool(casuistry.page.model.line(0) and casuistry.page.model.line(0).favourite))  # type: ignore[union-attr]
    find(casuistry, qtbot, "", 3)
    casuistry.page.filters.favourite.click()
    until(qtbot, lambda: casuistry.page.model.rowCount() == 1)
    assert casuistry.page.chosen == CASE_KEY


def test_something_new_begins_with_what_every_author_fills_in(casuistry: Casuistry, qtbot: QtBot) -> None:
    for kind in ItemKind:
        with qtbot.waitSignal(casuistry.page_wanted) as wanted:
            casuistry.page.new_wanted.emit(kind)
        assert wanted.args is not None
        editor = wanted.args[0]
        qtbot.addWidget(editor)
        assert editor.title.text()
        assert editor._problems


def test_what_is_found_is_words_without_marks() -> None:
    plain: dict[str, kinds.Plain] = {"title": "Kaart", "body": "**Eerst** overleg.\n\n- één\n- *twee*\n\n# Kop"}
    texts = [part.text for part in indexed(ItemKind.CARD, "k", plain, None).parts]
    assert texts == ["Kaart", "Eerst overleg.\n\néén\ntwee\n\nKop"]


def test_the_best_hit_is_chosen_again_with_every_sign(casuistry: Casuistry, qtbot: QtBot) -> None:
    find(casuistry, qtbot, "proefdr", 2)
    qtbot.keyClick(casuistry.page.search, Qt.Key.Key_Down)
    assert casuistry.page.list.currentIndex().row() == 1
    find(casuistry, qtbot, "proefdra", 2)
    assert casuistry.page.list.currentIndex().row() == 0


def test_tab_walks_through_the_filters_from_top_to_bottom(casuistry: Casuistry) -> None:
    filters = casuistry.page.filters
    one: QWidget | None = filters.favourite.nextInFocusChain()
    passed = []
    while one is not filters.trashed:
        passed += [one] if isinstance(one, QCheckBox) and one.isVisible() else []
        one = one.nextInFocusChain() if one is not None else None
    places = [tick.mapTo(filters, QPoint(0, 0)).y() for tick in passed]
    assert len(places) > 2
    assert places == sorted(places)
