"""HubPage: what there is to know for who works somewhere, and the rooms that lead on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.storage.library.records import ItemKey, ItemKind, Line
from facilitator.ui.knowledge.hub_parts import FoundBox, RoomWay, TipsBox
from facilitator.ui.knowledge.rooms import Room
from facilitator.ui.knowledge.suiting import Sort, Suiting
from facilitator.ui.knowledge.tips import Tip
from facilitator.ui.knowledge.ways import Ways
from facilitator.ui.knowledge.ways_bar import WaysBar
from facilitator.ui.start.page import Page, SideBySide, beside
from facilitator.ui.widgets import Card, EmptyState, LineEdit, PlainLabel, SectionTitle, TextLink
from facilitator.words import N_, _, ngettext

SORTS: dict[Sort, str] = {
    Sort.CARD: N_("Knowledge cards"),
    Sort.CHECK: N_("Fact checks"),
    Sort.INSTRUMENT: N_("Instruments"),
    Sort.CASE: N_("Cases"),
    Sort.SCRIPT: N_("Scripts"),
}
"""What there is, in the order in which it stands on the page."""

CARD_SORTS = (Sort.CARD, Sort.CHECK, Sort.INSTRUMENT)
"""What goes on paper from here."""


class HubPage(Page):
    """Where looking something up begins.

    Attributes:
        question: a short question; what is typed there goes on in the help desk, with the keyboard.
        bar: by what to look.
        rooms: the way to each room, by its name.
        boxes: what was found, by its sort.
        tips: what the cards say to do.
        rest: shows what was not made for the chosen workplace too.
        paper: makes one file of the cards that suit.
        notice: what is wrong with the library; hidden while nothing is.

    Signals:
        entered(): it came into sight.
        changed(Ways): look by this.
        item_chosen(ItemKey): read this.
        room_chosen(Room): go there.
        question_typed(str): go on with this question.
        paper_wanted(tuple[Line]): put these cards on paper; `paper_ended` says that it is over.
    """

    entered = Signal()
    changed = Signal(object)
    item_chosen = Signal(object)
    room_chosen = Signal(object)
    question_typed = Signal(str)
    paper_wanted = Signal(object)

    def __init__(self, rooms: Sequence[Room], parent: QWidget | None = None) -> None:
        super().__init__(_("Knowledge"), parent)
        self._found, self._looking = Suiting(Ways()), True
        self.question = LineEdit(_("Ask a short question"), _("Ask a short question in your own words"))
        self.bar = WaysBar()
        self.rooms: dict[str, RoomWay] = {}
        self.boxes = {sort: FoundBox(_(title)) for sort, title in SORTS.items()}
        self.tips = TipsBox()
        self.told = PlainLabel("", "soft")
        self.rest = TextLink()
        self.rest.hide()
        self.paper = TextLink()
        self.paper.hide()
        self.beyond = PlainLabel(_("You find the others in Casuistry (Ctrl+3)."), "soft", wrap=True)
        self.beyond.hide()
        self.rest.setCheckable(True)
        self.notice = PlainLabel("", "attention", wrap=True)
        self.notice.hide()
        self.empty = EmptyState(_("Nothing suits this choice."), _("Leave theme, phase and step out"))
        self.empty.hide()
        self._lay_out(rooms)
        self._wire()

    def _lay_out(self, rooms: Sequence[Room]) -> None:
        on = Card()
        on.column.setSpacing(2)
        on.column.addWidget(SectionTitle(_("More to do")))
        for room in rooms:
            way = self.rooms[room.name] = RoomWay(_(room.title), _(room.about))
            way.chosen.connect(partial(self.room_chosen.emit, room))
            on.column.addWidget(way)
        if not rooms:
            on.hide()  # never shown here: without a parent it would be a window for a moment
        left, right = QWidget(), QWidget()
        found, more = QVBoxLayout(left), QVBoxLayout(right)
        for column, widgets in ((found, (self.empty, *self.boxes.values())), (more, (on, self.tips))):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(14)
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
        both = SideBySide(24, (8, 5), gap=16)
        both.add(left)
        both.add(right)
        line = SideBySide(26, (8, 5), gap=16)
        line.add(beside(self.told, self.rest, stretch_at=2))
        line.add(beside(self.paper, stretch_at=1))
        for widget in (
            self.question,
            self.bar,
            self.notice,
            line,
            self.beyond,
            both,
        ):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _wire(self) -> None:
        self.question.textEdited.connect(lambda _text: self._go_on())
        self.question.returnPressed.connect(self._go_on)
        self.bar.changed.connect(self._look)
        self.empty.triggered.connect(self.bar.clear)
        self.rest.clicked.connect(lambda _on: self._show())
        self.paper.clicked.connect(self._want_paper)
        self.tips.chosen.connect(lambda card_id: self.item_chosen.emit(ItemKey(ItemKind.CARD, card_id)))
        for box in self.boxes.values():
            box.chosen.connect(self.item_chosen)

    @property
    def ways(self) -> Ways:
        """By what is looked now."""
        return self.bar.ways

    @property
    def lines(self) -> tuple[Line, ...]:
        """What suits."""
        return self._found.suits

    def enter(self) -> None:
        """Begin at the question."""
        self.entered.emit()
        self.question.setFocus()

    def _go_on(self) -> None:
        typed = self.question.text()
        self.question.clear()
        self.question_typed.emit(typed)

    def show_ways(self, ways: Ways) -> None:
        """Show by what is looked."""
        self.bar.show_ways(ways)

    def show_found(self, found: Suiting, notice: str = "", *, looking: bool = False) -> None:
        """Show what was found; `notice` says what is wrong with the library, `looking` that more may come."""
        if found.ways != self.ways:
            return  # another choice was made meanwhile
        self._found, self._looking = found, looking
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))
        self.bar.name_themes(found.themes)
        self._show()

    def show_tips(self, tips: Sequence[Tip]) -> None:
        """Show what the cards say to do."""
        self.tips.show_tips(tips)

    @property
    def cards(self) -> tuple[Line, ...]:
        """The cards that are offered now, those behind "show all" too, in the order of the page."""
        cards = (self._found.of(sort, rest=self.rest.isChecked()) for sort in CARD_SORTS)
        return tuple(line for some in cards for line in some)

    def _want_paper(self) -> None:
        self.paper.setEnabled(False)
        self.paper_wanted.emit(self.cards)

    def paper_ended(self) -> None:
        """The cards are on paper, or could not be."""
        self.paper.setEnabled(True)

    def _look(self) -> None:
        self.rest.setChecked(False)
        self.changed.emit(self.ways)

    def _show(self) -> None:
        found, all_of_it = self._found, self.rest.isChecked()
        for sort, box in self.boxes.items():
            box.show_lines(found.of(sort, rest=all_of_it))
        nothing = not found.suits and not (all_of_it and found.rest)
        self.empty.setVisible(nothing and not self._looking)
        assert self.empty.button is not None  # noqa: S101  it was made with one
        self.empty.button.setVisible(found.ways.narrowed)
        looks = nothing and self._looking
        self.told.setText(_("The cards are still being read. More comes in a moment.") if looks else _told(found))
        self.beyond.setVisible(found.beyond > 0)
        count = len(found.rest)
        words = ngettext("Show the other one too", "Show the other {count} too", count).format(count=count)
        self.rest.say(_("Show only what suits") if all_of_it else words)
        self.rest.setVisible(bool(count))
        cards = len(self.cards)
        words = ngettext("Save this card as PDF", "Save these {count} cards as PDF", cards).format(count=cards)
        self.paper.say(words)
        self.paper.setVisible(bool(cards))


def _told(found: Suiting) -> str:
    """How many suit."""
    count = len(found.suits) + found.beyond
    if found.ways.workplace:
        told = ngettext("{count} suits your work ({place}).", "{count} suit your work ({place}).", count)
    else:
        told = ngettext("{count} found.", "{count} found.", count)
    return told.format(count=count, place=found.ways.workplace)
