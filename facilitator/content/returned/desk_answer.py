"""Finds in a reply to questions of the help desk what was answered at each code, and where that comes from."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from facilitator.content.returned.reply import read_words

SOURCE = "Bron"
"""What stands before the source in a reply. It is looked for when that is read back, so it is not translated."""

_SOURCE = re.compile(rf"^\s*{SOURCE}(?:nen)?\s*:[ \t]*(.*)$", re.IGNORECASE)

_ANSWERED = re.compile(r"^[\s>]*Antwoord\s+[2-9B-DF-HJ-NP-TV-Z]{5}\s*:", re.IGNORECASE | re.MULTILINE)
_SOURCED = re.compile(rf"^[\s>]*{SOURCE}(?:nen)?\s*:", re.IGNORECASE | re.MULTILINE)


class DeskAnswer(NamedTuple):
    """What was answered at a code; `source` is empty where none was told."""

    code: str
    answer: str
    source: str


class DeskReply(NamedTuple):
    """The answers in the order in which was asked, and what belongs to none of them."""

    answers: tuple[DeskAnswer, ...]
    rest: str


def answers_help_desk(text: str) -> bool:
    """Whether a text looks like a reply to questions of the help desk: only there is asked for a source."""
    return _ANSWERED.search(text) is not None and _SOURCED.search(text) is not None


def read_answers(text: str, asked: Sequence[tuple[str, str]], ours: Collection[str] = ()) -> DeskReply:
    """Read a reply; `asked` is (code, question) as it was sent, and `ours` what was sent around those.

    Where one question alone comes back, and its line is left open, what stands above it is the answer.
    """
    words, others = read_words(_without_lines(text, ours), asked)
    rest = _without(others, ours)
    found = [_apart(code, words[code]) for code, _question in asked if code in words]
    answers = tuple(one for one in found if one.answer)
    if rest and not answers and len(found) == 1:
        answer = _apart(found[0].code, rest)
        return DeskReply((answer._replace(source=answer.source or found[0].source),), "")
    return DeskReply(answers, rest)


def _without_lines(text: str, ours: Collection[str]) -> str:
    """Give a text without the lines that are ours, whole and not quoted."""
    lines = {" ".join(words.split()) for words in ours}
    return "\n".join(line for line in text.split("\n") if " ".join(line.split()) not in lines or not line.strip())


def _without(words: str, ours: Collection[str]) -> str:
    """Give words without what is ours in them, where a mail program folded the lines of it."""
    for each in sorted(ours, key=len, reverse=True):
        folded = r"\s+".join(map(re.escape, each.split()))
        words = re.sub(folded, "", words)
    return words.strip()


def _apart(code: str, words: str) -> DeskAnswer:
    """Take the source out of an answer: what stands on its line, and on those under it up to an empty one."""
    answer: list[str] = []
    source: list[str] = []
    in_source = False
    for line in words.split("\n"):
        begun = _SOURCE.match(line)
        in_source = begun is not None or (in_source and bool(line.strip()))
        if begun is not None:
            source.append(begun[1])
        else:
            (source if in_source else answer).append(line)
    return DeskAnswer(code, "\n".join(answer).strip(), " ".join(" ".join(source).split()))
