"""Direction: who directs, and the paragraph of a regional agreement that is filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QWidget

from facilitator.core.agreement import Agreement, Ground
from facilitator.core.model_agreement import ModelAgreement, Paragraph
from facilitator.core.session import Session
from facilitator.core.vocabulary import Coordination
from facilitator.ui.console.agreeing.fields import Choice, beside, offer_partners, offer_words, words
from facilitator.ui.dates import long_day
from facilitator.ui.widgets import PlainLabel
from facilitator.words import _

Models = Callable[[], Sequence[ModelAgreement]]
"""Gives the model agreements there are to choose from; asked when the form first needs them."""


class Direction:
    """A `Part`: coordination, who has it, and the ground.

    `models` gives what can be chosen as ground, and `suggest` is called with a paragraph that somebody chose.
    """

    def __init__(self, models: Models, suggest: Callable[[Paragraph], None]) -> None:
        self._models = models
        self._suggest = suggest
        self._grounds: dict[str, Ground] = {}
        self._paragraphs: dict[str, Paragraph] = {}
        self._models_by_key: dict[str, ModelAgreement] = {}
        self.coordination = Choice(_("What is directed"), _("not said"))
        self.directed_by = Choice(_("Who directs"), _("nobody yet"))
        self.ground = Choice(_("Paragraph of the regional agreement"), _("none"))
        self.source = words("small")
        self.ground.chosen.connect(self._chosen)
        self.ground.currentIndexChanged.connect(lambda _index: self._tell_source())

    def lay_out(self, form: QFormLayout) -> None:
        """Add the fields to the form."""
        form.addRow(PlainLabel(_("Who directs")), beside(self.coordination, self.directed_by))
        form.addRow(PlainLabel(_("Regional agreement")), self.ground)
        form.addRow(PlainLabel(), self.source)

    def show_agreement(self, session: Session, agreement: Agreement) -> None:
        """Fill them."""
        offer_words(self.coordination, Coordination, agreement.coordination)
        offer_partners(self.directed_by, session, agreement.directed_by_id)
        self._grounds, self._paragraphs, self._models_by_key = {}, {}, {}
        own = agreement.ground
        if own is None:
            self.ground.offer((), None)
        else:
            key = _key(own.model_id, own.paragraph_id)
            self._grounds[key] = own
            self.ground.offer([(key, own.title or own.paragraph_id)], key)
        self._tell_source()

    def offer_models(self) -> None:
        """Offer every paragraph there is; done when they are to be seen, for reading them takes a moment."""
        chosen, own = self.ground.choice, dict(self._grounds)
        items = list(self._offered())
        there = {key for key, _name in items}
        items += [(key, ground.title or ground.paragraph_id) for key, ground in own.items() if key not in there]
        self._grounds |= own  # the version that it was agreed with stays
        self.ground.offer(items, chosen)
        self._tell_source()

    def _offered(self) -> Iterator[tuple[str, str]]:
        for model in self._models():
            for chapter in model.chapters:
                for paragraph in chapter.paragraphs:
                    key = _key(model.id, paragraph.id)
                    self._grounds[key] = Ground(model.id, paragraph.id, paragraph.title)
                    self._paragraphs[key] = paragraph
                    self._models_by_key[key] = model
                    yield key, f"{chapter.title} · {paragraph.title}"

    def read(self, agreement: Agreement) -> Agreement:
        """Give the agreement with what stands in them."""
        coordination = self.coordination.choice
        return replace(
            agreement,
            coordination=Coordination(coordination) if coordination else None,
            directed_by_id=self.directed_by.choice,
            ground=self._ground,
        )

    def wrong(self) -> QWidget | None:
        """Nothing can be."""
        return None

    @property
    def _ground(self) -> Ground | None:
        return self._grounds.get(self.ground.choice or "")

    def _chosen(self, key: str | None) -> None:
        if key in self._paragraphs:
            self._suggest(self._paragraphs[key])

    def _tell_source(self) -> None:
        ground, key = self._ground, self.ground.choice or ""
        self.source.setVisible(ground is not None)
        if ground is None:
            return
        if key in self._models_by_key:
            told = _("From “{model}”, version {version}, last checked on {day}.").format(
                model=self._models_by_key[key].title,
                version=ground.version,
                day=long_day(self._models_by_key[key].checked_on),
            )
        else:
            told = _("This model is not on this laptop any more. What was agreed stays as it is.")
        self.source.setText(told)


def _key(model_id: str, paragraph_id: str) -> str:
    return f"{model_id}/{paragraph_id}"
