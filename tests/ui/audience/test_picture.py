"""Whatever people type: every word is drawn once, whole, large enough, and within the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.core.audience import AudienceView, ShownAgreement, Tally
from facilitator.core.case_view import ShownAnswer
from facilitator.core.script import Form
from facilitator.core.vocabulary import Status
from facilitator.ui.audience.picture import compose
from facilitator.ui.status_words import signed
from facilitator.ui.theme import Theme
from facilitator.words import _
from tests.ui.audience.drawn import check_places, drawn, squeezed

SIZES = [(1920, 1080), (1024, 768), (1080, 1920), (3840, 2160), (1280, 720), (2560, 1080)]
HOSTILE = [
    "<i>schuin</i> <img src=https://x.nl/a.png> <kind> & &amp;",
    "שלום עולם " * 12,
    "🙂👩‍👩‍👧‍👦 " * 60,
    "w" * 300,
    "Een organisatie met een lange naam " * 12,
    "\N{REPLACEMENT CHARACTER} \u202eomgekeerd\u202c \u200b",
    "regel\nregel\n\nregel",
]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_drawn_whole_and_once(
    themed: Theme, page_view: AudienceView, text: str, size: tuple[int, int]
) -> None:
    answers = (ShownAnswer(text, text), ShownAnswer("kort", ""), *page_view.answers)
    view = replace(page_view, title=text, text="", question=text, answers=answers)
    picture = compose(view, *size, themed)
    check_places(picture, *size)
    said = [text, text, *(part for answer in answers for part in (answer.text, answer.partner))]
    assert sorted(drawn(picture)) == sorted(squeezed("".join(said)))


@pytest.mark.parametrize("size", SIZES)
def test_a_hostile_agreement_is_drawn_whole(themed: Theme, agreement_view: AudienceView, size: tuple[int, int]) -> None:
    agreement = agreement_view.agreement
    assert agreement is not None
    names = tuple(text.replace("\n", " ") for text in HOSTILE)
    hard = replace(agreement, what=HOSTILE[3] * 2, owner=names[4], with_partners=names, feedback_to=names)
    picture = compose(replace(agreement_view, agreement=hard), *size, themed)
    check_places(picture, *size)
    words = drawn(picture)
    assert len(picture.pages) > 1
    assert squeezed(", ".join(names)) in words
    assert words.count("w" * 30) >= 20


@pytest.mark.parametrize("size", SIZES)
def test_a_hostile_look_back_is_drawn_whole(themed: Theme, look_back_view: AudienceView, size: tuple[int, int]) -> None:
    shown = look_back_view.look_back
    assert shown is not None
    names = tuple(text.replace("\n", " ") for text in HOSTILE)
    hard = replace(shown, what=HOSTILE[3] * 2, owner=names[4], with_partners=names, remark=HOSTILE[3], to=names[4])
    picture = compose(replace(look_back_view, look_back=hard), *size, themed)
    check_places(picture, *size)
    words = drawn(picture)
    assert len(picture.pages) > 1
    assert squeezed(", ".join(names)) in words
    assert words.count("w" * 30) >= 20


@pytest.mark.parametrize("status", Status)
def test_how_it_stands_is_seen_without_colour(themed: Theme, look_back_view: AudienceView, status: Status) -> None:
    shown = look_back_view.look_back
    assert shown is not None
    stands = replace(shown, status=status, late=status.open, carried=False)
    words = drawn(compose(replace(look_back_view, look_back=stands), 1920, 1080, themed))
    assert squeezed(signed(status)) in words
    assert (squeezed(_("its day has passed")) in words) == status.open
    assert squeezed(_("goes on in this meeting")) not in words
    assert (squeezed(_("Why")) in words) == (status is Status.NOT_KEPT)


def test_a_short_page_is_one_page_with_a_huge_title(themed: Theme, page_view: AudienceView) -> None:
    picture = compose(page_view, 1920, 1080, themed)
    assert len(picture.pages) == 1
    assert max(line.look.size for line, _rect in picture.lines(0)) == 104


def test_cards_stand_at_the_bottom_in_their_order(themed: Theme, page_view: AudienceView) -> None:
    picture = compose(page_view, 1920, 1080, themed)
    cards = picture.pages[0].rows[-1]
    assert cards.row.answers == (0, 1, 2)
    assert cards.top + cards.row.height == pytest.approx(picture.sheet.room)


def test_text_shrinks_before_it_is_paged(themed: Theme, page_view: AudienceView) -> None:
    nine = replace(page_view, answers=page_view.answers * 3)
    picture = compose(nine, 1920, 1080, themed)
    assert len(picture.pages) == 1
    assert max(line.look.size for line, _rect in picture.lines(0)) < 104


def test_many_answers_are_paged_and_each_is_found_on_its_page(themed: Theme, page_view: AudienceView) -> None:
    answers = tuple(ShownAnswer(f"antwoord {number}", "Politie") for number in range(100))
    picture = compose(replace(page_view, answers=answers), 1920, 1080, themed)
    assert len(picture.pages) > 3
    for number in (0, 50, 99):
        assert number in picture.pages[picture.page_of(number)].answers


def test_a_tally_shows_every_choice_with_its_number(themed: Theme, page_view: AudienceView) -> None:
    tally = tuple(Tally(f"Keuze {number} <b>", number * 3) for number in range(12))
    picture = compose(replace(page_view, text="", answers=(), tally=tally), 1024, 768, themed)
    check_places(picture, 1024, 768)
    assert all(squeezed(f"Keuze {number} <b>{number * 3}") in drawn(picture) for number in range(12))


def test_the_sign_of_yes_moves_nothing(themed: Theme, agreement_view: AudienceView) -> None:
    agreement = agreement_view.agreement
    assert isinstance(agreement, ShownAgreement)
    open_, yes = (
        compose(replace(agreement_view, agreement=replace(agreement, confirmed=confirmed)), 1920, 1080, themed)
        for confirmed in (False, True)
    )
    assert [placed.top for placed in open_.pages[0].rows] == [placed.top for placed in yes.pages[0].rows]
    assert "✓" in drawn(yes)
    assert "✓" not in drawn(open_)


def test_a_case_says_that_it_is_invented(themed: Theme, page_view: AudienceView) -> None:
    view = replace(page_view, form=Form.LEERBIJEENKOMST, case_title="Stil in\nde klas", answers=())
    header = "".join(line.text for line, _rect in compose(view, 1920, 1080, themed).header.lines(0, 0))
    assert "Stil in de klas" in header


def test_a_place_of_thousands_of_signs_leaves_room_for_the_question(themed: Theme, page_view: AudienceView) -> None:
    picture = compose(replace(page_view, place="Wijk " * 2000), 1920, 1080, themed)
    assert picture.sheet.room > 500
    check_places(picture, 1920, 1080)


def test_time_does_not_lay_out_again(themed: Theme, page_view: AudienceView) -> None:
    assert compose(page_view, 1920, 1080, themed) is compose(replace(page_view, bar=None), 1920, 1080, themed)


def test_a_question_moves_no_text_of_a_case(themed: Theme, page_view: AudienceView) -> None:
    case = replace(page_view, case_title="Stil in de klas", answers=())
    asked = replace(case, question="Wat weet jij vanuit jouw rol?")
    tops = [compose(view, 1920, 1080, themed).pages[0].rows[0].top for view in (case, asked)]
    assert tops[0] == tops[1] > 0
