"""What is found and what is left alone, one thing at a time; the labelled sets in this folder measure the whole."""

from __future__ import annotations

import pytest

from facilitator.core.privacy import Finding, Lexicon, PersonalData, SortedWords, find
from facilitator.core.privacy.kinds import name_of

ORDINARY = "schoolafspraak afspraak bakker bel de een hij het in is kom met naar roos school was wat zij zorg"
LEXICON = Lexicon(
    given_names=frozenset(["karin", "sem", "roos", "anne", "ali"]),
    surnames=frozenset(["jansen", "bakker", "horst", "vries"]),
    common_words=SortedWords(("\n".join(sorted(ORDINARY.split())) + "\n").encode()),
    other_capitals=frozenset(["politie", "wmo"]),
    places=frozenset(["horst", "utrecht", "urk"]),
    large_places=frozenset(["utrecht"]),
    professions=frozenset(["notaris"]),
    phrases={"veilig": (("veilig", "thuis"),), "ter": (("ter", "apel"),)},
)


def names(text: str, *known: str) -> list[str]:
    return [f.text for f in find(text, LEXICON, frozenset(known)) if f.kind is PersonalData.NAME]


def kinds(text: str) -> list[tuple[PersonalData, str]]:
    return [(finding.kind, finding.text) for finding in find(text, LEXICON)]


def test_a_finding_says_what_it_is_and_what_can_stand_there() -> None:
    assert find("Bel Karin.", LEXICON) == (Finding(PersonalData.NAME, 4, 9, "Karin"),)
    assert find("Bel Karin.", LEXICON)[0].replacement_msgid == "[name]"
    assert {kind.msgid for kind in PersonalData}.isdisjoint(kind.replacement_msgid for kind in PersonalData)


def test_a_kind_that_is_kept_is_named_and_an_unknown_one_is_personal_at_least() -> None:
    assert (name_of("bsn"), name_of("of-later")) == ("a BSN", "something personal")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bel Karin Jansen vandaag.", ["Karin Jansen"]),
        ("Bel Karin de Vries vandaag.", ["Karin de Vries"]),
        ("Bel Karin van Utrecht op.", ["Karin"]),
        ("Karins moeder zag Sem's broer en Roos' zus.", ["Karins", "Sem's", "Roos"]),
        ("Anne-Fleur is er met Jansen-de Horst.", ["Anne-Fleur", "Jansen-de Horst"]),
        ("mevr. de Xanders en dr. Yxo komen", ["de Xanders", "Yxo"]),
        ("In het gesprek was J.P. van 't Xof stil.", ["J.P. van 't Xof"]),
        ("A. Afspraak", []),
        ("Gesprek met Xandrix gehad, Xandrix belt.", ["Xandrix", "Xandrix"]),
        ("Xandrix's moeder belt.", ["Xandrix's"]),
        ("Xandrix, Yanthe en Zorro eten.", ["Xandrix", "Yanthe", "Zorro"]),
        ("Xandrix en de Politie", []),
        ("Xandrix", []),
        ("Urk is klein.", []),
        ("Xandrix is ziek, zei xandrix.", ["Xandrix", "xandrix"]),
        ("Roos: afspraak", []),
        ("Roos belt. Met roos.", ["Roos"]),
        ("Bakker belt, Bakker is er.", ["Bakker"]),
        ("gesprek met Bakker, de Bakker en De Bakker", ["Bakker", "De Bakker"]),
        ("zusje liv en mevrouw bakker", ["liv", "bakker"]),
        ("mevrouw wil dat heet de xof", []),
        ("dag sem, met sem en ali", ["sem", "sem"]),
        ("dat is van karin", ["karin"]),
        ("KARIN JANSEN MET DE BAKKER EN XANDRIX", ["KARIN JANSEN", "XANDRIX"]),
        ("HET WAS KARIN", ["KARIN"]),
        ("de XYZ en de KARIN en de AB", ["KARIN"]),
        ("Xandrix (8) en Utrecht (9) en Afspraak (3)", ["Xandrix"]),
        ("Kom naar Xof in Utrecht.", []),
        ("Kom naar Karin in Urk.", ["Karin"]),
        ("stichting De Xof en basisschool Het Grote Xof", []),
        ("Stichting Xof", []),
        ("Een Xzz, een McXof, een xXof en een Wmo-xof met WMO", []),
        ("Zij is bij de Yvozorg en Xof-Yvo en Xof-ab.", ["Xof-Yvo"]),
        ("Wat Is Xaat Met Zorg", []),
        ("Xandrix Yanthe Zorro", ["Xandrix Yanthe Zorro"]),
        ("Bel de school. KARIN DE VRIES IS MET XANDRIX. Kom naar school.", ["KARIN DE VRIES", "XANDRIX"]),
        ("een Afspraaksbakker, een Schoolafspraak en een Schoolafspraakxofyvo", []),
        ("de zaak-Jansen en El Xof", ["Jansen", "El Xof"]),
        ("Hij kwam van der School.", []),
        ("Veilig Thuis werkt in Ter Apel met de heer Thuis", ["Thuis"]),
        ("https://voorbeeld.example/Karin/Jansen", []),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_what_is_known_is_passed_over_wherever_it_stands_and_a_phrase_as_a_whole() -> None:
    text = "Karins zus, Karin en Xandrix van het Huis Yvo; Yvo belt."
    assert names(text, "karin", "huis yvo", "") == ["Xandrix", "Yvo"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bsn 123456789, 12345678 en 1234.56.789", ["123456789", "12345678", "1234.56.789"]),
        ("111222333 of 111222334", ["111222333"]),
        ("bel 06-12345678 of 0800-2000, 0800 1234567, 112, 14 020", ["06-12345678"]),
        (
            "NL00ABNA0417164300 en NL12 XX en DE44 5001 0517 5407 3249 31",
            ["NL00ABNA0417164300", "DE44 5001 0517 5407 3249 31"],
        ),
        ("1234 AB, 1234ab, 2019 en, 2019en, 1200 op, artikel 1401 BW", ["1234 AB", "1234ab"]),
        ("kenteken AB123C, kenteken ABCDEF, 12-ab-34", ["AB123C", "12-ab-34"]),
        ("dossier 2024-123, zaak ab, dossiernummer: 12", ["2024-123"]),
        ("geboren op 3 mei 2014, vóór 3 mei 2027, op 1-2-2003 geboren", ["3 mei 2014", "1-2-2003"]),
        ("Dorpsstraat 12a, onderweg 3, Oude Xofweg 5, Arbeidsmarkt 2019", ["Dorpsstraat 12a", "Oude Xofweg 5"]),
        ("zij woont op De Xof 12 en in de Molenstraat", ["De Xof 12", "Molenstraat"]),
        ("mail a.b@voorbeeld.example, niet @b of a@", ["a.b@voorbeeld.example"]),
    ],
)
def test_numbers_and_the_like(text: str, found: list[str]) -> None:
    assert [f.text for f in find(text, LEXICON) if f.kind is not PersonalData.NAME] == found


def test_a_date_behind_a_name_is_a_date_of_birth() -> None:
    assert kinds("Sem (3-5-2014)") == [(PersonalData.NAME, "Sem"), (PersonalData.BIRTH_DATE, "3-5-2014")]
    assert kinds("Sem (3 mei)") == [(PersonalData.NAME, "Sem")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("De notaris (61 jaar) uit Urk.", "Urk"),
        ("De 61-jarige notaris uit Xof.", "Xof"),
        ("De 61-jarige notaris uit Utrecht.", None),
        ("De 61-jarige man uit Urk.", None),
        ("De 61-jarige is weg. De notaris uit Urk.", None),
        ("De 61-jarige notaris van Politie.", None),
    ],
)
def test_a_small_place_with_an_age_and_a_trade(text: str, place: str | None) -> None:
    rare = [found for kind, found in kinds(text) if kind is PersonalData.RARE_COMBINATION]
    assert rare == ([place] if place else [])


def test_sorted_words_know_each_of_theirs_and_no_other() -> None:
    some = sorted({"a", "ab", "één", "zee", "b", "\N{GRINNING FACE}"}, key=str.encode)
    words = SortedWords(("\n".join(some) + "\n").encode())
    assert all(word in words for word in some)
    assert not any(word in words for word in ["", "aa", "zz", "0", "\n", 3, "ee", "\ud800"])
    assert "a" not in SortedWords(b"")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bij mevrouw Xandrix aan de Lindelaan 14 was het stil.", ["Xandrix", "Lindelaan 14"]),
        ("mevr. de Vries op de Kerkstraat 3 belt.", ["de Vries", "Kerkstraat 3"]),
        ("Hij woont van der Lindelaan 14.", ["Lindelaan 14"]),
    ],
)
def test_who_lives_at_an_address_is_found_beside_it(text: str, found: list[str]) -> None:
    assert [words for _kind, words in kinds(text)] == found
