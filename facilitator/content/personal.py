"""What looks like personal data in a script, case or card: which texts are looked at, and what is passed over.

The window and the command line look through here, so that neither lets something go that the other would stop.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from facilitator.content.check import line_of
from facilitator.content.kinds import Text
from facilitator.content.labels import where
from facilitator.content.library import FileKind, Reading
from facilitator.content.problem import MOST_PER_FILE, Problem, Report, Where, shown
from facilitator.content.records import ListOf
from facilitator.content.writing import AnyKind, as_plain, fields_of
from facilitator.content.yaml_text import joined_lines
from facilitator.core.privacy import Finding, PersonalData
from facilitator.core.text import fold
from facilitator.words import _

Search = Callable[[str, frozenset[str]], tuple[Finding, ...]]
"""`core.privacy.find` with a lexicon: the text, and the words in it that point at nobody."""

Nested = str | Sequence["Nested"] | Mapping[str, "Nested"]
"""Texts in lists and under keys, as a file or a form holds them."""

_NAMED_BY = {"persons": "name", "roles": "role", "role_cards": "role", "questions": "role"}
"""Lists by the field in which their items name somebody who is invented, or a role."""

_PUBLISHED = frozenset({"sources", "source", "read_on"})
_COMMENT = re.compile(r"(?:^|\s)#+\s*(.*\S)")


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, and the text it stands in."""

    path: Where
    text: str
    finding: Finding


def found_in(texts: Iterable[tuple[Where, str]], known: frozenset[str], search: Search) -> Iterator[Found]:
    """Give what is seen in these texts. `known` are words that point at nobody (see `known_words`)."""
    for path, text in texts:
        for finding in search(text, known):
            if not _is_author(path, finding):
                yield Found(path, text, finding)


def _is_author(path: Where, finding: Finding) -> bool:
    """Whoever wrote what is published is named with it."""
    return finding.kind is PersonalData.NAME and not _PUBLISHED.isdisjoint(path)


def texts(kind: AnyKind, plain: Nested, path: Where = ()) -> Iterator[tuple[Where, str]]:
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


def known_words(plain: Nested) -> frozenset[str]:
    """Give the names of the invented persons and professionals in an item, their parts, and the roles, folded."""
    return frozenset(filter(None, map(fold, _named(plain))))


def _named(plain: Nested) -> Iterator[str]:
    if isinstance(plain, Mapping):
        for key, field in _NAMED_BY.items():
            for name in _each(plain.get(key, ()), field):
                yield name
                if key == "persons":
                    yield from name.split()
        for value in plain.values():
            yield from _named(value)
    elif not isinstance(plain, str):
        for part in plain:
            yield from _named(part)


def _each(items: Nested, field: str) -> Iterator[str]:
    """Give this field of every record in a list that has one."""
    for item in items:
        name = item.get(field) if isinstance(item, Mapping) else None
        if isinstance(name, str):
            yield name


# ---- files


def seen_in(kind: FileKind[Any], reading: Reading[Any], search: Search) -> list[Problem]:
    """Tell by line what looks like personal data in a file, its comments too: these go along with the rest.

    Of a file that is no YAML nothing is told.
    """
    if reading.tree is None:
        return []
    declared, tree = kind.declare(), reading.tree
    plain = as_plain(tree.root)
    known = known_words(plain)
    scalars = {scalar.path: scalar for _text, scalar in declared.texts(tree.root)}
    flowing = ((path, joined_lines(text)) for path, text in texts(declared, plain))
    first = islice(found_in(flowing, known, search), MOST_PER_FILE + 1)  # to find a line is not cheap
    seen = [(line_of(one.finding.text, scalars[one.path], tree), one) for one in first]
    told = {fold(one.finding.text) for _line, one in seen}
    seen += [(line, one) for line, one in _in_comments(tree.text, known, search) if fold(one.finding.text) not in told]
    report = Report(reading.path)
    for line, one in sorted(seen, key=lambda pair: pair[0]):
        report.add(line, *_told(one, where(declared, one.path)), one.path)
    return report.problems


def _in_comments(text: str, known: frozenset[str], search: Search) -> Iterator[tuple[int, Found]]:
    """Give what is seen behind the sign of a comment, also where it is a heading in a text: too much is safe here."""
    for number, line in enumerate(text.split("\n"), 1):
        comment = _COMMENT.search(line)
        if comment is not None:
            for one in found_in([((), comment[1])], known, search):
                yield number, one


def _told(one: Found, place: str) -> tuple[str, str]:
    """What it looks like, and how to put it right."""
    words, kind = shown(one.finding.text), _(one.finding.kind.msgid)
    if place:
        what = _("‘{words}’ looks like {kind}, in ‘{place}’").format(words=words, kind=kind, place=place)
    else:
        what = _("‘{words}’ looks like {kind}, in a comment").format(words=words, kind=kind)
    fix = _("Write {instead} there, or other words that point at nobody")
    return what, fix.format(instead=_(one.finding.replacement_msgid))
