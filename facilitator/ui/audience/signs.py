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
    """Phase and step of the meldcode of a moment, on as few lines as they take."""
    if view.decision is None or view.scene is not Scene.PAGE:
        return ()
    units = [_phase(view.decision, phase, sheet) for phase in Phase]
    words = phrases.meldcode(view.decision)
    if words:
        look = sheet.look(_SIZE, MEDIUM, sheet.theme.soft_ink)
        (paragraph,) = plain(words, look)
        units.append((Panel((paragraph,), min(sheet.width, natural_width(paragraph) + 1)),))
    return tuple(_flow(units, sheet))


def way_panel(view: AudienceView, sheet: Sheet, width: float) -> Panel | None:
    """How the group works now, on at most two lines; None when it works together."""
    words = phrases.way(view)
    if not words:
        return None
    look = sheet.look(31, SEMI_BOLD, sheet.theme.accent, 1.25)
    pad_x, pad_y = sheet.px(22), sheet.px(6)
    room = width - 2 * pad_x
    (paragraph,) = plain(elided(words, look, 1.8 * room if sheet.narrow else room), look)
    fitting = min(width, natural_width(paragraph) + 1 + 2 * pad_x)
    return Panel((paragraph,), fitting, pad_x, pad_y, sheet.theme.accent_wash, "", sheet.px(18))


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
