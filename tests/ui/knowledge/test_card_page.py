"""A card to read, and the ways that lead from it and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from facilitator.content.writing import as_text
from facilitator.core.card import Card, FactCheck, Figure, ReadOn, Verdict
from facilitator.core.events import Decision
from facilitator.core.script import Source
from facilitator.storage.library.records import Indexed, ItemKey, ItemKind, Part, Weight
from facilitator.ui.casuistry.contents import FILES
from facilitator.ui.casuistry.indexing import indexed, indexed_text
from facilitator.ui.casuistry.privacy import searching
from facilitator.ui.knowledge.card_facts import Use
from facilitator.ui.knowledge.card_page import CardPage
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.reading_page import ReadingPage
from facilitator.ui.knowledge.source_link import SourceLink, open_in_browser
from facilitator.ui.knowledge.trail import MOST, Trail
from facilitator.ui.start.page import Page
from facilitator.ui.widgets import SectionTitle, TextLink
from tests.builders import CASE
from tests.ui.desk import Desk, focused, press
from tests.ui.knowledge.conftest import AT_HAND, CHECK, FLAGS, Shown
from tests.ui.knowledge.test_known_cards import no_lists


def read(page: QWidget) -> str:
    """All that can be read on a page."""
    told = [label.text() for label in page.findChildren(QLabel)]
    told += [link.words for link in page.findChildren(TextLink)]
    return "\n".join([*told, *(prose.toPlainText() for prose in page.findChildren(QTextBrowser))])


def opened(shown: Shown, qtbot: QtBot, card_id: str) -> CardPage:
    before = shown.page
    shown.knowledge.open_card(card_id)
    qtbot.waitUntil(lambda: shown.page is not before)
    assert isinstance(shown.page, CardPage)
    return shown.page


def test_a_card_says_what_it_is_and_whence(shown: Shown, qtbot: QtBot) -> None:
    text = read(opened(shown, qtbot, "vlaggen"))
    for words in ("Over Rode vlaggen.", "For everyone · Phase: direct safety · Meldcode: step 1 and 4"):
        assert words in text
    for words in ("Een wapen.", "Bel vandaag.", "Ga niet alleen.", "Een uitgever", "11 mei 2026", "Source: Nieuw"):
        assert words in text


def test_where_there_are_signals_what_to_do_comes_before_the_explanation(shown: Shown, qtbot: QtBot) -> None:
    def titles(card_id: str) -> list[str]:
        return [title.text() for title in opened(shown, qtbot, card_id).findChildren(SectionTitle)][:3]

    assert titles("vlaggen") == ["What to do", "Signals", "Explanation"]
    assert titles("melding")[:2] == ["Explanation", "What to do"]


def test_a_figure_past_its_day_is_marked_and_another_is_not(shown: Shown, qtbot: QtBot) -> None:
    text = read(opened(shown, qtbot, "vlaggen"))
    assert "To be looked at since 1 januari 2026: look for a newer figure first." in text
    assert text.count("To be looked at") == 1


def test_a_fact_check_says_what_the_sources_make_of_it(shown: Shown, qtbot: QtBot) -> None:
    text = read(opened(shown, qtbot, "feit"))
    for words in ("‘Kinderen merken niets.’", "That is not right", "Kinderen merken veel.", "Sterk."):
        assert words in text


def test_a_link_opens_the_browser_on_a_click_and_not_before(shown: Shown, qtbot: QtBot) -> None:
    visited: list[str] = []

    def browser(address: str) -> bool:
        visited.append(address)
        return len(visited) < 2

    shown.knowledge.browser = browser
    page = opened(shown, qtbot, "vlaggen")
    links = [source.link for source in page.findChildren(SourceLink) if source.link is not None]
    assert [link.words for link in links] == ["Source: Oud onderzoek", "Een artikel"]
    for link, address in zip(links, ["https://voorbeeld.nl/oud", "https://voorbeeld.nl/vlaggen"], strict=True):
        assert address in link.toolTip()
        assert address in link.accessibleName()
    assert visited == []
    for link in links:
        link.click()
    assert visited == ["https://voorbeeld.nl/oud", "https://voorbeeld.nl/vlaggen"]
    assert shown.said == ["The browser did not open. This is the address: https://voorbeeld.nl/vlaggen"]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "geen adres", ""])
def test_what_is_no_web_address_never_reaches_the_system(address: str) -> None:
    assert not open_in_browser(address)


def test_cards_about_the_same_and_where_it_is_at_hand(shown: Shown, qtbot: QtBot) -> None:
    page = opened(shown, qtbot, "vlaggen")
    qtbot.waitUntil(lambda: list(page.related) == ["melding"])
    qtbot.waitUntil(lambda: "At hand in a session" in [label.text() for label in page.findChildren(QLabel)])
    page.related["melding"].click()
    assert shown.page.card.id == "melding"
    press(Qt.Key.Key_Escape)
    assert shown.page is page
    focused().click()  # type: ignore[attr-defined]  # the button that leads back
    assert shown.at_hub


def test_back_leads_to_the_page_of_a_room_as_it_was_left(shown: Shown, qtbot: QtBot) -> None:
    room = Page("Vraagbaak")
    shown.knowledge.page_wanted.emit(room)
    page = opened(shown, qtbot, "feit")
    page.left.emit()
    assert shown.page is room
    shown.knowledge.back_wanted.emit()
    assert shown.stack.indexOf(room) < 0
    assert shown.knowledge.staying == ()


def test_back_leads_where_one_who_opened_it_says(shown: Shown) -> None:
    led: list[str] = []
    shown.knowledge.open_card("feit", back=lambda: led.append("zoeken"))
    shown.page.left.emit()
    assert led == ["zoeken"]


def test_back_leads_to_the_page_outside_from_which_a_card_was_looked_up(shown: Shown) -> None:
    led: list[str] = []
    elsewhere = QWidget()
    shown.show_other(elsewhere)
    shown.knowledge.elsewhere = lambda: lambda: led.append("start")
    shown.knowledge.open_card("feit")
    shown.page.card_wanted.emit("vlaggen")
    shown.page.left.emit()
    assert led == []
    shown.page.left.emit()
    assert led == ["start"]


def test_what_is_written_on_a_page_is_kept_before_it_goes(qtbot: QtBot) -> None:
    class Written(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.kept: list[Callable[[], object]] = []

        def holds_unkept(self, _seconds: float = 0.0) -> bool:
            return True

        def when_kept(self, then: Callable[[], object]) -> None:
            self.kept.append(then)

    page, trail = Written(), Trail()
    qtbot.addWidget(page)
    trail.go_on_from(page)
    trail.clear()
    assert page.kept == [page.deleteLater]


def test_a_way_whose_page_is_gone_is_passed_by() -> None:
    trail, page = Trail(), QWidget()
    trail.go_on_from(page)
    delete(page)
    assert trail.back() is None


def test_a_script_of_ones_own_says_that_a_card_is_at_hand(shown: Shown, made: Desk, qtbot: QtBot) -> None:
    own = replace(AT_HAND, id="eigen", title="Eigen draaiboek", steps=AT_HAND.steps[:1])
    kind = FILES[ItemKind.SCRIPT].declare()
    made.services.shelf().create(indexed(ItemKind.SCRIPT, "eigen", kind.plain(own), own), as_text(kind, own)).result(10)
    page = opened(shown, qtbot, "vlaggen")
    qtbot.waitUntil(lambda: any("Eigen draaiboek" in link.words for link in page.findChildren(TextLink)))
    named = next(link for link in page.findChildren(TextLink) if "Eigen draaiboek" in link.words)
    named.click()
    qtbot.waitUntil(lambda: isinstance(shown.page, ReadingPage))
    assert shown.page.heading.text() == "Eigen draaiboek"


def test_a_long_walk_from_card_to_card_leads_back_so_far_and_then_to_the_hub(shown: Shown) -> None:
    for number in range(MOST + 3):
        shown.knowledge.open_card(("feit", "vlaggen")[number % 2])
    assert len(shown.knowledge.staying) == MOST
    for _step in range(MOST + 1):
        shown.page.left.emit()
    assert shown.at_hub


def test_a_case_and_a_script_can_be_read(shown: Shown, qtbot: QtBot) -> None:
    shown.knowledge.open_item(ItemKey(ItemKind.CASE, CASE.id))
    assert isinstance(shown.page, ReadingPage)
    assert CASE.summary in read(shown.page)
    shown.page.back.click()
    assert shown.at_hub


def test_a_card_that_is_not_there_is_told(shown: Shown, qtbot: QtBot) -> None:
    shown.knowledge.open_card("weg")
    qtbot.waitUntil(lambda: bool(shown.said))
    assert "no longer there" in str(shown.said[0])
    assert shown.at_hub


def test_a_card_that_is_not_finished_says_what_is_to_be_put_right(shown: Shown, made: Desk, qtbot: QtBot) -> None:
    draft = Indexed(ItemKey(ItemKind.CARD, "half"), "Half af", (Part("", Weight.TITLE, "Half af"),))
    made.services.shelf().create(draft, "id: half\ntitle: Half af\n").result(10)
    shown.knowledge.open_card("half")
    qtbot.waitUntil(lambda: isinstance(shown.page, ReadingPage))
    text = read(shown.page)
    assert "not finished" in text
    assert "'summary' is missing" in text


def test_what_can_be_done_with_a_card_stands_in_its_row(shown: Shown, qtbot: QtBot) -> None:
    done: list[str] = []
    shown.knowledge.card_opened.connect(lambda page: page.offer("Maak pdf", lambda: done.append(page.card.id)))
    page = opened(shown, qtbot, "vlaggen")
    page.offered["Maak pdf"].click()
    assert done == ["vlaggen"]


def test_who_wrote_a_card_is_told(shown: Shown, qtbot: QtBot) -> None:
    page = CardPage(replace(CHECK, roles=("politie", "zorg")), FLAGS.checked_on, "van jezelf")
    qtbot.addWidget(page)
    assert "van jezelf · For politie, zorg" in read(page)


def kept(made: Desk, own: Card) -> ItemKey:
    """Write a card of one's own."""
    item = indexed_text(ItemKind.CARD, own.id, as_text(FILES[ItemKind.CARD].declare(), own))
    made.services.shelf().create(item, as_text(FILES[ItemKind.CARD].declare(), own)).result(10)
    return item.key


def test_a_card_in_the_trash_is_not_shown(shown: Shown, made: Desk, qtbot: QtBot) -> None:
    key = kept(made, replace(CHECK, id="eigen"))
    made.services.shelf().remove(key).result(10)
    shown.knowledge.open_card("eigen")
    qtbot.waitUntil(lambda: bool(shown.said))
    assert "no longer there" in str(shown.said[0])
    assert shown.at_hub


def test_of_two_with_one_id_the_user_s_own_is_shown(made: Desk, qtbot: QtBot) -> None:
    key = kept(made, replace(FLAGS, title="Mijn vlaggen"))
    there = Shown(Knowledge(made.services))
    qtbot.addWidget(there.stack)
    qtbot.waitUntil(lambda: key in there.knowledge._opening._users)
    assert opened(there, qtbot, "vlaggen").card.title == "Mijn vlaggen"
    made.services.shelf().remove(key).result(10)
    there.knowledge.open_card("vlaggen")
    qtbot.waitUntil(lambda: there.page.card.title == FLAGS.title)


def test_words_without_an_end_leave_the_page_as_narrow_as_others(shown: Shown, qtbot: QtBot) -> None:
    endless = "x" * 10_000
    source = ReadOn(endless, endless, f"https://voorbeeld.nl/{endless}")
    figure = Figure(endless, 2020, endless, Source(endless, f"https://voorbeeld.nl/{endless}"), FLAGS.checked_on)
    lists: dict[str, Any] = {"signals": (endless,), "to_do": (endless,), "not_to_do": (endless,), "roles": (endless,)}
    texts: dict[str, Any] = {
        "title": endless,
        "summary": endless,
        "body": endless,
        "themes": (endless,),
        "read_on": (source,),
    }
    check = FactCheck(endless, Verdict.FALSE, endless, endless)
    card = replace(FLAGS, figures=(figure,), fact_check=check, **lists, **texts)
    page = CardPage(card, FLAGS.checked_on, "")
    qtbot.addWidget(page)
    page.show_related([replace(shown.knowledge.page.lines[0], title=endless)])
    page.show_uses([Use("s", endless, endless)])
    sheet = page.widget()
    assert sheet is not None
    assert sheet.minimumSizeHint().width() < 780  # the room beside the sidebar in the smallest window


@pytest.mark.parametrize("wrong", ["undecided", "no lists"])
def test_a_card_of_one_s_own_is_for_reading_until_it_was_looked_at(
    shown: Shown, made: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    if wrong == "no lists":
        monkeypatch.setattr(searching, "find", no_lists)
    key = kept(made, replace(FLAGS, id="eigen", summary="Bel Fatima Jansen, BSN 123456782."))
    page = opened(shown, qtbot, "eigen")
    qtbot.waitUntil(page.held.isVisible, timeout=20_000)
    assert ("Casuistry" in page.held.text()) is (wrong == "undecided")
    assert page.offered == {}
    page.back.click()
    monkeypatch.undo()
    for fragment, finding in (("Fatima Jansen", "name"), ("123456782", "bsn")):
        made.services.shelf().settle(key, fragment, finding, Decision.INVENTED.value).result(10)
    again = opened(shown, qtbot, "eigen")
    qtbot.waitUntil(lambda: "Save as PDF" in again.offered, timeout=20_000)
    assert not again.held.isVisible()
