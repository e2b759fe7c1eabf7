"""What was typed, read as words to look for: exactly, more widely, and as what may have been meant."""

from __future__ import annotations

import re
from typing import NamedTuple

from facilitator.storage.library import words
from facilitator.storage.library.records import Marks
from facilitator.storage.library.vocabulary import Vocabulary

LONGEST_TEXT = 300
MOST_WORDS = 10

_QUOTED = re.compile(r'"([^"]*)"?')


class Reading(NamedTuple):
    """One word (or words that belong together) that was typed.

    `exact` and `wide` are alternatives in the language of the full-text index, `wide` without those of `exact`.
    `meant` are the words that may be meant when there is a typing error in it. `marks` is what to mark when found.
    """

    typed: str
    exact: tuple[str, ...]
    wide: tuple[str, ...]
    meant: tuple[str, ...]
    marks: Marks


class Asked(NamedTuple):
    """All that was typed: a single letter, or words; both empty when nothing was."""

    letter: str
    readings: tuple[Reading, ...]
    ignored: tuple[str, ...]


def read(text: str, vocabulary: Vocabulary) -> Asked:
    """Read what was typed."""
    typed, last_is_whole = _typed(text[:LONGEST_TEXT])
    if len(typed) == 1 and len(typed[0]) == 1 and len(typed[0][0]) == 1:
        return Asked(typed[0][0], (), ())
    readings = [
        _phrase(group)
        if len(group) > 1
        else _reading(group[0], vocabulary, whole=last_is_whole or place < len(typed) - 1)
        for place, group in enumerate(typed)
    ]
    known = tuple(reading for reading in readings if reading.exact)
    return Asked("", known, tuple(reading.typed for reading in readings if not reading.exact))


def correct(reading: Reading, vocabulary: Vocabulary) -> Reading:
    """Read a word that is nowhere to be seen as one with a typing error too."""
    if reading.meant or " " in reading.typed:
        return reading
    meant = tuple(vocabulary.near(reading.typed, besides=reading.typed))
    marks = reading.marks
    return reading._replace(
        wide=reading.wide + tuple(map(_exactly, meant)),
        meant=meant,
        marks=Marks(marks.words + meant, marks.beginnings, marks.pieces),
    )


def _typed(text: str) -> tuple[list[list[str]], bool]:
    """Give the words by what belongs together, and whether the last one is finished: a blank or quote came after it."""
    groups: list[list[str]] = []
    at = 0
    for quoted in _QUOTED.finditer(text):
        groups += [[word] for word in words.words(text[at : quoted.start()])]
        groups.append(words.words(quoted[1]))
        at = quoted.end()
    loose = words.words(text[at:])
    groups = [group for group in (*groups, *([word] for word in loose)) if group][:MOST_WORDS]
    return _telling(groups), text[-1:].isspace() or (not loose and text.endswith('"'))


def _telling(groups: list[list[str]]) -> list[list[str]]:
    """Leave aside what nearly every text has, and a letter alone, beside words that say more."""

    def says(place: int, group: list[str]) -> bool:
        last = place == len(groups) - 1
        return len(group) > 1 or (len(group[0]) > 1 and (last or group[0] not in words.COMMON))

    telling = [group for place, group in enumerate(groups) if says(place, group)]
    return telling or groups[-1:]


def _phrase(group: list[str]) -> Reading:
    typed = " ".join(group)
    return Reading(typed, (f'"{typed}"',), (), (), Marks(words=tuple(group)))


def _reading(word: str, vocabulary: Vocabulary, *, whole: bool) -> Reading:
    exact = (_exactly(word),) if whole else (_beginning(word),)
    begins = vocabulary.begins(word)
    stems, pieces = vocabulary.of_stem(word), vocabulary.with_piece(word)
    parts = None if begins or pieces or stems else vocabulary.split(word)
    if parts is not None:
        first, second = parts
        return Reading(word, (f'"{first} {second}" *',), (), (), Marks(words=(first,), beginnings=(second,)))
    if not (begins or stems or pieces):
        meant = tuple(vocabulary.near(word))
        return Reading(word, tuple(map(_exactly, meant)), (), meant, Marks(words=meant))
    wide = [_exactly(other) for other in dict.fromkeys((*stems, *pieces))]
    if whole and begins:
        wide.insert(0, _beginning(word))
    marks = Marks(
        words=(word, *stems) if whole else tuple(stems),
        beginnings=(word,) if begins and not (whole and word in vocabulary) else (),
        pieces=(word,) if pieces else (),
    )
    return Reading(word, exact, tuple(wide), (), marks)


def _exactly(word: str) -> str:
    return f'"{word}"'


def _beginning(word: str) -> str:
    return f'"{word}" *'
