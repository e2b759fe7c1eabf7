"""The text about confidentiality before the room: every word of it, calm, and nothing else."""

from __future__ import annotations

import pytest

from facilitator.content.confidentiality import shipped_text
from facilitator.core.audience import AudienceView, Scene
from facilitator.core.script import Form
from facilitator.ui.audience import phrases
from facilitator.ui.audience.picture import compose
from facilitator.ui.theme import Theme
from tests.ui.audience.drawn import check_places, drawn, squeezed
from tests.ui.audience.test_picture import HOSTILE, SIZES


def read(text: str) -> AudienceView:
    return AudienceView(Scene.CONFIDENTIALITY, Form.HET_GESPREK, "Wijk Noord", text=text)


@pytest.mark.parametrize("size", SIZES)
def test_what_ships_stands_on_one_page_and_can_be_read(themed: Theme, size: tuple[int, int]) -> None:
    picture = compose(read(shipped_text()), *size, themed)
    check_places(picture, *size)
    assert squeezed(shipped_text()) in drawn(picture)
    if size == (1920, 1080):
        assert len(picture.pages) == 1
        sizes = sorted({line.look.size for line, _rect in picture.lines(0)})
        assert sizes[-2] >= 44, "the text, under its title"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_of_ones_own_is_drawn_whole(themed: Theme, text: str) -> None:
    picture = compose(read(text * 3), 1024, 768, themed)
    check_places(picture, 1024, 768)


def test_a_second_page_has_its_name_again(themed: Theme) -> None:
    long = read("\n\n".join(["Wij praten buiten niet over wat hier gezegd is."] * 40))
    picture = compose(long, 1920, 1080, themed)
    said = [[line.text for line, _rect in picture.lines(number)] for number in range(len(picture.pages))]
    assert len(said) > 1
    assert all(phrases.confidentiality() in words for words in said)
