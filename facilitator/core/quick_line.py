"""One typed line, understood: who it is from or about, when, and whether it is an agreement.

`@politie` ties a line to an organisation of the table, by its name, the beginning of it, or "@alle partners"; a name of
more words may be typed in full or in quotes. While a case is lived through its roles can be named in the same way, for
an answer is given from a role; a role goes before an organisation of that name, which is meant by its name in quotes.
`#` in front makes an agreement of an answer: that is made by organisations alone. Days and rhythms are read by `when`.
What is understood is taken out of the text where the sentence stays whole without it: mentions in front, and a day or
rhythm at either end; in the middle of a sentence the words stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from facilitator.core.people import Partner
from facilitator.core.text import fold, one_line
from facilitator.core.when import When, find_when

_MENTION = re.compile(r'(?<!\w)@(?:"(?P<quoted>\s*[^"\s][^"]*)"|(?P<word>[^\s@#,;:!?"<>()/.][^\s@#,;:!?"<>()/]*))')
_ALL = frozenset({"alle", "allen", "iedereen", "allemaal"})
_FEEDBACK = re.compile(r"(?:terugkoppel\w*|terugmeld\w*|feedback|terug)\s+(?:naar|aan)\s*$", re.IGNORECASE)
_LEAD = re.compile(r"^(?:[\s,;:–-]|\.(?!\.))+")
_JOINS = re.compile(r"(?:\s|[.,;:]|\ben\b)+")
_LEANING = re.compile(r"\b(?:aan|bij|door|en|met|namens|naar|of|tussen|van|via|voor)\s+$", re.IGNORECASE)
_ALSO_FEEDBACK = re.compile(r"^\s*(?:,|en|,?\s*en)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class QuickLine:
    """What a typed line says.

    `partner_ids` are those mentioned, the first of them the owner of an agreement or the giver of an answer;
    `feedback_ids` those named after "terugkoppeling aan". `unknown` holds mentioned names that are not at the table,
    to be offered for adding. `everyone` says that the line begins with all partners: it has no owner yet. Whoever says
    "alle partners" gets the list of that moment. `role` is the first role mentioned; others stay in the words.
    """

    text: str
    partner_ids: tuple[str, ...] = ()
    feedback_ids: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    deadline: date | None = None
    rhythm: str = ""
    is_agreement: bool = False
    everyone: bool = False
    role: str = ""

    @property
    def owner_id(self) -> str | None:
        """The first partner mentioned; nobody when all were meant at once."""
        return self.partner_ids[0] if self.partner_ids and not self.everyone else None

    @property
    def with_ids(self) -> tuple[str, ...]:
        """The other partners mentioned."""
        return self.partner_ids if self.everyone else self.partner_ids[1:]


class _Nameable(Protocol):
    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=_Nameable)


@dataclass(frozen=True, slots=True)
class _Named:
    """A name that can be mentioned: an organisation's, or a role's, which has no id."""

    name: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mention:
    """`role` says that it names the role the line is from; `loose` that it is known and only stays in the words."""

    start: int
    end: int
    name: str
    ids: tuple[str, ...] = ()
    everyone: bool = False
    role: bool = False
    loose: bool = False

    @property
    def known(self) -> bool:
        """Whether it is clear who is meant."""
        return bool(self.ids) or self.everyone or self.role or self.loose


def read_line(
    line: str, partners: Sequence[Partner], today: date, *, keep_when: bool = False, roles: Sequence[str] = ()
) -> QuickLine:
    """Understand a typed line. `today` is the session's date, `roles` are those of the case that can be named here.

    `keep_when` leaves days, rhythms and feedback in the words of a line that makes no agreement: an answer has no
    other place for them.
    """
    text = one_line(line)
    is_agreement = text.startswith("#")
    text = text.lstrip("#").lstrip() if is_agreement else text
    played = () if is_agreement else roles
    named = [*(_Named(role) for role in played), *(_Named(p.name, (p.id,)) for p in partners)]
    mentions = _mentions(text, named)
    as_answer = keep_when and not is_agreement
    feedback = [] if as_answer else _feedback(text, mentions)
    others = [m for m in mentions if m not in feedback and not m.role]
    cut_when = None if as_answer else find_when(text, today)
    return QuickLine(
        _sentence(text, mentions, feedback, cut_when),
        _ids(others),
        _ids(feedback),
        tuple(dict.fromkeys(m.name for m in mentions if not m.known)),
        *_when(text, today),
        is_agreement,
        bool(others) and others[0].everyone,
        next((m.name for m in mentions if m.role), ""),
    )


def complete(fragment: str, partners: Sequence[N]) -> tuple[N, ...]:
    """Partners whose name, or a word in it, begins with (or then: holds) what was typed after the @."""
    wanted = fold(fragment)
    starts = [p for p in partners if fold(p.name).startswith(wanted)]
    words = [p for p in partners if p not in starts and any(w.startswith(wanted) for w in fold(p.name).split())]
    # Dutch compounds: "@school" means the basisschool.
    inside = [p for p in partners if p not in starts and p not in words and len(wanted) > 2 and wanted in fold(p.name)]
    return (*starts, *words, *inside)


def complete_roles(fragment: str, roles: Sequence[str]) -> tuple[str, ...]:
    """Roles of the case, found in the same way."""
    return tuple(named.name for named in complete(fragment, [_Named(role) for role in roles]))


def _when(text: str, today: date) -> tuple[date | None, str]:
    when = find_when(text, today)
    return (None, "") if when is None else (when.deadline, when.rhythm)


def _ids(mentions: Sequence[_Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(partner_id for mention in mentions for partner_id in mention.ids))


def _mentions(text: str, named: Sequence[_Named]) -> tuple[_Mention, ...]:
    """Every mention in a line. The first role is the one the line is from."""
    found: list[_Mention] = []
    at = 0
    while match := _MENTION.search(text, at):
        mention = _mention(text, match, named)
        if mention.role and any(before.role for before in found):
            mention = replace(mention, role=False, loose=True)
        found.append(mention)
        at = mention.end
    return tuple(found)


def _mention(text: str, match: re.Match[str], named: Sequence[_Named]) -> _Mention:
    start = match.start()
    if match["quoted"] is not None:
        same = [one for one in named if fold(one.name) == fold(match["quoted"])]
        meant = next((one for one in same if one.ids), same[0] if same else None)
        return _meant(start, match.end(), one_line(match["quoted"]), meant)
    if fold(match["word"].rstrip(".")) in _ALL:
        tail = re.match(r"\s+partners\b", text[match.end() :], re.IGNORECASE)
        end = match.end() + (tail.end() if tail else 0)
        ids = tuple(partner_id for one in named for partner_id in one.ids)
        return _Mention(start, end, text[start + 1 : end], ids, everyone=True)
    rest = text[start + 1 :]
    full = [one for one in named if _begins_with(rest, one.name)]
    if full:
        longest = max(full, key=lambda one: len(one.name))
        return _meant(start, start + 1 + len(longest.name), longest.name, longest)
    word = match["word"].rstrip(".")
    close = complete(word, named)
    sure = bool(close) and (len({fold(one.name) for one in close}) == 1 or fold(close[0].name) == fold(word))
    return _meant(start, start + 1 + len(word), close[0].name if sure else word, close[0] if sure else None)


def _meant(start: int, end: int, name: str, meant: _Named | None) -> _Mention:
    if meant is None:
        return _Mention(start, end, name)
    return _Mention(start, end, meant.name if not meant.ids else name, meant.ids, role=not meant.ids)


def _begins_with(rest: str, name: str) -> bool:
    """Whether the text begins with this name as whole words; names keep their length under folding here."""
    head, tail = rest[: len(name)], rest[len(name) : len(name) + 1]
    return fold(head) == fold(name) and not tail.isalnum()


def _feedback(text: str, mentions: Sequence[_Mention]) -> list[_Mention]:
    """The mentions that follow "terugkoppeling aan", with those joined to them by a comma or "en"."""
    found: list[_Mention] = []
    for before, mention in zip((None, *mentions), mentions, strict=False):
        joined = before is not None and before in found and _ALSO_FEEDBACK.match(text[before.end : mention.start])
        if joined or _FEEDBACK.search(text[: mention.start]):
            found.append(mention)
    return found


def _sentence(text: str, mentions: Sequence[_Mention], feedback: Sequence[_Mention], when: When | None) -> str:
    """The words without what was understood: mentions and a day or rhythm at either end go, the rest stays readable."""
    said = _said(text, mentions, feedback)
    days = [] if when is None else [(when.start, when.end)]
    start = _trim_front(text, [*days, *(span for span in said if text[span[0]] == "@")])
    end = _trim_back(text, [*days, *said])
    if start >= end:
        return text
    body, at = [], start
    for mention in mentions:
        if start <= mention.start < end:
            body += [text[at : mention.start], mention.name]
            at = mention.end
    sentence = one_line("".join([*body, text[at:end]]))
    # What joined the words to those that went, goes; what else was typed stays, be it "… en dan?" or "lukt nooit :-)".
    sentence = _LEAD.sub("", sentence, 1) if start else sentence
    sentence = sentence.rstrip(" ,;:-–") if end < len(text) else sentence
    # A Dutch capital carries no accent: "één" begins a sentence as "Eén".
    first = "E" if sentence[:2] in {"éé", "Éé"} else sentence[:1].upper()
    return first + sentence[1:]


def _said(text: str, mentions: Sequence[_Mention], feedback: Sequence[_Mention]) -> list[tuple[int, int]]:
    """The words that name partners: each mention, and "terugkoppeling aan" with all that it names as one."""
    spans: list[tuple[int, int]] = []
    for mention in mentions:
        lead = _FEEDBACK.search(text[: mention.start]) if mention in feedback else None
        if lead is not None:
            spans.append((lead.start(), mention.end))
        elif mention in feedback:
            spans[-1] = (spans[-1][0], mention.end)
        elif mention.ids or mention.everyone or mention.role:
            spans.append((mention.start, mention.end))
    return spans


def _trim_front(text: str, cuts: Sequence[tuple[int, int]]) -> int:
    """Where the sentence begins when what was understood in front of it is left out."""
    start = 0
    for first, last in sorted(cuts):
        if not _JOINS.sub("", text[start:first]):
            start = last
    return start


def _trim_back(text: str, cuts: Sequence[tuple[int, int]]) -> int:
    """Where the sentence ends when what was understood after it is left out; "aan @politie" keeps its name."""
    end = len(text)
    for first, last in sorted(cuts, reverse=True):
        loose = text[first] != "@" or not _LEANING.search(text[:first])
        if not _JOINS.sub("", text[last:end]) and loose:
            end = first
    return end
