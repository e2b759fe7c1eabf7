"""KnowledgeCard: the instruments, cards and fact checks of a session that was read in, as its report tells them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.widgets import Card, PlainLabel, SectionTitle, TextLink
from facilitator.words import _

_LONGEST = 2_000
"""So many characters of a text are shown: the whole of it is in the report."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was used: what it was, how it went, and line by line (role and words) what more there is."""

    title: str
    how: str
    lines: tuple[tuple[str, str], ...] = ()


class KnowledgeCard(Card):
    """Out of sight where there is nothing to tell. What waits for a decision is not in it.

    Attributes:
        told: what is shown.
        more: the buttons that show what more there is, or put it away, by the number of what is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told: tuple[Told, ...] = ()
        self.more: dict[int, TextLink] = {}
        self._holders: dict[int, QVBoxLayout] = {}
        self._inside: dict[int, QWidget] = {}
        self.rows = QVBoxLayout()
        self.rows.setSpacing(12)
        self.column.addWidget(SectionTitle(_("Knowledge in this session"), wrap=True))
        self.column.addLayout(self.rows)
        self.hide()

    def show_session(self, session: Session) -> None:
        """Show what was used in a session that was read in."""
        told = () if session.read_from is None else tuple(_used(session))
        if told == self.told:
            return
        self.told, self.more, self._holders, self._inside = told, {}, {}, {}
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for number, each in enumerate(told):
            self._add(number, each)
        self.setVisible(bool(told))

    def _add(self, number: int, told: Told) -> None:
        holder = QWidget()
        column = self._holders[number] = _column(holder)
        column.addWidget(_label("strong", told.title))
        if told.how:
            column.addWidget(_label("", told.how))
        if told.lines:
            more = self.more[number] = TextLink()
            self._name(number, is_open=False)
            more.clicked.connect(partial(self._unfold, number))
            column.addWidget(more)
        self.rows.addWidget(holder)

    def _unfold(self, number: int, _on: bool = False) -> None:
        """Show all there is of it, or put that away. It is made when it is asked for the first time."""
        inside = self._inside.get(number)
        if inside is None:
            inside = self._inside[number] = QWidget()
            column = _column(inside)
            for line in self.told[number].lines:
                column.addWidget(_label(*line))
            self._holders[number].addWidget(inside)
            inside.show()
        else:
            inside.setVisible(inside.isHidden())
        self._name(number, is_open=not inside.isHidden())

    def _name(self, number: int, *, is_open: bool) -> None:
        more, title = self.more[number], self.told[number].title
        more.say(_("Show less") if is_open else _("Show more"))
        named = _("Show less: {what}") if is_open else _("Show more: {what}")
        more.setAccessibleName(named.format(what=title))


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return column


def _label(role: str, text: str) -> PlainLabel:
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
    return PlainLabel(short, role, wrap=True)


def _used(session: Session) -> Iterator[Told]:
    from facilitator.report.documents.cards_shown import cards_shown, claims_asked  # noqa: PLC0415  seldom needed
    from facilitator.report.documents.paper import handed_out  # noqa: PLC0415
    from facilitator.report.documents.walked import WalkedLine, walked_in  # noqa: PLC0415

    def lines(asked: Sequence[WalkedLine]) -> Iterator[tuple[str, str]]:
        for line in asked:
            yield "soft", line.question
            yield "", line.answer
            yield from (("", f"{name}: {text}") for name, text in line.notes)

    there, _held = handed_out(session)
    for walk in walked_in(there):
        title = _("Instrument: {title}").format(title=walk.title)
        yield Told(title, walk.outcome or walk.ended or _("You went through all questions."), tuple(lines(walk.lines)))
    for card in cards_shown(there):
        yield Told(card.title, card.summary, _sources(card.sources))
    for claim in claims_asked(there):
        title = _("Fact check: {claim}").format(claim=claim.claim)
        said = (("", claim.says),) if claim.says else ()
        yield Told(title, f"{claim.verdict} · {claim.guessed}", (*said, *_sources(claim.sources)))


def _sources(named: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return (("soft", _("Sources: {sources}").format(sources="; ".join(named))),) if named else ()
