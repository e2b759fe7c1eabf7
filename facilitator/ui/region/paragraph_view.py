"""ParagraphView: one paragraph: its words, what is chosen, and what is to be written for that."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.model_agreement import Paragraph, Term
from facilitator.core.own_agreement import Choice, OwnAgreement, running, terms_of, unknown_places
from facilitator.core.vocabulary import N_
from facilitator.ui.casuistry.editor.fields import LineField, TextField
from facilitator.ui.region.running_text import RunningText
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Button, PlainLabel, SectionTitle
from facilitator.ui.widgets.emptying import empty_layout
from facilitator.ui.widgets.prose import Prose
from facilitator.words import _

CHOICES = {
    Choice.TAKEN_OVER: (N_("Take over"), "Alt+1"),
    Choice.ADJUSTED: (N_("Adjust"), "Alt+2"),
    Choice.NOT_APPLICABLE: (N_("Does not apply"), "Alt+3"),
}


class ParagraphView(QWidget):
    """Shows a paragraph and takes what is typed for it.

    Attributes:
        buttons: one for each choice.
        words, reason: the fields for own words, and for why it does not apply.
        fields: one for each term that has a place in the words that hold.

    Signals:
        chosen(Choice): a choice was pressed.
        written(str), reasoned(str), filled(str, str): own words, a reason, a term by its id and what it became.
    """

    chosen = Signal(object)
    written = Signal(str)
    reasoned = Signal(str)
    filled = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.fields: dict[str, LineField] = {}
        self.chapter = SectionTitle(wrap=True)
        self.title = PlainLabel("", "title", wrap=True)
        self.text = RunningText()
        self.why = Prose()
        self.buttons = {choice: Button(_(text), key) for choice, (text, key) in CHOICES.items()}
        self.words = TextField(_("Your own words"))
        self.words_title = PlainLabel(_("Your own words"), "strong")
        self.places = PlainLabel("", "small", wrap=True)
        self.wrong = PlainLabel("", "attention", wrap=True)
        self.reason = LineField(_("Why does it not apply here?"))
        self.reason_title = PlainLabel(_("Why does it not apply here?"), "strong")
        self.terms_title = PlainLabel(_("To fill in"), "strong")
        self.terms = QVBoxLayout()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self.terms.setSpacing(4)
        choices = SideBySide(9, gap=8)
        for button in self.buttons.values():
            button.setCheckable(True)
            choices.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(self.chapter)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(4)
        column.addWidget(choices)
        keys = _("In the list: 1, 2 or 3. From a field: Alt+1, Alt+2 or Alt+3.")
        column.addWidget(PlainLabel(keys, "small", wrap=True))
        for widget in (self.words_title, self.words, self.places, self.wrong, self.reason_title, self.reason):
            column.addWidget(widget)
        column.addWidget(self.terms_title)
        column.addLayout(self.terms)
        column.addWidget(self.why)
        column.addStretch(1)

    def _wire(self) -> None:
        for choice, button in self.buttons.items():
            button.clicked.connect(partial(self._choose, choice))
        self.words.edited.connect(lambda text: self.written.emit(str(text)))
        self.reason.edited.connect(lambda text: self.reasoned.emit(str(text)))

    def _choose(self, choice: Choice, _on: bool = True) -> None:
        self.chosen.emit(choice)

    def show_paragraph(self, own: OwnAgreement, paragraph: Paragraph) -> None:
        """Show a paragraph as it stands; a field that is typed in keeps its cursor."""
        chosen = own.of(paragraph.id)
        chapter = next(each for each in own.model.chapters if paragraph in each.paragraphs)
        self.chapter.setText(chapter.title)
        self.title.setText(paragraph.title)
        self.text.show_blocks(running(own, paragraph))
        self.why.show_markdown(_("**Why?** {why}").format(why=paragraph.why) if paragraph.why else "")
        self.why.setVisible(bool(paragraph.why))
        for choice, button in self.buttons.items():
            button.setChecked(chosen.choice is choice)
        self._show_words(own, paragraph)
        none = chosen.choice is Choice.NOT_APPLICABLE
        for widget in (self.reason_title, self.reason):
            widget.setVisible(none)
        self.reason.show_value(chosen.reason)
        self._show_terms(() if none else terms_of(own, paragraph), paragraph.id)
        for term_id, field in self.fields.items():
            field.show_value(chosen.value(term_id))

    def _show_words(self, own: OwnAgreement, paragraph: Paragraph) -> None:
        adjusted = own.of(paragraph.id).choice is Choice.ADJUSTED
        for widget in (self.words_title, self.words):
            widget.setVisible(adjusted)
        self.words.show_value(own.of(paragraph.id).text)
        terms = {term.id: term for term in (*paragraph.terms, *own.of(paragraph.id).terms)}
        self.places.setText(
            _("Write {places} where it is to be filled in.").format(places=", ".join(f"{{{each}}}" for each in terms))
        )
        self.places.setVisible(adjusted and bool(terms))
        wrong = unknown_places(own, paragraph) if adjusted else ()
        self.wrong.setText(
            _("There is no term for {places}. It stays there as it is written.").format(
                places=", ".join(f"{{{each}}}" for each in wrong)
            )
        )
        self.wrong.setVisible(bool(wrong))

    def _show_terms(self, terms: tuple[Term, ...], paragraph_id: str) -> None:
        """Make the fields anew only where there are other ones: one that is typed in stays."""
        self.terms_title.setVisible(bool(terms))
        key = " ".join((paragraph_id, *(term.id for term in terms)))
        if key == self._shown:
            return
        self._shown = key
        empty_layout(self.terms)
        self.fields = {term.id: self._field(term) for term in terms}

    def _field(self, term: Term) -> LineField:
        field = LineField(term.label)
        field.setPlaceholderText(term.hint)
        field.setAccessibleDescription(term.hint)
        field.edited.connect(lambda text: self.filled.emit(term.id, str(text)))
        label = PlainLabel(term.label, "", wrap=True)
        self.terms.addWidget(label)
        self.terms.addWidget(field)
        self.terms.addSpacing(4)
        return field

    def begin(self) -> None:
        """Put the keyboard in the first field there is to write in, or else on the choices."""
        fields: list[QWidget] = [self.words, self.reason, *self.fields.values()]
        there = [field for field in fields if field.isVisibleTo(self)]
        (there[0] if there else self.buttons[Choice.TAKEN_OVER]).setFocus()
