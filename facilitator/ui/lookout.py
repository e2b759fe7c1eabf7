"""Lookout: looks at every text that is written for what looks like personal data."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.ui.futures import in_background

if TYPE_CHECKING:
    from facilitator.core.events import Spotted
    from facilitator.core.privacy import Lexicon
    from facilitator.core.session import Session

NOT_LOOKED_AT = "not_looked_at"
"""The kind of a text that nobody could look at."""


class Lookout:
    """Its word lists are read beside the windows. Who writes before they are there waits for them: nothing slips by."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lists: Future[Lexicon] | None = None

    def warm(self) -> Future[Lexicon]:
        """Begin to read the word lists, unless that was done. What could not be read is tried again."""
        if self._lists is None or (self._lists.done() and self._lists.exception() is not None):
            self._lists = in_background(self._read)
        return self._lists

    def _read(self) -> Lexicon:
        from facilitator.content.lexicon import read_lexicon  # noqa: PLC0415  not on the way to the first window

        return read_lexicon(self._folder)

    def __call__(self, text: str, session: Session) -> tuple[Spotted, ...]:
        """Give what looks like personal data in a text.

        When the word lists cannot be read nobody could look: then all of it is held back, and the session goes on.
        """
        from facilitator.core.events import Spotted  # noqa: PLC0415  not on the way to the first window
        from facilitator.core.privacy import find  # noqa: PLC0415

        try:
            lists = self.warm().result()
        except OSError:
            return (Spotted(NOT_LOOKED_AT, text),) if text.strip() else ()
        found = find(text, lists, known_words(session))
        return tuple(dict.fromkeys(Spotted(finding.kind.value, finding.text) for finding in found))


def known_words(session: Session) -> frozenset[str]:
    """What points at no person of flesh and blood: organisations, roles, the persons of an invented case.

    The names of participants are no such words: whoever is at the table is not to be named before the room by accident.
    """
    from facilitator.core.text import fold  # noqa: PLC0415  not on the way to the first window

    return frozenset(filter(None, (fold(words) for words in _known(session))))


def _known(session: Session) -> Iterator[str]:
    yield from (partner.name for partner in session.notebook.partners)
    yield from (participant.role for participant in session.notebook.participants)
    for case in session.cases:
        yield from case.roles
        for person in case.persons:
            yield person.name
            yield from person.name.split()
