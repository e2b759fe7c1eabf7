"""StartPage of the region: the municipalities there are agreements of, and beginning with another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.model_agreement import ModelAgreement
from facilitator.core.own_agreement import progress
from facilitator.core.text import one_line
from facilitator.storage.own_agreements import Kept
from facilitator.ui.dates import near_day
from facilitator.ui.region.phrases import news_words, progress_words
from facilitator.ui.start.page import Page, beside
from facilitator.ui.widgets import Button, Card, EmptyState, LineEdit, PlainLabel, PrimaryButton, SectionTitle
from facilitator.ui.widgets.emptying import empty_layout
from facilitator.words import _


class RegionPage(Page):
    """What there is, and what can be begun.

    Attributes:
        name, model, begin: the municipality, the model to begin with, and the button that does.
        open_model, open_own: bring in a newer model, or agreements of another laptop.

    Signals:
        chosen(str): go on with the agreements of this id.
        begin_wanted(ModelAgreement, str): begin with a model for a municipality.
        entered(): it came into sight.
    """

    chosen = Signal(str)
    begin_wanted = Signal(object, str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Regional agreements"), parent)
        self._models: tuple[ModelAgreement, ...] = ()
        self.rows: dict[str, Button] = {}
        intro = _(
            "A region has a model of agreements. Here you make it the model of one municipality: paragraph by "
            "paragraph. From that comes the instruction for the local teams."
        )
        self.column.addWidget(PlainLabel(intro, "soft", wrap=True))
        self.list = QVBoxLayout()
        self.list.setSpacing(10)
        self.column.addLayout(self.list)
        self.column.addWidget(self._new_card())
        self.open_model = Button(_("Open a newer model …"))
        self.open_own = Button(_("Open agreements of another laptop …"))
        self.column.addWidget(beside(self.open_model, self.open_own, stretch_at=2))
        self.column.addStretch(1)

    def enter(self) -> None:
        """Begin at the first municipality, or at the name of one."""
        self.entered.emit()
        next(iter(self.rows.values()), self.name).setFocus()

    def _new_card(self) -> Card:
        self.name = LineEdit(_("Municipality"), _("name of the municipality"))
        self.model = QComboBox()
        self.model.setAccessibleName(_("Model"))
        self.begin = PrimaryButton(_("Begin"))
        self.begin.clicked.connect(self._begin)
        self.name.returnPressed.connect(self._begin)
        self.name.textChanged.connect(lambda text: self.begin.setEnabled(bool(text.strip())))
        self.begin.setEnabled(False)
        self.about = PlainLabel("", "soft", wrap=True)
        self.model.currentIndexChanged.connect(lambda _index: self._tell_about())
        card = Card()
        card.column.addWidget(SectionTitle(_("A municipality begins")))
        row = QHBoxLayout()
        row.addWidget(self.name, 2)
        row.addWidget(self.model, 2)
        row.addWidget(self.begin)
        card.column.addLayout(row)
        card.column.addWidget(self.about)
        return card

    def show_models(self, models: tuple[ModelAgreement, ...]) -> None:
        """Offer these models."""
        if models == self._models:
            return
        self._models = models
        self.model.clear()
        for model in models:
            self.model.addItem(model.title)
        self.model.setVisible(len(models) > 1)
        self._tell_about()

    def _tell_about(self) -> None:
        index = self.model.currentIndex()
        if 0 <= index < len(self._models):
            model = self._models[index]
            first = model.about.split("\n\n")[0].replace("\n", " ")
            self.about.setText(f"{model.title}: {first}")

    def show_owns(self, owns: Sequence[Kept], now: datetime, changed: Mapping[str, int]) -> None:
        """Show how far each municipality is; `changed` is in how many paragraphs the newest model differs, by id."""
        focused = next((key for key, button in self.rows.items() if button.hasFocus()), "")
        empty_layout(self.list)
        self.rows = {}
        for kept in owns:
            self.list.addWidget(self._row(kept, now, changed.get(kept.own.id, 0)))
        if not owns:
            self.list.addWidget(EmptyState(_("There are no agreements of a municipality yet. Give its name to begin.")))
        if focused in self.rows:
            self.rows[focused].setFocus()

    def _row(self, kept: Kept, now: datetime, changed: int) -> Card:
        own, card = kept.own, Card()
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(PlainLabel(own.municipality, "card-title", wrap=True))
        when = near_day(kept.at, now, now.astimezone().tzinfo)
        version = _("version {number}").format(number=own.version) if own.version else _("not decided on yet")
        said = (own.model.title, progress_words(progress(own)), version, _("kept {when}").format(when=when))
        words.addWidget(PlainLabel(" · ".join(said), "soft", wrap=True))
        if changed:
            words.addWidget(PlainLabel(news_words(changed), "attention", wrap=True))
        row.addLayout(words, 1)
        go = Button(_("Go on"))
        go.setAccessibleName(_("Go on with {municipality}").format(municipality=own.municipality))
        go.clicked.connect(partial(self._choose, own.id))
        self.rows[own.id] = go
        row.addWidget(go)
        card.column.addLayout(row)
        return card

    def _choose(self, own_id: str, _on: bool = False) -> None:
        self.chosen.emit(own_id)

    def _begin(self) -> None:
        name, index = one_line(self.name.text()), self.model.currentIndex()
        if name and 0 <= index < len(self._models):
            self.name.clear()
            self.begin_wanted.emit(self._models[index], name)
