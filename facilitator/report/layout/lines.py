"""Stretches of text broken into lines of a given width.

A line ends at a space, at a zero-width space, or after a hyphen or slash between letters; a word wider than a whole
line is cut between characters, never between a character and its accents. Nothing is lost: the space at which a line
ends stays at its end, so that words do not glue together when the text is copied or read aloud.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from facilitator.report.fonts import Run, Typeface, width
from facilitator.report.layout import direction
from facilitator.report.style import Colour, TextStyle
from facilitator.report.tagging.pen import Stroke
from facilitator.report.tagging.tree import Tag

_STOPS: Final = re.compile("([\n\u200b])")
_NO_TEXT: Final = frozenset({"", "\u200b"})
_WORDS: Final = re.compile(" |[^ ]+")
_OPPORTUNITY: Final = re.compile(r"(?<=[^\W\d_][-/])(?=[^\W\d_])")
_ROUNDING: Final = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A clickable stretch of text: its address and the Link element it becomes."""

    address: str
    tag: Tag


class Span(NamedTuple):
    """Text as written, in one manner; a newline is a line break that was asked for."""

    text: str
    bold: bool = False
    italic: bool = False
    link: Link | None = None
    soft: bool = False


class Piece(NamedTuple):
    """A stroke on a line, and the link it belongs to.

    `at` is its place from the left of the line, in points, where the pieces are not seen in the order they are read in.
    """

    stroke: Stroke
    link: Link | None
    at: float | None = None


Line = tuple[Piece, ...]


class Broken(NamedTuple):
    """The lines of a text, and the characters in it that no face has."""

    lines: tuple[Line, ...]
    missing: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides how spans become strokes."""

    typeface: Typeface
    style: TextStyle
    link_colour: Colour
    soft_colour: Colour


class _Filling:
    """Fills line after line with parts that are not broken themselves."""

    def __init__(self, available: float) -> None:
        self.lines: list[Line] = []
        self._available = available + _ROUNDING
        self._line: list[Piece] = []
        self._used = 0.0

    def blank(self, piece: Piece) -> None:
        """Add a space, unless the line is empty or has one at its end."""
        if self._line and not self._line[-1].stroke.text.endswith(" "):
            self._put([piece], piece.stroke.width)

    def word(self, pieces: Sequence[Piece]) -> None:
        """Add a word; what does not fit goes to the next line."""
        needed = sum(piece.stroke.width for piece in pieces)
        if self._line and self._used + needed > self._available:
            self.end()
        if needed <= self._available:
            self._put(pieces, needed)
            return
        for piece in (part for whole in pieces for part in _characters(whole)):
            if self._line and self._used + piece.stroke.width > self._available:
                self.end()
            self._put([piece], piece.stroke.width)

    def end(self) -> None:
        """Close the line."""
        self.lines.append(_joined(self._line))
        self._line, self._used = [], 0.0

    def _put(self, pieces: Sequence[Piece], needed: float) -> None:
        self._line.extend(pieces)
        self._used += needed


def break_lines(spans: Sequence[Span], setting: Setting, available: float) -> Broken:
    """Break `spans` into lines of at most `available` points."""
    if any(direction.runs_backwards(span.text) for span in spans):
        return _break_backwards(spans, setting, available)
    return _break_plain(spans, setting, available) or _break_mixed(spans, setting, available)


def _break_backwards(spans: Sequence[Span], setting: Setting, available: float) -> Broken:
    """Break a text in which something runs from right to left: as it is read, and then put in order line by line."""
    at_the_right = direction.begins_at_the_right("".join(span.text for span in spans))
    shaped = [span._replace(text=direction.joined(span.text)) for span in spans]
    broken = _break_mixed(shaped, setting, available)
    lines = tuple(_in_order(line, available, at_the_right=at_the_right) for line in broken.lines)
    return Broken(lines, broken.missing)


def _in_order(line: Line, available: float, *, at_the_right: bool) -> Line:
    """Give the pieces of a line in the order in which they are read, each with the place where it is seen.

    Where the text as a whole runs from right to left its lines end at the right.
    """
    placed = []
    at = max(0.0, available - line_width(line)) if at_the_right else 0.0
    for stretch in direction.in_order([piece.stroke.text for piece in line], at_the_right=at_the_right):
        piece = line[stretch.part]
        read = "" if stretch.read == stretch.seen else stretch.read
        stroke = piece.stroke._replace(text=stretch.seen, read=read)
        placed.append((stretch.start, Piece(stroke, piece.link, at)))
        at += stroke.width
    return tuple(piece for _start, piece in sorted(placed, key=itemgetter(0)))


Manner = tuple[str, Colour, Link | None]
"""The face, the colour and the link of a stretch."""


class _PlainFilling:
    """Fills line after line with words and single spaces, as text: most texts need no more, and it is far quicker."""

    def __init__(self, style: TextStyle, available: float) -> None:
        self.lines: list[list[tuple[Manner, str]]] = []
        self._line: list[tuple[Manner, str]] = []
        self._available = available + _ROUNDING
        self._size = style.size
        self._used = 0.0

    def word(self, parts: Sequence[tuple[Manner, str]]) -> bool:
        """Add a word, or say that it is wider than a line."""
        needed = sum(width(manner[0], self._size, text) for manner, text in parts)
        if needed > self._available:
            return False
        if self._line and self._used + needed > self._available:
            self.end()
        for part in parts:
            self._put(*part)
        self._used += needed
        return True

    def blank(self, manner: Manner) -> None:
        """Add a space, unless the line is empty or has one at its end."""
        if self._line and not self._line[-1][1].endswith(" "):
            self._put(manner, " ")
            self._used += width(manner[0], self._size, " ")

    def end(self) -> None:
        """Close the line."""
        self.lines.append(self._line)
        self._line, self._used = [], 0.0

    def _put(self, manner: Manner, text: str) -> None:
        if self._line and self._line[-1][0] == manner:
            self._line[-1] = manner, self._line[-1][1] + text
        else:
            self._line.append((manner, text))


def _break_plain(spans: Sequence[Span], setting: Setting, available: float) -> Broken | None:
    """Break a text that needs nothing but spaces: most texts, several times as fast.

    Gives None where there is more to it; `_break_mixed` would give the very same lines.
    """
    style, filling = setting.style, _PlainFilling(setting.style, available)
    word: list[tuple[Manner, str]] = []
    for span in spans:
        manner = _manner_of(span, setting)
        if not setting.typeface.draws(span.text, manner[0]) or _OPPORTUNITY.search(span.text):
            return None
        for number, part in enumerate(span.text.split(" ")):
            if number:
                if word and not filling.word(word):
                    return None
                word = []
                filling.blank(manner)
            if part:
                word.append((manner, part))
    if word and not filling.word(word):
        return None
    filling.end()
    return Broken(tuple(tuple(_piece(manner, style.size, text) for manner, text in line) for line in filling.lines), "")


def _manner_of(span: Span, setting: Setting) -> Manner:
    style = setting.style
    colour = setting.soft_colour if span.soft else setting.link_colour if span.link else style.colour
    return style.face_for(bold=span.bold, italic=span.italic), colour, span.link


def _piece(manner: Manner, size: float, text: str) -> Piece:
    face, colour, link = manner
    return Piece(Stroke(face, size, colour, text), link)


def _break_mixed(spans: Sequence[Span], setting: Setting, available: float) -> Broken:
    """Break any text: in several manners, in several faces, with line breaks and words that must be cut."""
    filling = _Filling(available)
    missing: list[str] = []
    word: list[Piece] = []
    for piece, glued in _pieces(spans, setting, missing):
        text = piece.stroke.text
        if word and (not glued or text in {" ", "\n"}):
            filling.word(word)
            word = []
        if text == " ":
            filling.blank(piece)
        elif text == "\n":
            filling.blank(Piece(piece.stroke._replace(text=" "), piece.link))
            filling.end()
        else:
            word.append(piece)
    if word:
        filling.word(word)
    filling.end()
    return Broken(tuple(filling.lines), "".join(missing))


def _pieces(spans: Sequence[Span], setting: Setting, missing: list[str]) -> Iterator[tuple[Piece, bool]]:
    """Give words, spaces and line breaks one by one, and whether each is glued to the one before."""
    style = setting.style
    for span in spans:
        face, colour, _link = _manner_of(span, setting)
        for number, stretch in enumerate(_STOPS.split(span.text)):
            if stretch == "\n":
                yield Piece(Stroke(face, style.size, colour, stretch), span.link), False
            elif stretch not in _NO_TEXT:
                runs, lacking = setting.typeface.runs(stretch, face)
                missing.append(lacking)
                for part, glued in _parts(runs):
                    stroke = Stroke(part.face, style.size, colour, part.text)
                    yield Piece(stroke, span.link), glued or (glued is None and number == 0)


def _parts(runs: Sequence[Run]) -> Iterator[tuple[Run, bool | None]]:
    """Give words and spaces of runs, and whether each is glued to the one before; None for the very first."""
    glued: bool | None = None
    for run in runs:
        for word in _WORDS.findall(run.text):
            for part in _OPPORTUNITY.split(word):
                yield Run(run.face, part), glued
                glued = False
        glued = True


def _characters(piece: Piece) -> Iterator[Piece]:
    """Cut a piece into characters with their accents."""
    cluster = ""
    for char in piece.stroke.text:
        if cluster and not unicodedata.category(char).startswith("M"):
            yield Piece(piece.stroke._replace(text=cluster), piece.link)
            cluster = ""
        cluster += char
    yield Piece(piece.stroke._replace(text=cluster), piece.link)


def _manner(piece: Piece) -> tuple[str, Colour, int]:
    return piece.stroke.face, piece.stroke.colour, id(piece.link)


def _joined(line: Sequence[Piece]) -> Line:
    """Join neighbours that look alike into one piece."""
    groups = (list(group) for _, group in groupby(line, key=_manner))
    return tuple(
        group[0]._replace(stroke=group[0].stroke._replace(text="".join(each.stroke.text for each in group)))
        for group in groups
    )


def line_width(line: Line) -> float:
    """Give the width of a line in points."""
    return sum(width(piece.stroke.face, piece.stroke.size, piece.stroke.text) for piece in line)


def line_read(line: Line) -> str:
    """Give what a line says, as it is read."""
    return "".join(piece.stroke.read or piece.stroke.text for piece in line)
