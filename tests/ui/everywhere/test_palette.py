"""The palette: what is typed is found in all that is kept, and opened with the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.core.vocabulary import Form
from facilitator.storage.errors import DiskTrouble
from facilitator.storage.library.records import Indexed, ItemKey, ItemKind, Part, Weight
from facilitator.ui.agreements.agreements_page import AgreementsPage
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.desk_keys import AGREEMENTS, KNOWLEDGE
from facilitator.ui.everywhere import recent
from facilitator.ui.everywhere.actions import actions
from facilitator.ui.everywhere.palette import Palette
from facilitator.ui.everywhere.rows import Kind, Row
from facilitator.ui.everywhere.seeker import Found
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.main_window import MainWindow
from facilitator.ui.prepare.prepare_page import PreparePage
from facilitator.ui.start.start_page import StartPage
from tests.builders import CASE
from tests.ui.desk import Desk, press, typed
from tests.waiting import until


def rows(palette: Palette) -> list[tuple[Kind, str]]:
    return [(row.kind, row.title) for row in palette.list.rows.rows]


def find(palette: Palette, qtbot: QtBot, text: str) -> list[tuple[Kind, str]]:
    """Type, and wait for what is found."""
    palette.line.clear()
    typed(text)
    until(qtbot, lambda: palette._shown_for == text and not palette._waiting)
    return rows(palette)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("wijk zuid", (Kind.SESSION, "Wijk Zuid, Voorbeeldstad")),
        ("contactpersoon", (Kind.AGREEMENT, "Vast contactpersoon doorgeven aan school en huisarts")),
        ("contactpersoom", (Kind.AGREEMENT, "Vast contactpersoon doorgeven aan school en huisarts")),
        ("overleg casus", (Kind.AGREEMENT, "Wijkagent sluit aan bij casusoverleg")),
        ("donker", (Kind.ACTION, "Kleuren en tekstgrootte kiezen")),
        ("reservekopi", (Kind.ACTION, "Maak nu een reservekopie")),
    ],
)
def test_all_that_is_kept_is_found(palette: Palette, qtbot: QtBot, text: str, first: tuple[Kind, str]) -> None:
    assert find(palette, qtbot, text)[0] == first


def test_a_case_is_found_beside_sessions(palette: Palette, qtbot: QtBot) -> None:
    assert (Kind.CASE, CASE.title) in find(palette, qtbot, CASE.title.lower())


def test_the_newest_question_wins(palette: Palette, qtbot: QtBot) -> None:
    for text in ("wijk", "politie", "contactpersoon"):
        palette.line.setText(text)
        palette._seek()
    qtbot.waitUntil(lambda: palette._shown_for == "contactpersoon")
    assert {row.kind for row in palette.list.rows.rows} == {Kind.AGREEMENT}


def test_nothing_typed_offers_what_can_be_done(palette: Palette, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(rows(palette)))
    assert rows(palette)[0] == (Kind.ACTION, "Begin Het Gesprek")


ZUID = Row(Kind.SESSION, ("s-1",), "Wijk Zuid")
NOORD = Row(Kind.SESSION, ("s-2",), "Wijk Noord")
CARD = Row(Kind.CARD, ("wijk",), "In de wijk")


def come(palette: Palette, *found: Row, waiting: bool = False) -> None:
    """Let this be found for what is typed."""
    palette._seeker.found.emit(Found(palette.line.text(), found, "", waiting=waiting))


def test_what_was_gone_to_with_the_arrows_stays_chosen_when_more_comes(palette: Palette, qtbot: QtBot) -> None:
    find(palette, qtbot, "wijk")
    come(palette, ZUID, NOORD, waiting=True)
    press(Qt.Key.Key_Down)
    come(palette, CARD, ZUID, NOORD)
    assert palette.list.chosen == NOORD
    come(palette, CARD, ZUID)
    assert palette.list.chosen == CARD


def test_nothing_is_said_not_to_be_there_while_somebody_still_looks(palette: Palette, qtbot: QtBot) -> None:
    find(palette, qtbot, "wijk")
    come(palette, waiting=True)
    assert "Niets gevonden" not in palette.told.text()
    come(palette)
    assert palette.told.text().startswith("Niets gevonden")


@pytest.mark.parametrize("pressed_first", [True, False])
def test_enter_waits_for_all_there_is(palette: Palette, qtbot: QtBot, pressed_first: bool) -> None:
    find(palette, qtbot, "wijk")
    palette._seeker.stop()
    opened: list[Row] = []
    palette.opened.disconnect()  # it is looked at here, and not opened
    palette.opened.connect(opened.append)
    if pressed_first:
        palette._open_when_found = True
        come(palette, NOORD, waiting=True)
    else:
        come(palette, waiting=True)
        press(Qt.Key.Key_Return)
    assert opened == []
    come(palette, CARD, NOORD)
    assert opened == [CARD]


def test_nothing_found_says_so(palette: Palette, qtbot: QtBot) -> None:
    assert find(palette, qtbot, "xqzzyk") == []
    assert palette.told.text().startswith("Niets gevonden")
    press(Qt.Key.Key_Return)
    assert palette.isVisible()


def test_the_keys_of_a_list_move_the_choice(palette: Palette, qtbot: QtBot) -> None:
    find(palette, qtbot, "wijk")
    for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0), (Qt.Key.Key_Up, 0)):
        press(key)
        assert palette.list.currentIndex().row() == row
    press(Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() > 1
    press(Qt.Key.Key_PageUp)
    assert palette.list.currentIndex().row() == 0
    assert palette.line.hasFocus()


def test_escape_leaves(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.everywhere.palette is None)
    assert isinstance(window.stack.currentWidget(), StartPage)


def test_an_agreement_opens_on_the_page_of_agreements(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    find(palette, qtbot, "regiomodel")
    press(Qt.Key.Key_Return)
    page = window.stack.currentWidget()
    assert isinstance(page, AgreementsPage)
    qtbot.waitUntil(lambda: [line.id for line in page.chosen_lines()] == ["a-4"])


def test_enter_before_it_was_found_opens_the_best(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    typed("regiomodel")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), AgreementsPage))


def test_typing_on_takes_enter_back(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    typed("regio")
    press(Qt.Key.Key_Return)
    typed("model")
    qtbot.waitUntil(lambda: palette._shown_for == "regiomodel")
    assert palette.isVisible()


def test_a_case_opens_in_the_library(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    find(palette, qtbot, CASE.title)
    palette.opened.emit(next(row for row in palette.list.rows.rows if row.kind is Kind.CASE))
    page = window.stack.currentWidget()
    assert isinstance(page, LibraryPage)
    qtbot.waitUntil(lambda: page.chosen is not None and page.chosen.id == CASE.id)


def test_a_session_opens_where_its_state_says(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    find(palette, qtbot, "de kring")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), PreparePage))


def test_a_card_opens_with_knowledge(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    backs: list[Callable[[], object] | None] = []

    def open_card(_self: Knowledge, card_id: str, back: Callable[[], object] | None = None) -> None:
        opened.append(card_id)
        backs.append(back)

    monkeypatch.setattr(Knowledge, "open_card", open_card)
    window.go(AGREEMENTS)
    window.everywhere.open(Row(Kind.CARD, ("kindcheck",), "Kindcheck"))
    window.go(KNOWLEDGE)
    window.everywhere.open(Row(Kind.CARD, ("kindcheck",), "Kindcheck"))
    assert opened == ["kindcheck", "kindcheck"]
    assert backs[1] is None  # the card knows its own way back there
    assert backs[0] is not None
    backs[0]()
    assert isinstance(window.stack.currentWidget(), AgreementsPage)


def test_an_action_is_done(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    find(palette, qtbot, "leerbijeenkomst beginnen")
    press(Qt.Key.Key_Return)
    page = window.stack.currentWidget()
    assert isinstance(page, PreparePage)
    assert page.draft.form is Form.LEERBIJEENKOMST


def test_what_was_opened_and_done_comes_first_the_next_time(
    window: MainWindow, palette: Palette, made: Desk, qtbot: QtBot
) -> None:
    window.everywhere.open(Row(Kind.ACTION, ("go-sessions",), "Naar Sessies"))
    window.everywhere.open(Row(Kind.AGREEMENT, ("s-closed", "a-4"), "…"))
    window.everywhere.open(Row(Kind.CASE, (CASE.id,), CASE.title))
    window.search()
    again = window.everywhere.palette
    assert again is not None
    qtbot.waitUntil(lambda: len(rows(again)) > 2)
    assert [kind for kind, _title in rows(again)][:3] == [Kind.CASE, Kind.AGREEMENT, Kind.ACTION]
    assert rows(again)[2][1] == "Naar Sessies"
    made.store.erase("s-closed", "asked").result(20)
    qtbot.wait(1)
    window.everywhere._seeker.seek("")
    qtbot.waitUntil(lambda: Kind.AGREEMENT not in [kind for kind, _title in rows(again)])


def test_what_was_thrown_away_since_is_no_longer_offered(
    window: MainWindow, palette: Palette, made: Desk, qtbot: QtBot
) -> None:
    mine = Indexed(ItemKey(ItemKind.CARD, "mijn"), "Van mij", (Part("", Weight.TITLE, "Van mij"),))
    made.services.shelf().create(mine, "id: mijn\n").result(10)
    made.store.ask(partial(recent.note, kind=Kind.CARD, ids=("mijn",))).result(10)
    window.everywhere._seeker.seek("")
    qtbot.waitUntil(lambda: (Kind.CARD, "Van mij") in rows(palette))
    made.services.shelf().remove(mine.key).result(10)
    window.everywhere._seeker.seek("")
    qtbot.waitUntil(lambda: Kind.CARD not in [kind for kind, _title in rows(palette)])


@pytest.mark.parametrize("name", sorted(set(actions()) - {"backup", "read-in", "bring-back", "import-pack"}))
def test_every_action_leads_somewhere(window: MainWindow, name: str, qtbot: QtBot) -> None:
    heard: list[str] = []
    window.appearance_requested.connect(lambda: heard.append("appearance"))
    window.messages.posted.connect(lambda message: heard.append(message.text))
    before = window.stack.currentWidget()
    window.everywhere.open(Row(Kind.ACTION, (name,), name))
    over_it = {"go-start", "safety", "read-returned"}  # where we are already, and dialogs
    qtbot.waitUntil(lambda: window.stack.currentWidget() is not before or bool(heard) or name in over_it)


def test_a_store_that_does_not_answer_leaves_the_library(
    palette: Palette, made: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from facilitator.storage import everywhere  # noqa: PLC0415

    def refuse(*_given: object) -> None:
        raise DiskTrouble

    monkeypatch.setattr(everywhere, "search", refuse)
    assert (Kind.CASE, CASE.title) in find(palette, qtbot, CASE.title.lower())
    assert "In je sessies en afspraken kon niet gezocht worden." in palette.told.text()


def test_a_question_goes_to_the_vraagbaak(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Knowledge, "ask", lambda _self, question: asked.append(question))
    window.search("mag ik dit delen?")
    palette = window.everywhere.palette
    assert palette is not None
    qtbot.waitUntil(lambda: bool(rows(palette)) and rows(palette)[0][0] is Kind.ASK)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert asked == ["mag ik dit delen?"]


def test_while_a_page_has_the_whole_window_the_key_sleeps(window: MainWindow, qtbot: QtBot) -> None:
    window.sidebar.hide()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert "everywhere" not in vars(window)
    window.sidebar.show()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.everywhere.palette is not None


def test_the_line_at_the_foot_of_start_leads_there_with_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    page = window.stack.currentWidget()
    assert isinstance(page, StartPage)
    page.search.line.setFocus()
    typed("w")
    palette = window.everywhere.palette
    assert palette is not None
    assert (palette.line.text(), page.search.line.text()) == ("w", "")
