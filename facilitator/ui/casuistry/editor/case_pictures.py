"""CasePictures: genogram, network map or timeline of the case that is being written, and a line to draw a relation.

What is drawn grows while it is typed; a relation is drawn by clicking two persons in the picture, or naming them, and
saying what they are to each other.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.casus import RelationKind
from facilitator.pictures import PictureKind, case_drawing
from facilitator.ui.casuistry.editor.fields import ChoiceField
from facilitator.ui.casuistry.editor.known import known_in
from facilitator.ui.casuistry.editor.labels import member_label
from facilitator.ui.casuistry.editor.tree import Plain
from facilitator.ui.pictures.measuring import measure
from facilitator.ui.pictures.view import PictureView
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.words import _


class CasePictures(QWidget):
    """A picture of what is written.

    Attributes:
        view: the picture.

    Signals:
        relation_drawn(str, str, str): one person is this kind of relation to another; ids and the kind's value.
    """

    relation_drawn = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = PictureKind.GENOGRAM
        self._tree: Plain = {}
        self.view = PictureView()
        self.empty = PlainLabel(_("Name a person, and the drawing begins."), "soft", wrap=True)
        self.kinds = {kind: Button(_(kind.msgid)) for kind in PictureKind}
        self.how = PlainLabel(_("Click two persons, or choose them here."), "soft")
        self.one = ChoiceField(_("One person"), ())
        self.other = ChoiceField(_("The other person"), ())
        relations = [(kind.value, member_label(kind)) for kind in RelationKind]
        self.relation = ChoiceField(_("What they are to each other"), relations)
        self.draw = Button(_("Draw"))
        self._lay_out()
        for kind, button in self.kinds.items():
            button.setCheckable(True)
            button.setProperty("role", "step")
            button.clicked.connect(lambda _on=False, kind=kind: self.show_kind(kind))
        self.draw.clicked.connect(self._draw)
        self.view.pointed.connect(self._point_at)
        for field in (self.one, self.other):
            field.edited.connect(self._mark)

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        for button in self.kinds.values():
            tabs.addWidget(button)
        tabs.addStretch(1)
        self.drawing = SideBySide(8)
        for field in (self.one, self.relation, self.other):
            field.setMinimumContentsLength(6)
            self.drawing.add(field)
        self.drawing.add(self.draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(tabs)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        column.addWidget(self.how)
        column.addWidget(self.drawing)

    def show_tree(self, tree: Plain) -> None:
        """Show what is written now."""
        self._tree = tree
        known = known_in(tree)
        persons = [(person.id, person.name) for person in known.persons]
        for field in (self.one, self.other):
            field.offer(persons)
        something = bool(known.occurrences if self.kind is PictureKind.TIMELINE else known.persons)
        self.view.show_drawing(_(self.kind.msgid), case_drawing(self.kind, known, measure()) if something else None)
        self.view.setVisible(something)
        self.empty.setVisible(not something)
        for part in (self.how, self.drawing):
            part.setVisible(self.kind is not PictureKind.TIMELINE and len(persons) > 1)
        self._mark()
        for kind, button in self.kinds.items():
            button.setChecked(kind is self.kind)

    def show_kind(self, kind: PictureKind) -> None:
        """Show another picture of the same."""
        self.kind = kind
        self.show_tree(self._tree)

    def show_person_kind(self) -> None:
        """Show a picture of persons, where a timeline was in sight."""
        if self.kind is PictureKind.TIMELINE:
            self.show_kind(PictureKind.GENOGRAM)

    def _point_at(self, person_id: str) -> None:
        """Take who is clicked for the one person, and then for the other; a third click begins anew."""
        if not self.drawing.isVisible():
            return
        one, other = self._chosen()
        if one and not other and one != person_id:
            self.other.show_value(person_id)
            self.relation.setFocus()
        else:
            self.one.show_value(person_id)
            self.other.show_value("")
        self._mark()

    def _chosen(self) -> tuple[str, str]:
        return str(self.one.currentData() or ""), str(self.other.currentData() or "")

    def _mark(self) -> None:
        self.view.mark(self._chosen() if self.drawing.isVisibleTo(self) else ())

    def _draw(self) -> None:
        (one, other), relation = self._chosen(), str(self.relation.currentData() or "")
        if one and relation and other and one != other:
            for field in (self.one, self.other):
                field.show_value("")
            self._mark()
            self.relation_drawn.emit(one, relation, other)
