"""compose: a view at a size -> pages that are ready to paint. Time is not in it: bar and corner are painted over it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from facilitator.core.audience import AudienceView, Scene
from facilitator.ui.audience import phrases
from facilitator.ui.audience.paging import Page, Placed, paginate, shift, sink, total_height
from facilitator.ui.audience.pieces import Panel, Row
from facilitator.ui.audience.quiet import ROOM
from facilitator.ui.audience.scenes import answers_of, larger, levels, reads, rows_of, running_head
from facilitator.ui.audience.sheet import LARGE, PAGED, Level, Sheet
from facilitator.ui.audience.signs import low_way, strip_rows
from facilitator.ui.audience.text import BOLD, MEDIUM, NORMAL, Line, Paragraph, elided, plain
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.markdown import Span
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.pictures.ahead import Pages

BAR_TOP = 988
CORNER_TOP = 88
MANY_ROWS = 40
"""More rows than this are paged at once: no size of text makes them fit."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A view laid out. `header` is painted at the sheet's left and `header_top`; pages at its left and top.

    On every page stand, quietly, `strip` under the header and the `way` of working under the time bar. `level` holds
    the sizes of its text.
    """

    scene: Scene
    sheet: Sheet
    header: Panel
    header_top: float
    pages: tuple[Page, ...]
    strip: tuple[Placed, ...] = ()
    way: Panel | None = None
    level: Level = PAGED

    @property
    def way_top(self) -> float:
        """Where the sign of how the group works stands: in the middle of the space under the time bar."""
        height = 0.0 if self.way is None else self.way.height
        return self.sheet.px(BAR_TOP + 8) + max(0.0, (self.sheet.px(1080 - BAR_TOP - 8) - height) / 2)

    def lines(self, page: int) -> Iterator[tuple[Line, QRectF]]:
        """Every line of text of a page, with the place of its words; the header first."""
        yield from self.header.lines(self.sheet.left, self.header_top)
        for placed, top in self.rows(page):
            for piece, left in placed.row.placed(self.sheet.left):
                yield from piece.lines(left, top)
        if self.way is not None:
            yield from self.way.lines(self.sheet.left, self.way_top)

    def rows(self, page: int) -> Iterator[tuple[Placed, float]]:
        """The rows of a page with their tops, in pixels from the top of the screen; those of the strip first."""
        for placed in self.strip:
            yield placed, placed.top
        for placed in self.pages[page].rows:
            yield placed, self.sheet.top + placed.top

    def page_of(self, answer: int) -> int:
        """The first page that shows an answer, by its number."""
        return next((number for number, page in enumerate(self.pages) if answer in page.answers), 0)


class Timeless:
    """What a view says, whenever it is; made to be looked up. A view may hold thousands of answers: hash it once."""

    __slots__ = ("_hash", "view")

    def __init__(self, view: AudienceView) -> None:
        self.view = replace(view, bar=None)
        self._hash = hash(self.view)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, Timeless) and self._hash == other._hash and self.view == other.view


_recent: deque[tuple[AudienceView, Timeless]] = deque(maxlen=8)


def timeless(view: AudienceView) -> Timeless:
    """What a view says without its clock; the same view gives the same one while it is in use."""
    for seen, made in _recent:
        if seen is view:
            return made
    made = Timeless(view)
    _recent.append((view, made))
    return made


def compose(view: AudienceView, width: float, height: float, theme: Theme, *, large: bool = False) -> Picture:
    """Lay a view out on a screen of a size in pixels, in `large` type or not. The same is laid out once."""
    return _composed(timeless(view), width, height, theme, large)


@lru_cache(maxsize=12)
def _composed(key: Timeless, width: float, height: float, theme: Theme, large: bool) -> Picture:
    view = key.view
    sheet, header, strip = _framed(view, width, height, theme, large)
    header_top = _header_top(sheet)
    if view.scene is Scene.BLACK:
        return Picture(view.scene, sheet, Panel((), 1.0), header_top, (Page(()),))
    if view.scene is Scene.NEUTRAL:
        return Picture(view.scene, sheet, Panel((), 1.0), header_top, _neutral(view, sheet))
    paged, tried = PAGED, levels(view)
    if large:
        usual = _composed(key, width, height, theme, False).level
        paged, tried = larger(view, usual)
    pages, level = _pages(view, sheet, tried, paged)
    return Picture(view.scene, sheet, header, header_top, pages, strip, low_way(view, sheet), level)


def begin_layout(view: AudienceView, width: float, height: float, theme: Theme, *, large: bool) -> Future[Pages] | None:
    """Begin what takes long in laying out a view, beside the windows: a picture of a case. None where nothing does."""
    if view.picture is None:
        return None
    from facilitator.ui.audience.drawn import begun_pages  # noqa: PLC0415  40 ms that a resumed session does without

    if large:  # how large its type gets is measured against the usual
        begin_layout(view, width, height, theme, large=False)
    return begun_pages(view, _framed(view, width, height, theme, large)[0])


def _framed(
    view: AudienceView, width: float, height: float, theme: Theme, large: bool
) -> tuple[Sheet, Panel, tuple[Placed, ...]]:
    """The measures that are left for the body, and what stands above it: the words at the top left and the strip."""
    bare = _sheet(width, height, theme, LARGE if large else 1.0)
    header, strip, top = _head(view, bare)
    quiet = 0.0 if view.silence is None else bare.px(ROOM * bare.zoom)
    return replace(bare, top=top, room=bare.room - top - quiet), header, strip


def _sheet(width: float, height: float, theme: Theme, zoom: float) -> Sheet:
    """The measures of a whole screen, before anything stands above its body."""
    scale = height / 1080
    margin = max(0.045 * width, min(0.068 * width, 130 * scale))
    squeeze = min(1.0, (width / height) / (4 / 3))
    return Sheet(scale, squeeze, margin, width - 2 * margin, 0.0, (BAR_TOP - 46) * scale, theme, zoom)


def _head(view: AudienceView, sheet: Sheet) -> tuple[Panel, tuple[Placed, ...], float]:
    """The words at the top left, where a moment stands under them, and where the body begins."""
    header = _header(view, sheet)
    bottom = _header_top(sheet) + header.height
    strip = []
    for number, row in enumerate(strip_rows(view, sheet)):
        top = bottom + (sheet.px(20) if number == 0 else row.gap)
        strip.append(Placed(row, top))
        bottom = top + row.height
    return header, tuple(strip), bottom + sheet.px(46)


def _header(view: AudienceView, sheet: Sheet) -> Panel:
    """The words at the top left, as high as they are."""
    look = sheet.look(30, MEDIUM, sheet.theme.soft_ink)
    paragraph = Paragraph(phrases.heading(view), look)
    panel = Panel((paragraph,), sheet.width if sheet.narrow else 0.68 * sheet.width)
    most = 0.26 * sheet.px(1080)
    if panel.height <= most:
        return panel
    # A name of thousands of signs: it may not push the question off the screen.
    words = "".join(span.text for span in paragraph.spans)
    lines = int(most // (look.leading * look.size))
    return Panel((Paragraph((Span(elided(words, look, panel.width * (lines - 1))),), look),), panel.width)


def _header_top(sheet: Sheet) -> float:
    """Where the words at the left begin: under those of the corner on a narrow screen."""
    return sheet.px(CORNER_TOP + (44 * sheet.zoom if sheet.narrow else 0))


def _pages(view: AudienceView, sheet: Sheet, tried: tuple[Level, ...], paged: Level) -> tuple[tuple[Page, ...], Level]:
    """The pages at the first of these sizes at which there is one, else several at that of `paged`."""
    few = len(answers_of(view)) + len(view.choices) + len(view.tally) + _voted_on(view) <= MANY_ROWS
    # What is counted is compared at a glance: rather than on a second page it stands without what was read before.
    versions = (view, replace(view, text="")) if (view.tally or view.voted) and view.text else (view,)
    for said, level in product(versions, tried) if few else ():
        rows = rows_of(said, sheet, level)
        air = sheet.px(level.air)
        if total_height(rows) <= sheet.room - air:
            (page,) = paginate(rows, sheet.room * 2)
            return (sink(shift(page, _above(said, page, sheet, level)), sheet.room),), level
    pages = paginate(rows_of(view, sheet, paged), sheet.room, running_head(view, sheet))
    return tuple(sink(page, sheet.room) if number == 0 else page for number, page in enumerate(pages)), paged


def _voted_on(view: AudienceView) -> int:
    return 0 if view.voted is None else len(view.voted.dots) + len(view.voted.ranking)


def _above(view: AudienceView, page: Page, sheet: Sheet, level: Level) -> float:
    """How far down a page that fits begins: a question at the top, reading matter a little above the middle.

    What comes and goes under it is not counted, so that the text stays where people were reading.
    """
    if not reads(view):
        return sheet.px(level.air)
    bare = total_height(rows_of(replace(view, question="", answers=(), choices=(), tally=(), voted=None), sheet, level))
    return max(0.0, min(0.38 * (sheet.room - bare), sheet.room - page.height))


def _neutral(view: AudienceView, sheet: Sheet) -> tuple[Page, ...]:
    """A calm slide: what kind of meeting, and where."""
    title = sheet.look(84, BOLD, sheet.theme.accent, 1.26)
    place = sheet.look(44, NORMAL, sheet.theme.soft_ink, 1.33)
    rows = [Row((Panel(plain(_(view.form.msgid), title), sheet.width),))]
    if view.place.strip():
        rows.append(Row((Panel(plain(phrases.one_line(view.place), place), sheet.width),), sheet.px(20)))
    pages = paginate(rows, sheet.room)
    return tuple(shift(page, max(0.0, 0.42 * (sheet.room - page.height))) for page in pages[:1]) + pages[1:]
