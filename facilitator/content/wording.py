"""What a text says amiss, as far as that is certain: places left open, long sentences, words with a better one.

The limits are our own: 25 words in a sentence and 90 in a paragraph, for what is read while somebody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.words import _

MOST_WORDS_IN_SENTENCE = 25
MOST_WORDS_IN_PARAGRAPH = 90

_OPEN = re.compile(r"\[\?\]|\b(?:TODO|XXX)\b|\blorem ipsum\b")
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
_PLAIN_WORDS = {
    "alsmede": "en",
    "aangaande": "over",
    "betreffende": "over",
    "challenge": "opgave",
    "checken": "nakijken",
    "cliëntsysteem": "gezin",
    "commitment": "ja",
    "conform": "volgens",
    "derhalve": "daarom",
    "dienen te": "moeten",
    "dient te": "moet",
    "echter": "maar",
    "familiedrama": "geweld, of wat er gebeurde",
    "feedback": "terugkoppeling, of wat je ervan vindt",
    "framen": "noemen",
    "gaarne": "graag",
    "handvatten": "hulp",
    "indien": "als",
    "inzake": "over",
    "issue": "vraag, of probleem",
    "issues": "vragen, of problemen",
    "middels": "met",
    "mindset": "houding",
    "omtrent": "over",
    "reeds": "al",
    "setting": "plek, of groep",
    "te allen tijde": "altijd",
    "teneinde": "om",
    "tevens": "ook",
    "tools": "hulpmiddelen",
    "wederom": "weer",
}
_OTHER_WORDS = _HOUSE_WORDS | _PLAIN_WORDS
_OTHER_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(_OTHER_WORDS)})(?![\w-]| manage)", re.IGNORECASE)
_ENGLISH = re.compile(
    r"(?<![\w'’-])(?:the|and|with|from|this|that|your|they|because|which|should|would|what|when|who)(?![\w'’-])"
)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something amiss in a text; `piece` is where, as it stands there."""

    piece: str
    what: str
    fix: str


def left_open(text: str) -> Iterator[Remark]:
    """Find the marks of an author who still has to look something up, or to write it."""
    for found in _OPEN.finditer(text):
        what = _("'{mark}' marks something that was not looked up or not written yet").format(mark=found[0])
        yield Remark(found[0], what, _("Look it up, or leave it out"))


def too_long(text: str) -> Iterator[Remark]:
    """Find sentences and paragraphs that nobody follows while somebody speaks."""
    for block in _BLOCK_START.split(text):
        count = _count(block)
        if count > MOST_WORDS_IN_PARAGRAPH:
            what = _("this paragraph has {count} words").format(count=count)
            fix = _("Make it {most} or fewer; somebody reads it while leading a group")
            yield Remark(block, what, fix.format(most=MOST_WORDS_IN_PARAGRAPH))
        for sentence in _SENTENCE_END.split(block):
            count = _count(sentence)
            if count > MOST_WORDS_IN_SENTENCE:
                what = _("this sentence has {count} words").format(count=count)
                fix = _("Make it {most} or fewer; somebody reads it while leading a group")
                yield Remark(sentence, what, fix.format(most=MOST_WORDS_IN_SENTENCE))


def _count(text: str) -> int:
    return len(_WORD.findall(_ADDRESS.sub("x", _LINK.sub(r"\1", text))))


def other_words(text: str) -> Iterator[Remark]:
    """Find words for which this house has another, and times and dates in another form than the house's."""
    own = _own_words(text)
    for found in _OTHER_WORD.finditer(own):
        what = _("'{word}' has a better word").format(word=found[0])
        fix = _("Write '{word}'").format(word=_OTHER_WORDS[found[0].lower()])
        yield Remark(found[0], what, fix)
    for found in _ENGLISH.finditer(own):
        yield Remark(found[0], _("'{word}' is English").format(word=found[0]), _("Write it in Dutch"))
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
