"""An instrument in a session: by keyboard, the room follows on purpose, a next step becomes an agreement by one key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.core.audience import Scene, audience_view
from facilitator.core.events import Spotted
from facilitator.core.vocabulary import AgreementKind
from facilitator.core.walk import Walk
from facilitator.ui.console.walk_panel import WalkPanel
from facilitator.ui.knowledge.known_cards import held_words
from tests.shipped import shipped_library
from tests.ui.console.conftest import Led, in_sight

CARDS = tuple(card for card in shipped_library().cards if card.instrument is not None)
WEIGH, SCAN = "instrument-afwegingskader", "instrument-preventiescan"


@pytest.fixture
def panel(led: Led) -> WalkPanel:
    """The panel, opened with its key."""
    led.console.commands.knowledge.offer_cards(lambda: CARDS)
    led.press("Ctrl+Shift+W")
    panel = led.console.panels.walk
    assert panel.isVisible()
    return panel


def begun(led: Led, panel: WalkPanel, card_id: str) -> Walk:
    """Begin with an instrument; gives its walk."""
    panel.choices[card_id].click()
    return led.session.notebook.walks[-1]


def test_it_is_walked_by_keys_and_ends_in_the_words_of_the_framework(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, WEIGH)
    led.press("1", "Return", "1", "PageDown")
    assert panel.view.end.isVisible()
    assert panel.view.end.title.text() == "Melden is noodzakelijk"
    (walk,) = led.session.notebook.walks
    assert [(one.question_id, one.answer) for one in walk.answers] == [("vermoeden", 0), ("veiligheid", 0)]
    led.press("PageDown")
    assert not panel.isVisible()


def test_the_room_sees_it_only_on_purpose_and_follows(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, WEIGH)
    assert audience_view(led.session).scene is Scene.PAGE
    panel.to_room.click()
    led.press("1", "PageDown")
    shown = audience_view(led.session).walk
    assert shown is not None
    assert shown.question.startswith("Schat je in")
    assert shown.notes == ()
    led.press("Escape")
    assert audience_view(led.session).scene is Scene.PAGE


def test_notes_reach_the_room_only_when_that_is_ticked(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, WEIGH)
    panel.view.sheet.note.setFocus()
    led.type("De buurvrouw hoorde het")
    panel.to_room.click()
    panel.with_notes.click()
    shown = audience_view(led.session).walk
    assert shown is not None
    assert shown.notes == ("De buurvrouw hoorde het",)


def test_undo_takes_an_answer_back_and_then_the_walk(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, WEIGH)
    led.press("1", "Ctrl+Z")
    assert panel.view.sheet.answers.chosen is None
    led.press("Ctrl+Z")
    assert panel.choice.isVisible()
    assert not led.session.notebook.walks


def test_what_is_typed_stays_while_the_session_goes_on(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, WEIGH)
    panel.view.sheet.note.setFocus()
    led.type("Nog niet af")
    led.press("F5")
    assert panel.view.sheet.note.toPlainText() == "Nog niet af"


def test_each_next_step_of_the_scan_becomes_an_agreement_by_one_key(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, SCAN)
    led.press("F9")
    assert panel.hint.text() == "There is no next step yet to make an agreement of."
    name = led.session.notebook.partners[0].name
    panel.view.sheet.owner.setText(name)
    panel.view.sheet.next_step.setText("Folder herdrukken")
    led.press("F9", "F9")
    (made,) = led.session.notebook.agreements
    assert (made.what, made.owner_id) == ("Folder herdrukken", led.session.notebook.partners[0].id)
    assert (made.kind, made.why.startswith("Tip 1.")) == (AgreementKind.PREVENTION, True)
    assert panel.hint.text() == "That was agreed already."


def test_at_the_end_what_is_to_be_done_becomes_an_agreement(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, WEIGH)
    led.press("1", "PageDown", "1", "PageDown", "F9")
    (made,) = led.session.notebook.agreements
    assert made.what.startswith("Meld vandaag bij Veilig Thuis.")
    assert made.why == "Melden is noodzakelijk"
    assert not panel.view.end.agrees["", made.what].isEnabled()
    assert panel.view.end.agrees["", made.what].text() == "Agreed ✓"


def test_calling_112_is_nothing_to_agree_upon_and_enter_makes_nothing_by_itself(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, WEIGH)
    led.press("1", "PageDown", "1", "PageDown")
    assert panel.view.end.title.hasFocus()
    led.press("Return")
    assert not led.session.notebook.agreements
    assert panel.view.end.agrees
    assert not [what for _place, what in panel.view.end.agrees if "112" in what or "0800" in what]


def test_folded_nothing_that_was_written_is_in_sight(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, WEIGH)
    panel.view.sheet.note.setFocus()
    led.type("De buurvrouw hoorde het")
    led.press("F12")
    assert panel.isVisible()
    assert not panel.view.sheet.note.isVisible()
    led.press("2")
    panel.view.forward()
    assert "buurvrouw" not in in_sight(led.console)


def test_it_goes_on_where_it_was_left_also_when_its_card_is_gone(led: Led, panel: WalkPanel) -> None:
    walk = begun(led, panel, WEIGH)
    led.press("1")
    panel.others.click()
    led.console.commands.knowledge.offer_cards(tuple)
    led.press("Escape", "Ctrl+Shift+W")
    assert list(panel.choices) == [walk.id]
    panel.choices[walk.id].click()
    assert panel.view.at == "veiligheid"


def test_a_walk_can_be_taken_away_and_that_taken_back(led: Led, panel: WalkPanel) -> None:
    walk = begun(led, panel, WEIGH)
    panel.others.click()
    panel.removes[walk.id].click()
    assert not led.session.notebook.walks
    led.press("Ctrl+Z")
    assert walk.id in panel.choices


def test_a_note_that_looks_personal_is_held(led: Led, panel: WalkPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(led.running, "_spot", lambda text, _s: (Spotted("name", "Fatima"),) if "Fatima" in text else ())
    walk = begun(led, panel, WEIGH)
    panel.view.sheet.note.setFocus()
    led.type("Fatima durft niet naar huis")
    panel.view.sheet.answers.setFocus()
    led.press("1")
    assert led.session.notebook.is_held(f"{walk.id}/walk-vermoeden")


def test_without_instruments_or_before_it_began_it_says_why(led: Led) -> None:
    led.press("Ctrl+Shift+W")
    assert led.strip == "There is no instrument here."


def test_those_of_one_s_own_come_in_the_panel_that_is_open_already(led: Led, panel: WalkPanel) -> None:
    own = replace(CARDS[0], id="instrument-zelf", title="Van ons")
    panel.choices[SCAN].setFocus()
    led.console.commands.knowledge.offer_cards(lambda: (*CARDS, own))
    led.console.commands.knowledge.renew()
    assert list(panel.choices) == [*sorted(card.id for card in CARDS), "instrument-zelf"]
    assert panel.isAncestorOf(QApplication.focusWidget() or panel)
    panel.choices["instrument-zelf"].click()
    walk = led.session.notebook.walks[-1]
    led.console.commands.knowledge.renew()  # while somebody walks nothing moves
    assert (walk.title, panel.view.isVisible()) == ("Van ons", True)


def test_how_many_are_held_back_is_said(led: Led, panel: WalkPanel) -> None:
    led.console.commands.knowledge.offer_cards(lambda: CARDS, lambda: 2, lambda: 1)
    led.console.commands.knowledge.renew()
    assert held_words(1) in in_sight(led.console)
