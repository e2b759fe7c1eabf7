"""What was counted, in sentences: for who cannot see the picture of it, on the screen and on paper alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.core.counted import Tally
from facilitator.core.options import DotRow, Ranked
from facilitator.words import _, ngettext


def tally_sentences(rows: Sequence[Tally], *, compared: bool) -> tuple[str, ...]:
    """How often each choice was made, and each mark given; a mark that nobody gave is left out."""
    return tuple(_tallies(rows, compared=compared)) or (_("Nothing was counted yet."),)


def _tallies(rows: Sequence[Tally], *, compared: bool) -> Iterator[str]:
    for row in rows:
        if compared and (row.count or row.before):
            yield _("{label}: {before} at the start, {count} now.").format(
                label=row.label, before=row.before, count=row.count
            )
        elif row.count or not row.label.isdigit():
            yield ngettext("{label}: {count} time.", "{label}: {count} times.", row.count).format(
                label=row.label, count=row.count
            )


def dot_sentences(rows: Sequence[DotRow]) -> tuple[str, ...]:
    """How many dots lie at each option, most first."""
    said = (ngettext("{text}: {count} dot.", "{text}: {count} dots.", row.dots) for row in rows)
    return tuple(words.format(text=row.text, count=row.dots) for words, row in zip(said, rows, strict=True))


def ranking_sentences(rows: Sequence[Ranked], orders: int) -> tuple[str, ...]:
    """Which option stands on which place, and what is behind that."""
    return (order_words(orders) + ".", *map(_place, rows))


def order_words(count: int) -> str:
    """Of how many orders an order is made."""
    return ngettext("{count} order", "{count} orders together", count).format(count=count)


def _place(each: Ranked) -> str:
    if not each.place:
        return _("In no order yet: {text}.").format(text=each.text)
    shared = _("Shared place {place}: {text}, {details}.")
    own = _("Place {place}: {text}, {details}.")
    return (shared if each.shared else own).format(
        place=each.place, text=each.text, details=", ".join(ranking_details(each))
    )


def ranking_details(each: Ranked) -> tuple[str, ...]:
    """The mean place, how far the orders lie apart, and how often it came first; nothing for what is in no order."""
    if not each.place:
        return ()
    best, worst = each.ends
    apart = _("always on {place}") if best == worst else _("from {best} to {worst}")
    parts = [_("on average {mean}").format(mean=decimal(each.mean)), apart.format(place=best, best=best, worst=worst)]
    if each.firsts:
        parts.append(ngettext("{count} time first", "{count} times first", each.firsts).format(count=each.firsts))
    return tuple(parts)


def decimal(number: float) -> str:
    """A number with one decimal, as people here write it."""
    return f"{number:.1f}".replace(".", ",")
