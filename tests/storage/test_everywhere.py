"""Finding sessions, agreements and actions by one line."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.core import events as ev
from facilitator.core.people import Partner
from facilitator.storage import agreement_words, everywhere, journal
from facilitator.storage.agreement_words import Terms
from facilitator.storage.database import Connection
from facilitator.storage.everywhere import Kept, Memory
from facilitator.storage.library.records import Part, Weight
from tests.storage.keeping import NOW, Meeting
from tests.storage.test_agreements import TODAY
from tests.storage.test_overview import keep

ACTIONS = {"backup": (Part("", Weight.TITLE, "Nu een back-up maken"), Part("", Weight.HEAD, "bewaren veilig"))}


@pytest.fixture
def filled(connection: Connection) -> Connection:
    one = Meeting("s-1", partners=(Partner("p-pol", "Politie"), Partner("p-vt", "Veilig Thuis"))).led(answers=0)
    one.agree("Huisverbod bespreken", deadline=date(2026, 12, 20))
    one.agree("Veiligheidsplan maken", deadline=date(2026, 12, 5))
    two = Meeting("s-2", day=date(2027, 2, 1), municipality="Ede", place="Kernhem", partners=(Partner("p-g", "GGD"),))
    two.do(ev.SessionStarted)
    keep(connection, one, two)
    return connection


@pytest.fixture
def memory() -> Memory:
    return Memory()


def search(connection: Connection, typed: str, memory: Memory) -> Kept:
    return everywhere.search(connection, typed, TODAY, ACTIONS, memory)


@pytest.mark.parametrize(
    "typed", ["huisverbod", "verbod", "huisverbot", "huis verbod", "bespreek huisverb", "husiverbod"]
)
def test_an_agreement_is_found_as_the_library_would(filled: Connection, memory: Memory, typed: str) -> None:
    found = search(filled, typed, memory)
    assert [line.what for line in found.agreements] == ["Huisverbod bespreken"]


@pytest.mark.parametrize("typed", ["kernhem", "Kernem", "ede ggd", "ggd kern"])
def test_a_session_is_found_by_place_and_who_was_there(filled: Connection, memory: Memory, typed: str) -> None:
    found = search(filled, typed, memory)
    assert [line.id for line in found.sessions] == ["s-2"]
    assert found.session_parts[0][1] == Part(everywhere.PLACE, Weight.HEAD, "Kernhem")


def test_an_action_is_found_by_other_words(filled: Connection, memory: Memory) -> None:
    assert search(filled, "bewaar", memory).actions == ("backup",)
    assert search(filled, "kernhem", memory).actions == ()


def test_what_is_written_as_one_word_is_two_here(filled: Connection) -> None:
    understood = agreement_words.understand(filled, "huisverbodbespreken", Terms())
    assert agreement_words.count(filled, understood.asked, 5) == 1


@pytest.mark.parametrize("typed", ["", "  ", "\n"])
def test_an_empty_line_asks_nothing(filled: Connection, memory: Memory, typed: str) -> None:
    assert search(filled, typed, memory) == Kept()


@pytest.mark.parametrize("typed", ["?", '"', "NEAR( OR *", "xyzzyx", "a" * 20_000, "'; DROP TABLE session; --"])
def test_any_line_is_taken(filled: Connection, memory: Memory, typed: str) -> None:
    assert search(filled, typed, memory).sessions == ()


def test_how_it_was_found_is_told(filled: Connection, memory: Memory) -> None:
    assert not search(filled, "huisverbod", memory).agreements_how.corrected
    assert search(filled, "huisverbot", memory).agreements_how.corrected
    assert search(filled, "kernem", memory).sessions_how.corrected


def test_an_erased_session_leaves_no_word_behind(filled: Connection, memory: Memory) -> None:
    assert search(filled, "kernhem", memory).sessions
    journal.erase(filled, "s-2", NOW, "asked")
    found = search(filled, "kernhem", memory)
    assert not found.sessions
    assert "kernhem" not in memory.sessions._vocabulary


def test_words_that_went_are_not_meant_any_more(filled: Connection) -> None:
    terms = Terms()
    assert agreement_words.understand(filled, "huisverbot", terms).corrected
    journal.erase(filled, "s-1", NOW, "asked")
    assert not agreement_words.understand(filled, "huisverbot", terms).corrected


def test_a_vocabulary_of_which_much_went_is_made_anew(filled: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement_words, "MOST_GONE", 1)
    test_words_that_went_are_not_meant_any_more(filled)
