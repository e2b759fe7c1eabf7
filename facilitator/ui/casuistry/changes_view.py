"""ChangesView: what differs between two readings of a text: where, what stood there, what stands there now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from facilitator.content.compare import Difference
from facilitator.content.yaml_text import joined_lines
from facilitator.ui import theme

_WORDS = re.compile(r"\s+|\S+")
MOST_WORDS = 1_500
"""Of longer texts the words are not held against each other: that is quadratic, and nobody reads it."""

LEAST_ALIKE = 0.4
"""Texts that have less in common are two texts: single words that happen to be in both say nothing."""

AROUND = 60
"""So many characters are shown around what differs; the rest of a long text is left out."""

Run = tuple[str, bool]
"""A piece of a text, and whether the other text does not have it."""


class ChangesView(QTextBrowser):
    """Shows differences one under the other. Every sign of them is shown as it is.

    Words that only one of the two has are underlined or struck through, on a wash of their own.
    """

    def __init__(self, name: str, before: str, after: str, parent: QWidget | None = None) -> None:
        """`before` and `after` say what the two texts are."""
        super().__init__(parent)
        self._before, self._after = before, after
        self._shown: tuple[str, Sequence[Difference]] = ("", ())
        self.setAccessibleName(name)
        self.setProperty("role", "reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)

    def look_changed(self) -> None:
        """Write it anew, in the colours that hold now."""
        self.show_changes(*self._shown)

    def show_changes(self, intro: str, differences: Sequence[Difference]) -> None:
        """Show a sentence about them all, and each of them."""
        self._shown = intro, differences
        self.clear()
        cursor = QTextCursor(self.document())
        if intro:
            _insert(cursor, [(intro, QTextCharFormat())], gap=0)
        for number, one in enumerate(differences):
            _insert(cursor, [(one.where, _bold())], gap=0 if number == 0 and not intro else 14)
            old, new = runs(joined_lines(one.old), joined_lines(one.new))
            if one.old:
                _insert(cursor, [(f"{self._before}  ", _soft()), *((text, _old(gone)) for text, gone in old)], gap=3)
            if one.new:
                _insert(cursor, [(f"{self._after}  ", _soft()), *((text, _new(come)) for text, come in new)], gap=3)
        self.moveCursor(QTextCursor.MoveOperation.Start)


def runs(old: str, new: str) -> tuple[list[Run], list[Run]]:
    """Part two texts into what both have and what only one of them has."""
    befores, afters = _WORDS.findall(old), _WORDS.findall(new)
    if not old or not new or len(befores) + len(afters) > MOST_WORDS:
        return [(old, False)], [(new, False)]
    matcher = SequenceMatcher(None, befores, afters, autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return [(old, False)], [(new, False)]
    codes = matcher.get_opcodes()
    return (
        _shortened([("".join(befores[a:b]), what != "equal") for what, a, b, _c, _d in codes]),
        _shortened([("".join(afters[c:d]), what != "equal") for what, _a, _b, c, d in codes]),
    )


def _shortened(pieces: Sequence[Run]) -> list[Run]:
    """Leave out the middle of what both texts have, so that what differs is in sight."""
    last = len(pieces) - 1
    return [
        (text if differs else _around(text, first=place == 0, last=place == last), differs)
        for place, (text, differs) in enumerate(pieces)
        if text
    ]


def _around(text: str, *, first: bool, last: bool) -> str:
    if len(text) <= 3 * AROUND:
        return text
    begin = "" if first else text[: text.rindex(" ", 0, AROUND) + 1 if " " in text[:AROUND] else AROUND]
    end = "" if last else text[text.find(" ", len(text) - AROUND) :]
    return f"{begin}…{end}"


def _insert(cursor: QTextCursor, pieces: Sequence[tuple[str, QTextCharFormat]], gap: int) -> None:
    shape = QTextBlockFormat()
    shape.setTopMargin(gap)
    shape.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if cursor.document().isEmpty():
        cursor.setBlockFormat(shape)
    else:
        cursor.insertBlock(shape)
    for text, look in pieces:
        cursor.insertText(text, look)


def _bold() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    return look


def _soft() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(theme.current().soft_ink))
    return look


def _old(gone: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    if gone:
        look.setFontStrikeOut(True)
        look.setBackground(QColor(theme.current().attention_wash))
    return look


def _new(come: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    if come:
        look.setFontUnderline(True)
        look.setBackground(QColor(theme.current().accent_wash))
    return look
