"""What a text says amiss, as far as that is certain: places left open, sentences too long to follow from a screen.

The limits are our own: 25 words in a sentence and 90 in a paragraph, for what a group reads while somebody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.words import _

MOST_WORDS_IN_SENTENCE = 25
MOST_WORDS_IN_PARAGRAPH = 90

_OPEN = re.compile(r"\[\?\]")
_WORD = re.compile(r"[^\W_]+(?:['’./-][^\W_]+)*")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_ADDRESS = re.compile(r"https?://\S+|`[^`]*`")
_BLOCK_START = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+>]|\d{1,3}[.)]|#{1,6})[ \t])")
_SENTENCE_END = re.compile(r"""(?<=[.!?…])["'’”»)*_]*\s+""")
_QUOTED = re.compile(r"""“[^“”]*”|"[^"]*"|‘[^‘’]*’""")
_CLOCK = re.compile(r"\b\d{1,2}:\d{2} uur\b")
_DATE = re.compile(r"\b\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d{2}\b")
_FORMAL = re.compile(r"(?<![\w'’-])(?<!een )(?<!\d )(?:u|uw)(?![\w'’-])")
_HOUSE_WORDS = {
    "actiehouder": "trekker",
    "actiehouders": "trekkers",
    "agreement": "afspraak",
    "agreements": "afspraken",
    "case": "casus",
    "cases": "casussen",
    "participant": "deelnemer",
    "participanten": "deelnemers",
    "script": "draaiboek",
    "scripts": "draaiboeken",
}
_OTHER_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(_HOUSE_WORDS)})(?![\w-]| manage)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something amiss in a text; `piece` is where, as it stands there."""

    piece: str
    what: str
    fix: str


def left_open(text: str) -> Iterator[Remark]:
    """Find `[?]`, the mark of an author who still has to look something up."""
    for found in _OPEN.finditer(text):
        yield Remark(found[0], _("'[?]' marks something that was not looked up"), _("Look it up, or leave it out"))


def too_long(text: str) -> Iterator[Remark]:
    """Find sentences and paragraphs that a room cannot follow from a screen."""
    for block in _BLOCK_START.split(text):
        count = _count(block)
        if count > MOST_WORDS_IN_PARAGRAPH:
            what = _("this paragraph has {count} words").format(count=count)
            fix = _("Make it {most} or fewer; the room reads it from a screen")
            yield Remark(block, what, fix.format(most=MOST_WORDS_IN_PARAGRAPH))
        for sentence in _SENTENCE_END.split(block):
            count = _count(sentence)
            if count > MOST_WORDS_IN_SENTENCE:
                what = _("this sentence has {count} words").format(count=count)
                fix = _("Make it {most} or fewer; the room reads it from a screen")
                yield Remark(sentence, what, fix.format(most=MOST_WORDS_IN_SENTENCE))


def _count(text: str) -> int:
    return len(_WORD.findall(_ADDRESS.sub("x", _LINK.sub(r"\1", text))))


def other_words(text: str) -> Iterator[Remark]:
    """Find words for which this house has another, and times and dates in another form than the house's."""
    own = _own_words(text)
    for found in _OTHER_WORD.finditer(own):
        what = _("'{word}' has another word in this program").format(word=found[0])
        fix = _("Write '{word}'").format(word=_HOUSE_WORDS[found[0].lower()])
        yield Remark(found[0], what, fix)
    for found in _CLOCK.finditer(own):
        what = _("'{time}' has a colon").format(time=found[0])
        yield Remark(found[0], what, _("Write '{time}'").format(time=found[0].replace(":", ".")))
    for found in _DATE.finditer(own):
        what = _("'{date}' is a date in digits").format(date=found[0])
        yield Remark(found[0], what, _("Write it out, such as '17 december 2019'"))


def formal(text: str) -> Iterator[Remark]:
    """Find 'u' and 'uw': a script says 'je', except when it quotes somebody."""
    for found in _FORMAL.finditer(_own_words(text)):
        what = _("'{word}' is formal").format(word=found[0])
        yield Remark(found[0], what, _("Write 'je' or 'jouw'"))


def _own_words(text: str) -> str:
    """Leave out what the author did not say in their own words: quotations, web addresses, code."""
    return _QUOTED.sub("", _ADDRESS.sub("", _LINK.sub(r"\1", text)))
