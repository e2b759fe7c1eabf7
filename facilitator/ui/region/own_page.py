"""OwnPage: a municipality makes the model its own: the paragraphs on the left, one of them on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QSplitter, QVBoxLayout, QWidget

from facilitator.core.own_agreement import (
    Choice,
    Lack,
    OwnAgreement,
    allow,
    choose,
    fill,
    give_reason,
    lack,
    progress,
    write,
)
from facilitator.storage.paragraph_rows import Practice
from facilitator.ui.casuistry.editor.writing_page import WritingPage
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.region.draft import OwnDraft
from facilitator.ui.region.findings_row import FindingsRow, Search, Seen, look
from facilitator.ui.region.outline import Outline
from facilitator.ui.region.paragraph_view import CHOICES, ParagraphView
from facilitator.ui.region.phrases import news_words, progress_words
from facilitator.ui.region.practice_view import PracticeView, short_words
from facilitator.ui.start.page import MARGIN, TOP
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button, Card, IconButton, PlainLabel, PrimaryButton
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _


class OwnPage(WritingPage):
    """The paragraphs of one municipality.

    Attributes:
        draft: what holds now.
        outline, view: the paragraphs, and the one in sight; `practice` tells how that fares in sessions.
        findings: what looks like personal data.
        strip: where a newer model is told of; its button begins dealing with that.

    Signals:
        instruction_wanted(): make the instruction.
    """

    instruction_wanted = Signal()

    def __init__(
        self,
        own: OwnAgreement,
        save: Callable[[OwnAgreement], Future[None]],
        search: Search,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.draft = OwnDraft(own, self)
        self.keep_with(self.draft, save)
        self._search = search
        self._turn = 0
        self.title = PlainLabel("", "page-title", wrap=True)
        self.progress = PlainLabel("", "accent", wrap=True)
        self.undo = IconButton("undo", _("Take back"), "Ctrl+Z")
        self.more = Button(_("More"))
        self.make = PrimaryButton(_("Make the instruction"), "Ctrl+Return")
        self.back = BackButton(self)
        self.outline = Outline()
        self.view = ParagraphView()
        self.practice = PracticeView()
        self._practice: Mapping[str, Practice] = {}
        self.next = Button(_("Next to choose"), "Ctrl+J")
        self.findings = FindingsRow()
        self.news = PlainLabel("", wrap=True)
        self.renew = Button(_("Look at what changed"))
        self.strip = Card()
        self._actions: list[QAction] = []
        self._lay_out()
        self._wire()
        self.outline.show_own(own)
        self.outline.point_at("")
        self._show()
        self.look()

    def enter(self) -> None:
        """Put the keyboard where work begins."""
        self.outline.setFocus()

    def offer(self, text: str, act: Callable[[], None]) -> QAction:
        """Offer something else to do, in the menu of `more`."""
        action = QAction(text, self)
        action.triggered.connect(act)
        self._actions.append(action)
        self.more.menu().addAction(action)
        return action

    def _lay_out(self) -> None:
        self.more.setMenu(QMenu(self.more))
        under = QHBoxLayout()
        under.addWidget(self.progress, 1)
        under.addWidget(self.saved)
        under.addWidget(self.next)
        news = QHBoxLayout()
        news.addWidget(self.news, 1)
        news.addWidget(self.renew)
        self.strip.column.addLayout(news)
        self.strip.hide()
        left, right = Card(), Card()
        left.column.addWidget(self.outline)
        reading, inner = QScrollArea(), QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        column.addWidget(self.practice)
        column.addStretch(1)
        reading.setWidget(inner)
        reading.setWidgetResizable(True)
        reading.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right.column.addWidget(reading)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setHandleWidth(14)
        sides.setChildrenCollapsible(False)
        sides.addWidget(left)
        sides.addWidget(right)
        sides.setSizes([360, 720])
        sides.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, TOP, MARGIN, 14)
        whole.setSpacing(10)
        whole.addWidget(TopRow(self.back, self.undo, self.more, self.make))
        whole.addWidget(self.title)
        whole.addLayout(under)
        whole.addWidget(self.strip)
        whole.addWidget(sides, 1)
        whole.addWidget(self.findings)

    def _wire(self) -> None:
        self.outline.pointed.connect(self._point)
        self.outline.keyed.connect(self.choose)
        self.outline.wanted.connect(self.view.begin)
        self.view.chosen.connect(self.choose)
        self.view.written.connect(lambda text: self._type(write(self.draft.tree, self.here, text), "words"))
        self.view.reasoned.connect(lambda text: self._type(give_reason(self.draft.tree, self.here, text), "reason"))
        self.view.filled.connect(lambda term, text: self._type(fill(self.draft.tree, self.here, term, text), term))
        self.draft.changed.connect(self._changed)
        self.findings.wanted.connect(self.go_to)
        self.findings.allowed.connect(lambda words: self.draft.put(allow(self.draft.tree, words)))
        self.undo.clicked.connect(self.draft.undo)
        self.next.clicked.connect(self.go_on)
        self.make.clicked.connect(self._make)
        self.back.clicked.connect(self.leave)
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+Return", self._make),
            ("Ctrl+J", self.go_on),
            ("Ctrl+G", self.outline.setFocus),
            ("Ctrl+Z", self.draft.undo),  # where nobody is typing: a text takes back its own letters
            ("Ctrl+Shift+Z", self.draft.redo),
            ("Ctrl+Y", self.draft.redo),
            *((key, partial(self.choose, choice)) for choice, (_text, key) in CHOICES.items()),
        ]
        for key, does in keys:
            QShortcut(QKeySequence(key), self).activated.connect(does)

    # ---- what is in sight

    @property
    def here(self) -> str:
        """The paragraph in sight."""
        return self.outline.here

    def go_to(self, paragraph_id: str) -> None:
        """Show a paragraph, and put the keyboard in it."""
        self.outline.point_at(paragraph_id)
        self.view.begin()

    def _point(self, paragraph_id: str) -> None:
        self._show()
        self.practice.show_practice(self._practice.get(paragraph_id, Practice()))

    def go_on(self) -> None:
        """Show the next paragraph that lacks something, from here on and then from the beginning."""
        paragraphs = self.draft.tree.model.paragraphs
        at = next((n for n, each in enumerate(paragraphs) if each.id == self.here), 0)
        later = (*paragraphs[at + 1 :], *paragraphs[: at + 1])
        lacks = [each for each in later if lack(self.draft.tree, each) is not None]
        choosing = [each for each in lacks if lack(self.draft.tree, each) is Lack.CHOICE]
        for each in (choosing or lacks)[:1]:
            self.outline.point_at(each.id)
            self.outline.setFocus()

    def _show(self) -> None:
        own, paragraph = self.draft.tree, self.draft.tree.paragraph(self.here)
        self.title.setText(f"{own.model.title} · {own.municipality}")
        far = progress(own)
        self.progress.setText(progress_words(far))
        self.next.setEnabled(not far.complete)
        self.undo.setEnabled(self.draft.can_undo)
        if paragraph is not None:
            self.view.show_paragraph(own, paragraph)

    def show_practice(self, practice: Mapping[str, Practice]) -> None:
        """Tell how the paragraphs fare in sessions, by id."""
        self._practice = practice
        self.outline.show_practice({each: short_words(found) for each, found in practice.items()})
        self.outline.show_own(self.draft.tree)
        self.practice.show_practice(practice.get(self.here, Practice()))

    # ---- what happens

    def choose(self, choice: Choice) -> None:
        """Choose for the paragraph in sight; the same again takes the choice back."""
        same = self.draft.tree.of(self.here).choice is choice
        self.draft.put(choose(self.draft.tree, self.here, None if same else choice))

    def _type(self, own: OwnAgreement, field: str) -> None:
        self.draft.put(own, typed_in=f"{self.here}/{field}")

    def _changed(self) -> None:
        self.outline.show_own(self.draft.tree)
        self._show()
        self.wait()

    def show_news(self, count: int) -> None:
        """Tell in how many paragraphs a newer model differs; nothing where that is none."""
        self.news.setText(news_words(count))
        self.strip.setVisible(count > 0)

    def _make(self) -> None:
        self.keep()
        self.instruction_wanted.emit()

    # ---- personal data

    def look(self) -> None:
        """Look for personal data."""
        self._turn += 1
        found = in_background(partial(look, self.draft.tree, self._search))
        deliver(found, partial(self._take, self._turn), self._not_looked)

    def _take(self, turn: int, seen: tuple[Seen, ...]) -> None:
        if turn == self._turn:
            self.findings.show_seen(seen, self._title_of)

    def _not_looked(self, error: Exception) -> None:
        """Without its word lists nobody can look: it is said, and writing goes on."""
        explain = getattr(error, "explain", None)
        self.findings.show_trouble(str(explain()) if callable(explain) else _("This could not be looked at."))

    def _title_of(self, paragraph_id: str) -> str:
        paragraph = self.draft.tree.paragraph(paragraph_id)
        return "" if paragraph is None else paragraph.title
