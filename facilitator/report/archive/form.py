"""The data in an archived report: how they are written as JSON and read back. Nothing here knows of PDF.

    {"format": "facilitator-report", "version": 1, "document": [blocks], "session": {an ArchivedReport}}

Every text in "session" stands in "document", which is the text of the pages; ids, days and fixed choices are all it
adds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from facilitator.core.codec import Unreadable, from_plain, map_text, to_plain
from facilitator.core.events import ArchivedReport
from facilitator.core.text import clean
from facilitator.report.archive.formatted import as_printed, too_long
from facilitator.report.archive.told import one_line
from facilitator.report.markdown import leads_away

FORMAT: Final = "facilitator-report"
VERSION: Final = 3
"""Goes up with every change of docs/report-schema.json."""

NAME: Final = "facilitator.json"
KIND: Final = "application/json"


class NewerFormat(Exception):  # noqa: N818  read as a sentence
    """The data were written by a newer program."""


def to_json(document: Sequence[dict[str, object]], report: ArchivedReport) -> bytes:
    """Write the data down; the same data always give the same bytes."""
    plain = {"format": FORMAT, "version": VERSION, "document": list(document), "session": to_plain(report)}
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def from_json(content: bytes) -> ArchivedReport:
    """Read a report back. Raises Unreadable for what does not fit, NewerFormat for what a newer program wrote."""
    try:
        plain = json.loads(content.decode())
    except (ValueError, RecursionError) as fault:
        raise Unreadable("no JSON") from fault
    if not isinstance(plain, dict) or plain.get("format") != FORMAT or type(plain.get("version")) is not int:
        raise Unreadable("not the data of a report")
    if plain["version"] > VERSION:
        raise NewerFormat
    report = from_plain(ArchivedReport, plain.get("session"))
    printed = one_line(" ".join(texts_in(plain.get("document"))))
    formatted = tuple(formatted_in(report))
    if too_long(formatted):
        raise Unreadable("a text is longer than any in a report")
    for text in (*texts_of(report), *map(as_printed, formatted)):
        if one_line(text) not in printed:
            raise Unreadable("something in the data does not stand on the pages")
    if any(map(leads_away, formatted)):
        raise Unreadable("a text leads to what does not stand on the pages")
    return map_text(report, clean)


def texts_in(value: object) -> Iterator[str]:
    """Every text in plain values, whatever their shape."""
    waiting: list[Any] = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            waiting += reversed(list(each.values()))
        elif isinstance(each, list):
            waiting += reversed(each)


def texts_of(report: ArchivedReport) -> Iterator[str]:
    """Every text in a report that somebody wrote and that reads as it stands there: all but ids and fixed choices."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    walks = tuple(replace(walk, text="", to_do=()) for walk in report.walks)
    claims = tuple(replace(claim, may_say="", strength="") for claim in report.claims)
    map_text(replace(report, walks=walks, claims=claims), note)
    ids = _ids_of(report)
    return (text for text in found if text and text not in ids)


def formatted_in(report: ArchivedReport) -> Iterator[str]:
    """Every text in a report that is Markdown."""
    for walk in report.walks:
        yield from (text for text in (walk.text, *walk.to_do) if text)
    for claim in report.claims:
        yield from (text for text in (claim.may_say, claim.strength) if text)


def _ids_of(report: ArchivedReport) -> frozenset[str]:
    refs = (agreement.continues for agreement in report.agreements if agreement.continues is not None)
    grounds = (agreement.ground for agreement in report.agreements if agreement.ground is not None)
    return frozenset(
        (
            report.session_id,
            report.details.time_zone,
            *(partner.id for partner in report.partners),
            *(person.id for person in report.participants),
            *(agreement.id for agreement in report.agreements),
            *(part for ref in refs for part in (ref.session_id, ref.agreement_id)),
            *(part for ground in grounds for part in (ground.model_id, ground.paragraph_id)),
        )
    )
