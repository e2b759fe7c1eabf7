"""Lookover: what looks like personal data in what is being written: marked in its field, told under the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from weakref import WeakSet

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.content.personal import Found
from facilitator.content.writing import AnyKind
from facilitator.core.events import Decision
from facilitator.core.privacy import Finding
from facilitator.ui.casuistry.editor import field_marks
from facilitator.ui.casuistry.editor.draft import Draft
from facilitator.ui.casuistry.editor.forms import FieldBox, TextItem
from facilitator.ui.casuistry.editor.strips import FindingsStrip
from facilitator.ui.casuistry.editor.tree import at, text_at
from facilitator.ui.casuistry.privacy.findings import place_in, replaced
from facilitator.ui.casuistry.privacy.watch import Watch
from facilitator.ui.findings import proposal


class Lookover(QObject):
    """Tells what was seen, and does what the writer decides.

    Attributes:
        strip: how much there is to decide; out of sight while nothing is.
        found: what is still to be decided.
    """

    def __init__(
        self, kind: AnyKind, draft: Draft, form: Callable[[], QWidget], watch: Watch | None, parent: QObject
    ) -> None:
        """`form` gives the form in sight; without a `watch` nothing is looked at."""
        super().__init__(parent)
        self._draft = draft
        self._form = form
        self._watch = watch
        self._wired: WeakSet[QWidget] = WeakSet()
        self.found: tuple[Found, ...] = ()
        self.strip = FindingsStrip(kind)
        if watch is not None:
            watch.setParent(self)
            watch.seen.connect(self._take)

    def look(self) -> None:
        """Look at what is written now."""
        if self._watch is not None:
            self._watch.look(self._draft.tree)

    def _take(self, found: tuple[Found, ...]) -> None:
        self.found = found
        self.strip.show_found(found)
        self.show_in_form()

    def show_in_form(self) -> None:
        """Mark what was found in the fields that are in sight."""
        form = self._form()
        boxes: list[FieldBox | TextItem] = [*form.findChildren(FieldBox), *form.findChildren(TextItem)]
        for box in boxes:
            mine = [one for one in self.found if one.path[: len(box.path)] == box.path]
            if mine or box.findings.found:
                self._show_in(box, mine)

    def _show_in(self, box: FieldBox | TextItem, mine: list[Found]) -> None:
        if box not in self._wired:
            self._wired.add(box)
            box.findings.replace_wanted.connect(partial(self._replace, box))
            box.findings.decided.connect(self._decide)
        box.findings.show_found(mine, box.field)
        field_marks.mark(box.field, field_marks.spans(box.field, box.path, mine))

    def _decide(self, found: Found, decision: Decision) -> None:
        if self._watch is not None:
            self._watch.settle(found, decision)

    def _replace(self, box: FieldBox | TextItem, found: Found) -> None:
        """Put something that points at nobody there, and select it: the writer knows a better word."""
        instead = proposal(found.finding.kind.value)
        begin = place_in(text_at(self._draft.tree, found.path), found.finding)
        tree = replaced(self._draft.tree, found, instead)
        if tree is self._draft.tree:
            return
        self._draft.put(found.path, text_at(tree, found.path))
        box.field.show_value(at(tree, box.path))
        fresh = replace(found, finding=Finding(found.finding.kind, begin, begin + len(instead), instead))
        span = field_marks.span_of(box.field, box.path, fresh)
        box.field.setFocus()
        if span is not None:
            field_marks.select(box.field, span)
