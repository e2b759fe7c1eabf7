"""HousePage: the house styles, one per organisation, each with a paper that shows it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.report.house import HouseStyle
from facilitator.ui.after.pdf_view import PdfView
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.services import Services
from facilitator.ui.settings import house_store
from facilitator.ui.settings.house_form import HouseForm, logo_folder
from facilitator.ui.settings.house_store import Houses
from facilitator.ui.start.page import Page, Scrolling, SideBySide
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button, Card, EmptyState, PlainLabel
from facilitator.ui.widgets.back_button import BackButton
from facilitator.ui.widgets.file_choice import ask_file
from facilitator.words import _

if TYPE_CHECKING:
    from concurrent.futures import Future

    from facilitator.report.logo import Chosen
    from facilitator.report.overview import OverviewJob
    from facilitator.report.press import Rendered

_REST = 500
"""Milliseconds without a key after which what was filled in is kept and shown."""


class HousePage(Page):
    """Everything is kept as soon as it is filled in.

    Attributes:
        which: the styles there are; form: the one that is chosen; view: a paper in it.

    Signals:
        left(): back to where one came from.
        failed(Exception): it could not be kept.
    """

    left = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("House styles"), parent)
        self._services = services
        self.houses = Houses()
        self._wanted = 0
        self._rendering: Future[Rendered] | None = None
        self.which = QComboBox()
        self.which.setAccessibleName(_("House style"))
        self.new = Button(_("New style"))
        self.remove = Button(_("Take away"))
        self.form = HouseForm()
        self.view = PdfView()
        self.empty = EmptyState(
            _("There is no house style yet: papers have the look of this program."), _("Make a house style")
        )
        self.back = BackButton(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._put_together()
        self._connect()
        self.empty.hide()  # until the store has told: a style made before would push out those that are there
        self.new.setEnabled(False)
        deliver(services.store.ask(house_store.read), self._take, self.failed.emit)

    def enter(self) -> None:
        """Begin at the name."""
        beginning = self.empty.button if self.empty.isVisible() else None
        (self.form.name if self.houses.styles else beginning or self.back).setFocus()

    def hideEvent(self, event: object) -> None:  # noqa: N802  Qt's name
        """Keep what was filled in a moment ago."""
        if self._rest.isActive():
            self._rest.stop()
            self._keep()
        super().hideEvent(event)  # type: ignore[arg-type]

    # ---- what is there

    def _take(self, houses: Houses) -> None:
        self.houses = houses
        self.new.setEnabled(True)
        self._list(houses.styles[0].id if houses.styles else "")
        if self.isVisible():
            self.enter()

    def _list(self, chosen: str) -> None:
        self.which.blockSignals(True)
        self.which.clear()
        for style in self.houses.styles:
            self.which.addItem(style.name or _("without a name"), style.id)
        self.which.setCurrentIndex(max(0, self.which.findData(chosen)))
        self.which.blockSignals(False)
        self._show()

    def _show(self) -> None:
        there = bool(self.houses.styles)
        self.empty.setVisible(not there)
        for part in (self.which, self.new, self.remove, self.sides):
            part.setVisible(there)
        if there:
            self.form.show_style(self.houses.styles[self.which.currentIndex()])
            self._preview()

    def _add(self) -> None:
        style = HouseStyle(self._services.new_id(), "")
        self.houses = self.houses.keeping(style)
        self._keep()
        self._list(style.id)
        self.form.name.setFocus()

    def _remove(self) -> None:
        self._rest.stop()
        self.houses = self.houses.without(self.form.style_shown.id)
        self._keep()
        self._list("")
        (self.which if self.houses.styles else self.back).setFocus()

    def _changed(self, style: HouseStyle) -> None:
        self.houses = self.houses.keeping(style)
        self.which.setItemText(self.which.currentIndex(), style.name or _("without a name"))
        self._rest.start()

    def _rested(self) -> None:
        self._keep()
        self._preview()

    def _keep(self) -> None:
        houses = self.houses
        written = self._services.store.ask(lambda connection: house_store.write(connection, houses))
        deliver(written, lambda _done: None, self.failed.emit)

    # ---- the logo

    def _choose_logo(self) -> None:
        ask_file(self, _("Choose a logo"), logo_folder(), self.take_logo)

    def take_logo(self, path: Path) -> None:
        """Take the picture in this file for a logo, or say why not."""
        from facilitator.report.logo import read_logo  # noqa: PLC0415  seldom needed

        before = self.form.style_shown.logo
        said = "" if before is None else before.alternative
        deliver(in_background(partial(read_logo, path, said)), self._have_logo, self._no_logo)

    def _have_logo(self, chosen: Chosen) -> None:
        self.form.take_logo(chosen.logo, chosen.remarks)

    def _no_logo(self, error: Exception) -> None:
        explain = getattr(error, "explain", None)
        if callable(explain):
            self.form.say(str(explain()))
        else:
            self.failed.emit(error)

    # ---- the paper

    def _preview(self) -> None:
        self._wanted += 1
        if self._rendering is not None:
            self._rendering.cancel()
        self._rendering = self._services.documents().render(self._sample())
        deliver(self._rendering, partial(self._show_paper, self._wanted), self.failed.emit)

    def _show_paper(self, wanted: int, rendered: Rendered) -> None:
        if wanted == self._wanted:
            self.view.show_pdf(rendered.pdf)

    def _sample(self) -> OverviewJob:
        from facilitator.core.vocabulary import Status  # noqa: PLC0415  not needed for the first window
        from facilitator.report.overview import Row, overview_of  # noqa: PLC0415

        rows = (
            Row(_("Call the school on Mondays"), Status.AGREED, _("Neighbourhood team"), (_("School"),)),
            Row(_("Say within two days what was done"), Status.BUSY, _("Police"), rhythm=_("every time")),
        )
        return overview_of(rows, _("An example of a paper"), self._services.now().date(), self.form.style_shown)

    # ---- the parts

    def _put_together(self) -> None:
        explained = PlainLabel(
            _("Each organisation can have a look of its own. You choose it beside the documents of a session."),
            "soft",
            wrap=True,
        )
        head = QHBoxLayout()
        head.addWidget(self.which, 1)
        head.addWidget(self.new)
        head.addWidget(self.remove)
        left, right = Card(), Card()
        left.column.addWidget(self.form)
        left.column.addStretch(1)
        right.column.addWidget(self.view, 1)
        right.setMinimumHeight(self.fontMetrics().height() * 13)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(left)
        self.sides = SideBySide(22, (2, 3))
        self.sides.add(Scrolling(holder, 14))
        self.sides.add(right)
        self.column.insertWidget(0, TopRow(self.back))
        self.column.addWidget(explained)
        self.column.addLayout(head)
        self.column.addWidget(self.empty)
        self.column.addWidget(self.sides, 1)

    def _connect(self) -> None:
        self.which.currentIndexChanged.connect(lambda _row: self._show())
        self.new.clicked.connect(self._add)
        self.empty.triggered.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.form.changed.connect(self._changed)
        self.form.logo_wanted.connect(self._choose_logo)
        self.back.clicked.connect(self.left)
        self._rest.timeout.connect(self._rested)
