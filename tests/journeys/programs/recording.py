"""The real program with somebody quick at it: goes on with what was interrupted, and records until it is killed.

It tells on a pipe, a line each: `found IDS` what the store holds at the start; `resumed STATE` the session once it is
on the console; `made ID STATE` before an event is handed in; `saved ID` after the store said that it is saved.
"""

from __future__ import annotations

import os
import random
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NoReturn
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from facilitator import words
from facilitator.app import Program, World
from facilitator.content.locate import resource
from facilitator.core.events import Event, Screen
from facilitator.core.session import Session
from facilitator.core.vocabulary import Form, State
from facilitator.storage import journal
from facilitator.storage.database import Connection
from facilitator.storage.key_store import NoKeyStore
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.reading import Mode, read_typed
from facilitator.ui.main_window import MainWindow
from facilitator.ui.prepare.prepare_page import PreparePage
from facilitator.ui.start.start_page import StartPage
from facilitator.ui.threshold.recovery_page import RecoveryPage

AT_ONCE = 3
"""So many things are recorded in one turn of the event loop."""


def state(session: Session) -> str:
    """Where a session is and how much stands in it, as one word."""
    book, course = session.notebook, session.course
    written = len(book.answers), len(book.agreements), len(book.notes), len(book.parked)
    return "/".join(str(count) for count in (session.step_number, course.page, *written))


class Recording:
    """Somebody quick. `told` is the writing end of a pipe."""

    def __init__(self, home: Path, told: int, seed: int) -> None:
        self._told = told
        self._random = random.Random(seed)
        world = World(home, home, NoKeyStore(), lambda: datetime.now(UTC), lambda: str(uuid4()))
        self.program = Program(world)
        self.program.ready.connect(self._ready)
        self.program.news.saved.connect(lambda id_, _at: self._tell("saved", id_), Qt.ConnectionType.DirectConnection)
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._turn)
        self.program.open()
        self._timer.start()

    def _tell(self, *line: str) -> None:
        os.write(self._told, f"{' '.join(line)}\n".encode())

    def fault(self, kind: type[BaseException], fault: BaseException, where: TracebackType | None) -> None:
        """A fault ends it at once."""
        traceback.print_exception(kind, fault, where)
        self._tell("fault", kind.__name__)
        os._exit(4)

    def _ready(self) -> None:
        page, desk, store = self.program.window.centralWidget(), self.program.desk, self.program.store
        if isinstance(page, RecoveryPage):
            page.sure.setChecked(True)
            page.go_on.click()
        elif desk is not None and store is not None:
            ids = store.ask(_ids).result(10)
            self._tell("found", *ids)
            self._listen()
            if not ids:
                self._begin_first(desk)

    def _listen(self) -> None:
        store = self.program.services.store
        append = store.append

        def told(event: Event, session: Session) -> None:
            self._tell("made", event.id, state(session))
            append(event, session)

        store.append = told  # type: ignore[method-assign]

    def _begin_first(self, desk: MainWindow) -> None:
        desk.prepare(Form.HET_GESPREK)
        page = desk.stack.currentWidget()
        assert isinstance(page, PreparePage)
        page.change(place="Wijk Noord", organisations=("Politie", "Veilig Thuis"))
        page.begin.click()

    def _turn(self) -> None:
        """Go on with the session that was interrupted, or record in it."""
        leading, desk = self.program.leading, self.program.desk
        page = None if desk is None else desk.stack.currentWidget()
        if leading is None:
            if isinstance(page, StartPage) and page.going_on.isVisible():
                page.going_on.button.click()
                self._timer.setInterval(5)
            return
        deeds = leading.console.deeds
        if deeds.session.course.state is State.PLANNED:
            deeds.next()
            self._timer.setInterval(5)
        elif self._timer.interval():
            self._timer.setInterval(0)
            self._tell("resumed", f"{state(deeds.session)}/{deeds.session.course.screen}")
        else:
            for _ in range(AT_ONCE):
                self._random.choice(things(deeds, self._random))()


def things(do: Actions, rnd: random.Random) -> list[Callable[[], object]]:
    """What may be done next, the frequent things more often."""

    def take(mode: Mode) -> Callable[[], object]:
        return lambda: do.take(read_typed(do.session, f"Wat er is gezegd, nummer {rnd.random()} @pol", mode))

    often = [take(Mode.ANSWER), take(Mode.ANSWER), take(Mode.AGREEMENT), do.next, do.previous]
    seldom = [take(Mode.NOTE), take(Mode.PARK), do.undo, do.reveal_all, lambda: do.agreement_from(None)]
    return [*often, *often, *seldom, lambda: do.screen(Screen.BLACK)]


def _ids(connection: Connection) -> list[str]:
    (session_id, *_others) = [*journal.session_ids(connection), ""]
    return [record.id for record in journal.records_of(connection, session_id)] if session_id else []


def record_until_killed(home: Path, told: int, seed: int) -> NoReturn:
    """Open the program and record."""
    words.use(resource("i18n"))
    app = QApplication(sys.argv[:1])
    recording = Recording(home, told, seed)
    sys.excepthook = recording.fault
    code = app.exec()
    recording.program.close()
    os._exit(code or 3)
