"""Any value that a declaration allows, made from the declaration itself: a new field is tested without being named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from facilitator.content.kinds import Address, Day, Kind, OneOf, Slug, Text, Whole, YesNo
from facilitator.content.records import Field, Group, ListOf, Record
from facilitator.core.text import clean, one_line

LOOKALIKES = (
    "NO",
    "yes",
    "n",
    "12:30",
    "1.10",
    "0123",
    "~",
    "null",
    "2019-12-17",
    "1e3",
    "0x1F",
    "2019-12-17 12:00:00 Z",
    "1 op de 12",
    "=cmd",
    "<<",
    "-",
)
SIGNS = ("# x", "a #b", "a: b", "a:", "- a", "? a", "&a", "*a", "!a", "%a", "@a", "`a", "[a", "{a", "|", ">", "'a", '"')
WORDS = st.lists(st.text("ab'\\\"#:-.é👩 ", min_size=1, max_size=9), min_size=20, max_size=60).map(" ".join)
TEXTS = st.text(max_size=80) | st.sampled_from(LOOKALIKES + SIGNS) | WORDS
LONG = st.lists(TEXTS, min_size=1, max_size=6).map("\n".join) | TEXTS
SLUGS = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True)
ADDRESSES = st.sampled_from(("https://voorbeeld.nl", "http://voorbeeld.nl/a?b=c&d#e", "https://a.nl/'x':y"))


def values(kind: Kind[Any]) -> st.SearchStrategy[Any]:  # noqa: PLR0911  one for every kind
    """Give any value of a kind, as its reader would; rules between fields are not kept."""
    match kind:
        case Text(long=long, most=most):
            texts = LONG.map(lambda text: clean(text).strip()) if long else TEXTS.map(one_line)
            return (texts.map(lambda text: text[:most].strip()) if most else texts).filter(bool)
        case Slug() | Address():
            return SLUGS if isinstance(kind, Slug) else ADDRESSES
        case Whole(low=low, high=high):
            return st.integers(low, high)
        case YesNo() | Day():
            return st.booleans() if isinstance(kind, YesNo) else st.dates(date(1000, 1, 1))
        case OneOf(members=members):
            return st.sampled_from(members)
        case ListOf(item=item, least=least):
            return st.lists(values(item), min_size=least, max_size=3).map(tuple)
        case Group():
            return _by_attribute(kind)
        case Record(build=build):
            return _by_attribute(kind.group).map(lambda found: build(**found))
    raise AssertionError(kind)


def _by_attribute(group: Group) -> st.SearchStrategy[Any]:
    needed = {field.name: values(field.kind) for field in group.fields if field.required}
    optional = {field.name: values(field.kind) for field in group.fields if not field.required}
    return st.fixed_dictionaries(needed, optional=optional).map(group._by_attribute)


def without_rules(kind: Any) -> Any:
    """Give a declaration that takes any combination of values."""
    if isinstance(kind, ListOf):
        return replace(kind, item=without_rules(kind.item))
    if isinstance(kind, Record | Group):
        return replace(kind, rules=(), fields=tuple(_without_rules(field) for field in kind.fields))
    return kind


def _without_rules(field: Field) -> Field:
    return replace(field, kind=without_rules(field.kind))
