"""What is known of the words in which people ask: which say nothing, and what others mean in the field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

MOST_WORDS = 4
"""Words of a saying."""


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """Words of questions, as a person keeps them.

    Attributes:
        aside: words that nearly every question may have, and that say nothing of what it is about.
        meanings: what a saying of one to MOST_WORDS words means, in words that texts of the field use.
    """

    aside: frozenset[str] = frozenset()
    meanings: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
