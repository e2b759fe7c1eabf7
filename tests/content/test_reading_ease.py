"""A measure for Dutch, held against syllables that were counted by hand."""

from __future__ import annotations

import pytest

from facilitator.content.reading_ease import reading_ease, syllables

BY_HAND = {
    1: (
        "kind",
        "huis",
        "thuis",
        "school",
        "mooi",
        "sneeuw",
        "nieuw",
        "draai",
        "groei",
        "geen",
        "één",
        "reis",
        "leuk",
        "b",
    ),
    2: ("moeder", "vader", "geweld", "veilig", "melding", "afspraak", "leerkracht", "buurvrouw", "gesprek", "ouders"),
    3: ("politie", "veiligheid", "afspraken", "gemeente", "ideeën", "overleg", "zorgmelding", "buurtagent"),
    4: ("beïnvloeden", "verantwoorden", "vertrouwensarts", "onveiligheid"),
    5: ("organisatie", "coördinator", "verloskundige"),
    6: ("kindermishandeling",),
}


@pytest.mark.parametrize(("word", "count"), [(word, count) for count, words in BY_HAND.items() for word in words])
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def ease(text: str, terms: tuple[str, ...] = ()) -> float:
    found = reading_ease([text], terms)
    assert found is not None
    return found


def test_the_formula() -> None:
    assert reading_ease(["Het kind is thuis. De deur is dicht."]) == pytest.approx(206.84 - 0.93 * 4 - 77)
    assert reading_ease(["- Kom\n- Ga", "Wacht"]) == pytest.approx(206.84 - 0.93 - 77)
    assert reading_ease([]) is None
    assert reading_ease(["12.30"]) is None


def test_words_of_the_profession_do_not_count_as_hard() -> None:
    hard = "De coördinator meldt kindermishandeling."
    assert ease(hard, ("coördinator", "kindermishandeling")) > ease(hard)
    assert reading_ease(["Coördinator"], ("coördinator",)) is None


def test_long_sentences_read_less_easily() -> None:
    assert ease("Zij komt. Hij gaat.") > ease("Zij komt en hij gaat.")
