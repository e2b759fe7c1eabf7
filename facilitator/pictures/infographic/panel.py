"""The door: a panel on one sheet, or in pages for a room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from facilitator.core.infographic import Panel, PanelForm
from facilitator.pictures.drawing import Drawing, Role, Weight, extent
from facilitator.pictures.infographic.bars import bar_parts
from facilitator.pictures.infographic.dots import dot_parts
from facilitator.pictures.infographic.lists import phase_parts, row_parts, step_parts
from facilitator.pictures.infographic.parts import PAPER, Look, Part, in_room, lines, on_paper, paged, stacked
from facilitator.pictures.infographic.told import cards_words, sentences
from facilitator.pictures.measure import Measure
from facilitator.pictures.setting import Room
from facilitator.words import _

_PARTS: Final[dict[PanelForm, Callable[[Panel, Look], Iterator[Part]]]] = {
    PanelForm.DOTS: dot_parts,
    PanelForm.BARS: bar_parts,
    PanelForm.STEPS: step_parts,
    PanelForm.PHASES: phase_parts,
    PanelForm.ROWS: row_parts,
}
_MARGIN: Final = 4.0


@lru_cache(maxsize=64)
def panel_drawing(
    panel: Panel, measure: Measure, *, titled: bool = False, width: float = PAPER + 2 * _MARGIN
) -> Drawing:
    """Draw a panel on one sheet, as wide as the text of a page; with its title in it where it goes alone.

    A narrower sheet has its words as large, in more lines, and its parts under each other.
    """
    look = on_paper(measure, width - 2 * _MARGIN)
    return _drawing(_parts(panel, look, titled=titled), panel, look)


@lru_cache(maxsize=16)
def panel_pages(panel: Panel, measure: Measure, room: Room) -> tuple[Drawing, ...]:
    """Draw a panel for a screen: with its title on one page, or in pages that say in their caption what they are about.

    Words are large enough on each.
    """
    whole, headed = room.sheet(), room.sheet(headed=True)
    look = in_room(measure, whole.width - 2 * _MARGIN)
    one = _drawing(_parts(panel, look, titled=True), panel, look)
    if one.height <= whole.height:
        return (one,)
    high, parts = headed.height - 2 * _MARGIN, list(_parts(panel, look, titled=False))
    if max(part.height for part in parts) > high:
        parts = list(_parts(panel, replace(look, apart=True), titled=False))
    pages = paged(parts, high)
    captions = _captions(panel.title, len(pages))
    drawings = (_drawing(page, panel, look) for page in pages)
    return tuple(replace(drawing, caption=caption) for drawing, caption in zip(drawings, captions, strict=True))


def _captions(title: str, count: int) -> Iterator[str]:
    for number in range(1, count + 1):
        more = _("{title} ({page} of {pages})").format(title=title, page=number, pages=count)
        yield title if count == 1 else more


def _drawing(parts: Iterable[Part], panel: Panel, look: Look) -> Drawing:
    """Put parts on a sheet of the full width, so that every panel is as large as the next."""
    whole = stacked(parts)
    items = tuple(whole.at(_MARGIN, _MARGIN))
    low = max((extent(item).bottom for item in items), default=0.0)  # an arrow leads on from the last of a page
    return Drawing(look.width + 2 * _MARGIN, max(whole.height + 2 * _MARGIN, low), items, sentences(panel))


def _parts(panel: Panel, look: Look, *, titled: bool) -> Iterator[Part]:
    if titled:
        yield lines(look.words(panel.title, look.width, look.title, Weight.BOLD, Role.ACCENT))
    yield lines(look.words(panel.message, look.width, look.text), 6.0)
    yield from _PARTS[panel.form](panel, look)
    if panel.note:
        yield lines(look.words(panel.note, look.width, look.text, Weight.SEMIBOLD), 12.0)
    if panel.rows:
        yield lines(look.words(cards_words(panel), look.width, look.small, role=Role.SOFT), 12.0)
