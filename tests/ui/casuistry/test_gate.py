"""Nothing of one's own, or from a pack, goes before the room while something in it is still to be decided."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.content import pack
from facilitator.content.lexicon import NoListsError
from facilitator.content.library import CARD_FILES
from facilitator.content.pack import pack_of
from facilitator.core.privacy import Finding, Lexicon
from facilitator.storage.library import items
from facilitator.storage.library.records import Item
from facilitator.ui.casuistry.casuistry import Casuistry
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.privacy.check_dialog import CheckDialog
from facilitator.ui.casuistry.privacy.gate import Gate
from facilitator.ui.casuistry.privacy.searching import Searcher
from tests.content.packing import ABOUT, item
from tests.content.samples import card
from tests.ui.casuistry.conftest import refuse
from tests.ui.casuistry.packs import bring_in, file_of, keep_own, own_item
from tests.ui.casuistry.test_casuistry import find
from tests.ui.desk import Desk


def choose_own(made: Desk, casuistry: Casuistry, qtbot: QtBot) -> None:
    """Have a case of one's own with personal data in it, and choose it."""
    keep_own(made, own_item())
    find(casuistry, qtbot, "molen", 1)


def kept_item(made: Desk, item: pack.Item) -> Item:
    """Put a text among what the user wrote, and give it as the library does."""
    key = keep_own(made, item)
    assert made.shelf is not None
    return made.shelf.item(key).result(10)


def check(casuistry: Casuistry, qtbot: QtBot) -> CheckDialog:
    """Try to use what is chosen, and give the check that stops it."""
    casuistry.page.details.use.click()
    qtbot.waitUntil(lambda: casuistry.gate.dialog is not None)
    assert casuistry.gate.dialog is not None
    return casuistry.gate.dialog


def is_left(dialog: CheckDialog, count: int) -> bool:
    return dialog.list.count() == count


def rows(dialog: CheckDialog) -> list[str]:
    return [item.text() for row in range(dialog.list.count()) if (item := dialog.list.item(row)) is not None]


def test_an_own_case_is_used_only_after_everything_was_decided(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, shot: Callable[[QWidget, str], None]
) -> None:
    choose_own(made, casuistry, qtbot)
    with qtbot.assertNotEmitted(casuistry.use_wanted):
        dialog = check(casuistry, qtbot)
        assert rows(dialog) == [
            "‘Fatima’ looks like a name",
            "‘Joke’ looks like a name",
            "‘123456782’ looks like a BSN",
        ]
        assert not dialog.accept_button.isEnabled()
        shot(dialog, "check")
        for left in (2, 1, 0):
            (dialog.invented if left else dialog.show_anyway).click()
            qtbot.waitUntil(partial(is_left, dialog, left))
    assert dialog.accept_button.isEnabled()
    with qtbot.waitSignal(casuistry.use_wanted) as wanted:
        dialog.accept_button.click()
    assert wanted.args is not None
    assert wanted.args[0].id == "eigen"
    with qtbot.waitSignal(casuistry.use_wanted):
        casuistry.page.details.use.click()


def test_a_decision_can_be_seen_and_taken_back(casuistry: Casuistry, qtbot: QtBot, made: Desk) -> None:
    choose_own(made, casuistry, qtbot)
    dialog = check(casuistry, qtbot)
    dialog.show_anyway.click()
    qtbot.waitUntil(partial(is_left, dialog, 2))
    dialog.cancel_button.click()
    casuistry.page.details.decided.click()
    decided = casuistry.gate.decided
    assert decided is not None
    qtbot.waitUntil(lambda: decided.list.count() == 1)
    row = decided.list.item(0)
    assert row is not None
    assert row.text().startswith("‘Fatima’ is shown anyway · today ")
    decided.reopen.click()
    qtbot.waitUntil(lambda: not decided.reopen.isEnabled())
    decided.accept_button.click()
    casuistry.gate.dialog = None
    assert rows(check(casuistry, qtbot))[0] == "‘Fatima’ looks like a name"


def test_it_is_told_when_a_decision_is_not_taken_back(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_own(made, casuistry, qtbot)
    dialog = check(casuistry, qtbot)
    dialog.show_anyway.click()
    qtbot.waitUntil(partial(is_left, dialog, 2))
    dialog.cancel_button.click()
    casuistry.page.details.decided.click()
    decided = casuistry.gate.decided
    assert decided is not None
    qtbot.waitUntil(lambda: decided.list.count() == 1)
    monkeypatch.setattr(items, "settle", refuse)
    with qtbot.waitSignal(casuistry.failed):
        decided.reopen.click()
    decided.accept_button.click()


def test_later_leaves_it_where_it_is(casuistry: Casuistry, qtbot: QtBot, made: Desk) -> None:
    choose_own(made, casuistry, qtbot)
    with qtbot.assertNotEmitted(casuistry.use_wanted):
        check(casuistry, qtbot).cancel_button.click()


def test_replacing_leads_to_the_text(casuistry: Casuistry, qtbot: QtBot, made: Desk) -> None:
    choose_own(made, casuistry, qtbot)
    dialog = check(casuistry, qtbot)
    assert "the room reads" in dialog.place.text()
    with qtbot.waitSignal(casuistry.page_wanted) as wanted:
        dialog.replace.click()
    assert wanted.args is not None
    editor = wanted.args[0]
    assert isinstance(editor, EditorPage)
    qtbot.addWidget(editor)
    assert editor.outline.here == ("moments", 0)


def test_a_case_from_a_pack_is_looked_at_too_and_its_words_stay(
    casuistry: Casuistry, qtbot: QtBot, tmp_path: Path
) -> None:
    bring_in(casuistry, qtbot, file_of(tmp_path, pack_of(ABOUT, [own_item()])))
    find(casuistry, qtbot, "molen", 1)
    dialog = check(casuistry, qtbot)
    assert not dialog.replace.isVisible()
    assert dialog.borrowed.isVisible()
    dialog.reject()


def test_what_cannot_be_looked_at_does_not_go_on(casuistry: Casuistry, qtbot: QtBot, made: Desk) -> None:
    def broken(_text: str, _known: frozenset[str]) -> tuple[Finding, ...]:
        raise NoListsError

    item = kept_item(made, own_item())
    gate = Gate(casuistry.page._shelf, broken, casuistry.page)
    went: list[int] = []
    with qtbot.waitSignal(gate.failed):
        gate.pass_on([item], "", lambda: went.append(1))
    qtbot.waitUntil(lambda: not gate.children())  # nothing looks on
    assert not went


def test_what_cannot_be_read_does_not_go_on(casuistry: Casuistry, qtbot: QtBot, made: Desk) -> None:
    item = kept_item(made, replace(own_item(), text="a: ["))
    went: list[int] = []
    with qtbot.waitSignal(casuistry.failed):
        casuistry.gate.pass_on([item], "", lambda: went.append(1))
    qtbot.waitUntil(lambda: not casuistry.gate.children())
    assert not went


def test_without_its_word_lists_nothing_goes_on() -> None:
    lists: Future[Lexicon] = Future()
    lists.set_exception(FileNotFoundError("given_names.txt"))
    with pytest.raises(NoListsError) as told:
        Searcher(lambda: lists)("Fatima", frozenset())
    assert "Nothing was shown or packed" in told.value.explain()


def test_what_was_looked_at_before_is_not_looked_at_again() -> None:
    lists: Future[Lexicon] = Future()
    lists.set_result(Lexicon(given_names=frozenset({"fatima"}), common_words={"wat", "zag"}))
    asked: list[int] = []

    def lexicon() -> Future[Lexicon]:
        asked.append(1)
        return lists

    search = Searcher(lexicon)
    found = search("Wat zag Fatima?", frozenset())
    assert [one.text for one in found] == ["Fatima"]
    assert search("Wat zag Fatima?", frozenset()) is found
    assert search("Wat zag Fatima?", frozenset({"fatima"})) == ()
    assert len(asked) == 2


def test_a_card_of_one_s_own_goes_on_paper_only_after_everything_was_decided(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    monkeypatch.setattr(casuistry._printing, "save", lambda card: printed.append(card.id))
    keep_own(made, item(CARD_FILES, card("summary: ", "summary: Bel Fatima eerst. ")))
    find(casuistry, qtbot, "overleg", 1)
    casuistry.page.details.paper.click()
    qtbot.waitUntil(lambda: casuistry.gate.dialog is not None)
    dialog = casuistry.gate.dialog
    assert dialog is not None
    assert (rows(dialog), printed) == (["‘Fatima’ looks like a name"], [])
    dialog.invented.click()
    qtbot.waitUntil(partial(is_left, dialog, 0))
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: printed == ["eerst-overleg"])


def test_a_case_is_no_card_to_print(casuistry: Casuistry, qtbot: QtBot) -> None:
    find(casuistry, qtbot, "getuige", 1)
    assert not casuistry.page.details.paper.isVisible()
