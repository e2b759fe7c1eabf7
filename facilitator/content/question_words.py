"""Reads resources/language into what is known of the words of questions: `set_aside.txt` and `read_as.txt`.

Both are plain text that a domain expert keeps; a line that begins with `#` says something to the next one who writes.
`set_aside.txt` has words, parted by blanks. A line of `read_as.txt` says what people say, and what texts call it:

    oma; opa; bejaarde vrouw > oudere; ouderenmishandeling
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType

from facilitator.content.problem import Problem
from facilitator.core.question_words import MOST_WORDS, QuestionWords
from facilitator.core.text import fold
from facilitator.words import _

ASIDE, READ_AS = "set_aside.txt", "read_as.txt"
Sayings = dict[tuple[str, ...], tuple[str, ...]]


def read_question_words(folder: Path) -> QuestionWords:
    """Read the lists in `folder`, which is `resource("language")`. What is wrong in them, or not there, is left out."""
    return read_and_check(folder)[0]


def read_and_check(folder: Path) -> tuple[QuestionWords, list[Problem]]:
    """Read the lists, and give what is wrong in them too."""
    problems: list[Problem] = []
    aside = frozenset(fold(word) for _number, line in _lines(folder / ASIDE, problems) for word in line.split())
    meanings: Sayings = {}
    for number, line in _lines(folder / READ_AS, problems):
        problems += (Problem(folder / READ_AS, number, what, fix) for what, fix in _read_line(line, meanings))
    return QuestionWords(aside, MappingProxyType(meanings)), problems


def _lines(path: Path, problems: list[Problem]) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        what = _("this list of words is not there, or is not a text in UTF-8")
        problems.append(Problem(path, 1, what, _("Put the file back; questions are read less well without it")))
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def _read_line(line: str, meanings: Sayings) -> Iterator[tuple[str, str]]:
    """Take a line in. Gives what is wrong with it, and what to do."""
    said, sign, means = line.partition(">")
    wanted = tuple(" ".join(words) for words in _phrases(means))
    if not sign or not wanted or ">" in means:
        yield (
            _("this line does not say how something is read"),
            _("Write what people say, '>', and what texts call it; put ';' between words"),
        )
        return
    for words in _phrases(said):
        if len(words) > MOST_WORDS:
            yield (
                _("'{words}' is too long to be recognised").format(words=" ".join(words)),
                _("Keep what tells most, in at most {count} words").format(count=MOST_WORDS),
            )
        elif words in meanings:
            yield (
                _("'{words}' stands here twice").format(words=" ".join(words)),
                _("Put all that it means on one line"),
            )
        else:
            meanings[words] = wanted


def _phrases(text: str) -> Iterable[tuple[str, ...]]:
    phrases = (tuple(fold(part).split()) for part in text.split(";"))
    return [words for words in phrases if words]
