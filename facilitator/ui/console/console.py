"""Console: the facilitator's screen. Its parts are put together and wired here, and nowhere else."""

from __future__ import annotations

from datetime import datetime
from random import choice

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.audience import audience_view
from facilitator.core.pace import pace
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.aloud import Aloud
from facilitator.ui.console.bell import Bell
from facilitator.ui.console.columns import Columns, Fit
from facilitator.ui.console.commands import Commands
from facilitator.ui.console.entry import Entry
from facilitator.ui.console.findings import Findings
from facilitator.ui.console.keys import Command
from facilitator.ui.console.menus import Menus
from facilitator.ui.console.panels import Panels
from facilitator.ui.console.phrases import zone
from facilitator.ui.console.pressed import clicker_command, command_for
from facilitator.ui.console.privacy import Privacy, RoomDisplays
from facilitator.ui.console.programme import Programme
from facilitator.ui.console.reading import Mode
from facilitator.ui.console.router import KeyRouter
from facilitator.ui.console.saved import SaveState
from facilitator.ui.console.side_column import SideColumn
from facilitator.ui.console.step_bar import StepBar
from facilitator.ui.console.step_column import StepColumn
from facilitator.ui.console.table import Table
from facilitator.ui.console.taking import Taking
from facilitator.ui.console.top_bar import TopBar
from facilitator.ui.console.who_not_yet import Chance
from facilitator.ui.running_session import RunningSession
from facilitator.ui.widgets import Tone


class Console(QWidget):
    """The whole of it. Wire it in one block, call `tick` every half second, and hand on the keys of the room's window.

    `chance` picks one of several who said as little.

    Attributes:
        bell: the sound at the end of a step.
        deeds: what the facilitator does, as events.
        taking: what becomes of a line that was typed.
        privacy: whether private things are open.

    Signals:
        close_requested(): leave the session; it stays as it is and can be resumed.
        session_closed(): the session was closed after reading back.
        audience_requested(): show the room's window, or take it away.
        room_screen_requested(): choose the screen that the room looks at.
        large_type_requested(): large type for the room, or not any more.
        appearance_requested(): choose other colours, or another text size.
        copy_requested(): the store cannot write; keep a copy somewhere else.
        room_page_changed(int): the page (from 0) that the room's window should be on.
    """

    close_requested = Signal()
    session_closed = Signal()
    audience_requested = Signal()
    room_screen_requested = Signal()
    large_type_requested = Signal()
    copy_requested = Signal()
    room_page_changed = Signal(int)
    appearance_requested = Signal()

    def __init__(
        self,
        running: RunningSession,
        displays: RoomDisplays,
        bell: Bell | None = None,
        chance: Chance = choice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._running = running
        self.bell = bell or Bell()
        self.privacy = Privacy(displays, self)
        self._seen = False
        self.findings = Findings(self, running.session)
        self.deeds = Actions(running)
        self.taking = Taking(self)
        self.aloud = Aloud(self, running.session)
        self.top = TopBar()
        self.bar = StepBar()
        self.programme = Programme()
        self.table = Table()
        self.step = StepColumn(Entry(Mode.ANSWER, self.taking.take, self.deeds.add_partner))
        self.side = SideColumn(Entry(Mode.AGREEMENT, self.taking.take, self.deeds.add_partner))
        self.columns = Columns(self._left(), self.step, self.side)
        self.panels = Panels(self.deeds, self, self.panel_room, chance)
        self.commands = Commands(self)
        self.menus = Menus(self)
        for entry in (self.step.entry, self.side.agreements.entry):
            for offered in (entry.suggestions, entry.picks):
                offered.setParent(self)
        self.router = KeyRouter(self, self.commands.run)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 14)
        column.setSpacing(4)  # the bar of steps has air of its own
        column.addWidget(self.top)
        column.addWidget(self.bar)
        column.addWidget(self.columns, 1)
        self._wire()
        self.show_session(running.session)

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.programme, 1)
        column.addWidget(self.table)
        return left

    def _wire(self) -> None:
        run = self.commands.run
        for part in (
            self.top,
            self.programme,
            self.table,
            self.step.head.case,
            self.step.answers,
            self.step.bottom,
            self.side.room,
            self.side.agreements,
            self.step.quiet,
            self.step.look_back,
            self.step.cards,
        ):
            part.wanted.connect(run)
        self.step.folded.wanted.connect(self.privacy.unfold)
        self.step.keys.clicked.connect(lambda: run(Command.KEYS))
        self.step.note.clicked.connect(lambda: run(Command.NOTE))
        self.step.park.clicked.connect(lambda: run(Command.PARK))
        self.bar.step_wanted.connect(self.commands.programme.go)
        self.programme.place_wanted.connect(self._jump)
        self.programme.moved.connect(self.commands.programme.move)
        self.programme.asked.connect(self.commands.programme.menu)
        self.table.opened.connect(self.commands.case.at_table)
        self.table.listening_wanted.connect(self.commands.case.listens)
        self.table.moved.connect(self.deeds.seat)
        self.top.leave_wanted.connect(self.close_requested)
        self.top.keyboard_free.connect(self.take_keyboard)
        self.side.saved.copy_wanted.connect(self.copy_requested)
        self.side.room.page_changed.connect(self.room_page_changed)
        self._wire_step()
        self.side.agreements.entry.escaped.connect(self._escape)
        self.side.agreements.opened.connect(self.commands.open_agreement)
        self.side.agreements.pill_clicked.connect(self.findings.check)
        self.side.parking.check_wanted.connect(self.findings.check)
        self.menus.wire()
        self._running.changed.connect(self.show_session)
        self._running.refused.connect(self._refused)
        self.panels.opened.connect(lambda: self._name_next(self._running.session))
        self.panels.closed.connect(self._panel_closed)
        self.panels.edit_wanted.connect(self.commands.complete_agreement)
        self.panels.session_closed.connect(self.session_closed)
        self.panels.check_wanted.connect(lambda: run(Command.CHECK))
        self.panels.all_checked.connect(self.findings.all_checked)
        self.privacy.changed.connect(self._privacy_changed)

    def _wire_step(self) -> None:
        self.step.bottom.reopen_wanted.connect(self.deeds.reopen)
        self.step.questions.toggled.connect(self.deeds.toggle_question)
        self.step.notes.opened.connect(self.commands.answers.change_note)
        self.step.notes.release_toggled.connect(self.findings.or_else(self.deeds.toggle_released))
        self.step.answers.opened.connect(self.commands.answers.change_answer)
        self.step.answers.dragging.dropped.connect(self.commands.ways.dropped)
        self.step.quiet.minutes_wanted.connect(self.deeds.be_quiet)
        self.step.answers.shown_toggled.connect(self.findings.or_else(self.deeds.toggle_in_room))
        self.step.entry.stepped.connect(self.step.answers.list.move_choice)
        self.step.entry.opened.connect(self.taking.enter_on_nothing)
        self.step.entry.escaped.connect(self._escape)
        self.step.entry.taken.connect(self.taking.taken)

    # ---- what it shows

    def show_session(self, session: Session) -> None:
        """Show the session as it is now. Only what changed is painted again."""
        private = self.private
        self.top.show_session(session)
        self.bar.show_session(session)
        self.programme.show_session(session, private=private)
        self.table.show_session(session, private=private)
        self.step.show_session(session, private=private, seen=self._seen)
        self.step.quiet.show_session(session, self._running.now())
        self.step.folded.tell(room_sees=self.privacy.room_sees)
        self.side.agreements.today = self._running.now().astimezone(zone(session)).date()
        self.side.show_session(session, private=private)
        self.side.room.show_view(audience_view(session))
        self.panels.show_session(session, private=private)
        self._name_next(session)
        self.aloud.follow(session)
        self.tick(self._running.now())
        self.findings.show_session(session)

    def tick(self, now: datetime) -> None:
        """Tell the time (aware)."""
        session = self._running.session
        going = pace(session, now)
        self.top.show_time(session, going, now)
        self.bar.show_time(session, going)
        self.step.show_time(going)
        self.aloud.tick(going)
        self.step.quiet.show_time(session, now)
        self.side.room.show_time(now)
        self.panels.show_time(now)
        self.bell.follow(session, going)

    def show_saved(self, at: datetime) -> None:
        """Everything up to now is stored durably."""
        if self.side.saved.state.unsaved_since is not None:
            self.aloud.saved_again()
        self.side.saved.show_state(self._running.session, SaveState(at=at))

    def show_unsaved(self, since: datetime) -> None:
        """The store cannot write; the session goes on in memory."""
        self.side.saved.show_state(self._running.session, SaveState(unsaved_since=since))

    def show_room(self, words: str, size: QSize, *, seen: bool) -> None:
        """Tell which screen the room's window is on (`words`), its size, and whether it is in sight at all."""
        self._seen = seen
        self.side.room.show_place(words, size)
        self.step.folded.tell(room_sees=self.privacy.room_sees)
        self.step.head.show_session(self._running.session, private=self.private, seen=seen)

    def say(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Tell the facilitator something in one calm line: in the open panel, or under the typing line."""
        if self.panels.top is not None:
            self.panels.top.say(text)
        else:
            self.step.entry.say(text, tone)

    @property
    def private(self) -> bool:
        """Whether private things are open."""
        return self.privacy.open

    def _privacy_changed(self, is_open: bool) -> None:
        if is_open:
            self.panels.bring_back()
        else:
            self.panels.put_away()
            self.findings.fold()
            if self.step.entry.task.private:
                self.step.entry.home()
        self.show_session(self._running.session)

    # ---- keys

    def panel_room(self) -> QRect:
        """Where a panel may lie: over everything but what the room sees."""
        whole = self.rect().adjusted(0, self.columns.y() - 10, 0, 0)
        if self.columns.fit is not Fit.ONE:
            whole.setRight(self.columns.mapTo(self, self.side.pos()).x())
        return whole

    def press_from_room(self, event: QKeyEvent) -> None:
        """A key that the room's window got: what a presenter's clicker sends counts, whoever is typing."""
        command = clicker_command(event.key())
        found = (command, 0) if command else command_for(event, typing=True)
        if found is not None and not event.isAutoRepeat():
            self.commands.run(*found)
            self.privacy.release()  # the room's window does not tell when a key goes up

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Keys that no control wanted. Esc leads from a list back to the typing line."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif not self.router.handle(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        """The typing line has the keyboard."""
        super().showEvent(event)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give the keyboard to the typing line, unless a panel has it."""
        if self.panels.top is None:
            self.step.entry.field.setFocus()

    def typed_text(self) -> str:
        """What stands in the line that has the keyboard."""
        entry = self.side.agreements.entry if self.in_agreements() else self.step.entry
        return entry.field.text() if entry.field.hasFocus() else ""

    def in_agreements(self) -> bool:
        """Whether the keyboard is among the agreements."""
        part = self.side.agreements
        return part.list.hasFocus() or part.entry.field.hasFocus()

    # ---- what the parts ask for

    def _jump(self, step_id: str, page: int) -> None:
        self.columns.show_part(self.step)
        self.take_keyboard()
        self.commands.programme.go(self._running.session.index(step_id) or 0, page)

    def _escape(self) -> None:
        self.step.answers.list.choose(None)
        self.side.agreements.list.choose(None)
        self.take_keyboard()

    def open_people(self, partner_id: str) -> None:
        """Show who is at the table, at this organisation."""
        if self.private:
            self.panels.people.begin(partner_id)

    def _panel_closed(self) -> None:
        self._name_next(self._running.session)
        panel = self.panels.top
        if panel is not None:
            panel.first_field().setFocus()
        else:
            self.take_keyboard()

    def _name_next(self, session: Session) -> None:
        panel = self.panels.top
        instead = "" if panel is None else panel.next_words()
        self.step.bottom.show_session(session, instead, private=self.private)

    def _refused(self, refusal: Refusal) -> None:
        self.say(self.findings.refusal_words(refusal), Tone.ATTENTION)
