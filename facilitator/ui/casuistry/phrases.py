"""What the library says about an item, in words."""

from __future__ import annotations

from facilitator.core.fit import Fit, Reason
from facilitator.storage.library.records import Facet, Line, Origin
from facilitator.storage.overview import UseLine
from facilitator.ui.casuistry.names import KINDS, ORIGINS, value_name
from facilitator.ui.dates import long_day
from facilitator.words import _, ngettext


def line_facts(line: Line) -> str:
    """`casus · gevorderd · 50 minuten · van jezelf · 2 keer gebruikt`."""
    facets = line.facets
    minutes = ngettext("{count} minute", "{count} minutes", facets.minutes).format(count=facets.minutes)
    used = ngettext("used once", "used {count} times", line.uses).format(count=line.uses)
    parts = (
        _(KINDS[line.key.kind]),
        value_name(Facet.LEVEL, facets.level),
        minutes if facets.minutes else "",
        "" if line.origin is Origin.SHIPPED else _(ORIGINS[line.origin]),
        used if line.uses else "",
    )
    return " · ".join(part for part in parts if part)


def found_words(total: int, *, growing: bool) -> str:
    """How many were found."""
    said = ngettext("{count} found", "{count} found", total).format(count=total)
    return _("{said} · still reading the texts").format(said=said) if growing else said


def near_words(near: dict[str, tuple[str, ...]]) -> str:
    """What was read for words that are nowhere: `Ook gezocht op ‘dwingende’`."""
    read = sorted({word for words in near.values() for word in words[:2]})
    return _("also looked for {words}").format(words=", ".join(f"‘{word}’" for word in read)) if read else ""


def use_words(use: UseLine) -> str:
    """`17 november 2026, Wijk Noord, met Politie, Veilig Thuis`."""
    where = use.place or use.municipality
    who = _("with {partners}").format(partners=", ".join(use.partners)) if use.partners else ""
    return ", ".join(part for part in (long_day(use.day), where, who) if part)


def reason_words(reason: Reason) -> str:
    """One ground for or against playing a case with a script."""
    phase = "" if reason.phase is None else value_name(Facet.PHASE, reason.phase.value).lower()
    return _(reason.ground.value).format(there=reason.there, asked=reason.asked, phase=phase)


def fit_words(title: str, fit: Fit) -> str:
    """Whether a case suits a script, and if not why: as one item of a Markdown list."""
    if fit.suits:
        remarks = [reason_words(reason) for reason in fit.against]
        return f"- {title}" + (f" ({'; '.join(remarks)})" if remarks else "")
    return f"- {title}: {'; '.join(reason_words(reason) for reason in fit.against)}"
