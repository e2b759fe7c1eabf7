"""An agreement of an earlier meeting, and how it stands now."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.look_back_view import ShownLookBack
from facilitator.core.vocabulary import Status
from facilitator.ui.audience import phrases
from facilitator.ui.audience.blocks import label_row, pair_rows, title_row
from facilitator.ui.audience.pieces import Panel, Row
from facilitator.ui.audience.sheet import Level, Sheet
from facilitator.ui.audience.text import SEMI_BOLD, natural_width, plain
from facilitator.ui.status_words import signed
from facilitator.words import _


def look_back_rows(shown: ShownLookBack, sheet: Sheet, level: Level) -> Iterator[Row]:
    """When it was agreed, what, who does it, with whom and by when; then how it stands, and why."""
    yield label_row(phrases.agreed_on(shown.day), sheet, level)
    yield title_row(shown.what, sheet, level, sheet.px(8))
    asked = _("Why") if shown.status is Status.NOT_KEPT else _("Remark")
    before = (
        (_("Who"), shown.owner),
        (_("With whom"), ", ".join(shown.with_partners)),
        (_("When"), phrases.when(shown)),
    )
    gap = sheet.px(44)
    for name, value in before:
        if value.strip():
            yield from pair_rows(name, value, sheet, level, gap)
            gap = sheet.px(18)
    yield Row((_standing(shown, sheet, level),), sheet.px(40))
    gap = sheet.px(24)
    for name, value in ((_("To whom"), shown.to), (asked, shown.remark)):
        if value.strip():
            yield from pair_rows(name, value, sheet, level, gap)
            gap = sheet.px(18)


def _standing(shown: ShownLookBack, sheet: Sheet, level: Level) -> Panel:
    """How it stands by sign and word; that it is late, or goes on, stands beside it. Only what is kept is on a wash."""
    theme = sheet.theme
    look = sheet.look(level.question, SEMI_BOLD, theme.accent, 1.5)  # higher than any face the sign may come from
    words = [signed(shown.status)]
    if shown.late:
        words.append(_("its day has passed"))
    if shown.carried:
        words.append(_("goes on in this meeting"))
    (line,) = plain("  \u00b7  ".join(words), look)
    pad = sheet.px(28)
    width = min(sheet.width, natural_width(line) + 2 * pad + 1)
    kept = shown.status is Status.KEPT
    ground, edge = (theme.accent_wash, "") if kept else (theme.card, theme.accent)
    return Panel((line,), width, pad, sheet.px(8), ground, edge, sheet.px(20))
