"""ReasonDialog: one line on why agreements were not kept, or to whom they were handed over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.core.vocabulary import Status
from facilitator.ui.widgets import Dialog, LineEdit, PlainLabel
from facilitator.words import _

ASKED = frozenset({Status.NOT_KEPT, Status.HANDED_OVER})
"""How agreements may stand of which is asked why, or to whom."""

LONGEST = 300


class ReasonDialog(Dialog):
    """One line to type in. Enter records it.

    Attributes:
        field: why, or to whom.
        spotted: what looks like personal data in it; empty while nothing does.
    """

    def __init__(
        self, status: Status, what: str, spot: Callable[[str], tuple[str, ...]], parent: QWidget | None = None
    ) -> None:
        over = status is Status.HANDED_OVER
        title = _("To whom was it handed over?") if over else _("Why was it not kept?")
        super().__init__(title, parent, accept=_("Record this"))
        self._over, self._spot = over, spot
        self.ask_for(480)
        self.add_text(what, "soft")
        name = _("Organisation or role, no names of people") if over else _("In one line, no names of people")
        label = PlainLabel(name)
        self.field = LineEdit(name)
        self.field.setMaxLength(LONGEST)
        label.setBuddy(self.field)
        self.spotted = PlainLabel("", "attention", wrap=True)
        self.spotted.hide()
        self.body.addWidget(label)
        self.body.addWidget(self.field)
        self.body.addWidget(self.spotted)
        self.field.textChanged.connect(self._typed)
        self._typed("")

    def _typed(self, text: str) -> None:
        self.accept_button.setEnabled(bool(text.strip()) or not self._over)
        found = self._spot(text) if text.strip() else ()
        self.spotted.setText(
            _(
                "This looks like personal data: {words}. Better leave it out. "
                "If you record it, it is shown nowhere until you decide about it in the session."
            ).format(words=", ".join(found))
            if found
            else ""
        )
        self.spotted.setVisible(bool(found))

    @property
    def remark(self) -> str:
        """Why; empty where is asked to whom."""
        return "" if self._over else self.field.text().strip()

    @property
    def to(self) -> str:
        """To whom; empty where is asked why."""
        return self.field.text().strip() if self._over else ""
