from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.core.text import clean
from facilitator.storage.database import Connection
from facilitator.storage.library import index, words
from facilitator.storage.library.marking import spans
from facilitator.storage.library.records import Marks, Part, Weight
from facilitator.storage.library.schema import INDEX
from facilitator.storage.library.vocabulary import Vocabulary

TEXTS = st.text(max_size=80) | st.text(st.sampled_from("aáÁĳĲßæﬁ\u0301\u00ad\u200d \n-_.'1²½İıǅ"), max_size=30)


def vocabulary(text: str) -> Vocabulary:
    return Vocabulary((word, words.stem(word)) for word in words.words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Één coöperatie", ["een", "cooperatie"]),
        ("Ĳsbrand IJsbrand ijsbrand", ["ijsbrand"] * 3),
        ("veilig\u00adheid", ["veiligheid"]),
        ("baby's co-ouder 14:00", ["baby", "s", "co", "ouder", "14", "00"]),
        ("snake_case … ½ æble Straße", ["snake", "case", "1", "2", "aeble", "strasse"]),
        ("a" * 100, ["a" * words.LONGEST]),
        ("\x00\ufffd 😀", []),
    ],
)
def test_a_text_is_taken_apart_into_folded_words(text: str, expected: list[str]) -> None:
    assert words.words(text) == expected


@given(TEXTS)
def test_folding_in_place_is_folding_with_places(text: str) -> None:
    folded, origins = words.fold_in_place(text)
    assert folded == words.fold(text)
    if origins is not None:
        assert len(origins) == len(folded) + 1
        assert origins == sorted(origins)
    else:
        assert len(folded) == len(text)


@settings(deadline=None)
@given(TEXTS)
def test_every_word_of_a_text_is_marked_where_it_stands(text: str) -> None:
    for word in words.words(text):
        found = spans(text, Marks(beginnings=(word,)))
        assert found
        assert all(word in words.fold(text[start : start + length]) for start, length in found)


def test_every_word_of_every_text_is_found_by_the_index(connection: Connection) -> None:
    for statement in INDEX:
        connection.execute(statement)
    known, number = Vocabulary(), 0

    @settings(deadline=None)
    @given(TEXTS.map(clean))
    def agrees(text: str) -> None:
        nonlocal number
        number += 1
        index.add(connection, known, number, (Part("", Weight.TEXT, text),), later=number % 2 == 0)
        known.settle()
        for word in words.words(text):
            assert word in known
            query = "SELECT count(*) FROM hit WHERE hit MATCH ? AND rowid = ?"
            assert connection.execute(query, (f'"{word}"', number)).fetchone()[0] == 1

    agrees()


@pytest.mark.parametrize(
    "same",
    ["afspraak afspraken", "kind kinderen", "huis huizen", "melding meldingen", "brief brieven", "vrouw vrouwen"],
)
def test_forms_of_a_word_have_one_stem(same: str) -> None:
    assert len({words.stem(word) for word in same.split()}) == 1


@pytest.mark.parametrize(
    "alike", ["veiligheid veilighijd feiligheit", "leerkracht leerkragt", "sexueel seksueel", "pollitie polittie"]
)
def test_words_that_are_taken_for_one_another_sound_the_same(alike: str) -> None:
    assert len(set(words.sounds(alike.split()))) == 1


def test_the_vocabulary_knows_what_may_be_meant() -> None:
    known = vocabulary("afspraak afspraken veiligheidsplan plan plannenmaker huiselijk geweld moeder")
    assert known.of_stem("afspraken") == ["afspraak"]
    assert known.with_piece("plan") == ["veiligheidsplan"]
    assert known.with_piece("pla") == []
    assert known.split("huiselijkgew") == ("huiselijk", "gew")
    assert known.split("huiselijkheid") is None
    assert known.near("moedre") == ["moeder"]
    assert known.near("veiligehids") == ["veiligheidsplan"]
    assert known.near("moe") == []
    assert known.begins("plannen")
    assert not known.begins("lan")


def test_words_that_went_are_meant_no_more() -> None:
    known = vocabulary("molen molens vuurtoren")
    assert known.near("moeln") != []
    known.discard(["molen", "molens"])
    assert (len(known), known.all(), "molen" in known) == (1, ["vuurtoren"], False)
    assert known.near("moeln") == known.of_stem("molens") == known.with_piece("olen") == []
    known.add([("molen", "molen")])
    assert known.near("moeln") == ["molen"]
    assert known.all() == ["molen", "vuurtoren"] or known.all() == ["vuurtoren", "molen"]


def test_threads_do_not_give_each_other_their_stems() -> None:
    many = [
        f"{first}{last}" for first in ("veilig", "huis", "kring", "plan", "werk") for last in ("heden", "en", "jes")
    ]
    alone = [words.stem(word) for word in many]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _turn: [words.stem(word) for word in many], range(400)))
    assert all(each == alone for each in found)
