"""Every field that can be declared, and every member that can be chosen, has a name on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from facilitator.content.cards import card
from facilitator.content.cases import case
from facilitator.content.kinds import Kind, OneOf
from facilitator.content.records import Group, ListOf, Record
from facilitator.content.scripts import script
from facilitator.ui.casuistry.editor.labels import FIELDS, MEMBERS, field_label, member_label


def _records(kind: Kind[Any]) -> Iterator[Record[Any] | Group]:
    if isinstance(kind, ListOf):
        yield from _records(kind.item)
    elif isinstance(kind, Group | Record):
        yield kind
        for field in kind.fields:
            yield from _records(field.kind)


def _choices(kind: Kind[Any]) -> Iterator[OneOf[Any]]:
    for record in _records(kind):
        for field in record.fields:
            inner = field.kind.item if isinstance(field.kind, ListOf) else field.kind
            if isinstance(inner, OneOf):
                yield inner


@pytest.mark.parametrize("declared", [case(), script(), card()], ids=["case", "script", "card"])
def test_everything_that_can_be_filled_in_has_a_name(declared: Record[Any]) -> None:
    for record in _records(declared):
        assert all(field_label(field.name) for field in record.fields)
    for choice in _choices(declared):
        assert all(member_label(member) for member in choice.members)


def test_no_name_is_left_of_what_is_gone() -> None:
    declared: list[Record[Any]] = [case(), script(), card()]
    names = {field.name for kind in declared for record in _records(kind) for field in record.fields}
    members = {
        f"{type(m).__name__}.{m.value}" for kind in declared for choice in _choices(kind) for m in choice.members
    }
    assert names == FIELDS.keys()
    assert members == MEMBERS.keys()
