"""Facts about the pixels that the room sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QImage

from facilitator.core.audience import AudienceView, Scene, Tally, TimeBar
from facilitator.core.script import Form
from facilitator.ui.audience.paint import Clock, clock_of, corner_place
from facilitator.ui.audience.picture import compose
from facilitator.ui.audience.text import SEMI_BOLD
from facilitator.ui.theme import Theme

Painted = Callable[..., QImage]


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


def test_black_is_black_to_the_last_pixel(painted: Painted, page_view: AudienceView) -> None:
    image = painted(replace(page_view, scene=Scene.BLACK), size=(97, 61))
    black = QImage(97, 61, QImage.Format.Format_RGB32)
    black.fill(QColor("black"))
    assert image == black


def test_a_page_fills_its_rectangle(painted: Painted, page_view: AudienceView, themed: Theme) -> None:
    found = _colours(painted(page_view))
    assert "#ff00ff" not in found
    assert {themed.paper, themed.card, themed.accent} <= found


def test_the_neutral_slide_says_only_form_and_place(painted: Painted, page_view: AudienceView) -> None:
    bare = AudienceView(Scene.NEUTRAL, Form.HET_GESPREK, "Wijk Noord")
    assert painted(replace(page_view, scene=Scene.NEUTRAL, bar=None)) == painted(bare)
    assert painted(bare) != painted(replace(bare, place=""))


def test_the_same_view_gives_the_same_pixels(painted: Painted, page_view: AudienceView, now: datetime) -> None:
    assert painted(page_view) == painted(page_view, now + timedelta(seconds=59))
    assert painted(page_view) != painted(page_view, now + timedelta(seconds=61))


def test_no_red_when_the_time_is_over(painted: Painted, page_view: AudienceView, now: datetime, themed: Theme) -> None:
    late = painted(page_view, now + timedelta(hours=2))
    assert themed.danger not in _colours(late)
    assert late == painted(page_view, now + timedelta(hours=3))


@pytest.mark.parametrize(
    ("minutes", "left", "share"),
    [(0, 9, 11 / 20), (0.5, 9, 11 / 20), (1, 8, 12 / 20), (9, 0, 1.0), (60, 0, 1.0), (-5, 9, 11 / 20)],
)
def test_the_clock_counts_whole_minutes(
    page_view: AudienceView, now: datetime, minutes: float, left: int, share: float
) -> None:
    assert clock_of(page_view.bar, now + timedelta(minutes=minutes)) == Clock(left, share)


def test_no_clock_runs_after_the_meeting(now: datetime) -> None:
    assert clock_of(None, now) == Clock()
    assert clock_of(TimeBar((10, 20), 1, 300.0, None), now) == Clock(None, 0.25)
    assert clock_of(TimeBar((10, 0), 1, 0.0, now), now) == Clock(0, 1.0)


def test_a_clock_that_stands_still_goes_on_telling_what_is_left(now: datetime) -> None:
    standing = TimeBar((10, 20), 1, 300.0, None, stands=True)
    assert clock_of(standing, now) == clock_of(standing, now + timedelta(hours=1)) == Clock(15, 0.25)
    slept_through = TimeBar((10, 20), 1, -2400.0, now - timedelta(minutes=45))
    assert clock_of(slept_through, now) == Clock(15, 0.25)


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (1080, 1920), (2560, 1080)])
@pytest.mark.parametrize("words", ["afspraak 88 van 88", "we ronden dit af", "moment 12 van 12", "nog 188 min"])
def test_the_words_in_the_corner_are_not_cut(
    themed: Theme, page_view: AudienceView, size: tuple[int, int], words: str
) -> None:
    sheet = compose(page_view, *size, themed).sheet
    look = sheet.look(30, SEMI_BOLD, themed.accent)
    assert QFontMetricsF(look.font()).horizontalAdvance(words) <= corner_place(sheet, look).width()


def test_markup_is_painted_as_words(painted: Painted, page_view: AudienceView) -> None:
    plain, marked = (replace(page_view, title=title) for title in ("Kop", "<b>Kop</b>"))
    assert painted(plain) != painted(marked)


def test_a_page_out_of_reach_is_the_last(painted: Painted, page_view: AudienceView) -> None:
    many = replace(page_view, answers=page_view.answers * 9)
    assert painted(many, page=0) != painted(many, page=1)
    assert painted(many, page=99) == painted(many, page=98)


def test_bars_are_as_long_as_their_counts(painted: Painted, page_view: AudienceView, themed: Theme) -> None:
    tally = (Tally("een", 2), Tally("twee", 4), Tally("drie", 0))
    image = painted(replace(page_view, title="", text="", answers=(), tally=tally, bar=None), size=(1920, 1080))
    columns = range(0, 1920, 2)
    lengths = [sum(image.pixelColor(x, y).name() == themed.accent for x in columns) for y in range(200, 900, 4)]
    longest = max(lengths)
    assert longest > 300
    assert any(abs(length - longest / 2) < 0.02 * longest for length in lengths)


def test_items_of_a_list_stand_free_of_their_bullets(painted: Painted, page_view: AudienceView, themed: Theme) -> None:
    bare = replace(page_view, title="", answers=(), bar=None)
    left = int(compose(bare, 1920, 1080, themed).sheet.left)

    def inked(image: QImage, start: int, end: int) -> bool:
        spots = ((x, y) for x in range(left + start, left + end) for y in range(200, 600))
        return any(image.pixelColor(x, y).name() == themed.ink for x, y in spots)

    listed, plain = (painted(replace(bare, text=text), size=(1920, 1080)) for text in ("- een\n- twee", "een\n\ntwee"))
    assert [inked(listed, *part) for part in ((0, 20), (26, 44), (49, 90))] == [True, False, True]
    assert inked(plain, 26, 44)


def test_a_heading_in_the_text_is_in_the_colour_of_titles(
    painted: Painted, page_view: AudienceView, themed: Theme
) -> None:
    bare = replace(page_view, title="", answers=(), bar=None)
    assert themed.accent in _colours(painted(replace(bare, text="## Kop"), size=(1920, 1080)))
    assert themed.accent not in _colours(painted(replace(bare, text="Kop"), size=(1920, 1080)))
