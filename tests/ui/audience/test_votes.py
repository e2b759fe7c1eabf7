"""What was voted before the room: dots that can be counted, an order that can be read, and groups of answers."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from facilitator.core.audience import AudienceView
from facilitator.core.case_view import ShownAnswer, ShownGroup
from facilitator.core.counted import Voted
from facilitator.core.options import Choosable, DotRow, dot_rows, ranked
from facilitator.ui.audience import phrases
from facilitator.ui.audience.picture import Picture, compose
from facilitator.ui.audience.pieces import Piece, Stack
from facilitator.ui.audience.votes import DotField, Spread
from facilitator.ui.theme import Theme
from facilitator.words import _
from tests.ui.audience.drawn import check_places, drawn, squeezed
from tests.ui.audience.test_picture import HOSTILE, SIZES

OPTIONS = tuple(Choosable(number, text, text) for number, text in enumerate(("bellen", "mailen", "wachten"), 1))
ORDERS = (("bellen", "mailen", "wachten"), ("mailen", "bellen", "wachten"), ("wachten", "bellen", "mailen"))


def pieces(picture: Picture, kind: type[Piece]) -> list[Piece]:
    return [
        piece for page in picture.pages for placed in page.rows for piece in placed.row.pieces if type(piece) is kind
    ]


def of_dots(view: AudienceView, *dots: int, texts: tuple[str, ...] = ()) -> AudienceView:
    names = texts or tuple(f"voorstel {number}" for number in range(len(dots)))
    rows = tuple(DotRow(number, name, count) for number, (name, count) in enumerate(zip(names, dots, strict=True), 1))
    return replace(view, answers=(), text="", voted=Voted(dots=rows))


def in_order(view: AudienceView, orders: tuple[tuple[str, ...], ...] = ORDERS) -> AudienceView:
    voted = Voted(ranking=ranked(OPTIONS, orders), orders=len(orders))
    return replace(view, answers=(), text="", voted=voted)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [*HOSTILE, "Samen op huisbezoek"])
def test_options_with_dots_are_said_whole(
    themed: Theme, page_view: AudienceView, text: str, size: tuple[int, int]
) -> None:
    view = of_dots(page_view, 9, 0, texts=(text, "later"))
    picture = compose(view, *size, themed)
    check_places(picture, *size)
    assert sorted(drawn(picture)) == sorted(squeezed(f"{view.title}1{text}92later0"))


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (1280, 720)])
def test_three_dots_of_forty_people_fit_on_one_page_as_real_dots(
    themed: Theme, page_view: AudienceView, size: tuple[int, int]
) -> None:
    picture = compose(of_dots(page_view, 41, 32, 24, 23, 0), *size, themed)
    assert len(picture.pages) == 1
    fields = [piece for piece in pieces(picture, DotField) if isinstance(piece, DotField)]
    assert [len(list(field.places())) for field in fields] == [41, 32, 24, 23, 0]
    for field in fields:
        for place in field.places():
            assert field.diameter / 2 <= place.x() <= field.width - field.diameter / 2 + 0.01
            assert place.y() + field.diameter / 2 <= field.height + 0.01
        assert field.diameter >= 0.5 * 28 * size[1] / 1080  # to be told apart from the last row of chairs


def test_dots_stand_in_hands_of_five(themed: Theme, page_view: AudienceView) -> None:
    (field,) = pieces(compose(of_dots(page_view, 11), 1920, 1080, themed), DotField)
    assert isinstance(field, DotField)
    across = [place.x() for place in field.places()]
    steps = [round(after - before, 3) for before, after in pairwise(across)]
    near, far = round(1.25 * field.diameter, 3), round(2.0 * field.diameter, 3)
    assert steps == [near] * 4 + [far] + [near] * 4 + [far]


@pytest.mark.parametrize("size", SIZES)
def test_an_order_says_what_is_behind_every_place(
    themed: Theme, page_view: AudienceView, size: tuple[int, int]
) -> None:
    view = in_order(page_view)
    picture = compose(view, *size, themed)
    check_places(picture, *size)
    assert view.voted is not None
    said = "".join(f"{each.place}{each.text}{phrases.ranked(each)}" for each in view.voted.ranking)
    axis = "" if picture.sheet.narrow else "13"
    assert sorted(drawn(picture)) == sorted(squeezed(f"{view.title}{phrases.orders(3)}{axis}{said}"))


def test_a_line_goes_from_the_best_place_to_the_worst(themed: Theme, page_view: AudienceView) -> None:
    found = pieces(compose(in_order(page_view), 1920, 1080, themed), Spread)
    spreads = [piece for piece in found if isinstance(piece, Spread)]
    assert [(each.best, each.worst, round(each.mean, 2)) for each in spreads] == [
        (1, 2, 1.67),
        (1, 3, 2.0),
        (1, 3, 2.33),
    ]
    first = spreads[0]
    places = [first.across(place) for place in (1, 2, 3)]
    assert places == sorted(places)
    assert places[0] >= first.diameter / 2
    assert places[2] <= first.width - first.diameter / 2 + 0.01


def test_a_tie_is_told_and_what_is_in_no_order_too(page_view: AudienceView) -> None:
    view = in_order(page_view, (("bellen", "mailen"), ("mailen", "bellen")))
    assert view.voted is not None
    one, other, none = map(phrases.ranked, view.voted.ranking)
    assert one == other
    assert one.startswith(f"{_('shared place')}  ·  ")
    assert "·" not in none
    assert phrases.results(view).count("1,5") == 2


def test_one_option_alone_is_drawn_too(themed: Theme, page_view: AudienceView) -> None:
    view = replace(page_view, voted=Voted(ranking=ranked(OPTIONS[:1], (("bellen",),)), orders=1))
    (spread,) = pieces(compose(view, 1920, 1080, themed), Spread)
    assert isinstance(spread, Spread)
    assert 0 < spread.across(1) < spread.width


def test_results_are_told_to_who_cannot_see_them(page_view: AudienceView, scale_view: AudienceView) -> None:
    dots = Voted(dots=dot_rows(OPTIONS, {"mailen": 4}))
    assert "mailen: 4" in phrases.results(replace(page_view, voted=dots))
    assert phrases.results(replace(page_view, voted=dots)) in phrases.spoken(replace(page_view, voted=dots))
    marks = phrases.results(scale_view)
    assert "7: 0" in marks
    assert "4: " not in marks  # nobody gave it
    assert phrases.results(page_view) == ""
    single = phrases.results(replace(scale_view, compared=False))
    assert "7: 5" in single


# ---- groups


def grouped(view: AudienceView, *sizes: int) -> AudienceView:
    """So many answers in each group, the last ones in none."""
    answers = []
    for number, size in enumerate(sizes, 1):
        group = ShownGroup(number, f"groepje{number}") if number < len(sizes) else None
        answers += [ShownAnswer(f"antwoord {number}-{place}", group=group) for place in range(size)]
    return replace(view, answers=tuple(answers))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sizes", [(2, 3, 1), (1, 0), (7, 2, 9), (1, 1, 1, 1, 1)])
def test_groups_stand_under_their_headings_nothing_twice(
    themed: Theme, page_view: AudienceView, sizes: tuple[int, ...], size: tuple[int, int]
) -> None:
    view = replace(grouped(page_view, *sizes), text="")
    picture = compose(view, *size, themed)
    check_places(picture, *size)
    headings = "".join(dict.fromkeys(phrases.group(answer.group) for answer in view.answers))
    said = "".join(answer.text for answer in view.answers)
    assert sorted(drawn(picture)) == sorted(squeezed(view.title + headings + said))
    seen = {number for page in picture.pages for number in page.answers}
    assert seen == set(range(len(view.answers)))


def test_a_few_groups_stand_beside_each_other(themed: Theme, page_view: AudienceView) -> None:
    beside = compose(grouped(page_view, 2, 3, 1), 1920, 1080, themed)
    assert len(pieces(beside, Stack)) == 3
    assert len(beside.pages) == 1
    under = compose(grouped(page_view, 5, 3, 1), 1920, 1080, themed)
    assert {len(row.row.pieces) for page in under.pages for row in page.rows if type(row.row.pieces[0]) is Stack} == {1}


def test_a_heading_never_ends_a_page_alone(themed: Theme, page_view: AudienceView) -> None:
    picture = compose(grouped(page_view, 9, 9, 9, 9), 1024, 768, themed)
    assert len(picture.pages) > 1
    for page in picture.pages:
        last = page.rows[-1].row.pieces[-1]
        assert not isinstance(last, Stack) or len(last.rows) == 2


def test_a_group_without_a_name_goes_by_its_number() -> None:
    assert phrases.group(ShownGroup(2, "")) != phrases.group(ShownGroup(3, ""))
    assert phrases.group(ShownGroup(2, "twee\nregels")) == "twee regels"
