"""A question in plain words finds what answers it, and says why; whatever is typed, it answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from facilitator.core.question_words import QuestionWords
from facilitator.storage.library.questions import LONGEST
from facilitator.storage.library.records import Answered, How, Indexed, ItemKind, Pack, Part, Weight
from facilitator.storage.library.store import LibraryStore
from tests.storage.library.samples import CASES, NOW, PACK, case_key, indexed, key_of, packed

WORDS = QuestionWords(
    frozenset(("de", "het", "een", "mijn", "is", "wat", "doe", "ik", "als", "bij", "door", "al", "van", "met", "in")),
    (("slaan", "slaat", "geslagen"), ("ouder", "ouders")),
    MappingProxyType(
        {
            ("oma",): ("ouderenmishandeling",),
            ("steelt", "geld"): ("financiële uitbuiting",),
            ("uitgehuwelijkt",): ("gedwongen huwelijk",),
            ("een", "op", "de"): ("financiële uitbuiting",),
            ("oma", "steelt", "niet"): ("stalking",),
            ("rode", "fiets"): ("stalking",),
        }
    ),
    MappingProxyType({("kaart",): "card", ("oefen", "casus"): "case"}),
    frozenset((("een", "op", "de"), ("blauwe", "fiets"))),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryStore]:
    """An open library with the invented cases, that knows some words of questions."""
    key = key_of(tmp_path)
    with LibraryStore(tmp_path, lambda: key, now=lambda: NOW, trouble=print, words=lambda: WORDS) as library:
        library.import_pack(PACK, packed(*CASES)).result(10)
        yield library


def ask(library: LibraryStore, question: str, role: str = "", most: int = 8) -> Answered:
    return library.answer(question, role, most).result(10)


def ids(answered: Answered) -> list[str]:
    return [found.line.key.id for found in answered.found]


def whys(answered: Answered) -> set[tuple[str, str, Weight, How]]:
    """Give why the first is found."""
    return {tuple(why) for why in answered.found[0].why}  # type: ignore[misc]


# ---- how words are read


def test_words_that_say_nothing_do_not_count(library: LibraryStore) -> None:
    answered = ask(library, "Wat is het als ik bij een scheiding de mediator mijn?")
    assert ids(answered)[0] == "scheiding"
    assert answered.sure
    assert whys(answered) == {
        ("scheiding", "scheiding", Weight.HEAD, How.ASKED),
        ("mediator", "mediator", Weight.TEXT, How.ASKED),
    }


def test_another_form(library: LibraryStore) -> None:
    assert whys(ask(library, "afspraak")) == {("afspraak", "afspraken", Weight.TEXT, How.FORM)}


def test_a_form_that_was_told(library: LibraryStore) -> None:
    library.create(indexed("klap", "Geslagen worden"), "").result(10)
    assert whys(ask(library, "hij slaat")) == {("slaat", "geslagen", Weight.TITLE, How.FORM)}


def test_a_typing_error(library: LibraryStore) -> None:
    assert whys(ask(library, "de stalkng door een ex")) == {("stalkng", "stalking", Weight.HEAD, How.MEANT)}


def test_a_typing_error_in_a_word_that_says_nothing(library: LibraryStore) -> None:
    words = ask(library, "mijjn stalking").unread
    assert words == ()


def test_a_meaning_of_one_word(library: LibraryStore) -> None:
    answered = ask(library, "mijn oma")
    assert whys(answered) == {("oma", "ouderenmishandeling", Weight.HEAD, How.MEANING)}
    assert answered.sure


def test_a_meaning_of_words_in_any_order(library: LibraryStore) -> None:
    answered = ask(library, "hij heeft geld van haar; steelt hij")
    assert ids(answered)[0] == "pinpas"
    assert ("geld … steelt", "financiële uitbuiting", Weight.TEXT, How.MEANING) in whys(answered)  # as it is spelled


def test_words_that_belong_together_are_one_word(library: LibraryStore) -> None:
    answered = ask(library, "rode blauwe fiets")
    assert whys(answered) == {("blauwe fiets", "blauwe fiets", Weight.TEXT, How.ASKED)}
    assert ids(answered) == ["plan"]  # and no "rode fiets"


def test_only_where_they_stand_so(library: LibraryStore) -> None:
    apart, together = ask(library, "op de kaart een stalking"), ask(library, "een op de stalking")
    assert "financiële uitbuiting" not in {why.read_as for found in apart.found for why in found.why}
    assert "financiële uitbuiting" in {why.read_as for found in together.found for why in found.why}


def test_of_sayings_that_share_a_word_the_longest_counts(library: LibraryStore) -> None:
    asked = {why.asked for found in ask(library, "geld steelt oma niet").found for why in found.why}
    assert asked == {"geld", "steelt oma niet"}  # and not "geld … steelt"


def test_words_of_a_saying_too_far_apart(library: LibraryStore) -> None:
    asked = {
        why.asked
        for found in ask(library, "geld " + "schoolplein mediator baby " + "steelt").found
        for why in found.why
    }
    assert "geld … steelt" not in asked


def test_a_part_of_a_compound(library: LibraryStore) -> None:
    assert ("rekening", "rekening", Weight.TEXT, How.ASKED) in whys(ask(library, "rekening"))
    assert whys(ask(library, "spaarrekening")) == {("spaarrekening", "rekening", Weight.TEXT, How.PART)}


def test_a_compound_of_the_word(library: LibraryStore) -> None:
    library.create(indexed("regel", "Meldcoderegeling"), "").result(10)
    assert ids(ask(library, "regeling")) == ["regel"]


def test_a_kind_that_is_asked_for(library: LibraryStore) -> None:
    library.create(indexed("kaart", "Stalking", kind=ItemKind.CARD), "").result(10)
    assert ids(ask(library, "stalking"))[0] == "kaart"
    assert ids(ask(library, "casus oefen stalking seksueel overschrijdend jongere"))[0] == "bereikbaar"


def test_a_name_is_not_read_as_something_else(library: LibraryStore) -> None:
    assert ask(library, "Wat doe ik met meneer Stalkng").unread == ("meneer", "Stalkng")
    assert ask(library, "WAT DOE IK MET STALKNG").unread == ()


# ---- what is found


def test_more_of_the_question_comes_first(library: LibraryStore) -> None:
    assert ids(ask(library, "overleggen over een leeg schoolplein en partnergeweld, notaris"))[0] == "stil"


def test_what_is_for_a_role_is_lifted_and_nothing_hidden(library: LibraryStore) -> None:
    same = [indexed(role, "Uitbuiting", roles=(role,)) for role in ("bakker", "kapper")]
    library.import_pack(Pack("rollen", "Rollen"), packed(*same)).result(10)
    for role in ("bakker", "kapper"):
        found = ids(ask(library, "uitbuiting", role))
        assert found[0] == role
        assert set(found) == {"bakker", "kapper", "pinpas"}


def test_so_many_as_are_wanted(library: LibraryStore) -> None:
    assert len(ask(library, "partnergeweld stalking verwaarlozing huwelijk", most=2).found) == 2


def test_what_was_thrown_away_is_not_found(library: LibraryStore) -> None:
    library.create(indexed("weg", "Handtastelijk"), "").result(10)
    assert ids(ask(library, "handtastelijk")) == ["weg"]
    library.remove(case_key("weg")).result(10)
    assert ids(ask(library, "handtastelijk")) == []


def test_a_piece_of_the_text_shows_it(library: LibraryStore) -> None:
    found = ask(library, "de notaris van oma").found[0]
    line = found.line
    assert [line.snippet[start : start + length] for start, length in line.snippet_spans]
    assert line.key.id == "pinpas"


def test_the_piece_is_not_the_title_once_more(library: LibraryStore) -> None:
    item = indexed("tuin", "Een kastje in de tuin", kind=ItemKind.CARD)
    library.create(replace(item, parts=(*item.parts, Part("Body", Weight.TEXT, "Kijk eens bij het hek."))), "").result(
        10
    )
    line = ask(library, "een kastje in de tuin").found[0].line
    assert line.key.id == "tuin"
    assert line.snippet != line.title


# ---- what people ask


def asks(id_: str, title: str, *questions: str, kind: ItemKind = ItemKind.CARD) -> Indexed:
    item = indexed(id_, title, kind=kind)
    return replace(item, parts=(*item.parts, *(Part("", Weight.ASKED, question) for question in questions)))


def test_a_question_like_one_that_the_item_answers(library: LibraryStore) -> None:
    library.create(asks("deur", "Volgen", "wat kost een hond", "er hangt een kastje onder haar auto"), "").result(10)
    library.create(asks("hek", "Tuin", "er staat een paal bij het hek"), "").result(10)
    answered = ask(library, "een kastje dat onder een auto hangt")
    assert ids(answered)[0] == "deur"
    assert answered.found[0].asked == "er hangt een kastje onder haar auto"
    assert "kastje" not in answered.found[0].line.snippet  # nobody reads it


def test_the_same_question_is_surely_answered_and_a_word_of_one_is_not(library: LibraryStore) -> None:
    library.create(asks("deur", "Volgen", "er hangt een kastje onder haar auto"), "").result(10)
    assert ask(library, "hangt er een kastje onder mijn auto").sure
    assert not ask(library, "een auto kopen bij de garage").sure
    assert not ask(library, "een kastje").sure


def test_one_question_that_comes_near_says_more_than_its_words_apart(library: LibraryStore) -> None:
    apart = "een kastje kopen", "onder de trap", "haar auto rijdt"
    library.create(asks("apart", "Volgen", *apart, "er hangt een jas"), "").result(10)
    library.create(asks("samen", "Volgen", "er hangt een kastje onder haar auto", *apart[1:]), "").result(10)
    assert ids(ask(library, "er hangt een kastje onder haar auto"))[:2] == ["samen", "apart"]


def test_questions_on_lines_that_a_file_breaks_are_one_question(library: LibraryStore) -> None:
    library.create(asks("deur", "Volgen", "wat\nkost een hond", "er hangt een kastje\nonder haar auto"), "").result(10)
    assert ask(library, "kastje onder haar auto").found[0].asked == "er hangt een kastje onder haar auto"


def test_a_case_is_told_by_a_word_of_a_question_only_when_a_case_is_asked_for(library: LibraryStore) -> None:
    library.create(asks("volgen", "Volgen", "er hangt een kastje onder haar auto", kind=ItemKind.CASE), "").result(10)
    assert "volgen" not in ids(ask(library, "een kastje"))
    told = ("kastje", "kastje", Weight.ASKED, How.ASKED)
    assert told in whys(ask(library, "oefen casus kastje"))
    library.create(asks("kaart", "Auto", "er hangt een kastje onder haar auto"), "").result(10)
    assert told in whys(ask(library, "een kastje"))


# ---- nothing to find, and whatever is typed


@pytest.mark.parametrize(
    "question", ["", "   ", "wat is het", "?!", "😀😀", '"', "*", "NEAR(", "- - -", "()", "\x00", "\ud800"]
)
def test_nothing_asked(library: LibraryStore, question: str) -> None:
    answered = ask(library, question)
    assert answered.found == ()
    assert not answered.sure


@pytest.mark.parametrize(
    "question",
    [
        '"stalking',
        "stalking* AND",
        "NEAR(stalking, 2)",
        "title:stalking",
        "<b>stalking</b>",
        "-stalking",
        "^stalking'",
        "{body} : stalking",
    ],
)
def test_signs_mean_nothing(library: LibraryStore, question: str) -> None:
    assert ids(ask(library, question))[0] == "bereikbaar"


def test_what_no_text_has(library: LibraryStore) -> None:
    answered = ask(library, "wat is de hoofdstad van Frankrijk")
    assert (answered.found, answered.sure) == ((), False)
    assert answered.unread == ("hoofdstad", "Frankrijk")


def test_a_word_or_two_in_a_text_is_no_answer(library: LibraryStore) -> None:
    answered = ask(library, "een blauwe fiets verzekeren bij diefstal")
    assert not answered.sure


def test_another_language(library: LibraryStore) -> None:
    assert not ask(library, "how do I report somebody to the authorities").sure


def test_a_very_long_question(library: LibraryStore) -> None:
    answered = ask(library, "het is een woonwijk " * 1_000 + "stalking")
    assert len(answered.question) <= LONGEST
    assert answered.question.endswith(("het", "is", "een", "woonwijk"))
    assert ids(ask(library, "het is een " * 1_000 + "oma")) == []
    assert ids(ask(library, "het is een " * 100 + "oma"))[0] == "pinpas"


def test_a_long_story_is_read_for_what_it_means(library: LibraryStore) -> None:
    story = " ".join(part.text for case in CASES for part in case.parts)
    why = {why.asked for found in ask(library, f"{story} uitgehuwelijkt").found for why in found.why}
    assert "uitgehuwelijkt" in why


def test_one_very_long_word(library: LibraryStore) -> None:
    answered = ask(library, "s" * 12_000)
    assert len(answered.question) == LONGEST
    assert answered.found == ()


def test_many_different_words(library: LibraryStore) -> None:
    question = " ".join(f"woord{number}x" for number in range(1_000)) + " stalking"
    assert ask(library, question).unread


def test_danger_is_told(library: LibraryStore) -> None:
    assert ask(library, "hij heeft een mes").urgent == ("mes",)


def test_nothing_of_a_question_is_shown_where_things_are_written_down(library: LibraryStore) -> None:
    answered = ask(library, "stalking van mevrouw Wiebeltje")
    assert "Wiebeltje" in answered.unread
    assert "Wiebeltje" not in repr(answered)
    assert ask(library, "wiebeltje").found == ()
