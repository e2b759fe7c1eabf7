"""What is said about packs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from facilitator.content.compare import Change, Fate
from facilitator.content.manifest import About
from facilitator.content.problem import Problem
from facilitator.storage.library import records
from facilitator.ui.casuistry.names import KINDS
from facilitator.ui.casuistry.packs.offer import KIND_OF, Age, Offer
from facilitator.ui.dates import long_day
from facilitator.words import N_, _, ngettext

_FATES = {
    Fate.ADDED: N_("new"),
    Fate.CHANGED: N_("changed"),
    Fate.REMOVED: N_("goes away"),
    Fate.SAME: N_("the same"),
}


def about_words(about: About) -> str:
    """`Versie 1.2 · van GGD Voorbeeld · CC BY-SA 4.0 · gemaakt op 11 mei 2026`."""
    made = _("made on {day}").format(day=long_day(about.made_on))
    return f"{_facts(about.version, about.author, about.licence)} · {made}"


def pack_words(pack: records.Pack) -> str:
    """The same of a pack that is in the library."""
    return _facts(pack.version, pack.author, pack.licence)


def _facts(version: str, author: str, licence: str) -> str:
    said = _("Version {version} · by {author} · {licence}")
    return said.format(version=version, author=author, licence=licence)


def age_words(offer: Offer) -> str:
    """How the pack stands to what is there."""
    match offer.age:
        case Age.UNKNOWN:
            return _("You do not have this pack yet.")
        case Age.NEWER:
            return _("You have version {version}. This one is newer and takes its place.").format(version=offer.before)
        case Age.OLDER:
            return _("Mind: you have a newer one, version {version}. This one would take its place.").format(
                version=offer.before
            )
        case Age.SAME:
            if offer.does_nothing:
                return _("You have this version already. Nothing would change.")
            return _("You have a version with the same number, with other texts in it. Ask the maker which one counts.")


def sum_words(offer: Offer) -> str:
    """`3 nieuw · 1 veranderd · 2 hetzelfde`."""
    fates = [change.fate for change in offer.changes]
    return " · ".join(f"{fates.count(fate)} {_(words)}" for fate, words in _FATES.items() if fate in fates)


def change_words(change: Change) -> tuple[str, str]:
    """The title of an item, and its kind with what happens to it."""
    item = change.item
    facts = [_(KINDS[KIND_OF[item.kind.shelf]]), _(_FATES[change.fate])]
    if change.conflict:
        facts.append(_("you wrote this yourself"))
    return str(item.value.title), " · ".join(facts)


def change_intro(change: Change) -> str:
    """What happens to an item, in a sentence."""
    match change.fate:
        case Fate.REMOVED:
            return _(
                "The new version no longer has this. It disappears from your library; your own versions of it stay."
            )
        case Fate.SAME:
            return _("Nothing changes here.")
        case Fate.CHANGED if not change.differences:
            return _("You are still writing this, so it cannot be compared.")
        case Fate.CHANGED:
            count = len(change.differences)
            return ngettext("{count} place is different.", "{count} places are different.", count).format(count=count)
        case Fate.ADDED:
            return ""


def in_the_way_words(offer: Offer, packs: Mapping[str, str]) -> str:
    """Why a pack cannot come in: another one brought what it holds."""
    titles = ", ".join(f"‘{item.title}’" for item in offer.in_the_way[:3])
    more = " …" if len(offer.in_the_way) > 3 else ""
    names = ", ".join(sorted({f"‘{packs.get(item.pack, item.pack)}’" for item in offer.in_the_way}))
    said = _("{titles} came with the pack {pack} before. Remove that pack first, then import this one again.")
    return said.format(titles=f"{titles}{more}", pack=names)


def problem_lines(problem: Problem, pack: Path) -> tuple[str, str, str]:
    """What is wrong, where, and what to do now."""
    inside = problem.file.relative_to(pack).as_posix() if problem.file.is_relative_to(pack) else problem.file.name
    named = _("{file}, line {line}").format(file=inside, line=problem.line)
    where = pack.name if inside == "." else named
    return _sentence(problem.what), where, _sentence(problem.fix)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}" + ("" if words.endswith((".", "?", "!")) else ".")
