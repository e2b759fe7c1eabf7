"""What can be chosen in a field that names something else in the same file: a person, a moment, a role, a question."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.core.weighing import SHORT
from facilitator.ui.casuistry.editor.fields import Option
from facilitator.ui.casuistry.editor.tree import Path, Plain, records_at, text_at
from facilitator.words import _


def options(tree: Plain, path: Path) -> tuple[Option, ...] | None:
    """Give what can be chosen in the field at a path; None where anything can be typed."""
    field = tuple(key for key in path if isinstance(key, str))
    found = _OFFERS.get(field)
    return None if found is None else found(tree)


def _persons(tree: Plain) -> tuple[Option, ...]:
    return _named(tree, ("persons",), "name")


def _moments(tree: Plain) -> tuple[Option, ...]:
    return _named(tree, ("moments",), "title")


def _roles(tree: Plain) -> tuple[Option, ...]:
    return tuple((role, role) for role in roles_in(tree))


def _scales(tree: Plain) -> tuple[Option, ...]:
    steps = (step for step in records_at(tree, ("steps",)) if text_at(step, ("answers", "how")) == "scale")
    return tuple((text_at(step, ("id",)), text_at(step, ("title",))) for step in steps)


def _weighing(_tree: Plain) -> tuple[Option, ...]:
    return tuple((str(number), f"{number} · {_(word)}") for number, word in SHORT.items())


def _meldcode(_tree: Plain) -> tuple[Option, ...]:
    return tuple((str(number), _("step {number}").format(number=number)) for number in range(1, 6))


_OFFERS: dict[tuple[str, ...], Callable[[Plain], tuple[Option, ...]]] = {
    ("relations", "one"): _persons,
    ("relations", "other"): _persons,
    ("persons", "since"): _moments,
    ("relations", "since"): _moments,
    ("timeline", "moment"): _moments,
    ("role_cards", "role"): _roles,
    ("role_cards", "merges_with"): _roles,
    ("moments", "questions", "role"): _roles,
    ("moments", "weighing", "question"): _weighing,
    ("moments", "meldcode_step"): _meldcode,
    ("steps", "compare_with"): _scales,
}


def roles_in(tree: Plain) -> tuple[str, ...]:
    """The roles that know something in a case, in order of appearance."""
    named = (
        text_at(role, ("role",)) for moment in records_at(tree, ("moments",)) for role in records_at(moment, ("roles",))
    )
    return tuple(dict.fromkeys(role for role in named if role))


def _named(tree: Plain, path: Path, key: str) -> tuple[Option, ...]:
    found = ((text_at(item, ("id",)), text_at(item, (key,))) for item in records_at(tree, path))
    return tuple((value, text or value) for value, text in found if value)
