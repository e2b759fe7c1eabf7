"""What looks like personal data in an item, by the path of its text: pure, and for everything that is shipped."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from facilitator.content.lexicon import read_lexicon
from facilitator.content.library import CASE_FILES, KINDS, FileKind, yaml_files
from facilitator.content.locate import content_folder, resource
from facilitator.content.personal import Found, Search
from facilitator.core.events import Decision
from facilitator.core.privacy import Finding, PersonalData, find
from facilitator.storage.library.history import Settled
from facilitator.ui.casuistry.editor.source import tree_of
from facilitator.ui.casuistry.editor.tree import Plain, text_at
from facilitator.ui.casuistry.privacy.findings import OPEN, found_in, replaced

NOW = datetime(2026, 11, 24, tzinfo=UTC)
CASE: Plain = {
    "id": "fatima",
    "title": "Stil",
    "persons": ({"id": "sem", "name": "Sem de Wit", "about": "Sem zwijgt."},),
    "moments": (
        {
            "id": "m1",
            "audience": "Sem zag Fatima. Fatima's moeder belt naar 06 12345678.",
            "roles": ({"role": "leerkracht", "knows": "De Wit belde."},),
            "facilitator": {"ask": ("Wie is er?", "Wat zegt Fatima?")},
        },
    ),
}
AUDIENCE = ("moments", 0, "audience")


@pytest.fixture(scope="module")
def search() -> Search:
    lexicon = read_lexicon(resource("privacy"))
    return lambda text, known: find(text, lexicon, known)


def seen(search: Search, *settled: Settled) -> list[tuple[tuple[str | int, ...], str]]:
    found = found_in(CASE_FILES.declare(), CASE, search, settled)
    return [(one.path, one.finding.text) for one in found]


def decided(fragment: str, kind: PersonalData, decision: str) -> Settled:
    return Settled(fragment, kind.value, decision, NOW)


def test_it_is_found_where_it_stands_and_invented_persons_are_passed_over(search: Search) -> None:
    assert seen(search) == [
        (AUDIENCE, "Fatima"),
        (AUDIENCE, "Fatima's"),
        (AUDIENCE, "06 12345678"),
        (("moments", 0, "facilitator", "ask", 1), "Fatima"),
    ]


def test_an_invented_name_is_passed_over_from_then_on_whatever_its_form(search: Search) -> None:
    settled = decided("fatima", PersonalData.NAME, Decision.INVENTED.value)
    assert seen(search, settled) == [(AUDIENCE, "06 12345678")]


def test_what_is_shown_all_the_same_counts_for_these_words_only(search: Search) -> None:
    settled = decided("Fatima", PersonalData.NAME, Decision.SHOWN.value)
    assert [text for _path, text in seen(search, settled)] == ["Fatima's", "06 12345678"]


def test_a_number_is_settled_by_its_own_kind(search: Search) -> None:
    assert (AUDIENCE, "06 12345678") in seen(search, decided("06 12345678", PersonalData.BSN, "toon-toch"))
    assert (AUDIENCE, "06 12345678") not in seen(search, decided("06 12345678", PersonalData.PHONE, "toon-toch"))


def test_a_decision_can_be_taken_back(search: Search) -> None:
    assert seen(search, decided("Fatima", PersonalData.NAME, OPEN)) == seen(search)


def test_other_words_come_in_the_place_of_what_was_found() -> None:
    found = Found(AUDIENCE, "", Finding(PersonalData.NAME, 0, 6, "Fatima"))  # it stood elsewhere before
    changed = replaced(CASE, found, "[naam]")
    assert text_at(changed, AUDIENCE).startswith("Sem zag [naam]. Fatima's")
    gone = Found(AUDIENCE, "", Finding(PersonalData.NAME, 0, 5, "Piet."))
    assert replaced(CASE, gone, "[naam]") is CASE


KNOWN = {"Vogtländer", "Van Arum", "Balint", "Balint-methode", "Van Dijk", "Jes", "Milou", "Truus"}
"""Who made what our own content explains, and the invented people of self-study."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.shelf)
def test_nothing_that_is_shipped_points_at_anybody(kind: FileKind[Any], search: Search) -> None:
    found: dict[str, set[str]] = {}
    for path in yaml_files(content_folder() / kind.folder):
        look = partial(found_in, kind.declare(), tree_of(kind, path.read_text("utf-8")))
        found[path.name] = {one.finding.text for one in look(search)} - KNOWN
    assert found
    assert {name: words for name, words in found.items() if words} == {}
