"""What a text says amiss, as far as that is certain: places left open, long sentences, words with a better one.

The limits are our own: 25 words in a sentence and 90 in a paragraph, for every text: a group waits while it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.content.plain_words import BETTER, ENGLISH
from facilitator.words import _

MOST_WORDS_IN_SENTENCE = 25
MOST_WORDS_IN_PARAGRAPH = 90

_OPEN = re.compile(r"\[\?\]|\b(?:TODO|XXX)\b|\b[Ll]orem ipsum\b")
_WORD = re.compile(r"[^\W_]+(?:['’./-][^\W_]+)*")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_ADDRESS = re.compile(r"https?://\S+|`[^`]*`")
_BLOCK_START = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+>]|\d{1,3}[.)]|#{1,6})[ \t])")
_SENTENCE_END = re.compile(r"""(?<=[.!?…])["'’”»)*_]*\s+""")
_QUOTED = re.compile(r"""“[^“”]*”|"[^"]*"|‘[^‘’]*’""")
_CLOCK = re.compile(r"\b\d{1,2}:\d{2} uur\b")
_DATE = re.compile(r"\b\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d{2}\b")
_FORMAL = re.compile(r"(?<![\w'’-])(?<!een )(?<!\d )(?:u|uw)(?![\w'’-])")
_SPACED = "|".join(BETTER).replace(" ", r"\s+")
_OTHER_WORD = re.compile(rf"(?<![\w-])(?:{_SPACED})(?![\w-]| manage)", re.IGNORECASE)
_BEGUN = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in ENGLISH.split())
_ENGLISH = re.compile(rf"(?<![\w'’-])(?:{_BEGUN})(?![\w'’-])")
_LETTERS = re.compile(r"\w+")
_SIGNS = frozenset(max(words.split(), key=len) for words in (*BETTER, *ENGLISH.split()))
"""One word of each of these, in small letters: a text without them needs no closer look, which takes far longer."""
_BEFORE = re.compile(r"[A-Z]\w*[ \n]+$")
_AFTER = re.compile(r"[ \n]+[A-Z]")
_NAME = 40


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


def too_long(text: str, *, room: bool) -> Iterator[Remark]:
    """Find sentences and paragraphs that nobody follows; `room`: the audience reads them."""
    fix = (
        _("Make it {most} or fewer; the room reads it while somebody speaks")
        if room
        else _("Make it {most} or fewer; nobody should have to read it twice")
    )
    for block in _BLOCK_START.split(text):
        count = _count(block, MOST_WORDS_IN_PARAGRAPH)
        if count > MOST_WORDS_IN_PARAGRAPH:
            what = _("this paragraph has {count} words").format(count=count)
            yield Remark(block, what, fix.format(most=MOST_WORDS_IN_PARAGRAPH))
        for sentence in _SENTENCE_END.split(block):
            count = _count(sentence, MOST_WORDS_IN_SENTENCE)
            if count > MOST_WORDS_IN_SENTENCE:
                what = _("this sentence has {count} words").format(count=count)
                yield Remark(sentence, what, fix.format(most=MOST_WORDS_IN_SENTENCE))


def longest_sentence(text: str) -> int:
    """Count the words of the longest sentence."""
    return max(_count(sentence) for block in _BLOCK_START.split(text) for sentence in _SENTENCE_END.split(block))


def _count(text: str, most: int = 0) -> int:
    """Count the words; 0 when the text is so short that it cannot hold more than `most`: counting takes its time."""
    if len(text) < 2 * most:
        return 0
    return len(_WORD.findall(_without_addresses(text, "x")))


def other_words(text: str) -> Iterator[Remark]:
    """Find words for which there is a better one, and times and dates in another form than the house's."""
    own = _own_words(text)
    if not _SIGNS.isdisjoint(_LETTERS.findall(own.lower())):
        yield from _better_words(own)
    for found in _CLOCK.finditer(own):
        what = _("'{time}' has a colon").format(time=found[0])
        yield Remark(found[0], what, _("Write '{time}'").format(time=found[0].replace(":", ".")))
    for found in _DATE.finditer(own):
        what = _("'{date}' is a date in digits").format(date=found[0])
        yield Remark(found[0], what, _("Write it out, such as '17 december 2019'"))


def _better_words(own: str) -> Iterator[Remark]:
    for found in _OTHER_WORD.finditer(own):
        word = " ".join(found[0].lower().split())
        if word not in BETTER:  # letters that only a search without capitals takes for others, such as a long s
            continue
        better, reason = BETTER[word]
        what = _("'{word}' has a better word").format(word=found[0])
        yield Remark(found[0], what, _("Write '{word}': {reason}").format(word=better, reason=_(reason)))
    for found in _ENGLISH.finditer(own):
        if not _in_name(found):
            yield Remark(found[0], _("'{word}' is English").format(word=found[0]), _("Write it in Dutch"))


def _in_name(found: re.Match[str]) -> bool:
    """Tell whether a word stands between capitals, as in 'Save the Children'; a capital of its own stands for one."""
    before = found[0][0].isupper() or _BEFORE.search(found.string, max(0, found.start() - _NAME), found.start())
    return bool(before and _AFTER.match(found.string, found.end()))


def formal(text: str) -> Iterator[Remark]:
    """Find 'u' and 'uw': a script says 'je', except when it quotes somebody."""
    for found in _FORMAL.finditer(_own_words(text)):
        what = _("'{word}' is formal").format(word=found[0])
        yield Remark(found[0], what, _("Write 'je' or 'jouw'"))


def _own_words(text: str) -> str:
    """Leave out what the author did not say in their own words: quotations, web addresses, code."""
    return _QUOTED.sub("", _without_addresses(text, ""))


def _without_addresses(text: str, instead: str) -> str:
    """Leave web addresses and code out. Few texts hold any, and looking for these signs first takes half the time."""
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    return _ADDRESS.sub(instead, text) if "`" in text or "http" in text else text
