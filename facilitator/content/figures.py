"""Numbers in the texts of a card: a percentage, or a thousand or more, stands among its figures or is not told.

There it has its year, what was counted and who says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from facilitator.content.library import FileKind
from facilitator.content.yaml_tree import Node, Scalar
from facilitator.core.card import Card

_SHARE = r"(?<![\d.,])\d+(?:[.,]\d+)*(?= ?(?:procent\b|%|miljoen\b))"
_THOUSANDS = r"(?<![\d.,-])\d{1,3}(?:\.\d{3})+(?![\d-])"
_WITHOUT_POINTS = r"(?<![\d.,-])(?<!\d )[1-9]\d{4,}(?![\d-])"
_TOLD_WITH_A_SOURCE = re.compile(f"{_SHARE}|{_THOUSANDS}|{_WITHOUT_POINTS}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def without_source(kind: FileKind[Any], root: Node, card: Card) -> Iterator[tuple[Scalar, str]]:
    """Give each number that stands in no figure, and where. The claim of a fact check is what others say."""
    claim = card.fact_check.claim if card.fact_check is not None else ""
    figures = (f"{figure.value} {figure.definition}" for figure in card.figures)
    told = frozenset(_NUMBER.findall(" ".join((claim, card.title, *figures))))
    for text, scalar in kind.declare().texts(root):
        for found in () if text.foreign else _TOLD_WITH_A_SOURCE.finditer(scalar.text):
            if found[0] not in told:
                yield scalar, found[0]
