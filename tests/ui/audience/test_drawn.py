"""A picture of a case on the room's screen: what is known by then, as large as there is room for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from facilitator.core import events as ev
from facilitator.core.audience import AudienceView, Scene, audience_view
from facilitator.core.casus import Case
from facilitator.core.events import PICTURES, CaseScene, CaseShown
from facilitator.pictures.drawing import Label
from facilitator.ui import theme
from facilitator.ui.audience.drawn import Drawn
from facilitator.ui.audience.picture import Picture, compose
from facilitator.ui.audience.sheet import SMALLEST
from facilitator.ui.audience.turning import page_after
from facilitator.ui.pictures.paint import scale_in
from tests.builders import Table
from tests.shipped import shipped_library

LIBRARY = shipped_library()
SCRIPT = LIBRARY.script("leerbijeenkomst-casus-en-afspraken")
MOST = 6
"""A picture of more pages than this is not looked at."""
UPRIGHT = 22
"""On a screen of 1080 wide that stands upright, one line from a person to a professional already takes all the width:
smaller words are accepted there, for more pages would not make them larger."""
SIZES = [(1920, 1080), (1280, 720), (1024, 768)]


def shown(case_id: str, moment: int, scene: CaseScene) -> AudienceView:
    """What the room sees of a shipped case at a moment, counted from 0."""
    assert SCRIPT is not None
    table = Table(SCRIPT, LIBRARY.case(case_id)).started()
    step = next(step for step in SCRIPT.steps if step.kind == "case")
    for page in range(moment + 1):
        table.at_step(step.id, page)
    assert table.do(CaseShown, scene=scene) is None
    return audience_view(table.session)


def drawn(picture: Picture) -> list[Drawn]:
    """The drawings of every page."""
    pieces = [piece for page in picture.pages for placed in page.rows for piece in placed.row.pieces]
    return [piece for piece in pieces if isinstance(piece, Drawn)]


def height(piece: Drawn) -> float:
    """The height of the smallest words of a drawing, in pixels."""
    scale = scale_in(QRectF(0, 0, piece.width, piece.height), piece.drawing)
    return scale * min(item.size for item in piece.drawing.items if isinstance(item, Label))


@pytest.mark.parametrize("scene", sorted(PICTURES))
@pytest.mark.parametrize("case", LIBRARY.cases, ids=lambda case: case.id)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_shipped_case_is_drawn_with_words_that_can_be_read(
    scene: CaseScene, case: Case, size: tuple[int, int]
) -> None:
    for moment in range(len(case.moments)):
        view = shown(case.id, moment, scene)
        assert view.scene is Scene.PICTURE
        picture = compose(view, *size, theme.current())
        assert len(drawn(picture)) == len(picture.pages) <= MOST
        assert all(height(piece) >= SMALLEST * size[1] / 1080 for piece in drawn(picture))


@pytest.mark.parametrize("scene", [CaseScene.GENOGRAM, CaseScene.TIMELINE])
@pytest.mark.parametrize("case", LIBRARY.cases, ids=lambda case: case.id)
def test_on_an_upright_screen_its_width_decides(scene: CaseScene, case: Case) -> None:
    picture = compose(shown(case.id, len(case.moments) - 1, scene), 1080, 1920, theme.current())
    assert all(height(piece) >= SMALLEST for piece in drawn(picture))


@pytest.mark.parametrize("case", LIBRARY.cases, ids=lambda case: case.id)
def test_a_network_map_on_an_upright_screen_is_as_large_as_its_widest_line_allows(case: Case) -> None:
    picture = compose(shown(case.id, len(case.moments) - 1, CaseScene.NETWORK), 1080, 1920, theme.current())
    assert all(height(piece) >= UPRIGHT for piece in drawn(picture))


def test_each_page_says_what_it_shows_above_its_drawing() -> None:
    picture = compose(shown("de-pinpas", 3, CaseScene.NETWORK), 1920, 1080, theme.current())
    said = [
        [
            line.text
            for placed in page.rows
            for piece, left in placed.row.placed(0)
            for line, _rect in piece.lines(left, 0)
        ]
        for page in picture.pages
    ]
    assert said == [[piece.drawing.caption] for piece in drawn(picture)]
    assert all(caption for (caption,) in said)
    assert all(page.height <= picture.sheet.room for page in picture.pages)


def test_a_picture_is_laid_out_once_at_a_size() -> None:
    first = compose(shown("de-pinpas", 3, CaseScene.GENOGRAM), 1920, 1080, theme.current())
    again = compose(shown("de-pinpas", 3, CaseScene.GENOGRAM), 1920, 1080, theme.current())
    assert [piece.drawing for piece in drawn(first)] == [piece.drawing for piece in drawn(again)]
    assert all(one.drawing is other.drawing for one, other in zip(drawn(first), drawn(again), strict=True))


def test_a_picture_that_grew_begins_at_its_first_page() -> None:
    before, after = (shown("de-pinpas", moment, CaseScene.NETWORK) for moment in (2, 3))
    picture = compose(after, 1920, 1080, theme.current())
    assert page_after(before, 1, after, picture) == 0
    assert page_after(after, 1, replace(after, bar=None), picture) == 1


def names(case_id: str, moment: int) -> set[str]:
    """Who the room knows at a moment."""
    known = shown(case_id, moment, CaseScene.NETWORK).known
    assert known is not None
    return {person.name for person in known.persons}


def test_a_picture_grows_as_moments_are_told_and_shows_nothing_of_later_ones() -> None:
    told = [names("stil-in-de-klas", moment) for moment in range(4)]
    assert all("buurvrouw" not in earlier for earlier in told[:3])
    assert "buurvrouw" in told[3]
    assert told[0] <= told[1] <= told[2] < told[3]


def test_going_back_shows_what_was_known_then() -> None:
    assert SCRIPT is not None
    table = Table(SCRIPT, LIBRARY.case("stil-in-de-klas")).started()
    step = next(step for step in SCRIPT.steps if step.kind == "case")
    for page in (0, 1, 2, 0):
        table.at_step(step.id, page)
    table.do(ev.CaseShown, scene=CaseScene.NETWORK)
    known = audience_view(table.session).known
    assert known is not None
    assert "buurvrouw" not in {person.name for person in known.persons}
