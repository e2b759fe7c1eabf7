"""Somebody who learns alone, to be killed at it: two steps of a module, an answer chosen, a line half written.

Run as `python -m tests.journeys.programs.studying HOME`. It tells on standard output `step NUMBER` when it is there and
`kept` once the store answered; then it ends itself, hard.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication

from facilitator import words
from facilitator.app import Program, World
from facilitator.content.locate import resource
from facilitator.storage.key_store import NoKeyStore
from facilitator.ui.destinations import KNOWLEDGE
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.self_study import room
from facilitator.ui.knowledge.self_study.self_study import SelfStudy
from facilitator.ui.knowledge.self_study.study_page import StudyPage


def wait(until: Callable[[], bool]) -> None:
    """Let the program work until it is so."""
    end = time.monotonic() + 60
    while not until():
        assert time.monotonic() < end, "it took too long"
        QApplication.processEvents()
        time.sleep(0.002)


def main() -> None:
    """Go through two steps, and be killed at the third."""
    home, numbers = Path(sys.argv[1]), count(time.monotonic_ns())
    words.use(resource("i18n"))
    _app = QApplication(sys.argv[:1])
    program = Program(World(home, home, NoKeyStore(), lambda: datetime.now(UTC), lambda: f"k-{next(numbers)}"))
    program.open()
    wait(lambda: program.desk is not None)
    desk = program.desk
    assert desk is not None
    desk.show()
    desk.go(KNOWLEDGE)
    knowledge = desk.findChild(Knowledge)
    assert knowledge is not None
    room.enter(knowledge)
    study = knowledge.findChild(SelfStudy)
    assert study is not None
    wait(lambda: study.page is not None and bool(study.page.rows))
    study.open("zelfstudie-casusoverleg")
    page = desk.stack.currentWidget()
    assert isinstance(page, StudyPage)
    page.go_to(2)
    page.choose(1)
    page.go_to(3)
    print("step", page.number, flush=True)  # noqa: T201  the test reads it
    program.services.store.ask(lambda _connection: None).result(20)
    print("kept", flush=True)  # noqa: T201
    page.choose(1)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
