"""The JSON schema of the data in an archived report, made from the records they are read into.

    python -c "from facilitator.report.archive.schema import text; print(text(), end='')" > docs/report-schema.json

A test holds that file to it. Every change of it is a new `form.VERSION`.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
import typing
from enum import StrEnum
from typing import Any, Final

from facilitator.core.events import ArchivedReport
from facilitator.report.archive import form

_TEXT: Final = {"type": "string"}
_PLAIN: Final[dict[Any, dict[str, Any]]] = {
    str: _TEXT,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date"},
    dt.time: {"type": "string", "format": "time"},
    dt.datetime: {"type": "string", "format": "date-time"},
}
_LINES: Final = {"type": "array", "items": _TEXT}
_BLOCK: Final = {
    "description": "A block of the pages: a heading, a paragraph, a list, a table as rows, or a picture in words.",
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": False,
    "properties": {
        **dict.fromkeys(("h1", "h2", "h3", "p", "figure"), _TEXT),
        "list": _LINES,
        "table": {"type": "array", "items": _LINES},
    },
}


def schema() -> dict[str, Any]:
    """Give the schema."""
    known: dict[str, dict[str, Any]] = {}
    session = _of(ArchivedReport, known)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The data in a report for the archive",
        "description": "Everything in it stands on the pages of that report. What is not told there is left out.",
        "type": "object",
        "required": ["format", "version", "document", "session"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": form.FORMAT},
            "version": {"const": form.VERSION},
            "document": {"type": "array", "items": _BLOCK},
            "session": session,
        },
        "$defs": dict(sorted(known.items())),
    }


def text() -> str:
    """Give the schema as it stands in its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _of(kind: Any, known: dict[str, dict[str, Any]]) -> dict[str, Any]:  # noqa: ANN401  an annotation
    """Give the schema of an annotation; records are noted in `known` and referred to."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in known:
            known[kind.__name__] = {}
            known[kind.__name__] = _record(kind, known)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [member.value for member in kind]}
    arguments = typing.get_args(kind)
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _of(arguments[0], known)}
    assert typing.get_origin(kind) in (typing.Union, types.UnionType)  # noqa: S101  records hold nothing else
    inner = next(each for each in arguments if each is not types.NoneType)
    return {"anyOf": [_of(inner, known), {"type": "null"}]}


def _record(kind: type, known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(kind)
    return {
        "description": " ".join((kind.__doc__ or "").split("\n\n")[0].split()),
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in fields if field.default is dataclasses.MISSING],
        "properties": {field.name: _of(hints[field.name], known) for field in fields},
    }
