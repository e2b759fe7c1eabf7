"""Lists and records of values. A record is built only when nothing in it was wrong.

Every key names the attribute it fills (`Field.of`), which makes reading and writing two ways along one road.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from facilitator.content.kinds import Kind, Plain, Schema, Text, choose_from, report_empty
from facilitator.content.problem import Report, shown
from facilitator.content.yaml_tree import Mapping, Node, Scalar, Sequence
from facilitator.words import _

T = TypeVar("T")
Values = dict[str, Any]
Rule = Callable[[Mapping, Values, Report], None]
"""Checks fields against each other: the record as it stands, the values that could be read, the report."""


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list of at least `least` items, and at most `most`; 0 for any number."""

    item: Kind[T]
    least: int = 0
    most: int = 0

    def read(self, node: Node, name: str, report: Report) -> tuple[T, ...] | None:
        """Give the items that could be read."""
        if isinstance(node, Scalar) and node.empty:
            report_empty(node, name, report)
            return None
        if not isinstance(node, Sequence):
            what = _("'{name}' should be a list").format(name=name)
            report.at(node, what, _("Put every item on a line of its own, after '- '"))
            return None
        if len(node.items) < self.least:
            what = _("'{name}' is an empty list").format(name=name)
            report.at(node, what, _("Add at least one item, after '- '"))
        if self.most and len(node.items) > self.most:
            what = _("'{name}' has {count} items").format(name=name, count=len(node.items))
            report.at(node, what, _("Keep at most {most} of them").format(most=self.most))
        values = (self.item.read(item, name, report) for item in node.items)
        return tuple(value for value in values if value is not None)

    def schema(self) -> Schema:
        """Give the schema of an item, and how many there must be."""
        least, most = {"minItems": self.least} if self.least else {}, {"maxItems": self.most} if self.most else {}
        return {"type": "array", "items": self.item.schema(), **least, **most}

    def texts(self, node: Node) -> Iterator[tuple[Text, Scalar]]:
        """Give the texts of all items."""
        for item in node.items if isinstance(node, Sequence) else ():
            yield from self.item.texts(item)

    def plain(self, value: Iterable[T]) -> Plain:
        """Give every item as it is typed."""
        return [self.item.plain(item) for item in value]


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record. `help` tells an author what belongs there.

    `of` is the attribute that it fills when that has another name than the key; `one` is what one item of its list is
    called, for who points at the second of them.
    """

    name: str
    kind: Kind[Any]
    help: str
    required: bool = True
    of: str = ""
    one: str = ""

    @property
    def attribute(self) -> str:
        """The name of the attribute in the record."""
        return self.of or self.name


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that stand together under one key in a file, and each fill an attribute of the record around them."""

    fields: tuple[Field, ...]
    rules: tuple[Rule, ...] = ()

    def read(self, node: Node, name: str, report: Report) -> Values | None:
        """Give the values by the attribute they are for, or None after telling what is wrong."""
        if not isinstance(node, Mapping):
            what = _("'{name}' should have keys with values").format(name=name)
            names = ", ".join(field.name for field in self.fields)
            report.at(node, what, _("Write 'key: value' lines; the keys are {names}").format(names=names))
            return None
        before = report.count
        self._refuse_unknown(node, report)
        values = self._values(node, report)
        for rule in self.rules:
            rule(node, values, report)
        return self._by_attribute(values) if report.count == before else None

    def _refuse_unknown(self, node: Mapping, report: Report) -> None:
        names = [field.name for field in self.fields]
        for key, entry in node.entries.items():
            if key in names or report.full:
                continue
            what = _("'{key}' is not a key that belongs here").format(key=shown(key))
            report.at(entry, what, choose_from(key, names))

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
                report.at(node, what, fix, field.name)
        return values

    def _by_attribute(self, values: Values) -> Values:
        found: Values = {}
        for field in self.fields:
            if field.name in values:
                value = values[field.name]
                found.update(value if isinstance(field.kind, Group) else {field.attribute: value})
        return found

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

    def plain(self, value: Any) -> dict[str, Plain]:  # noqa: ANN401  a record of any class
        """Give the keys of a record in the order of the declaration; what need not be typed is left out."""
        usual = {attribute.name: attribute.default for attribute in fields(value)}
        return {
            field.name: field.kind.plain(_held(field, value))
            for field in self.fields
            if field.required or not _need_not_be_typed(field, value, usual)
        }


@dataclass(frozen=True, slots=True)
class Record(Generic[T]):
    """Keys with values, built by calling `build` with a keyword per attribute that was filled."""

    build: Callable[..., T]
    fields: tuple[Field, ...]
    rules: tuple[Rule, ...] = ()

    @property
    def group(self) -> Group:
        """The keys, without what is built of them."""
        return Group(self.fields, self.rules)

    def read(self, node: Node, name: str, report: Report) -> T | None:
        """Give the built record."""
        values = self.group.read(node, name, report)
        return None if values is None else self.build(**values)

    def schema(self) -> Schema:
        """Give the schema of all fields, and nothing beside them."""
        return self.group.schema()

    def texts(self, node: Node) -> Iterator[tuple[Text, Scalar]]:
        """Give the texts of all fields."""
        return self.group.texts(node)

    def plain(self, value: T) -> dict[str, Plain]:
        """Give the keys in the order of the declaration; what need not be typed is left out."""
        return self.group.plain(value)


def _held(field: Field, value: Any) -> Any:  # noqa: ANN401  a record of any class
    return value if isinstance(field.kind, Group) else getattr(value, field.attribute)


def _need_not_be_typed(field: Field, value: Any, usual: Values) -> bool:  # noqa: ANN401  a record of any class
    """Tell whether reading gives the same record without this field."""
    if isinstance(field.kind, Group):
        return all(_need_not_be_typed(inner, value, usual) for inner in field.kind.fields)
    held = getattr(value, field.attribute, None)  # None: it was held against the rest and not kept
    return held in (None, "", ()) or held == usual[field.attribute]
