"""Panels: those that open over the console, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.content.confidentiality import shipped_text
from facilitator.core.card import Card as KnowledgeCard
from facilitator.core.events import Decision
from facilitator.core.infographic import Panel as Figures
from facilitator.core.model_agreement import ModelAgreement
from facilitator.core.session import Session
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.agreeing.direction import Models
from facilitator.ui.console.agreeing.form import AgreementForm
from facilitator.ui.console.card_panel import CardPanel, Known
from facilitator.ui.console.case_panel import CasePanel
from facilitator.ui.console.chafing import Chafing
from facilitator.ui.console.check import Check
from facilitator.ui.console.confidentiality import Confidentiality
from facilitator.ui.console.decide import Decide
from facilitator.ui.console.figures_panel import Drawn, FiguresPanel
from facilitator.ui.console.frustrations import Frustrations
from facilitator.ui.console.key_sheet import KeySheet
from facilitator.ui.console.look_back import LookBack
from facilitator.ui.console.look_back_deeds import LookBackDeeds
from facilitator.ui.console.panel import Panel
from facilitator.ui.console.people import People
from facilitator.ui.console.read_back import ReadBack
from facilitator.ui.console.slide_panel import SlidePanel
from facilitator.ui.console.walk_panel import WalkPanel
from facilitator.ui.console.weigh import Weigh
from facilitator.ui.console.who_not_yet import Chance, WhoNotYet

P = TypeVar("P", bound=Panel)


class Panels(QObject):
    """What lies over the console.

    Attributes:
        models: gives the regional agreements whose paragraphs an agreement can name.
        known: gives the knowledge cards there are.
        drawn: gives the panels of the infographic.
        held_cards, held_walks: tell how many more there are, and how many more instruments, in which something is
            still to be decided.
        unread_cards: tells whether the user's own could not be read.

    Signals:
        opened(): a panel came into sight, or shows something else.
        closed(): one is gone.
        edit_wanted(str): an agreement is to be completed, asked for from a panel; at what is missing.
        session_closed(): the session was closed from a panel.
        check_wanted(): what is held back is to be checked, asked for from a panel.
        all_checked(): nothing is left to check.
    """

    opened = Signal()
    closed = Signal()
    edit_wanted = Signal(str)
    session_closed = Signal()
    check_wanted = Signal()
    all_checked = Signal()

    def __init__(self, deeds: Actions, host: QWidget, room: Callable[[], QRect], chance: Chance) -> None:
        super().__init__(host)
        self.models: Models = lambda: ()
        self.known: Known = tuple
        self.drawn: Drawn = tuple
        self.held_cards: Callable[[], int] = int
        self.held_walks: Callable[[], int] = int
        self.unread_cards: Callable[[], bool] = bool
        self._chance = chance
        self._deeds = deeds
        self._host = host
        self._room = room
        self._made: list[Panel] = []
        self._away: list[Panel] = []

    @cached_property
    def form(self) -> AgreementForm:
        """The form of an agreement."""
        return self._adopt(AgreementForm(self._deeds.save_agreement, self._host, self._grounds))

    def _grounds(self) -> Sequence[ModelAgreement]:
        return self.models()

    @cached_property
    def people(self) -> People:
        """Who is at the table."""
        return self._adopt(People(self._deeds, self._host))

    @cached_property
    def read_back(self) -> ReadBack:
        """Reading back and closing."""
        panel = self._adopt(ReadBack(self._deeds, self._host))
        panel.edit_wanted.connect(self.edit_wanted)
        panel.session_closed.connect(self.session_closed)
        panel.check_wanted.connect(self.check_wanted)
        return panel

    @cached_property
    def look_back(self) -> LookBack:
        """What was agreed in earlier sessions."""
        panel = self._adopt(LookBack(LookBackDeeds(self._deeds.running), self._host))
        panel.edit_wanted.connect(self.edit_wanted)
        panel.turned.connect(self.opened)
        return panel

    @cached_property
    def check(self) -> Check:
        """What looks like personal data."""
        panel = self._adopt(Check(self._host))
        panel.settled.connect(self._settle)
        panel.replaced.connect(self._replace)
        panel.finished.connect(self.all_checked)
        panel.closed.connect(self._checked)
        return panel

    def _settle(self, subject_id: str, words: str, decision: Decision) -> None:
        if self._deeds.settle(subject_id, words, decision):
            self.check.go_on()

    def _replace(self, subject_id: str, old: str, new: str) -> None:
        if self._deeds.replace_words(subject_id, old, new):
            self.check.go_on()

    def _checked(self) -> None:
        """What reading back could not show for it, it can show now."""
        if "read_back" in self.__dict__:  # made before: it is not made for this
            self.read_back.resume()

    @cached_property
    def decide(self) -> Decide:
        """What the group would decide about the moment."""
        return self._adopt(Decide(self._deeds, self._host))

    @cached_property
    def weigh(self) -> Weigh:
        """The weighing questions."""
        return self._adopt(Weigh(self._deeds, self._host))

    @cached_property
    def confidentiality(self) -> Confidentiality:
        """What is read aloud about confidentiality, and who agrees."""
        return self._adopt(Confidentiality(self._deeds, shipped_text, self._host))

    @cached_property
    def who_not_yet(self) -> WhoNotYet:
        """Who has not spoken."""
        return self._adopt(WhoNotYet(self._deeds, self._chance, self._host))

    @cached_property
    def slides(self) -> SlidePanel:
        """Slides for the room."""
        return self._adopt(SlidePanel(self._deeds, self._host))

    @cached_property
    def chafing(self) -> Chafing:
        """Which paragraphs of the regional agreement chafe."""
        panel = self._adopt(Chafing(self._deeds, self._grounds, self._host))
        panel.check_wanted.connect(self.check_wanted)
        return panel

    @cached_property
    def frustrations(self) -> Frustrations:
        """How many recognise a frustration."""
        return self._adopt(Frustrations(self._deeds, self._host))

    @cached_property
    def cards(self) -> CardPanel:
        """Knowledge cards."""
        return self._adopt(CardPanel(self._deeds, self._all_known, self._missing_cards, self._host))

    def _missing_cards(self) -> tuple[int, bool]:
        return self.held_cards(), self.unread_cards()

    @cached_property
    def walk(self) -> WalkPanel:
        """Instruments."""
        return self._adopt(WalkPanel(self._deeds, self._all_known, self._waiting_walks, self._host))

    def _waiting_walks(self) -> int:
        return self.held_walks()

    def _all_known(self) -> Sequence[KnowledgeCard]:
        return self.known()

    @cached_property
    def figures(self) -> FiguresPanel:
        """The panels of the infographic."""
        return self._adopt(FiguresPanel(self._deeds, self._all_drawn, self._host))

    def _all_drawn(self) -> Sequence[Figures]:
        return self.drawn()

    @cached_property
    def sheet(self) -> KeySheet:
        """All keys."""
        return self._adopt(KeySheet(self._host))

    def _adopt(self, panel: P) -> P:
        panel.room = self._room
        panel.opened.connect(self.opened)
        panel.closed.connect(self.closed)
        self._made.append(panel)
        return panel

    def __iter__(self) -> Iterator[Panel]:
        """Those that were made."""
        return iter(tuple(self._made))

    @property
    def top(self) -> Panel | None:
        """The one that was opened last, or None."""
        return max((panel for panel in self if panel.isVisible()), key=lambda panel: panel.opened_as, default=None)

    def have_keyboard(self) -> bool:
        """Whether what is typed goes into a panel."""
        focused = QApplication.focusWidget()
        return focused is not None and any(panel.isVisible() and panel.isAncestorOf(focused) for panel in self)

    def show_session(self, session: Session, *, private: bool) -> None:
        """Show the session as it is now; without `private` nothing in them that is for the facilitator alone."""
        for panel in self:
            if isinstance(panel, CasePanel | ReadBack | LookBack | Confidentiality | WalkPanel):
                panel.private = private
            panel.show_session(session)

    def show_time(self, now: datetime) -> None:
        """Tell the time (aware) to those that show what the room would see."""
        for panel in self:
            if isinstance(panel, FiguresPanel | SlidePanel):
                panel.preview.set_now(now)

    def put_away(self) -> None:
        """Take out of sight what holds names and private details; what was typed in it stays."""
        private = (
            People | AgreementForm | Chafing | Check | SlidePanel | WhoNotYet | LookBack | CardPanel | Frustrations
        )
        self._away = [panel for panel in self if isinstance(panel, private) and panel.isVisible()]
        for panel in self._away:
            panel.shut()
        for panel in self:
            panel.say("")

    def bring_back(self) -> None:
        """Show again what was put away."""
        away, self._away = self._away, []
        for panel in away:
            panel.open()
