"""InfographicPage: the figures of the cards in pictures, one panel under the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from facilitator.content.infographic import Infographic
from facilitator.report.infographic import infographic_of, svgs_of
from facilitator.ui.after.making import Making, breakable
from facilitator.ui.knowledge.infographic.panel_card import PanelCard
from facilitator.ui.services import Services
from facilitator.ui.start.page import Page, beside
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button, PlainLabel, PrimaryButton
from facilitator.ui.widgets.back_button import BackButton
from facilitator.ui.widgets.file_choice import ask_folder
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.report.worker import Task


class InfographicPage(Page):
    """Shows every panel. Saving makes one PDF of all, or an SVG of each.

    Attributes:
        cards: the panels, from top to bottom.
        making: the files that are being made; its `folder` is where they go.

    Signals:
        left(): go back to where it was opened.
        failed(Exception): a fault of our own.
    """

    left = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, shown: Infographic, parent: QWidget | None = None) -> None:
        super().__init__(_("Figures in pictures"), parent)
        self._panels = shown.panels
        self._today = services.now().astimezone().date()
        self.cards = [PanelCard(panel) for panel in shown.panels]
        self.back = BackButton(self)
        self.pdf = PrimaryButton(_("Save as PDF"), "Ctrl+Return")
        self.svg = Button(_("Save each as SVG"))
        self.elsewhere = Button(_("Another folder …"))
        self.in_words = QCheckBox(_("Show everything in words too"))
        self.where = PlainLabel(role="small", wrap=True)
        self.remarks = PlainLabel(_remarks(shown), "attention", wrap=True)
        self.making = Making(
            services, services.documents_folder / "Facilitator" / _("Figures in pictures"), beside=True
        )
        self._lay_out()
        self._connect()
        self.use_folder(self.making.folder)

    def enter(self) -> None:
        """Begin at saving it, where there is something to save."""
        (self.pdf if self._panels else self.back).setFocus()

    def use_folder(self, folder: Path) -> None:
        """Put the files there."""
        self.making.folder = folder
        self.where.setText(_("They go to {folder}").format(folder=breakable(folder)))

    def _lay_out(self) -> None:
        self.column.insertWidget(0, TopRow(self.back))
        about = _("Every number comes from a knowledge card, with its year and its source.")
        self.column.addWidget(PlainLabel(about, "soft", wrap=True))
        self.column.addWidget(self.remarks)
        self.remarks.setVisible(bool(self.remarks.text()))
        for button in (self.pdf, self.svg, self.elsewhere):
            button.setEnabled(bool(self._panels))
        self.column.addWidget(beside(self.pdf, self.svg, stretch_at=2))
        place = QHBoxLayout()
        place.addWidget(self.where, 1)
        place.addWidget(self.elsewhere)
        self.column.addLayout(place)
        for widget in (self.making, self.in_words, *self.cards):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.pdf.clicked.connect(self._save_pdf)
        self.svg.clicked.connect(self._save_svg)
        self.elsewhere.clicked.connect(self._choose_folder)
        self.in_words.toggled.connect(self._show_words)
        self.making.turned.connect(self._turn)
        self.making.failed.connect(self.failed)

    def _save_pdf(self) -> None:
        self._make((infographic_of(self._panels, self._today),))

    def _save_svg(self) -> None:
        self._make(svgs_of(self._panels))

    def _make(self, tasks: Sequence[Task]) -> None:
        self.making.start(tasks, _("Making the files …"))

    def _turn(self, busy: bool) -> None:
        for button in (self.pdf, self.svg, self.elsewhere):
            button.setEnabled(not busy)
        if not busy:
            self.pdf.setFocus()

    def _show_words(self, on: bool) -> None:
        for card in self.cards:
            card.words.setVisible(on)

    def _choose_folder(self) -> None:
        ask_folder(self, _("Folder for the files"), self.making.folder, self.use_folder)


def _remarks(shown: Infographic) -> str:
    """Say what is to be known before these pictures are used; empty when there is nothing."""
    said = []
    if shown.past:
        count = len(shown.past)
        text = ngettext(
            "{count} figure is past its day. It is marked. Look for a newer one before you use it.",
            "{count} figures are past their day. They are marked. Look for newer ones before you use them.",
            count,
        )
        said.append(text.format(count=count))
    if shown.problems:
        said.append(_("Not every panel could be made of the cards there are:"))
        said += [f"{problem.what}. {problem.fix}." for problem in shown.problems]
    return "\n".join(said)
