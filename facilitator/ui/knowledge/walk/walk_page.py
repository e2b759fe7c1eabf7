"""WalkPage: an instrument outside a session, one question at a time, and a paper of it on request."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.walk import Answered, Walk, answered, stopped
from facilitator.ui.knowledge.walk.intro import Intro
from facilitator.ui.knowledge.walk.paper_row import PaperRow
from facilitator.ui.knowledge.walk.walk_view import WalkView
from facilitator.ui.services import Services
from facilitator.ui.start.page import Page
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button
from facilitator.ui.widgets.back_button import BackButton
from facilitator.ui.widgets.dialog import Question
from facilitator.words import _


class WalkPage(Page):
    """First what to know before the first question, then the questions, then what follows and the paper.

    Attributes:
        walk: as it is now.
        intro: what it is for and what to know first (`about` is Markdown); in sight until something is answered.
        view: the questions.
        paper: making a PDF of it; in sight at the end.
        question: what was asked before beginning anew, if anything was.

    Signals:
        changed(Walk): something was said.
        left(): back to the instruments.
        again(): begin anew.
        said(str), failed(Exception): tell the user.
    """

    changed = Signal(object)
    left = Signal()
    again = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, walk: Walk, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(walk.title, parent)
        self.walk = walk
        self.back = BackButton(self)
        self.anew = Button(_("Begin again"))
        self.intro = Intro(about, walk.instrument.before)
        self.question: Question | None = None
        self.view = WalkView(self, services.now().astimezone().date())
        self.paper = PaperRow(services)
        self.column.insertWidget(0, TopRow(self.back, self.anew, self.intro.start))
        self.view.beside.insertWidget(0, self.paper.make)
        self.column.addWidget(self.intro, 1)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self.paper)
        self._wire()
        self._show_intro(not walk.answers)

    def _wire(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.anew.clicked.connect(self._ask_anew)
        self.intro.start.clicked.connect(self._begin)
        self.view.left.connect(self._leave)
        self.view.moved.connect(self._moved)
        self.paper.wanted.connect(self.view.go)
        self.paper.said.connect(self.said)
        self.paper.failed.connect(self.failed)

    def enter(self) -> None:
        """Begin at what comes first."""
        if self.intro.isVisibleTo(self):
            self.intro.start.setFocus()
        else:
            self.view.begin()

    def _show_intro(self, shown: bool) -> None:
        self.intro.setVisible(shown)
        self.intro.start.setVisible(shown)
        self.view.setVisible(not shown)
        self.anew.setVisible(not shown)
        self._show_paper(False)

    def _begin(self) -> None:
        self._show_intro(False)
        self.view.begin()

    def _moved(self) -> None:
        at_end = self.view.question is None
        self._show_paper(at_end)
        self.anew.setVisible(bool(self.walk.answers))
        if at_end:
            self.paper.show_walk(self.walk)

    def _show_paper(self, shown: bool) -> None:
        self.paper.setVisible(shown)
        self.paper.make.setVisible(shown)

    def _go_back(self) -> None:
        """From when to stop back to the question, and else away from here."""
        if self.view.stop.isVisible():
            self.view.go(self.view.at)
        else:
            self._leave()

    def _leave(self) -> None:
        if not self.view.sheet.is_wrong():
            self.view.sheet.keep()
            self.left.emit()

    def _ask_anew(self) -> None:
        title, text = _("Begin again?"), _("What you answered and wrote down is gone then.")
        self.question = Question(title, text, _("Begin again"), self.window(), danger=True)
        self.question.accepted.connect(self.again)
        self.question.finished.connect(self.question.deleteLater)
        self.question.open()

    # ---- it keeps the walk

    def say(self, said: Answered, *, typing: bool = False) -> None:
        """Keep what was said, in memory."""
        del typing
        self._keep(answered(self.walk, said)[0])

    def stop(self) -> None:
        """Keep that it was left."""
        self._keep(stopped(self.walk))

    def _keep(self, walk: Walk) -> None:
        self.walk = walk
        self.changed.emit(walk)
