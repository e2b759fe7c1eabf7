"""What is said of a frustration: how often it came back, what may help, and where the rest of it stands."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.frustration import LEAST_TOLD, FrustrationGuide
from facilitator.storage.frustration_rows import Returning, Seen
from facilitator.ui.console.keys import Command, key_of
from facilitator.ui.dates import long_day
from facilitator.ui.prepare.steps_preview import bold
from facilitator.words import _, ngettext

MOST_SESSIONS = 6


def short_words(found: Returning) -> str:
    """How often it came back, in a few words under its name."""
    times = len(found.seen)
    if not times:
        return _("not named in a session yet")
    told = ngettext("in {count} session", "in {count} sessions", times).format(count=times)
    if found.people:
        told = _("{sessions}, recognised {count} times").format(sessions=told, count=found.people)
    return told


def guide_words(guide: FrustrationGuide) -> str:
    """What is known of it, as Markdown."""
    return "\n\n".join(_guide(guide))


def _guide(guide: FrustrationGuide) -> Iterator[str]:
    yield bold(_("Do you recognise this?"))
    yield "\n".join(f"- {sign}" for sign in guide.recognise)
    yield bold(_("What lies behind it"))
    yield guide.behind
    yield bold(_("What may help"))
    yield "\n".join(f"- {direction.text.strip()} *{direction.ground.strip()}*" for direction in guide.directions)


def source_words(guide: FrustrationGuide) -> str:
    """Where it comes from, and when that was looked at."""
    named = "; ".join(f"{source.title} ({source.publisher})" for source in guide.read_on)
    looked = _("Last held against the sources on {day}.").format(day=long_day(guide.checked_on))
    ours = _("The five frustrations come from the Frustratiewijzer. What lies behind them and what may help is ours.")
    return " ".join((ours, _("Sources: {names}.").format(names=named), looked))


def practice_words(found: Returning) -> str:
    """How it fares in this region: sessions, people, agreements. Markdown."""
    return "\n\n".join(_practice(found))


def _practice(found: Returning) -> Iterator[str]:
    if not found.seen:
        told = _("It was not named in a session on this laptop yet. In a session you count it with {key}.")
        yield told.format(key=key_of(Command.FRUSTRATIONS).sign)
        return
    yield "\n".join(f"- {_seen(each)}" for each in found.seen[:MOST_SESSIONS])
    beyond = len(found.seen) - MOST_SESSIONS
    if beyond > 0:
        yield ngettext("And {count} session before.", "And {count} sessions before.", beyond).format(count=beyond)
    if found.agreements:
        agreed = ngettext(
            "{count} agreement is about it: {kept} kept, {open} open.",
            "{count} agreements are about it: {kept} kept, {open} open.",
            found.agreements,
        )
        yield agreed.format(count=found.agreements, kept=found.kept, open=found.open)


def _seen(each: Seen) -> str:
    where = f"{each.place}, {long_day(each.day)}" if each.place else long_day(each.day)
    if each.people is None:
        return _("{where}: fewer than {least} people").format(where=where, least=LEAST_TOLD)
    if each.people:
        told = ngettext("{where}: {count} person", "{where}: {count} people", each.people)
        return told.format(where=where, count=each.people)
    told = ngettext("{where}: {count} agreement", "{where}: {count} agreements", each.agreements)
    return told.format(where=where, count=each.agreements)
