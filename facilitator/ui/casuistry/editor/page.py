"""EditorPage: the outline, the form of the part in sight, and what the room would see of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QSplitter, QVBoxLayout, QWidget

from facilitator.content.records import Field as Declared
from facilitator.content.records import ListOf, Record
from facilitator.pictures import PictureKind
from facilitator.ui import theme
from facilitator.ui.audience.thumbnail import Thumbnail
from facilitator.ui.casuistry.editor.case_pictures import CasePictures
from facilitator.ui.casuistry.editor.draft import Draft
from facilitator.ui.casuistry.editor.forms import FieldBox, ItemsBox, Problems, RecordForm, TextItem
from facilitator.ui.casuistry.editor.keeper import Save
from facilitator.ui.casuistry.editor.lookover import Lookover
from facilitator.ui.casuistry.editor.outline import ONE_BY_ONE, Outline
from facilitator.ui.casuistry.editor.preview import room_view
from facilitator.ui.casuistry.editor.strips import ProblemsStrip
from facilitator.ui.casuistry.editor.tree import Path, Plain, items_at, text_at
from facilitator.ui.casuistry.editor.writing_page import WritingPage
from facilitator.ui.casuistry.privacy.watch import Watch
from facilitator.ui.start.page import MARGIN, TOP
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Card, IconButton, PlainLabel, SectionTitle
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _

DRAWN = frozenset({("persons",), ("relations",), ("timeline",)})
"""The parts beside which a picture of the case stands."""

WIDE_EMS = 60
"""From this width on, what the room sees stands beside the form."""


class EditorPage(WritingPage):
    """One file being written.

    Attributes:
        draft: what is written.
        judge: gives what is to be put right in a tree, by path.
        over: what looks like personal data in it; `watch` looks for that.
    """

    def __init__(
        self,
        record: Record[Any],
        tree: Plain,
        judge: Callable[[Plain], Problems],
        save: Save,
        watch: Watch | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._record = record
        self.judge = judge
        self.draft = Draft(tree, self)
        self.keep_with(self.draft, save)
        self._problems: Problems = {}
        self.title = PlainLabel("", "page-title", wrap=True)
        self.undo = IconButton("undo", _("Take back"), "Ctrl+Z")
        self.back = BackButton(self)
        self.outline = Outline(record, self.draft)
        self.form: RecordForm | ItemsBox = RecordForm(record, (), self.draft, _is_about)
        self.reading = QScrollArea()
        self.room = Thumbnail(theme.room())
        self.room_empty = PlainLabel(_("Choose a moment or a step to see what the room sees."), "soft", wrap=True)
        self.pictures = CasePictures()
        self.beside = SectionTitle()
        self.strip = ProblemsStrip()
        self.over = Lookover(record, self.draft, lambda: self.form, watch, self)
        self._lay_out()
        self._wire()
        self._show_title()
        self.show_part(())
        self.look()

    def enter(self) -> None:
        """Put the keyboard where work begins."""
        self.outline.list.setFocus()

    def _lay_out(self) -> None:
        self.reading.setWidgetResizable(True)
        self.reading.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        middle, right = Card(), Card()
        middle.column.addWidget(self.reading)
        right.column.addWidget(self.beside)
        right.column.addWidget(self.room)
        right.column.addWidget(self.pictures, 1)
        right.column.addWidget(self.room_empty)
        right.column.addStretch(0)
        middle.setMinimumWidth(self.fontMetrics().horizontalAdvance("M") * 20)
        self.work = _splitter((middle, 5), (right, 4))
        self.sides = _splitter((self.outline, 2), (self.work, 9))
        self.work.setSizes([560, 420])
        self.work.setOrientation(Qt.Orientation.Vertical)  # until there is room: the window would grow to make it
        self.sides.setSizes([230, 980])
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, TOP, MARGIN, 14)
        column.setSpacing(12)
        column.addWidget(TopRow(self.back, self.saved, self.undo))
        column.addWidget(self.title)
        column.addWidget(self.sides, 1)
        column.addWidget(self.strip)
        column.addWidget(self.over.strip)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where there is no room beside the form, what the room sees stands under it."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE_EMS * self.fontMetrics().horizontalAdvance("M")
        self.work.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    def look_changed(self) -> None:
        """Mark what was found in the colours that hold now."""
        self.over.show_in_form()

    def _wire(self) -> None:
        self.outline.chosen.connect(self.show_part)
        self.outline.chosen.connect(self._choose_picture)
        for strip in (self.strip, self.over.strip):
            strip.wanted.connect(self.go_to)
        self.draft.changed.connect(self._changed)
        self.draft.rebuilt.connect(self._rebuilt)
        self.pictures.relation_drawn.connect(self._draw)
        self.undo.clicked.connect(self.draft.undo)
        self.back.clicked.connect(self.leave)
        for keys, does in (
            ("Ctrl+Return", self.leave),
            ("Ctrl+G", self.outline.list.setFocus),  # a long form is many Tabs away from its outline
            ("Ctrl+Z", self.draft.undo),  # where nobody is typing: a text takes back its own letters
            ("Ctrl+Shift+Z", self.draft.redo),
            ("Ctrl+Y", self.draft.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(does)

    # ---- what is in sight

    def show_part(self, path: Path) -> None:
        """Show the form of a part."""
        focused = QApplication.focusWidget()
        within = focused is not None and self.form.isAncestorOf(focused)
        self.form = self._form_of(path)
        self.reading.setWidget(self.form)
        self.form.show_problems(self._problems)
        self.over.show_in_form()
        self._show_room(path)
        if within:  # the form that had the keyboard is gone
            self._go_into(self.draft.touched or path)

    def go_to(self, path: Path) -> None:
        """Show the part that holds a field, and put the keyboard there."""
        self.outline.go(path)
        fits = [box for box in self._boxes() if path[: len(box.path)] == box.path]
        if fits:
            fits[0].field.setFocus()
            self.reading.ensureWidgetVisible(fits[0])

    def _go_into(self, path: Path) -> None:
        """Put the keyboard in the first field of an item; where there is none, where the list can be added to."""
        inside: list[QWidget] = [box.field for box in self._boxes() if box.path[: len(path)] == path]
        lists = [box for box in (self.form, *self.form.findChildren(ItemsBox)) if isinstance(box, ItemsBox)]
        adding = [box.add for box in lists if box.path == path[:-1]]
        field = next(iter([*inside, *adding]), self.outline.list)
        field.setFocus()
        self.reading.ensureWidgetVisible(field)

    def _boxes(self) -> list[FieldBox | TextItem]:
        return [*self.form.findChildren(FieldBox), *self.form.findChildren(TextItem)]

    def _form_of(self, path: Path) -> RecordForm | ItemsBox:
        if not path:
            return RecordForm(self._record, (), self.draft, _is_about)
        declared = next(field for field in self._record.fields if field.name == path[0])
        if len(path) == 1:
            return ItemsBox(declared, path, self.draft, folded=path[0] in ONE_BY_ONE)
        item = declared.kind.item if isinstance(declared.kind, ListOf) else None
        assert isinstance(item, Record)  # noqa: S101  only lists of records have parts within
        return RecordForm(item, path, self.draft)

    def _show_room(self, path: Path) -> None:
        view = room_view(self.draft.tree, path or self.outline.here)
        part = (path or self.outline.here)[:1]
        drawn = view is None and part in DRAWN
        self.room.setVisible(view is not None)
        self.pictures.setVisible(drawn)
        self.beside.setText(_("What is drawn of it") if drawn else _("What the room sees"))
        self.room_empty.setVisible(view is None and not drawn)
        if drawn:
            self.pictures.show_tree(self.draft.tree)
        if view is not None:
            self.room.show_view(view)

    def _choose_picture(self, path: Path) -> None:
        """Begin with the picture of what is written there."""
        if path == ("timeline",):
            self.pictures.show_kind(PictureKind.TIMELINE)
        elif path in DRAWN:
            self.pictures.show_person_kind()

    def _draw(self, one: str, kind: str, other: str) -> None:
        count = len(items_at(self.draft.tree, ("relations",)))
        self.draft.insert(("relations",), count, {"one": one, "other": other, "kind": kind})

    def _show_title(self) -> None:
        self.title.setText(text_at(self.draft.tree, ("title",)) or _("no title yet"))

    # ---- what happens

    def _changed(self, path: Path) -> None:
        self._show_title()
        self._show_room(path)
        self.wait()

    def _rebuilt(self) -> None:
        self._show_title()
        touched = self.draft.touched or ()
        if self.outline.here in {(name,) for name in ONE_BY_ONE} and touched[:1] == self.outline.here:
            self.outline.go(touched)  # one was added on the page of the list: it has a page of its own
        else:
            self.show_part(self.outline.here)
        if self.outline.add.hasFocus():  # what was added is to be filled in
            self._go_into(self.outline.here)
        self.wait()

    def wait(self) -> None:
        """There is something to take back, too."""
        super().wait()
        self.undo.setEnabled(self.draft.can_undo)

    def look(self) -> None:
        """Judge it, and look for personal data."""
        self._problems = self.judge(self.draft.tree)
        self.strip.show_problems(self._problems)
        self.outline.show_problems(self._problems)
        self.form.show_problems(self._problems)
        self.over.look()
        self.undo.setEnabled(self.draft.can_undo)


def _is_about(declared: Declared) -> bool:
    """Whether a field stands on the first page: all but the lists that have a part of their own."""
    return (
        not (isinstance(declared.kind, ListOf) and isinstance(declared.kind.item, Record)) or declared.name == "sources"
    )


def _splitter(*parts: tuple[QWidget, int]) -> QSplitter:
    """Parts beside each other, each with its share of the room."""
    made = QSplitter(Qt.Orientation.Horizontal)
    made.setHandleWidth(14)
    made.setChildrenCollapsible(False)
    for number, (widget, share) in enumerate(parts):
        made.addWidget(widget)
        made.setStretchFactor(number, share)
    return made
