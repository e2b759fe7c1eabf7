"""What looks like personal data in a script, case or card, by the path of the text. No screens here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from facilitator.content.kinds import Text
from facilitator.content.records import ListOf
from facilitator.content.writing import AnyKind, fields_of
from facilitator.core.events import Decision
from facilitator.core.privacy import Finding, PersonalData
from facilitator.core.text import fold
from facilitator.storage.library.records import Settled
from facilitator.ui.casuistry.editor.tree import Path, Plain, put, records_at, text_at

Search = Callable[[str, frozenset[str]], tuple[Finding, ...]]
"""`core.privacy.find` with a lexicon: the text, and the words in it that point at nobody."""

OPEN = "open"
"""The decision that takes an earlier one back."""

_NAMED_BY = {"persons": "name", "roles": "role", "role_cards": "role", "questions": "role"}
"""Lists by the field in which their items name somebody who is invented, or a role."""


_PUBLISHED = frozenset({"sources", "source", "read_on"})


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, and the text it stands in."""

    path: Path
    text: str
    finding: Finding


def found_in(kind: AnyKind, tree: Plain, search: Search, settled: Collection[Settled] = ()) -> tuple[Found, ...]:
    """Give what is still to be decided in all texts of a tree, in the order of the declaration.

    What was said to be an invented name is a known word from then on, so that its possessive is passed over too.
    """
    decided = {(fold(one.fragment), one.finding) for one in settled if one.decision != OPEN}
    invented = {fold(one.fragment) for one in settled if _is_invented_name(one)}
    known = known_words(tree) | invented
    return tuple(
        Found(path, text, finding)
        for path, text in texts(kind, tree)
        for finding in search(text, known)
        if (fold(finding.text), finding.kind.value) not in decided and not _is_author(path, finding)
    )


def _is_author(path: Path, finding: Finding) -> bool:
    """Whoever wrote what is published is named with it."""
    return finding.kind is PersonalData.NAME and not _PUBLISHED.isdisjoint(path)


def _is_invented_name(one: Settled) -> bool:
    return one.finding == PersonalData.NAME.value and one.decision == Decision.INVENTED.value


def texts(kind: AnyKind, plain: Plain, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give every text that somebody reads: no short names, numbers, choices or addresses of pages."""
    if isinstance(plain, str):
        if isinstance(kind, Text) and plain.strip():
            yield path, plain
    elif isinstance(plain, Mapping):
        for field in fields_of(kind):
            if field.name in plain:
                yield from texts(field.kind, plain[field.name], (*path, field.name))
    elif isinstance(kind, ListOf):
        for place, item in enumerate(plain):
            yield from texts(kind.item, item, (*path, place))


def known_words(tree: Plain) -> frozenset[str]:
    """Give the names of the invented persons and professionals in a tree, their parts, and the roles, folded."""
    return frozenset(filter(None, map(fold, _named(tree))))


def _named(tree: Plain) -> Iterator[str]:
    if isinstance(tree, Mapping):
        for key, field in _NAMED_BY.items():
            for item in records_at(tree, (key,)):
                name = text_at(item, (field,))
                yield name
                if key == "persons":
                    yield from name.split()
        for value in tree.values():
            yield from _named(value)
    elif isinstance(tree, tuple):
        for part in tree:
            yield from _named(part)


def replaced(tree: Plain, found: Found, instead: str) -> Plain:
    """Give the tree with other words in the place of what was found; the same tree when it is there no more."""
    text = text_at(tree, found.path)
    at = place_in(text, found.finding)
    if at < 0:
        return tree
    return put(tree, found.path, text[:at] + instead + text[at + len(found.finding.text) :])


def place_in(text: str, finding: Finding) -> int:
    """Give where the words of a finding stand in a text that may have changed since; -1 where they do not."""
    if text[finding.start : finding.end] == finding.text:
        return finding.start
    return text.find(finding.text)
