"""Naming: what an agreement is called, what sort of thing it is, and what there is to say beside it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QWidget

from facilitator.core.agreement import Agreement, AgreementKind
from facilitator.core.session import Session
from facilitator.core.text import one_line
from facilitator.core.vocabulary import AgreementLevel, Phase
from facilitator.ui.console.agreeing.fields import Choice, DayField, beside, offer_words
from facilitator.ui.widgets import LineEdit, PlainLabel
from facilitator.words import _


class Naming:
    """A `Part`: title, start, kind, level, phase, details."""

    def __init__(self) -> None:
        self.title = LineEdit(_("Title"), _("a short name, for lists"))
        self.start = DayField(_("Begins on"))
        self.kind = Choice(_("Kind"), _("no kind"))
        self.level = Choice(_("Level"), _("no level"))
        self.phase = Choice(_("Phase"), _("no phase"))
        self.details = text_box(_("Details"))

    def lay_out(self, form: QFormLayout) -> None:
        """Add the fields to the form."""
        form.addRow(PlainLabel(_("Title")), self.title)
        form.addRow(PlainLabel(_("Begins on")), self.start)
        form.addRow(PlainLabel(_("Kind, level, phase")), beside(self.kind, self.level, self.phase))
        form.addRow(PlainLabel(_("Details")), self.details)

    def show_agreement(self, session: Session, agreement: Agreement) -> None:
        """Fill them."""
        self.title.setText(agreement.title)
        self.start.show_day(agreement.start, session.details.day)
        offer_words(self.kind, AgreementKind, agreement.kind)
        offer_words(self.level, AgreementLevel, agreement.level)
        offer_words(self.phase, Phase, agreement.phase)
        self.details.setPlainText(agreement.details)

    def suggest(self, kind: AgreementKind, level: AgreementLevel, phase: Phase | None) -> None:
        """Choose these where nothing is chosen."""
        for box, word in ((self.kind, kind), (self.level, level), (self.phase, phase)):
            if box.choice is None and word is not None:
                box.choose(word.value)

    def read(self, agreement: Agreement) -> Agreement:
        """Give the agreement with what stands in them."""
        kind, level, phase = self.kind.choice, self.level.choice, self.phase.choice
        return replace(
            agreement,
            title=one_line(self.title.text()),
            start=self.start.day,
            kind=AgreementKind(kind) if kind else None,
            level=AgreementLevel(level) if level else None,
            phase=Phase(phase) if phase else None,
            details=self.details.toPlainText().strip(),
        )

    def wrong(self) -> QWidget | None:
        """A day is a day."""
        return self.start.wrong()


def text_box(name: str) -> QPlainTextEdit:
    """Some lines to type in; Tab leads out of it."""
    box = QPlainTextEdit()
    box.setAccessibleName(name)
    box.setTabChangesFocus(True)
    box.setMaximumHeight(84)
    return box
