"""How people say how it stands: what is clear is understood, and what is not is left to the reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content.returned.status_words import handed_to, status_of
from facilitator.core.vocabulary import Status

SAID = {
    Status.KEPT: (
        "Gelukt",
        "gelukt!",
        "Ja, is gelukt",
        "Nagekomen.",
        "Dit is inmiddels geregeld met Veilig Thuis.",
        "We hebben het afgerond in oktober",
        "Klaar 👍",
        "Gelukt. De training is ook afgerond.",
        "is gedaan, zie verslag",
        "Status: nagekomen",
        "Dat is rond.",
        "GELUKT",
    ),
    Status.BUSY: (
        "nog bezig",
        "bezig, nog niet klaar",
        "Bezig. Eerste gesprek is gedaan.",
        "We zijn er mee bezig.",
        "Loopt nog",
        "Dit is in gang gezet.",
        "Hier wordt aan gewerkt",
        "Deels",
        "We zijn ermee begonnen, in januari meer",
        "bezig – wacht op akkoord",
    ),
    Status.NOT_KEPT: (
        "niet gelukt",
        "Niet gelukt omdat de wijkagent ziek was en het nog niet klaar is",
        "niet nagekomen: geen tijd",
        "Dit is niet gelukt, want er was geen geld.",
        "we hebben het niet gedaan",
        "Mislukt helaas",
        "Nee, niet gelukt",
        "Het is niet doorgegaan.",
    ),
    Status.DROPPED: (
        "vervallen",
        "Is vervallen, niet meer nodig",
        "n.v.t.",
        "nvt",
        "Dit is niet meer nodig.",
        "Overbodig geworden",
        "Niet meer van toepassing door de nieuwe werkwijze",
    ),
    Status.HANDED_OVER: (
        "overgedragen aan het wijkteam",
        "Dit hebben we overgedragen aan Veilig Thuis.",
        "overgenomen door de GGD",
        "Ligt nu bij de gemeente",
    ),
}

UNCLEAR = (
    "",
    "?",
    "Hier komen we op terug.",
    "nog niet gelukt",
    "nog niet",
    "niet helemaal gelukt",
    "bijna klaar",
    "gelukt maar nog niet klaar",
    "gelukt, maar het kostte veel tijd",
    "nagekomen, maar niet helemaal",
    "Klaar. Maar de helft moet nog.",
    "Gelukt, behalve bij twee gezinnen",
    "gelukt, alleen nog niet bij de school",
    "Gelukt, op twee gezinnen na.",
    "Afgerond, gedeeltelijk",
    "Behalve bij de school is het gelukt",
    "Niet nagekomen, is vervallen",
    "Bezig. Inmiddels vervallen.",
    "is dit gelukt?",
    "Gelukt?",
    "We gaan dit in december doen",
    "hopelijk voor de kerst geregeld",
    "zodra het klaar is meld ik me",
    "weet niet of het gelukt is",
    "Niet gelukt. Wel begonnen.",
    "Nagekomen, maar de terugkoppeling loopt niet altijd",
    "het moet nog worden overgedragen aan het wijkteam",
    "niet vervallen",
    "Het is deels gelukt en deels vervallen",
    "Dit zou gedaan moeten zijn.",
    "met vriendelijke groet",
    "ongelukt",
    "klaarkomen met de planning",
)


@pytest.mark.parametrize(("status", "words"), [(status, words) for status, all_ in SAID.items() for words in all_])
def test_what_is_clear(status: Status, words: str) -> None:
    assert status_of(words) is status


@pytest.mark.parametrize("words", UNCLEAR)
def test_what_is_not_clear_is_never_guessed(words: str) -> None:
    assert status_of(words) is None


@pytest.mark.parametrize("status", list(SAID))
def test_the_words_on_the_form_are_understood_by_themselves(status: Status) -> None:
    assert status_of(status.value.replace("-", " ")) is status


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("Overgedragen aan het wijkteam Noord, in mei", "het wijkteam Noord"),
        ("Dit is overgenomen door de GGD.", "de GGD"),
        ("ligt nu echt bij\nde gemeente", "de gemeente"),
        ("overgedragen", ""),
        ("overgedragen, maar aan wie weet ik niet", ""),
    ],
)
def test_to_whom(words: str, to: str) -> None:
    assert handed_to(words) == to


@given(st.text(alphabet=st.sampled_from("nietgelukt. ,;!?\nbezgvr "), max_size=60))
def test_whatever_is_written_is_one_status_or_none(words: str) -> None:
    assert status_of(words) in {None, *SAID}
