"""Remarks: what is to be known of documents that were made: signs in no typeface, faults in a template."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitator.ui.widgets import PlainLabel
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.own_folder import TemplateFault
    from facilitator.report.press import Rendered
    from facilitator.report.worker import Exported

MOST_CHARACTERS = 30


class Remarks:
    """Two labels for whoever lays them out; out of sight while there is nothing to tell.

    Attributes:
        missing: the characters that no typeface has.
        fault: what is wrong in a template that the user changed.
    """

    def __init__(self) -> None:
        self.missing = PlainLabel(role="small", wrap=True)
        self.fault = PlainLabel(role="attention", wrap=True)
        self.missing.hide()
        self.fault.hide()

    def tell_shown(self, rendered: Rendered) -> None:
        """Tell of the document that is to be seen."""
        self._tell([each.characters for each in rendered.missing], [rendered.fault])

    def tell_made(self, exported: Exported) -> None:
        """Tell of all documents that were made."""
        made = exported.made
        self._tell([signs for each in made for signs, _where in each.missing], [each.fault for each in made])

    def _tell(self, missing: Iterable[str], faults: Iterable[TemplateFault | None]) -> None:
        """Name the characters, which stand in the document as a visible replacement; say what is wrong, once each."""
        signs = sorted({sign for signs in missing for sign in signs})[:MOST_CHARACTERS]
        self.missing.setVisible(bool(signs))
        if signs:
            named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs)
            text = _("These characters are in no typeface and are shown as a replacement sign: {signs}.")
            self.missing.setText(text.format(signs=named))
        told = tuple(dict.fromkeys(fault.explain() for fault in faults if fault is not None))
        self.fault.setText("\n".join(told))
        self.fault.setVisible(bool(told))
