"""Finds in a reply what was answered at each code: above, below or between the lines that were sent.

Everything between an answer's own line and the next line that was sent is the answer. What belongs to no code is given
back, so that somebody reads it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from facilitator.content.returned.form_file import kept_short
from facilitator.content.returned.status_words import handed_to, status_of
from facilitator.core.reporting import Told
from facilitator.core.text import fold
from facilitator.core.vocabulary import Status

MOST_LINES = 20_000

_QUOTE = re.compile(r"^((?:[ \t]*>)*)[ \t]?(.*)$")
_ANCHOR = re.compile(
    r"^[\s*•·\-–_|]*(antwoord\b\s*)?(?:bij\s+|op\s+)?([\[(]?)([2-9B-DF-HJ-NP-TV-Z]{5})[\])]?\s*[:=.\-–—]*\s*(.*)$",
    re.IGNORECASE,
)
_OURS = re.compile(r"^\(?\s*kenmerk\b", re.IGNORECASE)
_HEADER = re.compile(
    r"^(?:-{2,}\s*(?:oorspronkelijk bericht|original message|doorgestuurd bericht|forwarded message).*|_{10,}|"
    r"(?:van|from|verzonden|sent|datum|date|aan|to|onderwerp|subject|cc)\s*:\s.*|"
    r"(?:op|on)\b.{4,160}(?:schreef|wrote|het volgende geschreven)\b.*:?)$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"^(?:-- ?|(?:met )?(?:vriendelijke|hartelijke|warme|collegiale|beste)\s+groet(?:en|jes)?\b.*|"
    r"(?:groet(?:en|jes)?|mvg|m\.v\.g\.?|gr\.?|hgr|vr\.? ?gr\.?)\b[\s,.!]*.{0,30}|"
    r"(?:verzonden|verstuurd) (?:vanaf|vanuit|met|via) .*|sent from my .*|get outlook for .*|outlook voor .*)$",
    re.IGNORECASE,
)
_GREETING = re.compile(r"^(?:beste|hallo|hoi|hi|dag|geachte|goede(?:morgen|middag|navond))\b.{0,60}$", re.IGNORECASE)


class _Row(NamedTuple):
    depth: int
    text: str


@dataclass(slots=True)
class _Region:
    """The lines at a code; `depth` is how often its own line was quoted, `title` what was sent in them.

    `own` says that they begin with the line for the answer, and not with what was asked.
    """

    code: str
    depth: int
    title: str
    own: bool
    lines: list[str] = field(default_factory=list)


class _Answer(NamedTuple):
    code: str
    words: str
    status: Status | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What was told at each code that was asked, in their order, and what belongs to none of them."""

    told: tuple[Told, ...]
    rest: str


def read_reply(text: str, asked: Sequence[tuple[str, str]]) -> Reply:
    """Read a reply; `asked` is (code, the text of that line) as it was sent."""
    answers, named, rest = _answers(text, asked)
    told = [_told(code, [one for one in answers if one.code == code]) for code, _title in asked]
    if len(named) == 1 and rest and not any(one.answered for one in told):
        return Reply(tuple(replace(one, words=rest) if one.code in named else one for one in told), "")
    return Reply(tuple(told), rest)


def read_words(text: str, asked: Sequence[tuple[str, str]]) -> tuple[dict[str, str], str]:
    """Read a reply to questions: the words at each code that was answered, and what belongs to none.

    `asked` is as above. No word is taken for a status, and nothing is cut.
    """
    answers, named, rest = _answers(text, asked)
    words: dict[str, str] = {}
    for answer in dict.fromkeys(answers):
        words[answer.code] = "\n\n".join(part for part in (words.get(answer.code), answer.words) if part)
    if len(named) == 1 and rest and not words:
        return dict.fromkeys(named, rest), ""
    return words, rest


def _answers(text: str, asked: Sequence[tuple[str, str]]) -> tuple[list[_Answer], set[str], str]:
    """What was answered, in the order of the text, at which codes something stands, and what belongs to none."""
    rows = [_row(line) for line in text.split("\n")[:MOST_LINES]]
    regions, rest = _regions(rows, dict(asked))
    answers = [answer for number, _region in enumerate(regions) if (answer := _answer(regions, number)) is not None]
    return answers, {region.code for region in regions}, rest


def _row(line: str) -> _Row:
    found = _QUOTE.match(line.replace("\xa0", " "))
    assert found is not None  # noqa: S101  it matches every line
    return _Row(found[1].count(">"), found[2].rstrip())


def _regions(rows: Sequence[_Row], titles: Mapping[str, str]) -> tuple[list[_Region], str]:
    regions: list[_Region] = []
    free: list[str] = []
    at: _Region | None = None
    top = True
    for row in rows:
        begun = _begun(row, titles)
        if begun is not None:
            at, top = begun, False if row.depth or begun.title else top
            regions.append(begun)
        elif _ends(row, at):
            top, at = False, None
        elif at is not None:
            at.lines.append(row.text)
        elif top and not _quoted(row):
            free.append(row.text)
        else:
            top = False
    return regions, _without_manners(free)


def _quoted(row: _Row) -> bool:
    return bool(row.depth) or _HEADER.match(row.text.strip()) is not None


def _begun(row: _Row, titles: Mapping[str, str]) -> _Region | None:
    """The region that a line begins: that of an answer, or of a line as it was sent."""
    found = _ANCHOR.match(row.text)
    if found is None or (code := found[3].upper()) not in titles:
        return None
    after = found[4]
    first = fold(titles[code])[:12]
    is_title = not found[1] and bool(first) and fold(after)[: len(first)] == first
    return _Region(code, row.depth, titles[code] if is_title else "", bool(found[1]) or not found[2], [after])


def _ends(row: _Row, at: _Region | None) -> bool:
    """Whether a line belongs to no answer any more: one of ours, the mail that was answered, or a signature."""
    line = row.text.strip()
    if _OURS.match(line) or _HEADER.match(line):
        return True
    if at is not None and row.depth > at.depth:
        return True
    return row.depth == 0 and _SIGNATURE.match(line) is not None


def _answer(regions: Sequence[_Region], number: int) -> _Answer | None:
    """What was answered in a region, if anything.

    What was asked may be called otherwise by now: its line is then known by that of the answer, which follows it.
    """
    region = regions[number]
    lines = "\n".join(region.lines).strip()
    if region.title:
        words, whole = _after_title(lines, region.title)
        return _Answer(region.code, words, status_of(words) if whole else None) if words else None
    if region.own:
        return _Answer(region.code, lines, status_of(lines)) if lines else None
    following = regions[number + 1] if number + 1 < len(regions) else None
    if following is not None and following.own and following.code == region.code:
        return None if len(lines.split("\n")) == 1 else _Answer(region.code, lines, None)
    return _Answer(region.code, lines, status_of(lines, at_once=True)) if lines else None


def _told(code: str, answers: Sequence[_Answer]) -> Told:
    said = {answer.status for answer in answers}
    status = said.pop() if len(said) == 1 else None
    words = kept_short("\n".join(dict.fromkeys(answer.words for answer in answers)))
    if status is None:
        return Told(code, None, words)
    to = handed_to(words) if status is Status.HANDED_OVER else ""
    return Told(code, status, "" if _says_no_more(words, status, to) else words, to)


def _says_no_more(words: str, status: Status, to: str) -> bool:
    """Whether the words are only the status itself, as it is called on screen and on paper too."""
    plain = fold(words).strip(" .!,;:-")
    names = {status.value.replace("-", " "), "gelukt", "niet gelukt", "gedaan", "klaar", "nog bezig", "mee bezig"}
    return plain in names or (bool(to) and plain in {f"overgedragen aan {fold(to)}", f"overgedragen naar {fold(to)}"})


def _after_title(text: str, title: str) -> tuple[str, bool]:
    """Give what stands behind the words that were sent, however the lines were broken on the way.

    Also whether all of those words stood there: else some of them may still stand in what is left.
    """
    position, whole = 0, True
    for word in title.split():
        found = re.compile(rf"\s*{re.escape(word)}", re.IGNORECASE).match(text, position)
        if found is None:
            whole = False
            break
        position = found.end()
    return text[position:].lstrip(" \t:-–—\n").rstrip(), whole


def _without_manners(lines: Sequence[str]) -> str:
    """Leave out greeting and signature: nobody needs to settle those."""
    kept = [line for line in lines if not _GREETING.match(line.strip())]
    return kept_short("\n".join(kept).strip())
