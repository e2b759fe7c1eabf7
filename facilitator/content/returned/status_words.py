"""How people say in Dutch how an agreement stands. What can be read in two ways is read in none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.core.text import fold
from facilitator.core.vocabulary import Status

_DONE = (
    r"nagekomen|gelukt|gedaan|geregeld|afgerond|voltooid|uitgevoerd|gerealiseerd|opgeleverd|klaar|gereed|"
    r"is rond|afgehandeld|gebeurd"
)
_DOING = (
    r"bezig|loopt|lopende?|in gang gezet|in uitvoering|onderweg|begonnen|(?:op)?gestart|aan de slag|deels|half|"
    r"wordt aan gewerkt|werken eraan|mee aan het werk|in behandeling|gedeeltelijk"
)
_SAID = (
    (Status.NOT_KEPT, rf"(?:niet|nooit) (?:meer )?(?:{_DONE})|mislukt|lukte? (?:ons |het )?niet|niet doorgegaan"),
    (Status.DROPPED, r"vervallen|vervalt|niet (?:meer )?nodig|niet (?:meer )?van toepassing|n\.?v\.?t\b\.?|overbodig"),
    (Status.HANDED_OVER, r"overgedragen|doorgezet naar|overgenomen door|overgegeven aan|ligt nu bij"),
    (Status.BUSY, _DOING),
    (Status.KEPT, _DONE),
)
"""The words of each status. They are looked for in this order, and what was found is not looked at again."""

_PATTERNS = tuple((status, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")) for status, words in _SAID)
_HEDGED = re.compile(
    r"(?<!\w)(?:nog niet|niet|geen|nooit|bijna|haast|hopelijk|hopen|verwacht|verwachten|binnenkort|straks|"
    r"zou|zouden|moet|moeten|gaan|gaat|zal|zullen|willen|proberen|misschien|waarschijnlijk|als|zodra|tenzij|wanneer|"
    r"weet|weten|of|zonder|nog te)(?!\w)"
)
"""Words before a status that turn it round, or put it in time to come."""

_WHY = re.compile(r"(?<!\w)(?:omdat|want|doordat|aangezien|vanwege|wegens|door dat|reden|doordat)(?!\w)")
_TURN = re.compile(r"(?<!\w)(?:maar|echter|alleen|behalve|wel)(?!\w)")
_TAKEN_BACK = re.compile(
    r"(?<!\w)(?:maar|echter|alleen|behalve|behoudens|uitgezonderd|uitzondering|tenzij|hoewel|zij het|op \S.{0,60}? na|"
    r"\w*deels|ten dele|half|halve|helft|gedeeltelijk|niet|moet(?:en)? nog|nog te|rest)(?!\w)"
)
"""Words that take a part back of what was said to be done: then somebody who reads it settles how it stands."""

_LEAD = re.compile(r"\s*(?:ja|nee|oke|ok|status)?[\s,:.!-]*(.*)", re.DOTALL)
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_TO = re.compile(
    r"(?:overgedragen|overgegeven|doorgezet|overgenomen|ligt nu)\s+(?:\w+\s+){0,2}?(?:aan|naar|door|bij)\s+"
    r"([^.,;:!?\n]{2,120})",
    re.IGNORECASE,
)
_ABBREVIATED = ((re.compile(r"\bn\.\s?v\.\s?t\.?"), "nvt"), (re.compile(r"\be\.a\.|\bbijv\.|\bo\.a\."), " "))


def status_of(words: str, *, at_once: bool = False) -> Status | None:
    """Tell what somebody says of an agreement; None where nothing is said of it, or more than one thing.

    `at_once`: only where they begin with it, because other words may stand there that nobody answered.
    """
    told = fold(words.replace("\n", " ; ")) if "\n" in words else fold(words)
    for pattern, instead in _ABBREVIATED:
        told = pattern.sub(instead, told)
    found = {status for sentence in _sentences(told) for status in _found(sentence)}
    led = _led(told)
    if led is not None:
        return led if _holds(led, found, told) else None
    if at_once or len(found) != 1:
        return None
    (only,) = found
    return only if only is not None and _holds(only, found, told) else None


def handed_to(words: str) -> str:
    """Give to whom somebody says that it was handed over; empty where that is not said."""
    found = _TO.search(words)
    return " ".join(found[1].split()) if found else ""


def _led(told: str) -> Status | None:
    """The status that an answer begins with as a word of its own: "Bezig. …", "niet gelukt, want …"."""
    match = _LEAD.fullmatch(told)
    start = match[1] if match else told
    for status, pattern in _PATTERNS:
        found = pattern.match(start)
        if found is None:
            continue
        after = start[found.end() :].lstrip()
        whole = not after or after[0] in ".,:;!()-–—" or _WHY.match(after) or _TURN.match(after)
        if whole or (status is Status.HANDED_OVER and re.match(r"aan|naar|door|bij", after)):
            return None if "?" in after.split(".")[0] else status
    return None


def _holds(status: Status, found: set[Status | None], told: str) -> bool:
    """Whether nothing else that is said takes a status back. Who is busy may have done a part, or not be ready yet."""
    rest = _turned(told)
    if rest and set(_found(rest)) - {status}:
        return False
    beside = {None, Status.KEPT} if status is Status.BUSY else set()
    return not found - {status} - beside and not (status is Status.KEPT and _TAKEN_BACK.search(told))


def _turned(told: str) -> str:
    """What comes after a "but": there a status may say the opposite."""
    found = _TURN.search(told)
    return told[found.end() :] if found else ""


def _sentences(told: str) -> Iterator[str]:
    """The parts that say how it stands: no questions, and nothing of why it went so."""
    for sentence in _SENTENCES.split(told):
        if not sentence.rstrip().endswith("?"):
            why = _WHY.search(sentence)
            yield sentence[: why.start()] if why else sentence


def _found(sentence: str) -> list[Status | None]:
    """Every status that a sentence names; None for one that is hedged."""
    found: list[Status | None] = []
    left = sentence
    for status, pattern in _PATTERNS:
        for match in pattern.finditer(left):
            before = left[: match.start()]
            found.append(None if _HEDGED.search(before) or _not_yet(status, before) else status)
        left = pattern.sub(lambda match: "\0" * len(match[0]), left)
    return found


def _not_yet(status: Status | None, before: str) -> bool:
    """Whether "niet gelukt" is "nog niet gelukt": that may still come."""
    return status is Status.NOT_KEPT and before.rstrip().endswith("nog")
