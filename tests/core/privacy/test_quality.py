"""The quality that was measured stays: on the half the rules were tuned on, and on names that no list of ours has."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.core.privacy import PersonalData
from facilitator.core.text import fold
from tests.core.privacy.score import HELD_OUT, SECOND, TUNED, Score, ours, score, sentences, table

LISTS = Path(__file__).parents[3] / "resources" / "privacy"
CERTAIN = ["bsn", "phone", "email", "postcode", "iban"]
OTHERS = ["address", "birth_date", "licence_plate", "client_number", "rare_combination"]


@pytest.fixture(scope="module", params=[TUNED, HELD_OUT, SECOND], ids=["tuned", "held out", "second"])
def measured(request: pytest.FixtureRequest) -> Score:
    return score([request.param], ours())


def test_the_set_is_large_enough_and_labels_every_kind() -> None:
    everything = [*sentences(TUNED), *sentences(HELD_OUT)]
    assert len(everything) >= 300
    assert sum(not sentence.labels for sentence in everything) >= 120
    assert {kind for sentence in everything for kind, _, _ in sentence.labels} == {kind.value for kind in PersonalData}


def test_no_name_of_the_held_out_half_stands_in_a_list() -> None:
    lists = ("given_names", "surnames", "faker_given_names", "faker_surnames", "opentaal_names")
    listed = {fold(word) for name in lists for word in (LISTS / f"{name}.txt").read_text("utf-8").split()}
    for sentence in [*sentences(HELD_OUT), *sentences(SECOND)]:
        for kind, start, end in sentence.labels:
            parts = fold(sentence.text[start:end]).replace("-", " ").split() if kind == "name" else []
            assert not {part for part in parts if len(part) > 3} & listed, sentence.text


@pytest.mark.parametrize("kind", CERTAIN)
def test_what_can_be_checked_is_found(measured: Score, kind: str) -> None:
    assert measured.recall(kind) >= 0.99, table(measured)


@pytest.mark.parametrize("kind", OTHERS)
def test_what_is_told_by_cues_is_mostly_found(measured: Score, kind: str) -> None:
    assert measured.recall(kind) >= 0.66, table(measured)


def test_names_are_found_and_little_else(measured: Score) -> None:
    assert measured.recall("name") >= 0.90, table(measured)
    assert measured.precision("name") >= 0.85, table(measured)
