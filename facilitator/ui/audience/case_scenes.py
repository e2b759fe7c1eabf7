"""What the room sees of a case that is lived through: a turning point, what to decide, a weighing question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.core.case_view import ShownDecision, ShownPoint, ShownWeighing
from facilitator.core.casus import Phase
from facilitator.core.weighing import Outcome, Verdict
from facilitator.ui.audience import phrases
from facilitator.ui.audience.blocks import label_row, pair_rows, question_row, title_row
from facilitator.ui.audience.cards import card_rows
from facilitator.ui.audience.pieces import Box, Panel, Piece, Row, Stack
from facilitator.ui.audience.sheet import Level, Sheet
from facilitator.ui.audience.text import (
    BOLD,
    NORMAL,
    SEMI_BOLD,
    Paragraph,
    natural_width,
    plain,
)
from facilitator.ui.case_words import meldcode_steps, phase_name, verdict_name
from facilitator.words import _

REPORTS = frozenset(
    {
        Outcome.REPORT_UNSAFE,
        Outcome.REPORT_NO_HELP,
        Outcome.REPORT_REFUSED,
        Outcome.REPORT_NO_RESULT,
    }
)
"""The outcomes in which the framework says to report."""


def point_rows(point: ShownPoint, sheet: Sheet, level: Level) -> Iterator[Row]:
    """A turning point, what is asked at it, and what was needed."""
    yield label_row(_("Turning point"), sheet, level)
    yield title_row(point.text, sheet, level, sheet.px(8))
    yield question_row(phrases.needed(), sheet.width, sheet, level)
    yield from card_rows(point.needs, sheet, level)


# ---- what would you decide


def decision_rows(decision: ShownDecision, sheet: Sheet, level: Level) -> Iterator[Row]:
    """The phases and the steps of the meldcode: where the story stands, where the group would be, and why."""
    yield title_row(phrases.decide(), sheet, level)
    between = sheet.px(40)
    left = sheet.width if sheet.narrow else 0.42 * (sheet.width - between)
    right = sheet.width if sheet.narrow else sheet.width - between - left
    phases = [_phase(decision, phase, left, sheet, level) for phase in Phase]
    steps = [_step(decision, number, name, right, sheet, level) for number, name in meldcode_steps().items()]
    columns = (
        _column(_("Phase"), phases, left, sheet, level),
        _column(_("Meldcode"), steps, right, sheet, level),
    )
    gap = sheet.px(34)
    if sheet.narrow:
        for column in columns:  # loose rows, so that a page ends anywhere between them
            yield from (replace(row, gap=row.gap or gap) for row in column.rows)
    else:
        yield Row(columns, gap, between)
    if decision.reason.strip():
        yield from pair_rows(_("Why"), decision.reason, sheet, level, sheet.px(34))


def _column(name: str, places: list[Box], width: float, sheet: Sheet, level: Level) -> Stack:
    look = sheet.look(level.label + 4, SEMI_BOLD, sheet.theme.soft_ink, 1.3)
    head = Row((Panel(plain(name, look), width),))
    return Stack((head, *(Row((place,), sheet.px(10)) for place in places)), width)


def _phase(decision: ShownDecision, phase: Phase, width: float, sheet: Sheet, level: Level) -> Box:
    told, ours = decision.phase is phase, decision.group_phase is phase
    return _place(phase_name(phase), "", width, sheet, level, told=told, ours=ours)


def _step(decision: ShownDecision, number: int, name: str, width: float, sheet: Sheet, level: Level) -> Box:
    told, ours = decision.meldcode_step == number, decision.group_meldcode_step == number
    return _place(name, str(number), width, sheet, level, told=told, ours=ours)


_LEAST_NAME = 7
"""A name that would be narrower than so many times its own size has the sign under it: no word is broken for it."""


def _place(name: str, number: str, width: float, sheet: Sheet, level: Level, *, told: bool, ours: bool) -> Box:
    """One phase or step. The group's is solid, that of the story has an edge, and both say so in words."""
    theme = sheet.theme
    colour = theme.on_accent if ours else theme.accent if told else theme.soft_ink
    weight = SEMI_BOLD if ours or told else NORMAL
    look = sheet.look(level.question, weight, colour, 1.25)
    (sign,) = plain(phrases.whose(told=told, ours=ours), sheet.look(level.label, NORMAL, colour, 1.3))
    pad, between = sheet.px(24), sheet.px(20)
    signed = natural_width(sign) + 1 if told or ours else 0.0
    digit = 1.1 * look.size if number else 0.0
    whole = width - 2 * pad - digit - between * bool(number)
    under = bool(signed) and whole - between - signed < _LEAST_NAME * look.size
    room = whole if under or not signed else whole - between - signed
    pieces = [Panel(plain(name, look) + ((sign,) if under else ()), room)]
    if number:
        pieces.insert(0, Panel(plain(number, look), digit))
    if signed and not under:
        pieces.append(Panel((_on_line(sign, look.leading * look.size),), signed))
    fill, edge = (theme.accent, theme.accent) if ours else (theme.card, theme.accent) if told else ("", theme.line)
    border = sheet.px(4 if told or ours else 2)
    return Box(Row(tuple(pieces), 0.0, between), width, pad, sheet.px(8), fill, edge, sheet.px(14), border)


def _on_line(paragraph: Paragraph, height: float) -> Paragraph:
    """A paragraph whose lines are as high as those beside it, so that its words stand on the same line."""
    return replace(paragraph, look=replace(paragraph.look, leading=height / paragraph.look.size))


# ---- weighing


def weighing_rows(weighing: ShownWeighing, sheet: Sheet, level: Level) -> Iterator[Row]:
    """One weighing question, what is said to it and why, and what the framework says follows."""
    yield label_row(phrases.weighing_head(weighing), sheet, level)
    yield title_row(_(weighing.question), sheet, level, sheet.px(8))
    yield from _said(weighing, sheet, level)
    if weighing.outcome is not None:
        yield _outcome(weighing.outcome, sheet, level)
    if weighing.others:
        look = sheet.look(level.label, NORMAL, sheet.theme.soft_ink, 1.3)
        words = plain(phrases.other_verdicts(weighing), look)
        yield Row((Panel(words, sheet.width),), sheet.px(34), low=True)


def _said(weighing: ShownWeighing, sheet: Sheet, level: Level) -> Iterator[Row]:
    """What the group says, in a word, and its reason beside it. Yes and no look the same: neither is right."""
    gap, between = sheet.px(40), sheet.px(36)
    pieces: list[Piece] = [] if weighing.verdict is None else [_verdict(weighing.verdict, sheet, level)]
    if weighing.reason.strip():
        taken = 0.0 if sheet.narrow or not pieces else pieces[0].width + between
        reason = sheet.look(level.text, NORMAL, sheet.theme.ink, 1.33)
        pad_y = sheet.px(14) if taken else 0.0
        pieces.append(Panel(plain(weighing.reason, reason), sheet.width - taken, 0.0, pad_y))
    if sheet.narrow:
        for piece in pieces:
            yield Row((piece,), gap)
    elif pieces:
        yield Row(tuple(pieces), gap, between)


def _verdict(verdict: Verdict, sheet: Sheet, level: Level) -> Stack:
    """One word in a box that is as high as it, however long the reason."""
    theme = sheet.theme
    (word,) = plain(verdict_name(verdict), sheet.look(level.text + 8, BOLD, theme.accent, 1.3))
    width, pad = natural_width(word) + 1, sheet.px(36)
    row = Row((Panel((word,), width),))
    box = Box(row, width + 2 * pad, pad, sheet.px(14), theme.card, theme.accent, sheet.px(20), sheet.px(4))
    return Stack((Row((box,)),), box.width)


def _outcome(outcome: Outcome, sheet: Sheet, level: Level) -> Row:
    """The framework's words. That it says to report is seen by a solid block and by its first word, not by colour."""
    theme = sheet.theme
    report = outcome in REPORTS
    colour, ground = (theme.paper, theme.attention) if report else (theme.accent, theme.accent_wash)
    small = sheet.look(level.label, NORMAL, colour, 1.3)
    words = sheet.look(level.question, BOLD if report else SEMI_BOLD, colour, 1.3)
    paragraphs = (
        *plain(_("The weighing framework (basic model) says"), small),
        *plain(_(outcome.value), words, sheet.px(4)),
    )
    panel = Panel(paragraphs, sheet.width, sheet.px(32), sheet.px(22), ground, "", sheet.px(20))
    return Row((panel,), sheet.px(40))
