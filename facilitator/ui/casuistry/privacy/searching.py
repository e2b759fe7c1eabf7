"""Searcher: the search for personal data with its word lists; what was looked at before is not looked at again."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from facilitator.core.privacy import Finding, Lexicon, find
from facilitator.words import _

MOST = 5_000
"""So many texts are remembered: those of some large cases."""


class NoListsError(Exception):
    """The word lists of the check are not there."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "The check for personal data cannot read its word lists. Nothing was shown or packed. Install the program "
            "again; your library stays as it is."
        )


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
