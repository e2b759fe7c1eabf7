"""What is said about packs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from facilitator.content.compare import Change, Fate
from facilitator.content.doubts import Kind
from facilitator.content.manifest import About
from facilitator.content.pack import Key
from facilitator.content.problem import Problem
from facilitator.storage.library import records
from facilitator.ui.casuistry.names import KINDS
from facilitator.ui.casuistry.packs.offer import KIND_OF, Age, Offer
from facilitator.ui.dates import long_day
from facilitator.ui.prepare.steps_preview import bold
from facilitator.words import N_, _, ngettext

_FATES = {
    Fate.ADDED: N_("new"),
    Fate.CHANGED: N_("changed"),
    Fate.REMOVED: N_("goes away"),
    Fate.SAME: N_("the same"),
}


_DOUBTS = {
    Kind.CONTRADICTS: N_("says something else than a card you have"),
    Kind.SAME_TITLE: N_("has the title of a card you have"),
    Kind.NEAR_TEXT: N_("is nearly a card you have"),
    Kind.NO_SOURCE: N_("without a source"),
}
_TOLD = {
    Kind.CONTRADICTS: N_(
        "You have ‘{other}’ under the same short name, with another text. This one cannot come in beside it. Ask the "
        "maker for another short name, or which of the two counts."
    ),
    Kind.SAME_TITLE: N_("There is a card ‘{other}’ already. Leave this one out when it is the same."),
    Kind.NEAR_TEXT: N_("This is nearly the text of ‘{other}’. Leave this one out when it adds nothing."),
    Kind.NO_SOURCE: N_("This card names no source. It comes in with a mark; look it up before you use it."),
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
    fates = [change.fate for change in offer.changes if change.item.key not in offer.barred]
    return " · ".join(f"{fates.count(fate)} {_(words)}" for fate, words in _FATES.items() if fate in fates)


def change_words(change: Change, *, barred: bool = False) -> tuple[str, str]:
    """The title of an item, and its kind with what happens to it; nothing does to one that is barred."""
    item = change.item
    facts = [_(KINDS[KIND_OF[item.kind.shelf]]), *([] if barred else [_(_FATES[change.fate])])]
    if change.conflict:
        facts.append(_("you wrote this yourself"))
    return str(item.value.title), " · ".join(facts)


def mark_words(offer: Offer, key: Key) -> str:
    """What is doubtful about an item, as short as in a list."""
    kinds = dict.fromkeys(doubt.kind for doubt in offer.doubts.get(key, ()))
    return " · ".join(_(_DOUBTS[kind]) for kind in kinds) or (_("you have this already") if key in offer.barred else "")


def doubted_words(offer: Offer) -> str:
    """How many items ask for a look before they come in."""
    count = len(offer.doubts)
    text = ngettext("Look at {count} card first.", "Look at {count} cards first.", count)
    barred = sum(doubt.kind is Kind.CONTRADICTS for doubts in offer.doubts.values() for doubt in doubts)
    told = ngettext("{count} of them stays behind.", "{count} of them stay behind.", barred).format(count=barred)
    return text.format(count=count) + (f" {told}" if barred else "")


def doubt_lines(offer: Offer, key: Key) -> str:
    """What is doubtful about an item, in sentences: as a list in Markdown."""
    return "\n".join(f"- {bold(_(_TOLD[doubt.kind]).format(other=doubt.other))}" for doubt in offer.doubts.get(key, ()))


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
