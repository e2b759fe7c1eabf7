from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.storage.library.records import FIRST, Facet, ItemKind, Origin, Query, Span, Use
from facilitator.storage.library.store import LibraryStore
from tests.storage.library.samples import CASES, NOW, PACK, case_key, found, ids, indexed, marked, packed


@pytest.mark.parametrize(
    ("typed", "case"),
    [
        ("notaris", "pinpas"),  # a word
        ("nota", "pinpas"),  # its beginning
        ("NOTARIS", "pinpas"),
        ("financiele", "pinpas"),  # without diacritics
        ("financiële", "pinpas"),
        ("finánciele", "pinpas"),  # with another one
        ("coordinator", "geloof"),
        ("ijsbrand", "geloof"),  # ĳ is one character in the text
        ("Ĳsbr", "geloof"),
        ("een blauwe", "plan"),
        ("de notaris", "pinpas"),  # what says nothing is left aside
        ("notarissen", "pinpas"),  # another form of the word
        ("gezinsvoogden", "plan"),
        ("dreigend", "bereikbaar"),
        ("bericht", "bereikbaar"),
        ("toetsen", "plan"),
        ("voogd", "plan"),  # the last part of a compound
        ("letsel", "baby"),
        ("regeling", "scheiding"),
        ("huwelijk dwing", "geloof"),  # a piece inside a word
        ("veiligheids plan", "plan"),  # a compound written as two words
        ("intiemeterreur", "bereikbaar"),  # two words written as one
        ('"gedwongen huwelijk"', "geloof"),
        ("mediator advocaat", "scheiding"),
        ("advocaat mediator", "scheiding"),
    ],
)
def test_dutch_words_are_found(full: LibraryStore, typed: str, case: str) -> None:
    assert ids(found(full, typed))[:1] == [case]


TYPOS = """
verwaarlozng baby | verwarlozing baby | verwaarloosing baby | verwaarlosing baby | verwaalrozing baby
hooftletsel baby | hoofdletstel baby | zuiglelling baby | zuigelig baby | verloskundinge baby | kinerarts baby
kindremishandeling baby | kindermishandelling baby | notarus pinpas | notatis pinpas | reekening pinpas
finaciele pinpas | uitbuitng pinpas | ouderemishandeling pinpas | oudernmishandeling pinpas
partnergewelt stil | partnegreweld stil | getuigde stil | leerkragt stil | leerkrahct stil | schoolplijn stil
jeugdverpleegkunige stil | jeugtverpleegkundige stil | meltcode stil | meldkode stil | dreigente bereikbaar
sexueel bereikbaar | seksuwel bereikbaar | overschreidend bereikbaar | stalkign bereikbaar | intime bereikbaar
terreus bereikbaar | veilighijdsplan plan | veiligeidsplan plan | veiligehidsplan plan | netwrek plan
gezinsvoocht plan | gezinsvogd plan | afspaken plan | huwelik geloof | huweijlk geloof | gedwonge geloof
vertrouwespersoon geloof | vertrouwnspersoon geloof | eergerelateert geloof | advokaat scheiding
advocaad scheiding | vegtscheiding scheiding | vechtscheidig scheiding | omgangsregelling scheiding
omgansregeling scheiding | mediatro scheiding | mislukd scheiding
"""


@pytest.mark.parametrize("pair", [pair.strip() for pair in TYPOS.replace("\n", "|").split("|") if pair.strip()])
def test_typing_errors_are_forgiven(full: LibraryStore, pair: str) -> None:
    typed, case = pair.split()
    assert case in ids(found(full, typed))[:3]
    assert case in ids(found(full, typed + " "))[:3]


def test_what_was_read_for_a_mistyped_word_is_told(full: LibraryStore) -> None:
    results = found(full, "notaris verwaarlozng")
    assert results.near == {"verwaarlozng": ("verwaarlozing",)}
    assert ids(results) == []
    assert found(full, "notaris xqzwvvkp").ignored == ("xqzwvvkp",)
    assert ids(found(full, "notaris xqzwvvkp")) == ["pinpas"]
    assert ids(found(full, "xqzwvvkp")) == []


def test_a_word_that_is_in_the_trash_alone_may_be_an_error(full: LibraryStore) -> None:
    full.create(indexed("fout", "Met een fout", "Hier staat notarus."), "").result(10)
    assert ids(found(full, "notarus")) == ["fout"]
    full.remove(case_key("fout")).result(10)
    assert ids(found(full, "notarus")) == ["pinpas"]
    assert ids(found(full, "notarus", trash=True)) == ["fout"]


def test_filters_alone_do_not_make_an_error_of_a_word(full: LibraryStore) -> None:
    assert found(full, "notaris", most_minutes=10).total == 0
    assert found(full, "notaris", most_minutes=10).near == {}


def test_titles_come_before_themes_and_themes_before_texts(library: LibraryStore) -> None:
    filler = " ".join(f"woord{number}" for number in range(40))
    library.import_pack(
        PACK,
        packed(
            indexed("text", "Iets", f"Over pesten. {filler}"),
            indexed("theme", "Anders", filler, themes=("pesten",)),
            indexed("title", "Pesten op school", filler),
            indexed("none", "Niets", filler),
        ),
    ).result(10)
    assert ids(found(library, "pesten")) == ["title", "theme", "text"]


def test_the_word_itself_comes_before_what_resembles_it(library: LibraryStore) -> None:
    library.import_pack(
        PACK,
        packed(
            indexed("compound", "Het speelplan", "plattegrond"),
            indexed("other", "Veel plannen", "plannen"),
            indexed("exact", "Niets", "Er is een plan gemaakt met elkaar, en dat hielp."),
        ),
    ).result(10)
    assert ids(found(library, "plan ")) == ["exact", "other", "compound"]


def test_hits_are_marked_in_the_text_as_it_was_written(full: LibraryStore) -> None:
    (line,) = found(full, "financiele").first
    assert line.found_in == "Tekst"
    assert marked(line) == ["financiële"]
    (line,) = found(full, "ijsbrand coord").first
    assert marked(line) == ["Ĳsbrand", "coörd"]
    (line,) = found(full, "voogd").first
    assert marked(line) == ["voogd"]  # the piece of the compound
    line = found(full, "stil").first[0]
    assert line.title_spans == (Span(0, 4),)
    assert marked(found(full, "verwaarlozng").first[0]) == ["Verwaarlozing"]


@pytest.mark.parametrize("typed", ["zzzz", "qqqqqqqq", "asdfghjkl", "blorfgnap", "kjdsf"])
def test_what_means_nothing_finds_nothing(full: LibraryStore, typed: str) -> None:
    results = found(full, typed)
    assert (results.total, results.ignored, dict(results.near)) == (0, (typed,), {})


@pytest.mark.parametrize("written", ["cafe\u0301", "café", "CAFÉ", "ca\u00adfé"])
def test_marks_hold_accents_that_stand_apart_and_soft_hyphens(library: LibraryStore, written: str) -> None:
    library.create(indexed("x", "X", f"Bij het {written}, straks."), "").result(10)
    (line,) = found(library, "cafe").first
    assert marked(line) == [written]
    assert library.marks_in(f"ĳs: {written}", "cafe").result(10) == (Span(4, len(written)),)


def test_a_snippet_stands_around_what_was_found(library: LibraryStore) -> None:
    text = "woord " * 400 + "De molen draait zachtjes. " + "slot " * 400
    library.create(indexed("x", "X", text), "").result(10)
    (line,) = found(library, "molen").first
    assert line.snippet.startswith("…")
    assert line.snippet.endswith("…")
    assert len(line.snippet) < 250
    assert marked(line) == ["molen"]


def test_one_letter_looks_at_titles_themes_and_roles(full: LibraryStore) -> None:
    assert ids(found(full, "p")) == ["bereikbaar", "pinpas"]  # politie, De pinpas


HOSTILE = [
    '"', '""', '"" ""', '"veilig', "*", "* *", "-", "AND", "a AND", "NOT stil", "NEAR(stil klas)", "stil*", "(stil",
    "title:stil", "{title}: stil", "^stil", "stil + klas", "😀", "😀 stil", "\x00", "st\x00il", "'; DROP TABLE item",
    "a" * 10_000, "stil " * 3_000, "é" * 500, "\u202estil", "ＳＴＩＬ", "%_", "\ud800", "ﬁets", "1", "a b c d e f g",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_are_words_or_nothing(full: LibraryStore, typed: str) -> None:
    assert found(full, typed).total <= len(CASES)
    assert ids(found(full, "notaris")) == ["pinpas"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_whatever_is_typed_is_answered_and_marks_stay_within(full: LibraryStore, typed: str) -> None:
    for line in found(full, typed).first:
        for start, length in line.snippet_spans:
            assert 0 <= start < start + length <= len(line.snippet)


def test_browsing_begins_with_favourites_and_what_was_used_last(full: LibraryStore) -> None:
    assert ids(found(full)) == ["geloof", "bereikbaar", "baby", "pinpas", "plan", "stil", "scheiding"]
    full.favour(case_key("stil"), yes=True).result(10)
    full.tell_uses([Use(case_key("plan"), NOW.date()), Use(case_key("plan"), NOW.date())]).result(10)
    results = found(full)
    assert ids(results) == ["stil", "plan", "geloof", "bereikbaar", "baby", "pinpas", "scheiding"]
    assert (results.first[0].favourite, results.first[1].favourite) == (True, False)
    assert (results.first[1].last_used, results.first[1].uses) == (NOW.date(), 2)
    assert ids(found(full, favourites=True)) == ["stil"]
    full.favour(case_key("stil"), yes=False).result(10)
    assert ids(found(full, favourites=True)) == []


def test_filters_combine_and_values_of_one_facet_are_alternatives(full: LibraryStore) -> None:
    levels = {(Facet.LEVEL, "basis"), (Facet.LEVEL, "gevorderd")}
    assert set(ids(found(full, chosen=frozenset(levels)))) == {"stil", "scheiding", "pinpas", "plan"}
    assert ids(found(full, chosen=frozenset({*levels, (Facet.PHASE, "herstel")}))) == ["plan"]
    assert ids(found(full, chosen=frozenset({(Facet.THEME, "nergens")}))) == []
    assert set(ids(found(full, most_minutes=40))) == {"baby", "scheiding"}
    assert ids(found(full, "de", chosen=frozenset({(Facet.ROLE, "huisarts")}))) == ["pinpas"]


def test_what_suits_where_somebody_works_is_found_with_what_is_for_everyone(library: LibraryStore) -> None:
    cases = (
        indexed("agent", roles=("Wijkagent",)),
        indexed("arts", roles=("Huisarts",), steps=("2", "4")),
        indexed("allen"),
    )
    library.import_pack(PACK, packed(*cases)).result(10)
    police = frozenset({(Facet.WORK, "politie"), (Facet.WORK, "iedereen")})
    assert set(ids(found(library, chosen=police))) == {"agent", "allen"}
    assert found(library).counts[Facet.WORK] == {"politie": 1, "zorg": 1, "iedereen": 1}
    assert ids(found(library, chosen=frozenset({(Facet.STEP, "4")}))) == ["arts"]


def test_values_are_counted_for_what_is_looked_for(full: LibraryStore) -> None:
    counts = found(full).counts
    assert counts[Facet.LEVEL] == {"basis": 2, "gevorderd": 2, "expert": 3}
    assert counts[Facet.KIND] == {ItemKind.CASE.value: 7}
    assert counts[Facet.ORIGIN] == {Origin.IMPORTED.value: 7}
    assert counts[Facet.PHASE]["herstel"] == 2
    chosen = frozenset({(Facet.LEVEL, "basis")})
    counts = found(full, chosen=chosen).counts
    assert counts[Facet.LEVEL] == {"basis": 2, "gevorderd": 2, "expert": 3}  # what choosing another would give
    assert counts[Facet.PHASE] == {"directe-veiligheid": 1}
    assert found(full, "geweld").counts[Facet.LEVEL] == {"basis": 1, "expert": 1}
    assert found(full, "xqzwvvkp").counts[Facet.LEVEL] == {}


def test_lines_come_block_by_block(library: LibraryStore) -> None:
    cases = [indexed(f"c{number:03}", f"Casus {number:03}", "molen") for number in range(150)]
    library.import_pack(PACK, packed(*cases)).result(10)
    results = found(library, "molen")
    assert (results.total, len(results.first)) == (150, FIRST)
    blocks = [library.lines(results, start).result(10) for start in (0, 64, 128)]
    assert [len(block) for block in blocks] == [64, 64, 22]
    assert blocks[0][:FIRST] == results.first
    assert len({line.key for block in blocks for line in block}) == 150
    assert marked(blocks[2][-1]) == ["molen"]


def test_a_newer_search_overtakes_the_one_that_waits(full: LibraryStore) -> None:
    answers = [full.search(Query("notaris"[:length])) for length in range(1, 8)]
    assert ids(answers[-1].result(10)) == ["pinpas"]
    for answer in answers[:-1]:
        assert answer.cancelled() or answer.done()
