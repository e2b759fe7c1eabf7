"""What is known of the words in which people ask: which say nothing, and what others mean in the field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

MOST_WORDS = 4
"""Words of a saying."""

Saying = tuple[str, ...]
"""What people say: one to MOST_WORDS words in order."""


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """Words of questions, as a person keeps them.

    Attributes:
        aside: words that nearly every question may have, and that say nothing of what it is about.
        forms: words that are forms of one word, as far as no rule of Dutch finds them or a rule finds too many.
        meanings: what a saying means, in words that texts of the field use.
        kinds: the kind of item that is asked for by a saying, such as `case`.
        fixed: sayings that are read as one word where they stand so, such as a name.
    """

    aside: frozenset[str] = frozenset()
    forms: tuple[tuple[str, ...], ...] = ()
    meanings: Mapping[Saying, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    kinds: Mapping[Saying, str] = field(default_factory=lambda: MappingProxyType({}))
    fixed: frozenset[Saying] = frozenset()
