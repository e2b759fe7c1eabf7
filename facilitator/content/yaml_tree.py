"""YAML read as a tree of texts with their lines, from files that nobody has to trust.

PyYAML gives the events; the tree is built here, without recursion. Every value stays the text that was typed (`NO`,
`12:30`, `1.10`, `0123`), for only the field it belongs to knows what it should be. Refused: aliases, anchors and tags
(they run code or blow up), keys that occur twice, a second document, more than MOST_LEVELS levels, and all that
`text_file` refuses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from facilitator.content.problem import Problem, Report, Where, shown
from facilitator.content.text_file import Refused, bounded, decode, read_bytes
from facilitator.words import _

if TYPE_CHECKING:
    import yaml

MOST_LEVELS = 20


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it was typed; `plain` when it stood without quotes."""

    text: str
    line: int
    plain: bool = True
    path: Where = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was typed at all."""
        return self.plain and not self.text


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    line: int
    path: Where = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's line, and the value that stands there."""

    line: int
    node: Node

    @property
    def path(self) -> Where:
        """The way to the value."""
        return self.node.path


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file."""

    entries: dict[str, Entry]
    line: int
    path: Where = ()

    def scalar(self, key: str) -> Scalar | None:
        """Give the value of a key when it is there and is a single value."""
        entry = self.entries.get(key)
        return entry.node if entry is not None and isinstance(entry.node, Scalar) else None

    def records(self, key: str) -> tuple[Mapping, ...]:
        """Give the records in a key's list, leaving out whatever is none."""
        entry = self.entries.get(key)
        items = entry.node.items if entry is not None and isinstance(entry.node, Sequence) else ()
        return tuple(item for item in items if isinstance(item, Mapping))


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole file: its root, and its text for who wants to point at a line."""

    root: Node
    text: str


def read_tree(path: Path) -> tuple[Tree | None, list[Problem]]:
    """Read a file. The tree is None when it cannot be read; it may come with problems (a key that occurs twice)."""
    try:
        data = read_bytes(path)
    except Refused as refused:
        return None, [Problem(path, refused.line, refused.what, refused.fix)]
    return tree_of(data, path)


def tree_of(data: bytes, path: Path) -> tuple[Tree | None, list[Problem]]:
    """Do the same with bytes that were read before, of at most MOST_BYTES; `path` is what the problems name."""
    report = Report(path)
    try:
        return parse_tree(bounded(data), report), report.problems
    except Refused as refused:
        report.add(refused.line, refused.what, refused.fix)
    return None, report.problems


def parse_tree(data: bytes, report: Report) -> Tree:
    """Turn the bytes of a file into a tree. Raises Refused; keys that occur twice only go into the report."""
    text = decode(data)
    root = _compose(text, report)
    if root is None:
        raise Refused(1, _("this file is empty"), _("Fill it in, or remove it"))
    return Tree(root, text)


def _compose(text: str, report: Report) -> Node | None:
    import yaml  # noqa: PLC0415  costs 20 to 50 ms, and the first window reads no YAML

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # without C ten times slower, and the same
    composer = _Composer(report)
    try:
        for event in yaml.parse(text, Loader=loader):
            composer.take(event)
    # PyYAML without C lets an impossible escape ("\UFFFFFFFF") or version number out as ValueError or OverflowError.
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise _not_yaml(error) from error
    return composer.root


@dataclass(slots=True)
class _Open:
    """A list or record whose end has not been read yet. In a record, `key` waits for its value."""

    line: int
    path: Where
    is_list: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None

    @property
    def wants_key(self) -> bool:
        return not self.is_list and self.key is None

    def closed(self) -> Node:
        if self.is_list:
            return Sequence(tuple(self.items), self.line, self.path)
        return Mapping(self.entries, self.line, self.path)

    def next_path(self, text: str) -> Where:
        """Give the way to what comes next; `text` is its own, for a key."""
        if self.is_list:
            return (*self.path, len(self.items))
        return (*self.path, text if self.key is None else self.key.text)


class _Composer:
    """Builds the tree from events, one by one. `root` is there once the document is over."""

    def __init__(self, report: Report) -> None:
        self.root: Node | None = None
        self._report = report
        self._open: list[_Open] = []
        self._takers: dict[str, Callable[..., None]] = {
            "ScalarEvent": self._scalar,
            "MappingStartEvent": self._start,
            "SequenceStartEvent": self._start,
            "MappingEndEvent": self._end,
            "SequenceEndEvent": self._end,
            "AliasEvent": _refuse_alias,
            "DocumentStartEvent": self._document,
        }

    def take(self, event: yaml.Event) -> None:
        """Take the next event. Raises Refused."""
        taker = self._takers.get(type(event).__name__)
        if taker is not None:
            taker(event, cast("yaml.Mark", event.start_mark).line + 1)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        _refuse_extras(event, line)
        path = self._open[-1].next_path(event.value) if self._open else ()
        self._put(Scalar(event.value, line, plain=not event.style, path=path))

    def _start(self, event: yaml.CollectionStartEvent, line: int) -> None:
        _refuse_extras(event, line)
        if len(self._open) == MOST_LEVELS:
            what = _("this goes deeper than {levels} levels").format(levels=MOST_LEVELS)
            raise Refused(line, what, _("Check the brackets and the indentation"))
        if self._open and self._open[-1].wants_key:
            what = _("a list or record stands where a key should be")
            raise Refused(line, what, _("Write a word followed by ': '"))
        path = self._open[-1].next_path("") if self._open else ()
        self._open.append(_Open(line, path, is_list=type(event).__name__ == "SequenceStartEvent"))

    def _end(self, _event: yaml.Event, _line: int) -> None:
        self._put(self._open.pop().closed())

    def _document(self, _event: yaml.Event, line: int) -> None:
        if self.root is not None:
            raise Refused(line, _("a second document begins after '---'"), _("Make it a file of its own"))

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if parent.is_list:
            parent.items.append(node)
        elif parent.wants_key:
            parent.key = cast("Scalar", node)  # _start lets nothing else through
        else:
            self._pair(parent, cast("Scalar", parent.key), node)
            parent.key = None

    def _pair(self, parent: _Open, key: Scalar, node: Node) -> None:
        first = parent.entries.setdefault(key.text, Entry(key.line, node))
        if first.node is not node:
            name = shown(key.text)
            what = _("'{key}' stands here twice, first on line {line}").format(key=name, line=first.line)
            self._report.at(key, what, _("Keep one of the two"))


def _refuse_alias(event: yaml.AliasEvent, line: int) -> None:
    what = _("'*{name}' refers to another place in the file").format(name=shown(str(event.anchor)))
    raise Refused(line, what, _("Write out in full what should stand here, or put it in quotes"))


def _refuse_extras(event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
    if event.anchor is not None:
        what = _("'&{name}' gives this place a name").format(name=shown(event.anchor))
        raise Refused(line, what, _("Remove it, or put the text in quotes when it begins with '&'"))
    if event.tag is not None:
        what = _("'{tag}' is a YAML tag").format(tag=shown(event.tag))
        raise Refused(line, what, _("Remove it, or put the text in quotes when it begins with '!'"))


def _not_yaml(error: Exception) -> Refused:
    """Say in plain words what PyYAML found; it words the same fault in two ways, with C and without."""
    found = f"{getattr(error, 'context', None)} {getattr(error, 'problem', None)}"
    where, fix = next((where, fix) for piece, where, fix in _fixes() if piece in found)
    mark = getattr(error, where, None) or getattr(error, "problem_mark", None)
    return Refused(1 if mark is None else mark.line + 1, _("this is not valid YAML"), fix)


def _fixes() -> tuple[tuple[str, str, str], ...]:
    """Give a piece of PyYAML's words, the mark that shows best where it went wrong, and what to do."""
    begin, end = "context_mark", "problem_mark"
    columns = _("Let what belongs together begin in the same column, and put '- ' before every item of a list")
    return (
        ("mapping values", end, _("Put a text with ': ' in it between quotes, and check the indentation")),
        ("escape", end, _("Put this text between single quotes, or write \\\\ for \\")),
        ("quoted scalar", begin, _("Check that the quote at the beginning of this text has one at its end")),
        ("start any token", end, _("Put a text that begins with @, % or ` between quotes")),
        ("block scalar", end, _("Begin the text on a new line under '|' or '>', indented further")),
        ("flow", begin, _("Check that every [ and { has its ] and }, or put the text in quotes")),
        ("", end, columns),
    )
