"""The kinds of single value in a content file: each reads itself from a tree, and writes itself and its JSON Schema.

With `records` they make up the declarations of `scripts`, `cases` and `cards`, so that what the reader accepts, what
the writer writes and what an editor completes cannot drift apart. Reading never stops at a fault: it is put in the
report and None is given, so that all problems of a file are told at once.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from facilitator.content.problem import Report, shown
from facilitator.content.yaml_tree import Node, Scalar
from facilitator.core.text import clean, fold, one_line
from facilitator.words import _

E = TypeVar("E", bound=StrEnum)
T_co = TypeVar("T_co", covariant=True)
Schema = dict[str, Any]
Plain = str | list["Plain"] | dict[str, "Plain"]
"""A value as it is typed in a file: texts, in lists and under keys."""

_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_WEB = r"""^https?://[^\s/"<>]+(/[^\s"<>]*)?$"""


def choose_from(text: str, known: Iterable[str]) -> str:
    """Propose the known word nearest to what was typed, or else all of them."""
    words = list(dict.fromkeys(known))
    return meant(text, words) or _("Choose from: {words}").format(words=", ".join(words))


def meant(text: str, known: Iterable[str]) -> str:
    """Propose the known word nearest to what was typed; nothing when none is near."""
    near = difflib.get_close_matches(text[:64].lower(), known, n=1)
    return _("Did you mean '{word}'?").format(word=near[0]) if near else ""


def _scalar(node: Node, name: str, report: Report) -> Scalar | None:
    if not isinstance(node, Scalar):
        what = _("'{name}' should be one single value").format(name=name)
        report.at(node, what, _("Put a text with ': ' or '- ' in it between quotes, or under '|'"))
        return None
    if node.empty:
        report_empty(node, name, report)
        return None
    return node


def report_empty(node: Scalar, name: str, report: Report) -> None:
    """Report that nothing stands after a key."""
    what = _("'{name}' is empty").format(name=name)
    report.at(node, what, _("Fill it in; a line that may be missing can also be removed"))


class Kind(Protocol[T_co]):
    """A kind of value. `name` is the key it stands under, for the words of a problem."""

    def read(self, node: Node, name: str, report: Report) -> T_co | None:
        """Give the value, or None after putting in the report what is wrong with it."""
        ...

    def schema(self) -> Schema:
        """Give the JSON Schema of this kind."""
        ...

    def texts(self, node: Node) -> Iterator[tuple[Text, Scalar]]:
        """Give every text in the node with its own kind, for checks that look at words."""
        ...

    def plain(self, value: Any) -> Plain:  # noqa: ANN401  what read() gives; each kind knows its own
        """Give a value as it is typed: the way back from `read`."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """A text: on one line, or Markdown when `long`.

    `needed`: it cannot be empty. `room`: the audience reads it. `foreign`: it may be in any language, as somebody says
    it. `most` is how many letters it may have, 0 for any number.
    """

    long: bool = False
    needed: bool = True
    room: bool = False
    foreign: bool = False
    most: int = 0

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Give the text, cleaned."""
        scalar = _scalar(node, name, report)
        if scalar is None:
            return None
        text = clean(scalar.text).strip() if self.long else one_line(scalar.text)
        if self.needed and not text:
            report_empty(scalar, name, report)
            return None
        if self.most and len(text) > self.most:
            what = _("'{name}' has {count} letters here").format(name=name, count=len(text))
            report.at(scalar, what, _("Make it at most {most} letters").format(most=self.most))
            return None
        return text

    def schema(self) -> Schema:
        """Take numbers too: the reader takes every single value as the text that was typed."""
        least, most = {"minLength": 1} if self.needed else {}, {"maxLength": self.most} if self.most else {}
        return {"type": ["string", "number", "boolean"], **least, **most}

    def texts(self, node: Node) -> Iterator[tuple[Text, Scalar]]:
        """Give the node itself."""
        if isinstance(node, Scalar):
            yield self, node

    def plain(self, value: str) -> Plain:
        """Give the text."""
        return value


@dataclass(frozen=True, slots=True)
class _Wordless:
    """A kind that holds no text to read."""

    def texts(self, _node: Node) -> Iterator[tuple[Text, Scalar]]:
        """Give nothing."""
        return iter(())

    def plain(self, value: object) -> Plain:
        """Give the value in its own notation."""
        return str(value)


def slug_of(text: str) -> str:
    """Give a text in small letters, digits and hyphens; nothing when it holds none of these."""
    return re.sub("[^a-z0-9]+", "-", fold(text)).strip("-")[:64].strip("-")


@dataclass(frozen=True, slots=True)
class Slug(_Wordless):
    """A short name for use inside files: small letters, digits and hyphens."""

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Give the name."""
        scalar = _scalar(node, name, report)
        if scalar is None:
            return None
        if len(scalar.text) <= 64 and re.fullmatch(_SLUG, scalar.text):
            return scalar.text
        what = _("'{name}' is '{value}'").format(name=name, value=shown(scalar.text))
        proposal = slug_of(scalar.text) or "stap-1"
        fix = _("Use small letters, digits and hyphens only, such as '{proposal}'").format(proposal=proposal)
        report.at(scalar, what, fix)
        return None

    def schema(self) -> Schema:
        """Give the pattern."""
        return {"type": "string", "pattern": _SLUG, "maxLength": 64}


@dataclass(frozen=True, slots=True)
class Address(_Wordless):
    """A web address (http or https), or nothing."""

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Give the address."""
        scalar = _scalar(node, name, report)
        if scalar is None:
            return None
        if re.fullmatch(_WEB, scalar.text):
            return scalar.text
        what = _("'{name}' is '{value}', not a web address").format(name=name, value=shown(scalar.text))
        report.at(scalar, what, _("Begin it with https://, or remove the line"))
        return None

    def schema(self) -> Schema:
        """Give the pattern."""
        return {"type": "string", "pattern": _WEB}


@dataclass(frozen=True, slots=True)
class Code(_Wordless):
    """A short text in a notation of its own. `fix` says how to write it."""

    pattern: str
    fix: str

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Give the text."""
        scalar = _scalar(node, name, report)
        if scalar is None or re.fullmatch(self.pattern, scalar.text):
            return None if scalar is None else scalar.text
        report.at(scalar, _("'{name}' is '{value}'").format(name=name, value=shown(scalar.text)), self.fix)
        return None

    def schema(self) -> Schema:
        """Give the pattern."""
        return {"type": "string", "pattern": f"^{self.pattern}$"}


@dataclass(frozen=True, slots=True)
class Whole(_Wordless):
    """A whole number from `low` to `high`, both included."""

    low: int
    high: int

    def read(self, node: Node, name: str, report: Report) -> int | None:
        """Give the number."""
        scalar = _scalar(node, name, report)
        if scalar is None:
            return None
        if not _WHOLE.fullmatch(scalar.text):
            what = _("'{name}' is '{value}', not a whole number").format(name=name, value=shown(scalar.text))
        elif not self.low <= int(scalar.text) <= self.high:
            what = _("'{name}' is {value}").format(name=name, value=scalar.text)
        else:
            return int(scalar.text)
        fix = _("Write a number from {low} to {high}, in digits").format(low=self.low, high=self.high)
        report.at(scalar, what, fix)
        return None

    def schema(self) -> Schema:
        """Give the range."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class YesNo(_Wordless):
    """`true` or `false`."""

    def read(self, node: Node, name: str, report: Report) -> bool | None:
        """Give the truth value."""
        scalar = _scalar(node, name, report)
        if scalar is None:
            return None
        if scalar.text in {"true", "false"}:
            return scalar.text == "true"
        what = _("'{name}' is '{value}'").format(name=name, value=shown(scalar.text))
        report.at(scalar, what, _("Write true (yes) or false (no)"))
        return None

    def schema(self) -> Schema:
        """Give the type."""
        return {"type": "boolean"}

    def plain(self, value: object) -> Plain:
        """Give `true` or `false`."""
        return "true" if value else "false"


@dataclass(frozen=True, slots=True)
class Day(_Wordless):
    """A date, year first: 2026-05-11."""

    def read(self, node: Node, name: str, report: Report) -> date | None:
        """Give the date."""
        scalar = _scalar(node, name, report)
        if scalar is None:
            return None
        if re.fullmatch(_DAY, scalar.text):
            with suppress(ValueError):  # a day that no month has
                return date.fromisoformat(scalar.text)
        what = _("'{name}' is '{value}', not a date").format(name=name, value=shown(scalar.text))
        report.at(scalar, what, _("Write year, month and day in digits, such as 2026-05-11"))
        return None

    def schema(self) -> Schema:
        """Give the pattern."""
        return {"type": "string", "format": "date", "pattern": _DAY}


@dataclass(frozen=True, slots=True)
class OneOf(_Wordless, Generic[E]):
    """One member of an enumeration, by its value."""

    members: type[E]

    def read(self, node: Node, name: str, report: Report) -> E | None:
        """Give the member."""
        scalar = _scalar(node, name, report)
        if scalar is None:
            return None
        known = [member.value for member in self.members]
        if scalar.text in known:
            return self.members(scalar.text)
        what = _("'{name}' is '{value}', which is not known").format(name=name, value=shown(scalar.text))
        report.at(scalar, what, choose_from(scalar.text, known))
        return None

    def schema(self) -> Schema:
        """Give the values."""
        return {"enum": [member.value for member in self.members]}
