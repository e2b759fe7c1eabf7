"""Reads resources/language into what is known of the words of questions: `set_aside.txt` and `read_as.txt`.

Both are plain text that a domain expert keeps; a line that begins with `#` says something to the next one who writes.
`set_aside.txt` has words, parted by blanks. A line of `read_as.txt` is one of these:

    oma; opa; bejaarde vrouw > oudere; ouderenmishandeling      what people say, and what texts call it
    slaan; slaat; geslagen                                      forms of one word
    casus; oefencasus > [case]                                  what people say who want a case
    "veilig thuis" > veilig thuis                               words that are one where they stand so
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from facilitator.content.problem import Problem
from facilitator.core.question_words import MOST_WORDS, QuestionWords, Saying
from facilitator.core.text import fold
from facilitator.words import _

ASIDE, READ_AS = "set_aside.txt", "read_as.txt"
KINDS = {"[card]": "card", "[case]": "case", "[script]": "script"}

K = TypeVar("K")
V = TypeVar("V")
Fault = tuple[str, str]
"""What is wrong, and what to do."""

_IN_QUOTES = re.compile(r'"([^";]+)"')


def read_question_words(folder: Path) -> QuestionWords:
    """Read the lists in `folder`, which is `resource("language")`. What is wrong in them, or not there, is left out."""
    return read_and_check(folder)[0]


def read_and_check(folder: Path) -> tuple[QuestionWords, list[Problem]]:
    """Read the lists, and give what is wrong in them too."""
    problems: list[Problem] = []
    aside = frozenset(word for _number, line in _lines(folder / ASIDE, problems) for word in line.split())
    reading = _Reading()
    for number, line in _lines(folder / READ_AS, problems):
        problems += (Problem(folder / READ_AS, number, what, fix) for what, fix in reading.take(line))
    return reading.words(aside), problems


def _lines(path: Path, problems: list[Problem]) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        what = _("this list of words is not there, or is not a text in UTF-8")
        problems.append(Problem(path, 1, what, _("Put the file back; questions are read less well without it")))
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, fold(line)


@dataclass
class _Reading:
    """What was read so far of the lines that say how something is read."""

    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    meanings: dict[Saying, tuple[str, ...]] = field(default_factory=dict)
    kinds: dict[Saying, str] = field(default_factory=dict)
    fixed: set[Saying] = field(default_factory=set)

    def words(self, aside: frozenset[str]) -> QuestionWords:
        """Give what was read."""
        forms = tuple(dict.fromkeys(self.forms.values()))
        meanings, kinds = MappingProxyType(self.meanings), MappingProxyType(self.kinds)
        return QuestionWords(aside, forms, meanings, kinds, frozenset(self.fixed))

    def take(self, line: str) -> Iterator[Fault]:
        """Take a line in. Gives what is wrong with it."""
        said, sign, means = line.partition(">")
        self.fixed.update(_phrases(";".join(_IN_QUOTES.findall(said))))
        said = said.replace('"', " ")
        wanted = tuple(" ".join(words) for words in _phrases(means))
        if not sign:
            yield from self._take_forms(tuple(" ".join(words) for words in _phrases(said)))
        elif len(wanted) == 1 and wanted[0] in KINDS:
            for words in _phrases(said):
                yield from self._wrong(words) or _put(self.kinds, words, KINDS[wanted[0]])
        elif not wanted or set("[]>") & set(means) or not _phrases(said):
            what = _("this line does not say how something is read")
            yield what, _("Write what people say, '>', and what texts call it; put ';' between words")
        else:
            for words in _phrases(said):
                yield from self._wrong(words) or _put(self.meanings, words, wanted)

    def _take_forms(self, words: tuple[str, ...]) -> Iterator[Fault]:
        if len(words) < 2 or any(" " in word for word in words):
            what = _("this line has no forms of one word")
            yield what, _("Write two or more single words with ';' between them, or a '>' and what they mean")
            return
        for word in words:
            yield from [_twice(word)] if word in self.forms else _put(self.forms, word, words)

    def _wrong(self, words: Saying) -> list[Fault]:
        said = " ".join(words)
        if len(words) > MOST_WORDS:
            what = _("'{words}' is too long to be recognised").format(words=said)
            return [(what, _("Keep what tells most, in at most {count} words").format(count=MOST_WORDS))]
        return [_twice(said)] if words in self.meanings or words in self.kinds else []


def _twice(words: str) -> Fault:
    return _("'{words}' stands here twice").format(words=words), _("Put all that it means on one line")


def _put(where: dict[K, V], key: K, value: V) -> tuple[()]:
    where[key] = value
    return ()


def _phrases(text: str) -> list[Saying]:
    phrases = (tuple(part.split()) for part in text.split(";"))
    return [words for words in phrases if words]
