"""The quiet signs around a page: where a moment of a case stands, and how the group works now."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.audience import AudienceView, Scene
from facilitator.core.case_view import ShownDecision
from facilitator.core.casus import Phase
from facilitator.ui.audience import phrases
from facilitator.ui.audience.pieces import Panel, Piece, Row
from facilitator.ui.audience.shapes import Dot, Mark, Rule, Shape
from facilitator.ui.audience.sheet import Sheet
from facilitator.ui.audience.text import MEDIUM, NORMAL, SEMI_BOLD, elided, natural_width, plain
from facilitator.ui.case_words import phase_name

_SIZE = 28
_BETWEEN = 14


def strip_rows(view: AudienceView, sheet: Sheet) -> tuple[Row, ...]:
    """What stands under the header: the place of a moment, and the way of working where it is too long to stand low."""
    rows = () if view.decision is None or view.scene is not Scene.PAGE else tuple(_place(view.decision, sheet))
    way = _way(view, sheet)
    return rows if way is None or _stands_low(way, sheet) else (*rows, Row((way,), sheet.px(16)))


def low_way(view: AudienceView, sheet: Sheet) -> Panel | None:
    """The way of working where it fits on the line under the time bar, so that it takes no room of the question."""
    way = _way(view, sheet)
    return way if way is not None and _stands_low(way, sheet) else None


# ---- how the group works


def _way(view: AudienceView, sheet: Sheet) -> Panel | None:
    words = phrases.way(view)
    if not words:
        return None
    look = sheet.look(31, SEMI_BOLD, sheet.theme.accent, 1.25)
    pad_x, pad_y = sheet.px(22), sheet.px(6)
    room = sheet.width - 2 * pad_x
    (paragraph,) = plain(elided(words, look, 4 * room), look)  # a name of thousands of signs pushes nothing off
    width = min(sheet.width, natural_width(paragraph) + 1 + 2 * pad_x)
    return Panel((paragraph,), width, pad_x, pad_y, sheet.theme.accent_wash, "", sheet.px(18))


def _stands_low(way: Panel, sheet: Sheet) -> bool:
    """Whether it leaves the number of the page its place."""
    return way.width <= sheet.width - sheet.px(160) * sheet.zoom


# ---- where a moment stands


def _place(decision: ShownDecision, sheet: Sheet) -> Iterator[Row]:
    """Phase and step of the meldcode, on as few lines as they take."""
    units = [_phase(decision, phase, sheet) for phase in Phase]
    words = phrases.meldcode(decision)
    if words:
        look = sheet.look(_SIZE, MEDIUM, sheet.theme.soft_ink)
        (paragraph,) = plain(words, look)
        units.append((Panel((paragraph,), min(sheet.width, natural_width(paragraph) + 1)),))
    yield from _flow(units, sheet)


def _phase(decision: ShownDecision, phase: Phase, sheet: Sheet) -> tuple[Piece, ...]:
    """A dot and a name: full and bold where we are, with a heart where the story is when the group is elsewhere."""
    theme = sheet.theme
    here = decision.group_phase or decision.phase
    mark, weight, colour = Mark.RING, NORMAL, theme.soft_ink
    if phase is here:
        mark, weight, colour = Mark.FULL, SEMI_BOLD, theme.accent
    elif phase is decision.phase:
        mark, weight, colour = Mark.HEART, MEDIUM, theme.ink
    look = sheet.look(_SIZE, weight, colour)
    dot = Dot(0.62 * look.size, look.leading * look.size, mark, colour if mark is not Mark.RING else theme.edge)
    (name,) = plain(phrases.phase_place(phase_name(phase), decision, phase), look)
    room = sheet.width - dot.width - sheet.px(_BETWEEN)
    return dot, Panel((name,), min(room, natural_width(name) + 1))


def _flow(units: list[tuple[Piece, ...]], sheet: Sheet) -> Iterator[Row]:
    """Units on lines; a short line joins two phases, a space what follows them."""
    between = sheet.px(_BETWEEN)
    line: list[Piece] = []
    for number, unit in enumerate(units):
        joint = _joint(sheet, last=number == len(Phase))
        if line and _wide((*line, joint, *unit), between) > sheet.width:
            yield Row(tuple(line), sheet.px(6), between)
            line = []
        line += [joint, *unit] if line else unit
    yield Row(tuple(line), sheet.px(6), between)


def _joint(sheet: Sheet, *, last: bool) -> Piece:
    look = sheet.look(_SIZE, NORMAL, "")
    height = look.leading * look.size
    if last:
        return Shape(sheet.px(30), height)
    return Rule(sheet.px(36), height, sheet.px(2), sheet.theme.edge)


def _wide(pieces: tuple[Piece, ...], between: float) -> float:
    return sum(piece.width for piece in pieces) + between * (len(pieces) - 1)
