"""Lists and records of values. A record is built only when nothing in it was wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from facilitator.content.kinds import Kind, Schema, Text, choose_from, report_empty
from facilitator.content.problem import Report, shown
from facilitator.content.yaml_tree import Mapping, Node, Scalar, Sequence
from facilitator.words import _

T = TypeVar("T")
Values = dict[str, Any]
Rule = Callable[[Mapping, Values, Report], None]
"""Checks fields against each other: the record as it stands, the values that could be read, the report."""


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list of at least `least` items."""

    item: Kind[T]
    least: int = 0

    def read(self, node: Node, name: str, report: Report) -> tuple[T, ...] | None:
        """Give the items that could be read."""
        if isinstance(node, Scalar) and node.empty:
            report_empty(node, name, report)
            return None
        if not isinstance(node, Sequence):
            what = _("'{name}' should be a list").format(name=name)
            report.add(node.line, what, _("Put every item on a line of its own, after '- '"))
            return None
        if len(node.items) < self.least:
            what = _("'{name}' is an empty list").format(name=name)
            report.add(node.line, what, _("Add at least one item, after '- '"))
        values = (self.item.read(item, name, report) for item in node.items)
        return tuple(value for value in values if value is not None)

    def schema(self) -> Schema:
        """Give the schema of an item, and how many there must be."""
        return {"type": "array", "items": self.item.schema(), **({"minItems": self.least} if self.least else {})}

    def texts(self, node: Node) -> Iterator[tuple[Text, Scalar]]:
        """Give the texts of all items."""
        for item in node.items if isinstance(node, Sequence) else ():
            yield from self.item.texts(item)


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record. `help` tells an author what belongs there."""

    name: str
    kind: Kind[Any]
    help: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Record(Generic[T]):
    """Keys with values, built by calling `build` with a keyword per field that is there."""

    build: Callable[..., T]
    fields: tuple[Field, ...]
    rules: tuple[Rule, ...] = ()

    def read(self, node: Node, name: str, report: Report) -> T | None:
        """Give the built record."""
        if not isinstance(node, Mapping):
            what = _("'{name}' should have keys with values").format(name=name)
            names = ", ".join(field.name for field in self.fields)
            report.add(node.line, what, _("Write 'key: value' lines; the keys are {names}").format(names=names))
            return None
        before = report.count
        self._refuse_unknown(node, report)
        values = self._values(node, report)
        for rule in self.rules:
            rule(node, values, report)
        return self.build(**values) if report.count == before else None

    def _refuse_unknown(self, node: Mapping, report: Report) -> None:
        names = [field.name for field in self.fields]
        for key, entry in node.entries.items():
            if key in names or report.full:
                continue
            what = _("'{key}' is not a key that belongs here").format(key=shown(key))
            report.add(entry.line, what, choose_from(key, names))

    def _values(self, node: Mapping, report: Report) -> Values:
        values: Values = {}
        for field in self.fields:
            entry = node.entries.get(field.name)
            if entry is not None:
                value = field.kind.read(entry.node, field.name, report)
                if value is not None:
                    values[field.name] = value
            elif field.required:
                what = _("'{name}' is missing").format(name=field.name)
                fix = _("Add a line '{name}: …' ({help})").format(name=field.name, help=field.help)
                report.add(node.line, what, fix)
        return values

    def schema(self) -> Schema:
        """Give the schema of all fields, and nothing beside them."""
        return {
            "type": "object",
            "properties": {f.name: {**f.kind.schema(), "description": f.help} for f in self.fields},
            "required": [f.name for f in self.fields if f.required],
            "additionalProperties": False,
        }

    def texts(self, node: Node) -> Iterator[tuple[Text, Scalar]]:
        """Give the texts of all fields."""
        entries = node.entries if isinstance(node, Mapping) else {}
        for field in self.fields:
            if field.name in entries:
                yield from field.kind.texts(entries[field.name].node)
