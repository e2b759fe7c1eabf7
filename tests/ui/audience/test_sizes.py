"""On whatever screen, at whatever scale, in usual and in large type: nothing is clipped or lies on anything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage

from facilitator.core.audience import AudienceView, Scene
from facilitator.core.card_view import SeenCard, SeenFigure
from facilitator.core.case_view import ShownAnswer
from facilitator.core.events import PICTURES, CaseScene
from facilitator.core.script import Form
from facilitator.ui.audience.picture import BAR_TOP, Picture, compose
from facilitator.ui.audience.prints import Prints
from facilitator.ui.audience.sheet import LARGE, SMALLEST
from facilitator.ui.case_words import meldcode_steps
from facilitator.ui.theme import Theme
from tests.ui.audience.drawn import check_places
from tests.ui.audience.frames import words
from tests.ui.audience.recorder import Run, runs_of
from tests.ui.audience.test_drawn import drawn, height, shown
from tests.ui.audience.test_picture import HOSTILE

SIZES = [(1920, 1080), (1024, 768), (1080, 1920), (3840, 2160), (1280, 720), (1280, 1024)]
RATIOS = [1.0, 1.25, 1.5, 2.0]
VIEWS = (
    *("page_view", "agreement_view", "look_back_view", "case_view", "point_view", "decision_view", "weighing_view"),
    *("scale_view", "card_view", "claim_view", "revealed_view"),
)
EDGE = 0.03
"""Nothing but the ground is painted in this part of the width and height from every edge."""


@pytest.fixture(params=[*VIEWS, "many", "long", "neutral"])
def view(request: pytest.FixtureRequest, page_view: AudienceView) -> AudienceView:
    """A full view of every scene; many answers, and long ones."""
    if request.param == "many":
        return replace(page_view, answers=page_view.answers * 9)
    if request.param == "long":
        long = "Sneller weten of een signaal is opgepakt, en door wie, ook als er nog niets te vertellen is. " * 3
        return replace(page_view, title=long, question=long, answers=(ShownAnswer(long, long[:60]),) * 4)
    if request.param == "neutral":
        return AudienceView(Scene.NEUTRAL, Form.HET_GESPREK, "Wijk Noord")
    found: AudienceView = request.getfixturevalue(request.param)
    return found


def overlapping(runs: list[Run]) -> Iterator[tuple[str, str]]:
    """Runs whose words lie on each other: their letters, without the air above and under them."""
    places = [(run, run.place.adjusted(0, 0.2 * run.place.height(), 0, -0.2 * run.place.height())) for run in runs]
    for (one, here), (other, there) in combinations(places, 2):
        if one.text.strip() and other.text.strip() and here.adjusted(1, 0, -1, 0).intersects(there):
            yield one.text, other.text


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_words_lie_on_others_or_outside(
    view: AudienceView, now: datetime, size: tuple[int, int], large: bool
) -> None:
    width, height = size
    inside = QRectF(EDGE * width, EDGE * height, (1 - 2 * EDGE) * width, (1 - 1.4 * EDGE) * height)
    for runs in runs_of(view, now, size, large=large):
        assert runs
        assert list(overlapping(runs)) == []
        assert [run.text for run in runs if run.text.strip() and not inside.contains(run.place)] == []


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
def test_the_edges_are_free_at_every_scale(
    view: AudienceView, now: datetime, themed: Theme, ratio: float, large: bool
) -> None:
    """Measured on the pixels of a beamer of 1920 x 1080 whose system draws everything larger."""
    prints = Prints(themed)
    prints.large = large
    size = QSize(round(1920 / ratio), round(1080 / ratio))
    for page in range(len(compose(view, size.width(), size.height(), themed, large=large).pages)):
        image = prints.get(view, now, size, ratio, page).toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert (image.width(), image.height()) == (1920, 1080)
        assert _ground_at_the_edges(image, themed.paper)


def _ground_at_the_edges(image: QImage, paper: str) -> bool:
    empty = QImage(image.size(), image.format())
    empty.fill(paper)
    across, down = round(EDGE * image.width()), round(0.4 * EDGE * image.height())
    strips = (
        (0, 0, image.width(), down),
        (0, image.height() - down, image.width(), down),
        (0, 0, across, image.height()),
        (image.width() - across, 0, across, image.height()),
    )
    return all(image.copy(*strip) == empty.copy(*strip) for strip in strips)


@pytest.mark.parametrize("ratio", RATIOS[1:])
def test_a_scale_of_the_system_changes_no_line(view: AudienceView, now: datetime, ratio: float) -> None:
    """The room reads the same words on the same lines, whether its system counts in large pixels or in small ones."""
    usual = [[run.text for run in page] for page in runs_of(view, now, (1920, 1080))]
    scaled = [[run.text for run in page] for page in runs_of(view, now, (round(1920 / ratio), round(1080 / ratio)))]
    assert len(scaled) == len(usual)
    assert sum(map(len, scaled)) == pytest.approx(sum(map(len, usual)), rel=0.1)


# ---- large type


def smallest(picture: Picture) -> int:
    return min(line.look.size for page in range(len(picture.pages)) for line, _rect in picture.lines(page))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_large_type_is_larger_wherever_it_is_read(themed: Theme, view: AudienceView, size: tuple[int, int]) -> None:
    usual, large = (compose(view, *size, themed, large=large) for large in (False, True))
    assert smallest(large) >= 1.19 * smallest(usual)
    assert smallest(large) >= SMALLEST * LARGE * size[1] / 1080 - 1
    assert len(large.pages) >= len(usual.pages)
    titles = [max(line.look.size for line, _rect in picture.lines(0)) for picture in (usual, large)]
    assert titles[1] >= titles[0] - 1


def test_text_is_more_than_a_third_larger_where_there_is_room(themed: Theme, case_view: AudienceView) -> None:
    usual, large = (
        {line.look.size for line, _rect in compose(case_view, 1920, 1080, themed, large=large).lines(0)}
        for large in (False, True)
    )
    assert len(usual) > 3
    assert large == {round(size * LARGE) for size in usual}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_whole_in_large_type(
    themed: Theme, page_view: AudienceView, text: str, size: tuple[int, int]
) -> None:
    view = replace(page_view, title=text, text="", question=text, answers=(ShownAnswer(text, text),))
    picture = compose(view, *size, themed, large=True)
    check_places(picture, *size)
    assert all(page.height <= picture.sheet.room + 1 for page in picture.pages)


def test_the_marks_of_a_scale_stay_together(themed: Theme, scale_view: AudienceView) -> None:
    assert len(compose(scale_view, 1920, 1080, themed, large=True).pages) == 1


@pytest.mark.parametrize("scene", sorted(PICTURES))
def test_the_words_of_a_drawing_grow_too(themed: Theme, scene: CaseScene) -> None:
    view = shown("stil-in-de-klas", 3, scene)
    usual, large = (compose(view, 1920, 1080, themed, large=large) for large in (False, True))
    assert min(map(height, drawn(large))) >= SMALLEST * LARGE - 1
    assert len(large.pages) >= len(usual.pages)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_bar_and_what_stands_under_it_leave_each_other_room(
    view: AudienceView, now: datetime, size: tuple[int, int]
) -> None:
    bar = BAR_TOP * size[1] / 1080
    for runs in runs_of(view, now, size, large=True):
        crossing = [run.text for run in runs if run.place.top() + 4 < bar < run.place.bottom() - 4]
        assert crossing == []


def test_no_name_of_a_step_is_broken_for_the_sign_beside_it(decision_view: AudienceView, now: datetime) -> None:
    pages = runs_of(decision_view, now, (900, 1920), large=True)
    painted = words(*(run.text for page in pages for run in page))
    assert words(*meldcode_steps().values()).keys() <= painted.keys()


@pytest.mark.parametrize("words", ["woord " * 1_700, "x" * 10_000])
def test_a_card_of_ten_thousand_letters_is_paged_and_readable(
    themed: Theme, card_view: AudienceView, words: str
) -> None:
    figure = SeenFigure(words, 2020, words, words, dated=False)
    view = replace(card_view, title=words, card=SeenCard(words, (words,), (figure,)))
    picture = compose(view, 1920, 1080, themed)
    assert smallest(picture) >= SMALLEST
    assert all(page.height <= picture.sheet.room + 1 for page in picture.pages)
    check_places(picture, 1920, 1080)
