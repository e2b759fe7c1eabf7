"""The quiet signs: where a moment stands, and how the group works. They never crowd out the question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.core.audience import AudienceView, Scene
from facilitator.core.case_view import ShownDecision
from facilitator.core.casus import Phase
from facilitator.core.script import Way
from facilitator.ui.audience import phrases
from facilitator.ui.audience.picture import BAR_TOP, Picture, compose
from facilitator.ui.audience.shapes import Dot, Mark
from facilitator.ui.audience.text import SEMI_BOLD
from facilitator.ui.case_words import phase_name
from facilitator.ui.theme import Theme
from tests.ui.audience.drawn import around, check_places, drawn, squeezed
from tests.ui.audience.test_picture import HOSTILE, SIZES

ASKED = [way for way in Way if way is not Way.TOGETHER]


def _marks(picture: Picture) -> list[Mark]:
    return [piece.mark for placed in picture.strip for piece in placed.row.pieces if isinstance(piece, Dot)]


TOLD = ShownDecision(Phase.DIRECT_SAFETY, 2, None, None, "")


# ---- where a moment stands


def test_the_present_phase_is_full_and_bold(themed: Theme, case_view: AudienceView) -> None:
    picture = compose(replace(case_view, decision=TOLD), 1920, 1080, themed)
    assert _marks(picture) == [Mark.FULL, Mark.RING, Mark.RING]
    bold = [line.text for line, _rect in picture.lines(0) if line.look.weight == SEMI_BOLD]
    assert bold == [phase_name(Phase.DIRECT_SAFETY)]
    words = "".join(map(phase_name, Phase)) + phrases.meldcode(TOLD)
    assert around(picture) == squeezed(words)


@pytest.mark.parametrize("size", SIZES)
def test_a_moment_that_was_moved_shows_both(themed: Theme, case_view: AudienceView, size: tuple[int, int]) -> None:
    picture = compose(case_view, *size, themed)
    check_places(picture, *size)
    assert _marks(picture) == [Mark.HEART, Mark.FULL, Mark.RING]
    for sign in (phrases.whose(told=True, ours=False), phrases.whose(told=False, ours=True)):
        assert squeezed(f"({sign})") in around(picture)
    assert "Wachten" not in around(picture) + drawn(picture)


def test_where_it_stands_is_said_on_every_page_of_a_moment_and_nowhere_else(
    themed: Theme, case_view: AudienceView, decision_view: AudienceView
) -> None:
    long = compose(replace(case_view, question="w" * 3000), 1920, 1080, themed)
    assert len(long.pages) > 1
    name = phase_name(Phase.RECOVERY)
    assert all(name in [line.text for line, _rect in long.lines(page)] for page in range(len(long.pages)))
    assert compose(decision_view, 1920, 1080, themed).strip == ()
    assert compose(replace(case_view, decision=None), 1920, 1080, themed).strip == ()


@pytest.mark.parametrize(
    ("told", "ours", "numbers"),
    [(None, None, ""), (2, None, "25"), (2, 2, "25"), (2, 4, "245"), (None, 3, "35")],
)
def test_steps_of_the_meldcode_are_told_as_far_as_they_are_known(
    told: int | None, ours: int | None, numbers: str
) -> None:
    words = phrases.meldcode(ShownDecision(Phase.RECOVERY, told, None, ours, ""))
    assert "".join(sign for sign in words if sign.isdigit()) == numbers


# ---- how the group works


@pytest.mark.parametrize("way", ASKED)
def test_a_way_of_working_is_said_under_the_bar(themed: Theme, page_view: AudienceView, way: Way) -> None:
    view = replace(page_view, answers=())  # nobody asks to write over what was written
    with_sign, without = (compose(replace(view, way=w), 1920, 1080, themed) for w in (way, Way.TOGETHER))
    check_places(with_sign, 1920, 1080)
    assert around(with_sign) == squeezed(phrases.way(replace(view, way=way))) != ""
    assert around(without) == ""
    assert with_sign.way_top > BAR_TOP + 8
    tops = [[placed.top for placed in picture.pages[0].rows] for picture in (with_sign, without)]
    assert tops[0] == tops[1]


@pytest.mark.parametrize("way", Way)
def test_only_where_people_take_turns_somebody_has_the_floor(page_view: AudienceView, way: Way) -> None:
    words = phrases.way(replace(page_view, way=way, turn="Basisschool\nDe Linde"))
    assert ("Basisschool De Linde" in words) is way.in_turn


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [*HOSTILE, "Praktijkondersteuner huisarts"])
def test_a_long_name_takes_the_floor_within_the_screen(
    themed: Theme, page_view: AudienceView, name: str, size: tuple[int, int]
) -> None:
    picture = compose(replace(page_view, way=Way.BACK, turn=name), *size, themed)
    check_places(picture, *size)
    assert around(picture).startswith(squeezed(phrases.way(replace(page_view, way=Way.BACK, turn=name)))[:60])
    assert picture.sheet.room > 0.4 * size[1]


def test_a_name_too_long_for_the_line_under_the_bar_stands_above(themed: Theme, page_view: AudienceView) -> None:
    view = replace(page_view, way=Way.ROUND, turn="Een organisatie met een lange naam " * 4)
    picture = compose(view, 1920, 1080, themed)
    assert picture.way is None
    assert around(picture) == squeezed(phrases.way(view))


def test_the_neutral_slide_has_no_signs(themed: Theme, case_view: AudienceView) -> None:
    for scene in (Scene.NEUTRAL, Scene.BLACK):
        picture = compose(replace(case_view, scene=scene, way=Way.SILENT), 1920, 1080, themed)
        assert around(picture) == ""
