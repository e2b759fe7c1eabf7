"""The infographic (`resources/infographic.yaml`): which figures and sentences of which cards make up its panels.

It names what stands on a card and repeats no number: a figure goes by its id, and a sentence must stand on its card
in these words. What is no longer there is a problem with its line, and leaves its own panel out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from facilitator.content.kinds import OneOf, Slug, Text, choose_from
from facilitator.content.library import FileKind, Reading
from facilitator.content.problem import Problem, Report, shown
from facilitator.content.records import Field, ListOf, Record, Values
from facilitator.content.shared_parts import once
from facilitator.content.yaml_tree import Mapping, read_tree
from facilitator.core.card import Card, Figure
from facilitator.core.infographic import WHOLE, Panel, PanelFigure, PanelForm, PanelRow, amount_of
from facilitator.core.vocabulary import MELDCODE, Phase
from facilitator.words import _

W = TypeVar("W")
M = TypeVar("M")

FILE: Final = "resources/infographic.yaml"
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS: Final = re.compile(r"[*_]+")
_ROWS: Final = {PanelForm.STEPS: len(MELDCODE), PanelForm.PHASES: len(Phase)}


@dataclass(frozen=True, slots=True)
class WantedFigure:
    """A figure of a card, by the ids of both."""

    card: str
    figure: str
    label: str


@dataclass(frozen=True, slots=True)
class WantedRow:
    """A sentence that stands on a card."""

    card: str
    says: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class WantedPanel:
    """A panel as the file asks for it."""

    id: str
    title: str
    message: str
    form: PanelForm
    figures: tuple[WantedFigure, ...] = ()
    rows: tuple[WantedRow, ...] = ()
    note: WantedRow | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """The whole file."""

    panels: tuple[WantedPanel, ...]
    id: str = "infographic"


class Infographic(NamedTuple):
    """The panels in which nothing was wrong, what was wrong in the others, and which figures are past their day."""

    panels: tuple[Panel, ...]
    problems: tuple[Problem, ...]
    past: tuple[Problem, ...]


def infographic() -> Record[Wanted]:
    """Declare the file."""
    return Record(
        Wanted,
        (Field("panels", ListOf(_panel(), least=1), _("the panels, in order"), one=_("panel")),),
        (once("panels", "id"),),
    )


INFOGRAPHIC_FILES: Final[FileKind[Wanted]] = FileKind("resources", "panels", infographic)


def _panel() -> Record[WantedPanel]:
    figures, rows = ListOf(_figure()), ListOf(_row())
    return Record(
        WantedPanel,
        (
            Field("id", Slug(), _("short name of this panel, never changed once it was used")),
            Field("title", Text(room=True), _("what it is about, as a question or in a few words")),
            Field("message", Text(room=True), _("the one thing it says, in a sentence")),
            Field("form", OneOf(PanelForm), _("how it is drawn")),
            Field("figures", figures, _("the figures it draws"), required=False, one=_("figure")),
            Field("rows", rows, _("the sentences it draws"), required=False, one=_("row")),
            Field("note", _row(), _("a sentence that stands below it"), required=False),
        ),
        (_fits_its_form,),
    )


def _figure() -> Record[WantedFigure]:
    return Record(
        WantedFigure,
        (
            Field("card", Slug(), _("id of the card it stands on")),
            Field("figure", Slug(), _("id of the figure on that card")),
            Field("label", Text(room=True), _("a few words that say what is counted")),
        ),
    )


def _row() -> Record[WantedRow]:
    return Record(
        WantedRow,
        (
            Field("card", Slug(), _("id of the card it stands on")),
            Field("says", Text(room=True), _("a sentence of that card, in the same words")),
            Field("title", Text(room=True), _("whom or what it is about"), required=False),
        ),
    )


def _fits_its_form(node: Mapping, values: Values, report: Report) -> None:
    form = values.get("form")
    if not isinstance(form, PanelForm):
        return
    figures, rows = node.records("figures"), node.records("rows")
    wanted = _ROWS.get(form)
    if form.counts and (not figures or rows):
        report.at(node, _("'{form}' draws figures").format(form=form.value), _("Name them under 'figures', no 'rows'"))
    elif form is PanelForm.DOTS and len(figures) > 2:
        report.at(node, _("'{form}' draws two figures at most").format(form=form.value), _("Take the others out"))
    elif not form.counts and (figures or not rows):
        what = _("'{form}' draws sentences").format(form=form.value)
        report.at(node, what, _("Name them under 'rows', no 'figures'"))
    elif wanted is not None and len(rows) != wanted:
        what = _("'{form}' has {count} rows").format(form=form.value, count=len(rows))
        report.at(node, what, _("Make it {count}, in their order").format(count=wanted))


# ---- read


def read_infographic(path: Path, cards: Iterable[Card], today: date) -> Infographic:
    """Read the file against the cards there are. A panel in which something is wrong is left out."""
    reading = reading_of(path)
    if reading.value is None or reading.tree is None or not isinstance(reading.tree.root, Mapping):
        return Infographic((), reading.problems, ())
    maker = _Maker({card.id: card for card in cards}, today, path)
    nodes = zip(reading.value.panels, reading.tree.root.records("panels"), strict=True)
    made = [maker.panel(wanted, node) for wanted, node in nodes]
    problems = tuple(sorted(maker.report.problems, key=lambda problem: problem.line))
    return Infographic(tuple(panel for panel in made if panel is not None), problems, tuple(maker.past))


def reading_of(path: Path) -> Reading[Wanted]:
    """Read the file by itself, without the cards."""
    tree, problems = read_tree(path)
    report = Report(path, problems, count=len(problems))
    value = None if tree is None else infographic().read(tree.root, path.name, report)
    return Reading(path, None if problems else value, tree, tuple(sorted(problems, key=lambda each: each.line)))


class _Maker:
    """Fills panels from cards.

    Attributes: report (what is wrong), past (figures that somebody should look at again).
    """

    def __init__(self, cards: dict[str, Card], today: date, path: Path) -> None:
        self._cards = cards
        self._today = today
        self.report = Report(path)
        self.past: list[Problem] = []

    def panel(self, wanted: WantedPanel, node: Mapping) -> Panel | None:
        """Give a panel, or None after telling what is wrong."""
        before = self.report.count
        figures = list(self._each(wanted.figures, node.records("figures"), self._figure))
        rows = list(self._each(wanted.rows, node.records("rows"), self._row))
        note = "" if wanted.note is None else self._says(wanted.note, node)
        self._one_scale(wanted, figures, node)
        self._told_elsewhere(wanted, figures, node)
        if self.report.count > before:
            return None
        found = tuple(figures)
        return Panel(wanted.id, wanted.title, wanted.message, wanted.form, found, tuple(rows), note, self._today)

    def _each(
        self, wanted: Sequence[W], nodes: Sequence[Mapping], make: Callable[[W, Mapping], M | None]
    ) -> Iterator[M]:
        for each, node in zip(wanted, nodes, strict=True):
            made = make(each, node)
            if made is not None:
                yield made

    def _card(self, card_id: str, node: Mapping) -> Card | None:
        card = self._cards.get(card_id)
        if card is None:
            what = _("there is no card '{id}'").format(id=shown(card_id))
            self.report.at(node, what, choose_from(card_id, self._cards))
        return card

    def _figure(self, wanted: WantedFigure, node: Mapping) -> PanelFigure | None:
        card = self._card(wanted.card, node)
        if card is None:
            return None
        figure = next((each for each in card.figures if each.id == wanted.figure), None)
        if figure is None:
            what = _("card '{card}' has no figure '{figure}'").format(card=card.id, figure=wanted.figure)
            known = [each.id for each in card.figures if each.id]
            fix = choose_from(wanted.figure, known) if known else _("Give the figure on that card an 'id'")
            self.report.at(node, what, fix)
            return None
        if not self._may_be_drawn(figure, node):
            return None
        past = figure.look_again is not None and figure.look_again < self._today
        if past:
            what = _("the figure '{value}' is past its day and is marked as such").format(value=shown(figure.value))
            fix = _("Look for a newer one, and put it on the card '{card}'").format(card=card.id)
            self.past.append(Problem(self.report.file, node.line, what, fix, node.path))
        return PanelFigure(wanted.label, figure, past)

    def _may_be_drawn(self, figure: Figure, node: Mapping) -> bool:
        amount, value = amount_of(figure.value), shown(figure.value)
        before = self.report.count
        if amount is None:
            what = _("'{value}' begins with no number that can be drawn").format(value=value)
            self.report.at(node, what, _("Write it in digits on the card, such as '8 procent' or '66.000 meldingen'"))
        elif amount.share and amount.high > WHOLE:
            what = _("'{value}' is more than the whole").format(value=value)
            self.report.at(node, what, _("Take another figure"))
        if not figure.source.address:
            what = _("the source of '{value}' has no address").format(value=value)
            self.report.at(node, what, _("Add 'address:' to its source on the card"))
        if figure.look_again is None:
            what = _("'{value}' has no day to look again").format(value=value)
            self.report.at(node, what, _("Add 'look_again:' with a day to it on the card"))
        return self.report.count == before

    def _row(self, wanted: WantedRow, node: Mapping) -> PanelRow | None:
        card = self._card(wanted.card, node)
        if card is None:
            return None
        return PanelRow(self._says(wanted, node), card.title, wanted.title)

    def _says(self, wanted: WantedRow, node: Mapping) -> str:
        card = self._card(wanted.card, node)
        if card is not None and wanted.says not in words_of(card):
            what = _("card '{card}' does not say: {words}").format(card=card.id, words=shown(wanted.says, 80))
            self.report.at(node, what, _("Copy a sentence of that card"))
        return wanted.says

    def _one_scale(self, wanted: WantedPanel, figures: Iterable[PanelFigure], node: Mapping) -> None:
        """Refuse shares beside counts, counts of two sorts of dots, and two estimates on one another."""
        amounts = [amount for each in figures if (amount := amount_of(each.figure.value)) is not None]
        if len({amount.share for amount in amounts}) > 1:
            self.report.at(node, _("shares and counts stand on no one scale"), _("Draw them in panels of their own"))
        elif wanted.form is PanelForm.DOTS and len(amounts) > 1 and any(amount.is_range for amount in amounts):
            self.report.at(node, _("an estimate between two numbers is drawn alone"), _("Take the other figure out"))

    def _told_elsewhere(self, wanted: WantedPanel, figures: Iterable[PanelFigure], node: Mapping) -> None:
        """Refuse a number in a title, message or label that stands in no figure of the panel."""
        told = {number for each in figures for number in _NUMBER.findall(each.figure.value + each.figure.definition)}
        labels = " ".join(each.label for each in wanted.figures)
        for number in _NUMBER.findall(f"{wanted.title} {wanted.message} {labels}"):
            if number not in told:
                what = _("'{number}' stands in no figure of this panel").format(number=number)
                self.report.at(node, what, _("Leave it out: the picture draws the number from its card"))


def words_of(card: Card) -> str:
    """Give what a card says as plain text, without the marks of Markdown."""
    said = (card.summary, card.body, *card.signals, *card.to_do, *card.not_to_do)
    return " ".join(_MARKS.sub("", " ".join(said)).split())
