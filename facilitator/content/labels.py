"""A place in a script, case or card in the words of an author: "Moment 2 · wat de zaal leest"."""

from __future__ import annotations

import re

from facilitator.content.problem import Where
from facilitator.content.records import Field
from facilitator.content.writing import AnyKind, fields_of, item_of

_FIRST_PART = re.compile(r"[^,;:(]+")


def label(field: Field) -> str:
    """Give a short name of a field: the first part of what it tells an author."""
    found = _FIRST_PART.match(field.help)
    return found[0].strip() if found else field.name


def where(kind: AnyKind, path: Where) -> str:
    """Say where a path leads. A key that the declaration does not know is named as it is."""
    names: list[str] = []
    field: Field | None = None
    for step in path:
        if isinstance(step, int):
            one = field.one if field is not None else ""
            names[-1:] = [f"{one or ''.join(names[-1:])} {step + 1}".strip()]
            kind, field = item_of(kind), None
        else:
            field = next((field for field in fields_of(kind) if field.name == step), None)
            kind = None if field is None else field.kind
            names.append(step if field is None else label(field))
    told = " · ".join(names)
    return told[:1].upper() + told[1:]
