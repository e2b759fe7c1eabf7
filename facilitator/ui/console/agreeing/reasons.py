"""Reasons: why there is an agreement, what it is to mend, and where it came up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QWidget

from facilitator.core.agreement import Agreement
from facilitator.core.session import Session
from facilitator.core.text import one_line
from facilitator.core.vocabulary import Frustration
from facilitator.ui.console.agreeing.fields import Choice, offer_words, words
from facilitator.ui.console.rows import folded_words
from facilitator.ui.widgets import LineEdit, PlainLabel
from facilitator.words import _


class Reasons:
    """A `Part`: why, the frustration behind it; and, to read only, step, moment and answer at which it came up."""

    def __init__(self) -> None:
        self.why = LineEdit(_("Why"))
        self.frustration = Choice(_("Frustration behind it"), _("none"))
        self.came_up = words()

    def lay_out(self, form: QFormLayout) -> None:
        """Add the fields to the form."""
        form.addRow(PlainLabel(_("Why")), self.why)
        form.addRow(PlainLabel(_("Frustration behind it")), self.frustration)
        form.addRow(PlainLabel(_("Came up at")), self.came_up)

    def show_agreement(self, session: Session, agreement: Agreement) -> None:
        """Fill them."""
        self.why.setText(agreement.why)
        offer_words(self.frustration, Frustration, agreement.origin.frustration)
        self.came_up.setText(came_up(session, agreement) or _("not known"))

    def read(self, agreement: Agreement) -> Agreement:
        """Give the agreement with what stands in them."""
        chosen = self.frustration.choice
        origin = replace(agreement.origin, frustration=Frustration(chosen) if chosen else None)
        return replace(agreement, why=one_line(self.why.text()), origin=origin)

    def wrong(self) -> QWidget | None:
        """Nothing can be."""
        return None


def came_up(session: Session, agreement: Agreement) -> str:
    """`Wat kan er beter? · dinsdag · “bel me eerder”`: step, moment and answer, as far as they are still there."""
    return " · ".join(_places(session, agreement))


def _places(session: Session, agreement: Agreement) -> Iterator[str]:
    origin, book = agreement.origin, session.notebook
    for step in session.steps:
        if step.id == origin.step_id:
            yield folded_words() if book.is_held(step.id) else step.title
    for case in session.cases:
        yield from (moment.title for moment in case.moments if moment.id == origin.moment_id)
    answer = session.answer(origin.answer_id)
    if answer is not None:
        yield folded_words() if book.is_held(answer.id) else _("“{answer}”").format(answer=answer.text)
