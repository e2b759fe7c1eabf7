"""Names of persons: by lists where they stand in one, by shape and context where they do not."""

from __future__ import annotations

import re

from facilitator.core.privacy import cues
from facilitator.core.privacy.reading import Reading
from facilitator.core.privacy.tokens import Token, stems

_INITIALS = re.compile(
    r"(?<![\w.])(?:(?:[A-Z]|IJ|Th|Ch|Ph|St|Fr)\.[ -]?){1,6}(?:(?:[Vv]an|[Dd]e|der|den|ten|ter|te|el|al|['’]t|in) ){0,3}"
    r"(?=[^\W\d_]{2})"
)
_AGE = re.compile(r" ?\(\d{1,2}(?: jaar)?(?:[,;)]| mnd| maanden)|, \d{1,2}(?: jaar\b|,)")
_OPENERS = cues.TITLES | cues.SMALL_KIN | cues.PARTICLES  # without one of these before it only a list tells
_VOWELS = frozenset("aeiouyı")
_LONGEST = 20  # a longer word that no list knows is an ordinary compound


def names(reading: Reading) -> list[tuple[int, int]]:
    """Give the places of names, in order and without overlap."""
    initials = {match.end(): match.start() for match in _INITIALS.finditer(reading.text)}
    sure = {index for index, token in enumerate(reading.words) if _judge(reading, index, initials)}
    sure |= _seen_again(reading, sure)
    spans: list[tuple[int, int]] = []
    for index in sorted(sure):
        if spans and reading.words[index].end <= spans[-1][1]:
            continue
        spans.append(_grown(reading, index, initials))
    return spans


def _judge(reading: Reading, index: int, initials: dict[int, int]) -> bool:
    """Tell whether this word names somebody."""
    token = reading.words[index]
    if not token.capital:
        return _judge_small(reading, index)
    if _is_no_name(reading, index):
        return False
    if _announced(reading, index) or (token.start in initials and _can_be_surname(reading, token)):
        return True
    if token.upper or reading.is_shouted(index):
        return _judge_shouted(reading, index)
    if _AGE.match(reading.text, token.end) and not reading.is_place(token):
        return not reading.is_common(token) or reading.is_given(token)
    return _judge_first(reading, index) if token.opens else _judge_capital(reading, index)


def _is_no_name(reading: Reading, index: int) -> bool:
    """Tell whether the word is a letter, a particle, or something else that has a capital."""
    token = reading.words[index]
    particle = token.folded in cues.PARTICLES and not reading.is_given(token)
    return len(token.text) == 1 or particle or reading.is_other(index)


def _can_be_surname(reading: Reading, token: Token) -> bool:
    """Tell whether the word can be a surname where one is expected: an ordinary word only if a list has it as one."""
    return not reading.is_common(token) or reading.is_surname(token)


def _announced(reading: Reading, index: int) -> bool:
    """Tell whether a title stands before the word and its particles: mevrouw van der X."""
    return reading.before(index, reading.particles_before(index) + 1) in cues.TITLES


def _judge_small(reading: Reading, index: int) -> bool:
    """Judge a word without a capital: hastily typed names."""
    token = reading.words[index]
    given = reading.is_given(token)
    if not given and (index == 0 or reading.words[index - 1].folded not in _OPENERS):
        return False
    if len(token.text) < 3 or token.folded in cues.NEVER_NAMES or reading.is_other(index):
        return False
    before, titled = reading.before(index), _titled(reading, index)
    if reading.is_common(token):
        return titled and reading.is_surname(token)
    if given:
        return not reading.is_place(token) and (len(token.text) > 3 or titled or before in cues.KIN)
    return (titled or before in cues.SMALL_KIN) and len(token.text) <= _LONGEST


def _titled(reading: Reading, index: int) -> bool:
    """Tell whether a title announces a word without a capital: mevrouw de X, but not "dat heet de meldcode"."""
    skipped = reading.particles_before(index)
    title = reading.before(index, skipped + 1)
    return title in cues.TITLES and not (skipped and title in cues.CALLED)


def _judge_shouted(reading: Reading, index: int) -> bool:
    """Judge a word in capitals only, where they say nothing, or which may be an abbreviation."""
    token = reading.words[index]
    if reading.is_common(token) or reading.is_place(token) or len(token.text) < 3:
        return False
    listed = reading.is_given(token) or reading.is_surname(token)
    if not reading.is_shouted(index):
        return listed and len(token.text) > 3
    return listed or 4 < len(token.text) <= _LONGEST


def _judge_capital(reading: Reading, index: int) -> bool:
    """Judge a capital inside a sentence."""
    token, before = reading.words[index], reading.before(index)
    particles = reading.particles_before(index)
    if particles and any(reading.before(index, back) in cues.RARE_PARTICLES for back in range(1, particles + 1)):
        return _can_be_surname(reading, token)
    if reading.is_place(token) or _of_organisation(reading, index):
        return False
    if reading.is_common(token):
        if before in cues.DETERMINERS:
            return _with_capital_particle(reading, index) and reading.is_surname(token)
        return reading.is_given(token) or (reading.is_surname(token) and before in cues.TO_SOMEBODY | cues.KIN)
    if reading.is_given(token) or reading.is_surname(token):
        return True
    return _looks_like_name(reading, index) and before not in cues.PLACE_PREPOSITIONS


def _with_capital_particle(reading: Reading, index: int) -> bool:
    """Tell whether the particle before the word has a capital inside the sentence: met De Boer."""
    return index > 0 and reading.words[index - 1].capital and reading.joined(index - 1)


def _of_organisation(reading: Reading, index: int) -> bool:
    """Tell whether the capital belongs to an organisation: basisschool De Regenboog, stichting Het Baken Noord."""
    back = 1
    while back < 4 and index - back >= 0 and reading.words[index - back].capital and reading.joined(index - back):
        back += 1
    if reading.before(index, back) in cues.ORGANISATION_WORDS:
        return True
    first = reading.words[index - back + 1] if back > 1 else None
    return first is not None and first.opens and first.folded in cues.ORGANISATION_WORDS


def _looks_like_name(reading: Reading, index: int) -> bool:
    """Tell whether a word that no list knows has the shape of a name."""
    token = reading.words[index]
    if (
        reading.is_titled(index)
        or token.folded.endswith(cues.ORGANISATION_ENDINGS)
        or any(sign.isupper() for part in re.split("['’-]", token.text) for sign in part[1:])
    ):
        return False
    if "-" in token.text:
        return all(part[:1].isupper() for part in token.text.split("-"))
    return 2 < len(token.text) <= _LONGEST and not _VOWELS.isdisjoint(token.folded)


def _judge_first(reading: Reading, index: int) -> bool:
    """Judge the first word of a sentence, whose capital says nothing."""
    token = reading.words[index]
    if reading.is_place(token):
        return False
    if reading.is_common(token):
        if reading.is_given(token):
            return _acts(reading, index, weak=True) or _next_part(reading, index) is not None
        return reading.is_surname(token) and _acts(reading, index, weak=False)
    if reading.is_given(token) or reading.is_surname(token):
        return True
    return _looks_like_name(reading, index) and (
        token.folded.endswith("'s")
        or _acts(reading, index, weak=True)
        or _next_part(reading, index) is not None
        or _in_a_row(reading, index)
    )


def _acts(reading: Reading, index: int, *, weak: bool) -> bool:
    """Tell whether the next word is what a person does; `weak` lets deeds count that also follow a thing."""
    if index + 1 >= len(reading.words) or not reading.joined(index):
        return False
    after = reading.words[index + 1].folded
    return after in cues.DEEDS and (weak or after not in cues.WEAK_DEEDS)


def _in_a_row(reading: Reading, index: int) -> bool:
    """Tell whether the next word is the next in a row of names: X, Y en Z, or X en Y."""
    words = reading.words
    if index + 1 >= len(words):
        return False
    gap = reading.text[words[index].end : words[index + 1].start]
    at = index + 1
    if gap == " " and words[at].folded == "en":
        at += 1
    elif gap != ", ":
        return False
    return at < len(words) and words[at].capital and not reading.is_other(at) and not reading.is_common(words[at])


def _next_part(reading: Reading, index: int) -> int | None:
    """Give the index of the word with which the name goes on, if it does: a capital, or particles and a capital."""
    words, at = reading.words, index
    while at - index < 5 and reading.joined(at):
        at += 1
        token = words[at]
        if token.folded in cues.PARTICLES and at - index < 5 and not (token.capital and reading.is_given(token)):
            continue
        if not token.capital or token.opens or reading.is_other(at) or (token.upper and not reading.is_shouted(at)):
            return None
        if reading.is_shouted(at) and reading.is_common(token) and at == index + 1:
            return None
        if at == index + 1:
            return at if not reading.is_common(token) or reading.is_surname(token) else None
        return None if reading.words[at - 1].folded in cues.PLACE_PARTICLES and reading.is_place(token) else at
    return None


def _grown(reading: Reading, index: int, initials: dict[int, int]) -> tuple[int, int]:
    """Give the whole name of which this word is a part."""
    words = reading.words
    last = index
    while (following := _next_part(reading, last)) is not None:
        last = following
    if words[index].start in initials:
        return initials[words[index].start], words[last].end
    return words[_first_part(reading, index)].start, words[last].end


def _first_part(reading: Reading, index: int) -> int:
    """Give the index of the first particle that belongs to this surname, or of the word itself."""
    count = reading.particles_before(index)
    if not count:
        return index
    before = [reading.words[index - back] for back in range(1, count + 1)]
    if any(token.folded in cues.RARE_PARTICLES for token in before) or reading.before(index, count + 1) in cues.TITLES:
        return index - count
    return index - max((back for back, token in enumerate(before, 1) if token.capital and not token.opens), default=0)


def _seen_again(reading: Reading, sure: set[int]) -> set[int]:
    """Give the words judged to be a name elsewhere in the text: here they stand first, or without a capital."""
    seen = {stem for index in sure for stem in stems(reading.words[index].folded)}
    if not seen:
        return set()
    return {
        index
        for index, token in enumerate(reading.words)
        if token.folded in seen and not reading.is_other(index) and not reading.is_common(token)
    }
