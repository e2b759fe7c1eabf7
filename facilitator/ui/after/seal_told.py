"""SealToldDialog: whether a file is as it was when it was sealed, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from facilitator.ui import dates
from facilitator.ui.widgets import Dialog
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.sealing.seal import Looked


class SealToldDialog(Dialog):
    """Says it in one sentence, and then whose seal it is and what that is worth."""

    def __init__(self, name: str, looked: Looked, parent: QWidget | None = None) -> None:
        super().__init__(_("The seal on {name}").format(name=name), parent, accept=_("Close"))
        self.ask_for(560)
        self.cancel_button.hide()
        sentence, good = verdict(looked)
        self.add_text(sentence, "strong" if good else "attention")
        for text in explained(looked):
            self.add_text(text)


def verdict(looked: Looked) -> tuple[str, bool]:
    """Say whether a file is unchanged, and whether that is as it should be."""
    from facilitator.report.sealing.seal import Holds  # noqa: PLC0415  seldom needed

    said = {
        Holds.NO_SEAL: _("There is no seal on this file: nothing can be said about it."),
        Holds.UNCHANGED: _("This file is unchanged since it was sealed."),
        Holds.ADDED_TO: _("Something was added to this file after it was sealed. Do not rely on it."),
        Holds.CHANGED: _("This file was changed after it was sealed. Do not rely on it."),
    }
    return said[looked.holds], looked.holds is Holds.UNCHANGED


def explained(looked: Looked) -> list[str]:
    """Say whose seal it is, since when, and how sure that is."""
    if not looked.mark:
        return []
    told = [_("The seal stands in the name of {name}.").format(name=looked.name)]
    if looked.at is not None:
        when = looked.at.astimezone()
        text = _("By the clock of the laptop that made it: {day}, {time}.")
        told.append(text.format(day=dates.long_day(when.date()), time=dates.in_sentence(when.time())))
    if looked.own:
        told.append(_("It was made with the key of this laptop."))
    else:
        told.append(
            _(
                "It was made with a key that this laptop does not know. Anybody can make a seal in any name: "
                "ask its maker whether this mark is right: {mark}"
            ).format(mark=looked.mark)
        )
    return told
