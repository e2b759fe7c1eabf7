"""How easily a file must read: a limit for each kind, by the measure for Dutch in `reading_ease`.

The limits are our own. What is read aloud or by a room has to be easier than a card that one person reads with time;
what ships stands well above them. A text of few words is not measured: one long name would decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from facilitator.content.library import FileKind, Reading
from facilitator.content.locate import CARDS, CASES, FRUSTRATIONS, MODELS, SCRIPTS, resource
from facilitator.content.problem import Problem
from facilitator.content.reading_ease import reading_ease
from facilitator.content.yaml_tree import Scalar
from facilitator.words import _

LEAST_EASE: Final = {CARDS: 60, FRUSTRATIONS: 70, MODELS: 70, CASES: 80, SCRIPTS: 80}
"""Flesch-Douma; 60 is what somebody of fourteen reads with ease."""
LEAST_WORDS: Final = 100
_PIECE: Final = 15  # words of a text that may be pointed at as the hardest


def terms() -> tuple[str, ...]:
    """Give the words of the profession that a measure of reading should not count as hard. Raises OSError."""
    return tuple(resource("language", "terms.txt").read_text("utf-8").split())


def too_hard(kind: FileKind[Any], reading: Reading[Any], exempt: Sequence[str]) -> Problem | None:
    """Tell when a file reads harder than its kind may, at the text in it that is hardest."""
    if reading.tree is None:
        return None
    found = [scalar for text, scalar in kind.declare().texts(reading.tree.root) if not text.foreign]
    texts = [scalar.text for scalar in found]
    ease, least = reading_ease(texts, exempt), LEAST_EASE[kind.folder]
    if ease is None or ease >= least or _words(texts) < LEAST_WORDS:
        return None
    hardest = min(found, key=lambda scalar: _ease(scalar, exempt))
    what = _("it reads hard: {ease} of at least {least}, and this text is the hardest").format(
        ease=round(ease), least=least
    )
    return Problem(reading.path, hardest.line, what, _("Make sentences and words shorter"), hardest.path)


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _ease(scalar: Scalar, terms: Iterable[str]) -> float:
    ease = reading_ease((scalar.text,), terms) if len(scalar.text.split()) >= _PIECE else None
    return float("inf") if ease is None else ease
