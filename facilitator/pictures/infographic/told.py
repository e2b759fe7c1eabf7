"""A panel in sentences, and the words beside its figures: where each comes from, and what is past its day."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.infographic import Panel, PanelFigure, PanelForm
from facilitator.core.vocabulary import MELDCODE, Phase
from facilitator.words import _


def row_titles(panel: Panel) -> tuple[str, ...]:
    """What each row is about: the steps of the meldcode, the phases, or its own words."""
    if panel.form is PanelForm.STEPS:
        return tuple(_(name) for name in MELDCODE.values())
    if panel.form is PanelForm.PHASES:
        return tuple(_(phase.msgid) for phase in Phase)
    return tuple(row.title for row in panel.rows)


def sentences(panel: Panel) -> tuple[str, ...]:
    """Say everything that stands in a panel."""
    return tuple(_sentences(panel))


def _sentences(panel: Panel) -> Iterator[str]:
    yield ended(panel.title)
    yield panel.message
    for each in panel.figures:
        figure = each.figure
        said = _("{label}: {value}, in {year}.")
        yield said.format(label=each.label, value=figure.value, year=figure.year)
        yield ended(figure.definition)
        yield source_words(each)
        if each.past:
            yield past_words()
    for number, (title, row) in enumerate(zip(row_titles(panel), panel.rows, strict=True), 1):
        numbered = f"{number}. {title}" if panel.form is PanelForm.STEPS else title
        yield f"{numbered}: {row.text}"
    if panel.note:
        yield panel.note
    if panel.rows:
        yield cards_words(panel)


def source_words(each: PanelFigure) -> str:
    """Say where a figure comes from."""
    return ended(_("Source: {source}").format(source=each.figure.source.title))


def past_words() -> str:
    """Say that a figure is past its day."""
    return _("Past its day: look for a newer figure.")


def cards_words(panel: Panel) -> str:
    """Say on which cards the sentences of a panel stand."""
    titles = list(dict.fromkeys(row.card for row in panel.rows))
    if len(titles) == 1:
        return _("From the card ‘{title}’.").format(title=titles[0])
    return _("From the cards {titles}.").format(titles=", ".join(f"‘{title}’" for title in titles))


def ended(text: str) -> str:
    """Give a sentence with its full stop."""
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?")) else f"{text}."
