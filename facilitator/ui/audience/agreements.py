"""An agreement as it is read back."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.audience import ShownAgreement
from facilitator.ui.audience import phrases
from facilitator.ui.audience.blocks import pair_rows, title_row
from facilitator.ui.audience.pieces import Panel, Row
from facilitator.ui.audience.sheet import Level, Sheet
from facilitator.ui.audience.text import SEMI_BOLD, natural_width, plain
from facilitator.words import _


def agreement_rows(agreement: ShownAgreement, sheet: Sheet, level: Level) -> Iterator[Row]:
    """What is agreed, who does it, with whom, when and what comes back."""
    yield title_row(agreement.what, sheet, level)
    parts = (
        (_("Who"), agreement.owner),
        (_("With whom"), ", ".join(agreement.with_partners)),
        (_("When"), phrases.when(agreement)),
        (_("Feedback"), phrases.feedback(agreement)),
    )
    gap = sheet.px(52)
    for name, value in parts:
        if value.strip():
            yield from pair_rows(name, value, sheet, level, gap)
            gap = sheet.px(18)
    yield Row((_sign(sheet, level, confirmed=agreement.confirmed),), sheet.px(48))


def _sign(sheet: Sheet, level: Level, *, confirmed: bool) -> Panel:
    """The sign that everybody said yes; before that its place stays empty, so that nothing moves when it comes."""
    look = sheet.look(level.label + 4, SEMI_BOLD, sheet.theme.accent, 1.5)  # higher than any face it may come from
    (words,) = plain("\u2713\u2002" + _("confirmed") if confirmed else "", look)
    pad = sheet.px(28)
    fill = sheet.theme.accent_wash if confirmed else ""
    return Panel((words,), natural_width(words) + 2 * pad + 1, pad, sheet.px(8), fill, "", sheet.px(20))
