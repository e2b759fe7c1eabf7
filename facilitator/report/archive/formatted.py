"""Markdown in the data of a report: its words are those of the pages, and nothing is in it that they do not show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from facilitator.report.archive.told import words
from facilitator.report.markdown import leads_away, to_markup
from facilitator.report.markup import parse

MOST_EACH: Final = 20_000
MOST_TOGETHER: Final = 500_000
"""So many characters may a text have, and all together: what is made to be slow to read is not read at all."""

_SIGNS: Final = re.compile(r"([!-/:-@\[-`{-~])")
"""Every sign that can mean something in Markdown can have a backslash before it (CommonMark, 2.4)."""


def too_long(texts: Sequence[str]) -> bool:
    """Whether these are more than any report holds."""
    return any(len(text) > MOST_EACH for text in texts) or sum(map(len, texts)) > MOST_TOGETHER


def as_printed(text: str) -> str:
    """Give the words of a Markdown text as the pages have them, a line for each of its blocks."""
    return words(parse(f"<body>{to_markup(text)}</body>"))


def bare(text: str) -> str:
    """Give a Markdown text as it is, or its words alone where an address is in it. One that is too long is left out."""
    if too_long((text,)):
        return ""
    if not leads_away(text):
        return text
    plain = "\n\n".join(_SIGNS.sub(r"\\\1", line) for line in as_printed(text).split("\n"))
    return "" if too_long((plain,)) else plain
