"""Forms: made from the declaration of a record, so that a field that is added there is there to be filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.content.kinds import Kind, OneOf, Text, Whole, YesNo
from facilitator.content.problem import Problem
from facilitator.content.records import Field as Declared
from facilitator.content.records import Group, ListOf, Record
from facilitator.ui.casuistry.editor import fields
from facilitator.ui.casuistry.editor.draft import Draft
from facilitator.ui.casuistry.editor.finding_rows import FindingRows
from facilitator.ui.casuistry.editor.labels import field_label, member_label
from facilitator.ui.casuistry.editor.new_items import new_item
from facilitator.ui.casuistry.editor.references import options
from facilitator.ui.casuistry.editor.tree import Path, at, items_at
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Button, Card, IconButton, PlainLabel, SectionTitle
from facilitator.words import _

Problems = Mapping[Path, Sequence[Problem]]

SMALL_EMS = 11
"""The least width of a small field, in widths of the letter M."""

HIDDEN = frozenset({"id"})
"""What the program gives itself: an author names persons and moments, not their keys."""


class FieldBox(QWidget):
    """A field under its name, with what belongs in it, and what is wrong with it.

    Attributes:
        field: what is filled in.
        findings: what in it looks like personal data.
    """

    def __init__(self, declared: Declared, path: Path, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.findings = FindingRows()
        self._is_number = isinstance(declared.kind, Whole)
        name = field_label(declared.name)
        self.field = make_field(declared.kind, name, path, draft)
        self.field.show_value(at(draft.tree, path))
        self.field.edited.connect(lambda value: draft.put(path, value))
        self.problem = PlainLabel("", "danger", wrap=True)
        self.problem.hide()
        title = PlainLabel(name if declared.required else _("{name} (optional)").format(name=name), "strong")
        title.setBuddy(self.field)
        self.field.setAccessibleDescription(declared.help)
        self.field.setToolTip(declared.help)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(title)
        if isinstance(self.field, fields.LinesField):  # what belongs there is asked again at every line
            column.addWidget(PlainLabel(_("{help}; one on each line").format(help=declared.help), "small", wrap=True))
        elif isinstance(self.field, (fields.LineField, fields.TextField)):
            self.field.setPlaceholderText(declared.help)
        column.addWidget(self.field)
        column.addWidget(self.findings)
        column.addWidget(self.problem)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def is_small(self) -> bool:
        """Whether it needs little room: a choice, a tick, a number."""
        return isinstance(self.field, (fields.ChoiceField, fields.TickField)) or self._is_number

    def show_problems(self, problems: Problems) -> None:
        """Show what is wrong here, or nothing."""
        mine = [problem for path, found in problems.items() if path[: len(self.path)] == self.path for problem in found]
        text = "\n".join(problem_words(problem) for problem in mine)
        if text != self.problem.text():
            self.problem.setText(text)
            self.problem.setVisible(bool(text))
            fields.mark_wrong(self.field, wrong=bool(text))


class ItemsBox(QWidget):
    """A list whose items are forms or long texts: each in a frame, to be moved, removed and added to.

    `folded` leaves the items out, where each has a page of its own.
    """

    def __init__(
        self, declared: Declared, path: Path, draft: Draft, *, folded: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._draft = draft
        assert isinstance(declared.kind, ListOf)  # noqa: S101  see `is_items`
        self._item: Kind[Any] = declared.kind.item
        self._parts: list[Part] = []
        self._name = field_label(declared.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(self._name))
        column.addWidget(PlainLabel(declared.help, "small", wrap=True))
        for index in range(0 if folded else len(items_at(draft.tree, path))):
            column.addWidget(self._frame(index))
        self.problem = PlainLabel("", "danger", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        self.add = Button(_("Add: {name}").format(name=self._name.lower()))
        self.add.setProperty("role", "link")
        self.add.clicked.connect(self._add)
        column.addWidget(self.add)
        if folded:
            column.addStretch(1)

    def _frame(self, index: int) -> QWidget:
        card = Card()
        card.column.setContentsMargins(12, 8, 12, 12)
        name = f"{self._name} {index + 1}"
        row = QHBoxLayout()
        row.addWidget(PlainLabel(str(index + 1), "soft"))
        row.addStretch(1)
        for icon, text, does in (
            ("up", _("Move up: {name}"), lambda: self._draft.move(self.path, index, -1)),
            ("down", _("Move down: {name}"), lambda: self._draft.move(self.path, index, 1)),
            ("remove", _("Remove: {name}"), lambda: self._draft.remove(self.path, index)),
        ):
            button = IconButton(icon, text.format(name=name))
            button.clicked.connect(does)
            row.addWidget(button)
        card.column.addLayout(row)
        part = self._part(index, name)
        self._parts.append(part)
        card.column.addWidget(part)
        return card

    def _part(self, index: int, name: str) -> Part:
        path = (*self.path, index)
        if isinstance(self._item, Record):
            return RecordForm(self._item, path, self._draft)
        return TextItem(name, path, self._draft)

    def _add(self) -> None:
        count = len(items_at(self._draft.tree, self.path))
        self._draft.insert(self.path, count, new_item(self._draft.tree, self.path, self._item))

    def show_problems(self, problems: Problems) -> None:
        """Show what is wrong with the list as a whole, and with each item."""
        text = "\n".join(problem_words(problem) for problem in problems.get(self.path, ()))
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        for part in self._parts:
            part.show_problems(problems)


class TextItem(QWidget):
    """One long text of a list."""

    def __init__(self, name: str, path: Path, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.findings = FindingRows()
        self.field = fields.TextField(name)
        self.field.show_value(at(draft.tree, path))
        self.field.edited.connect(lambda value: draft.put(path, value))
        self.problem = PlainLabel("", "danger", wrap=True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self.findings)
        column.addWidget(self.problem)

    def show_problems(self, problems: Problems) -> None:
        """Show what is wrong with it."""
        text = "\n".join(problem_words(problem) for problem in problems.get(self.path, ()))
        self.problem.setText(text)
        self.problem.setVisible(bool(text))


class RecordForm(QWidget):
    """The fields of a record under each other; records in it are set apart, with a heading.

    `only` keeps it to those fields.
    """

    def __init__(
        self,
        record: Record[Any] | Group,
        path: Path,
        draft: Draft,
        only: Callable[[Declared], bool] = lambda _field: True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.parts: list[Part] = []
        self._row: SideBySide | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for declared in record.fields:
            if declared.name in HIDDEN or not only(declared):
                continue
            if isinstance(declared.kind, Group | Record):
                column.addWidget(SectionTitle(field_label(declared.name)))
            part = _part(declared, (*path, declared.name), draft)
            self.parts.append(part)
            self._place(part, column)
        column.addStretch(1)

    def _place(self, part: Part, column: QVBoxLayout) -> None:
        """Put small fields that follow each other beside each other."""
        small = isinstance(part, FieldBox) and part.is_small
        if small and self._row is None:
            self._row = SideBySide(SMALL_EMS)
            column.addWidget(self._row)
        if small and self._row is not None:
            self._row.add(part)
        else:
            self._row = None
            column.addWidget(part)

    def show_problems(self, problems: Problems) -> None:
        """Show what is wrong, each where it belongs."""
        for part in self.parts:
            part.show_problems(problems)

    def boxes(self) -> list[FieldBox]:
        """Every field of it that is filled in by itself, also those of records within."""
        found: list[FieldBox] = []
        for part in self.parts:
            found += part.boxes() if isinstance(part, RecordForm) else [part] if isinstance(part, FieldBox) else []
        return found


Part = FieldBox | ItemsBox | TextItem | RecordForm


def _part(declared: Declared, path: Path, draft: Draft) -> Part:
    kind = declared.kind
    if isinstance(kind, Group | Record):
        return RecordForm(kind, path, draft)
    if is_items(kind):
        return ItemsBox(declared, path, draft)
    return FieldBox(declared, path, draft)


def is_items(kind: Kind[Any]) -> bool:
    """Whether a kind is a list of things that each need room of their own."""
    if not isinstance(kind, ListOf):
        return False
    return isinstance(kind.item, Record) or (isinstance(kind.item, Text) and kind.item.long)


def make_field(kind: Kind[Any], name: str, path: Path, draft: Draft) -> fields.Field:
    """Make the field that fits a kind of value."""
    named = options(draft.tree, path)
    if named is not None:
        return fields.ChoiceField(name, named)
    if isinstance(kind, OneOf):
        return fields.ChoiceField(name, [(member.value, member_label(member)) for member in kind.members])
    if isinstance(kind, YesNo):
        return fields.TickField(name, _("yes"))
    if isinstance(kind, ListOf):
        if isinstance(kind.item, OneOf):
            return fields.TicksField(name, [(member.value, member_label(member)) for member in kind.item.members])
        return fields.LinesField(name)
    return fields.TextField(name) if isinstance(kind, Text) and kind.long else fields.LineField(name)


def problem_words(problem: Problem) -> str:
    """A problem as a sentence: what is wrong, and what to do."""
    return f"{problem.what}. {problem.fix}."
