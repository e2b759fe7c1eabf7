"""Participants from text as it is copied out of a mail: its address line, or a line of fields per person.

`email.utils` does not serve here: to it, the comma in Outlook's `Jansen, Piet <piet@voorbeeld.nl>` ends an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facilitator.content.people_rows import Found, PeopleImport, RowReport, gather
from facilitator.content.people_words import field_of_heading, fields_of, leaning
from facilitator.content.problem import shown
from facilitator.words import _

ANGLED = re.compile(r"<([^<>@]*@[^<>]*)>")
"""An address as mail programs write it behind a name."""

_LABEL = re.compile(r"\A\s*(?:aan|cc|bcc|van|to|from|deelnemers|genodigden)\s*:\s*", re.IGNORECASE)
_BULLET = re.compile(r"\A\s*(?:[-*•–]|\d{1,3}[.)])\s+")
_BARS = re.compile(r"\s+[|/]\s+|\s*\t\s*")
_DASHES = re.compile(r"\s+[-–]\s+")
_PIECES = {mark: re.compile(rf'(?:"[^"]*"|<[^<>]*>|[^{mark}"<]++|["<])++') for mark in ";,"}


def read_lines(text: str) -> PeopleImport:
    """Read participants from cleaned text; the rows of the report are its lines."""
    report: list[RowReport] = []
    found = (
        person
        for number, line in enumerate(text.split("\n"), 1)
        for segment in _pieces(_BULLET.sub("", _LABEL.sub("", line, count=1), count=1), ";")
        for person in _segment(number, segment, report)
    )
    return gather(found, report)


def _pieces(text: str, mark: str) -> list[str]:
    """Split at a mark outside quotes and angles, leaving empty pieces out."""
    pieces = (piece.strip() for piece in _PIECES[mark].findall(text))
    return [piece for piece in pieces if piece]


def _segment(number: int, segment: str, report: list[RowReport]) -> Iterator[Found]:
    parts = _pieces(segment, ",")
    if len(parts) == 1 and field_of_heading(parts[0]):
        why = _("'{word}' is a heading").format(word=shown(parts[0]))
        report.append(RowReport(number, why, _("nothing of this row")))
        return
    angled = [index for index, part in enumerate(parts) if ANGLED.search(part)]
    if len(angled) == 1:
        yield from _one_address(number, parts, angled[0], report)
    elif angled:
        yield from _many_addresses(number, parts, report)
    elif sum("@" in part for part in parts) > 1:
        for part in parts:
            yield _person(number, [part], report)
    else:
        yield _person(number, parts if len(parts) > 1 else _by_bars(segment), report)


def _one_address(number: int, parts: list[str], index: int, report: list[RowReport]) -> Iterator[Found]:
    """Read `Naam, rol, organisatie <adres>` and `Naam <adres>, rol, organisatie`, in any mixture."""
    before, after = parts[:index], parts[index + 1 :]
    name, email = _name_and_address(parts[index])
    if len(before) == 1 and name and not leaning(name):
        before, name = [], f"{before[0]}, {name}"
    others = []
    if len(after) == 1 and not leaning(after[0]):
        others, after = after, []
    words = [*before, *_by_bars(name), *after]
    yield _person(number, words, report, email)
    for other in others:
        yield _person(number, [other], report)


def _many_addresses(number: int, parts: list[str], report: list[RowReport]) -> Iterator[Found]:
    """Read `Naam <adres>, Naam <adres>`; a piece just before a name is a last name, as in `Jansen, Piet <adres>`."""
    waiting: list[str] = []
    for part in parts:
        if not ANGLED.search(part):
            waiting.append(part)
            continue
        name, email = _name_and_address(part)
        if waiting and name:
            name = f"{waiting.pop()}, {name}"
        for other in waiting:
            yield _person(number, [other], report)
        waiting = []
        yield _person(number, _by_bars(name), report, email)
    for other in waiting:
        yield _person(number, [other], report)


def _name_and_address(part: str) -> tuple[str, str]:
    email = next(found[1] for found in ANGLED.finditer(part))
    name = ANGLED.sub(" ", part).strip().strip("\"'").strip()
    return ("" if "@" in name else name), email


def _by_bars(text: str) -> list[str]:
    """Split `Naam | organisatie`; a dash only divides when what follows is a role or an organisation for certain."""
    bars = [piece for piece in _BARS.split(text) if piece]
    dashes = _DASHES.split(text)
    if len(bars) == 1 and (len(dashes) > 2 or (len(dashes) == 2 and leaning(dashes[1]))):
        return dashes
    return bars


def _person(number: int, parts: Sequence[str], report: list[RowReport], email: str = "") -> Found:
    words = []
    for part in parts:
        rest = part.split()
        loose = [word for word in rest if "@" in word]
        if loose and not email:
            email = loose[0]
            rest.remove(email)
        words.append(" ".join(rest).strip('"').strip())
    words = [word for word in words if word]
    if len(words) > 3:
        why = _("it is not clear what '{words}' is").format(words=shown(", ".join(words[3:])))
        report.append(RowReport(number, why, _("the rest of the row")))
    extras = words[1:3]
    fields = dict(zip(fields_of([[extra] for extra in extras]), extras, strict=True))
    return Found(number, words[0] if words else "", fields.get("organisation", ""), fields.get("role", ""), email)
