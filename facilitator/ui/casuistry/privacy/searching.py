"""Searcher: the search for personal data with its word lists; what was looked at before is not looked at again."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from facilitator.content.lexicon import NoListsError
from facilitator.core.privacy import Finding, Lexicon, find

MOST = 5_000
"""So many texts are remembered: those of some large cases."""


class Searcher:
    """Called beside the windows: the first time it waits for the word lists."""

    def __init__(self, lexicon: Callable[[], Future[Lexicon]]) -> None:
        self._lexicon = lexicon
        self._seen: dict[tuple[str, frozenset[str]], tuple[Finding, ...]] = {}

    def __call__(self, text: str, known: frozenset[str]) -> tuple[Finding, ...]:
        """Give what looks like personal data in a text. Raises NoListsError."""
        seen = self._seen.get((text, known))
        if seen is None:
            try:
                lexicon = self._lexicon().result()
            except OSError as error:
                raise NoListsError from error
            if len(self._seen) >= MOST:
                self._seen = {}
            seen = self._seen[text, known] = find(text, lexicon, known)
        return seen
