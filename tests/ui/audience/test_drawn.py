"""A picture of a case on the room's screen: what is known by then, as large as there is room for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from facilitator.content.library import read_library
from facilitator.content.locate import content_folder
from facilitator.core import events as ev
from facilitator.core.audience import AudienceView, Scene, audience_view
from facilitator.core.events import PICTURES, CaseScene, CaseShown
from facilitator.pictures.drawing import Label
from facilitator.ui import theme
from facilitator.ui.audience.drawn import Drawn
from facilitator.ui.audience.picture import Picture, compose
from facilitator.ui.pictures.paint import scale_in
from tests.builders import Table

LIBRARY = read_library(content_folder())
SCRIPT = LIBRARY.script("leerbijeenkomst-casus-en-afspraken")
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


@pytest.mark.parametrize("scene", sorted(PICTURES))
@pytest.mark.parametrize("case", [case.id for case in LIBRARY.cases])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_shipped_case_is_drawn_with_words_that_can_be_read(
    scene: CaseScene, case: str, size: tuple[int, int]
) -> None:
    view = shown(case, len(LIBRARY.case(case).moments) - 1, scene)  # type: ignore[union-attr]
    assert view.scene is Scene.PICTURE
    picture = compose(view, *size, theme.current())
    assert len(drawn(picture)) == len(picture.pages)
    for piece in drawn(picture):
        scale = scale_in(QRectF(0, 0, piece.width, piece.height), piece.drawing)
        smallest = min(item.size for item in piece.drawing.items if isinstance(item, Label))
        assert smallest * scale >= 20 * size[1] / 1080


def test_a_picture_grows_as_moments_are_told_and_shows_nothing_of_later_ones() -> None:
    names = [{p.name for p in shown("stil-in-de-klas", n, CaseScene.NETWORK).known.persons} for n in range(4)]
    assert "buurvrouw" not in names[0]
    assert "buurvrouw" in names[1]
    assert names[0] < names[1] <= names[2] <= names[3]


def test_going_back_shows_what_was_known_then() -> None:
    assert SCRIPT is not None
    table = Table(SCRIPT, LIBRARY.case("stil-in-de-klas")).started()
    step = next(step for step in SCRIPT.steps if step.kind == "case")
    for page in (0, 1, 2, 0):
        table.at_step(step.id, page)
    table.do(ev.CaseShown, scene=CaseScene.NETWORK)
    assert "buurvrouw" not in {person.name for person in audience_view(table.session).known.persons}
