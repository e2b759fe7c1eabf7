"""What is still to be decided of what looks like personal data in an item, and other words in its place.

What is looked at lies in `content.personal`. No screens here.
"""

from __future__ import annotations

from collections.abc import Collection

from facilitator.content import personal
from facilitator.content.personal import Found, Search, known_words, texts
from facilitator.content.writing import AnyKind
from facilitator.core.events import Decision
from facilitator.core.privacy import Finding, PersonalData
from facilitator.core.text import fold
from facilitator.storage.library.history import Settled
from facilitator.ui.casuistry.editor.tree import Plain, put, text_at

OPEN = "open"
"""The decision that takes an earlier one back."""


def found_in(kind: AnyKind, tree: Plain, search: Search, settled: Collection[Settled] = ()) -> tuple[Found, ...]:
    """Give what is still to be decided in all texts of a tree, in the order of the declaration.

    What was said to be an invented name is a known word from then on, so that its possessive is passed over too.
    """
    decided = {(fold(one.fragment), one.finding) for one in settled if one.decision != OPEN}
    invented = {fold(one.fragment) for one in settled if _is_invented_name(one)}
    known = known_words(tree) | invented
    return tuple(
        found
        for found in personal.found_in(texts(kind, tree), known, search)
        if (fold(found.finding.text), found.finding.kind.value) not in decided
    )


def _is_invented_name(one: Settled) -> bool:
    return one.finding == PersonalData.NAME.value and one.decision == Decision.INVENTED.value


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
