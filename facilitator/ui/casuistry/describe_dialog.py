"""DescribeDialog: who made something, and what others may do with it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.storage.library.records import Item
from facilitator.ui.casuistry.licence_field import LicenceField
from facilitator.ui.widgets import Dialog, LineEdit, PlainLabel
from facilitator.words import _


class DescribeDialog(Dialog):
    """Two fields.

    Attributes:
        author, licence: what is filled in; to be read once accepted.
    """

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(_("Maker and licence"), parent, accept=_("Save"))
        self.add_text(item.title, "strong")
        self.author = LineEdit(_("Maker"), _("Your name, or that of your organisation"))
        self.author.setText(item.author)
        self.licence = LicenceField()
        self.licence.show_licence(item.licence)
        for name, field in ((_("Maker"), self.author), (_("Licence"), self.licence.choice)):
            label = PlainLabel(name, "strong")
            label.setBuddy(field)
            self.body.addWidget(label)
            self.body.addWidget(self.licence if field is self.licence.choice else field)
        if item.adapted_from:
            said = _("You made this from ‘{title}’. Name its maker too, and keep its licence when it asks for that.")
            self.add_text(said.format(title=item.adapted_from), "small")
