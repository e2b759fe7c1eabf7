"""What is said of words that look like personal data in an item of the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from facilitator.content.labels import where
from facilitator.content.library import FileKind
from facilitator.content.personal import Found
from facilitator.core.text import fold
from facilitator.ui.findings import kind_words
from facilitator.words import _, ngettext


def looks_like(found: Found) -> str:
    """`‘Fatima’ lijkt op een naam`."""
    return _("‘{words}’ looks like {kind}").format(words=found.finding.text, kind=kind_words(found.finding.kind.value))


def place_words(kind: FileKind[Any], found: Found) -> str:
    """`Moment 2 · wat de zaal leest`."""
    return where(kind.declare(), found.path)


def grouped(found: Sequence[Found]) -> list[tuple[Found, ...]]:
    """Put the same words together: they are decided about at once."""
    groups: dict[tuple[str, str], list[Found]] = {}
    for one in found:
        groups.setdefault((fold(one.finding.text), one.finding.kind.value), []).append(one)
    return [tuple(group) for group in groups.values()]


def count_words(count: int) -> str:
    """`2 woorden lijken op persoonsgegevens`."""
    return ngettext("{count} thing looks like personal data", "{count} things look like personal data", count).format(
        count=count
    )
