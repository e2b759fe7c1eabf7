"""The pictures in docs/screenshots: the real windows, on the example session, with a clock that stands still.

`dev.py screenshots [FOLDER]` makes them without a display.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

# A laptop and a projector, as in a real room.
_DISPLAYS = {
    "synchronousWindowSystemEvents": False,
    "windowFrameMargins": False,
    "screens": [
        {"name": name, "x": x, "y": 0, "width": w, "height": h, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0}
        for name, x, w, h in (("laptop", 0, 1440, 900), ("beamer", 1440, 1920, 1080))
    ],
}
_FILE = Path(tempfile.mkdtemp(prefix="facilitator-displays-")) / "displays.json"
_FILE.write_text(json.dumps(_DISPLAYS))
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_FILE}"

import pypdfium2
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import words
from facilitator.app import Program, World
from facilitator.content.library import read_library
from facilitator.content.locate import content_folder, resource
from facilitator.core.events import AgreementReadBack, Event, Screen, ScreenSet, SessionPlanned, StepEntered
from facilitator.core.session import Session
from facilitator.demo import play, read_example
from facilitator.report.bundle import documents_of
from facilitator.report.press import Press
from facilitator.storage import keys
from facilitator.storage.key_store import NoKeyStore

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime(2026, 11, 17, 14, 27, tzinfo=UTC)
AT = "verwachten"

Played = list[tuple[Event, Session]]


def example() -> Played:
    """Play the example."""
    script = read_library(content_folder()).script("het-gesprek-kennismaken")
    if script is None:
        raise SystemExit("the example's script is missing")
    return list(play(read_example(resource("demo", "voorbeeldsessie.yaml")), script))


def until_after(played: Played, step_id: str) -> Played:
    """Give what happened up to the moment the step was left."""
    entered = [i for i, (event, _) in enumerate(played) if isinstance(event, StepEntered)]
    at = next(i for i in entered if played[i][1].step.id == step_id)
    return played[: next(i for i in entered if i > at)]


class Studio:
    """The program over a home of its own, and a folder for its pictures."""

    def __init__(self, home: Path, pictures: Path) -> None:
        self._pictures = pictures
        self._numbers = count(1)
        keys.create(home, NoKeyStore())
        keys.recovery_noted(home)
        world = World(home, home, NoKeyStore(), lambda: NOW, lambda: f"shot-{next(self._numbers)}")
        self.program = Program(world)
        self.program.open()
        self.wait(lambda: self.program.desk is not None)

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the windows work until it is so, and then until they are quiet."""
        until = time.monotonic() + 20
        while not done() and time.monotonic() < until:
            QApplication.processEvents()
        quiet = time.monotonic() + 0.4
        while time.monotonic() < quiet:
            QApplication.processEvents()

    def keep(self, played: Played) -> str:
        """Keep what happened; gives the session's id."""
        store = self.program.services.store
        for event, session in played:
            store.append(event, session)
        store.ask(lambda _connection: None).result(20)
        return played[-1][1].id

    def take(self, widget: QWidget, name: str, width: int, height: int) -> None:
        """Save a picture of a window at a size."""
        widget.resize(width, height)
        self.wait(lambda: True)
        widget.grab().save(str(self._pictures / f"{name}.png"))

    def close(self) -> None:
        """End the program."""
        self.program.close()


def shoot_session(studio: Studio, played: Played) -> None:
    """The console and the room in the middle of the example, and an agreement that is read back."""
    program = studio.program
    session_id = studio.keep(until_after(played, AT))
    desk = program.desk
    if desk is None:
        raise SystemExit("the desk did not open")
    desk.refresh()
    studio.take(desk, "start", 1440, 900)
    desk.lead_requested.emit(session_id)
    studio.wait(lambda: program.leading is not None)
    led, room, displays = program.leading, program.stage.audience, program.stage.displays
    if led is None:
        raise SystemExit("the session did not open")
    displays.show_audience()
    led.running.do(ScreenSet, screen=Screen.LIVE)
    studio.take(desk, "console", 1440, 900)
    studio.take(desk, "console-small", 1024, 640)
    studio.take(room, "audience", 1920, 1080)
    first = led.running.session.notebook.agreements[0]
    led.running.do(AgreementReadBack, agreement_id=first.id)
    studio.take(room, "audience-agreement", 1920, 1080)
    led.left.emit()


def shoot_case(studio: Studio, played: Played) -> None:
    """The room in a learning session, at the second moment of the case."""
    planned = played[0][0]
    library = read_library(content_folder())
    script = library.script("leerbijeenkomst-casus-en-afspraken")
    case = library.case("stil-in-de-klas")
    if not isinstance(planned, SessionPlanned) or script is None or case is None:
        raise SystemExit("the learning session is missing")
    program = studio.program
    plan = SessionPlanned(
        id="shot-plan",
        at=NOW,
        session_id="shot-session",
        script=script,
        details=planned.details,
        minutes=tuple(step.minutes for step in script.steps),
        case=case,
        partners=planned.partners,
        participants=planned.participants,
        rehearsal=True,
    )
    desk = program.desk
    if desk is None:
        raise SystemExit("the desk did not open")
    desk.rehearsal_requested.emit(plan)
    led = program.leading
    if led is None:
        raise SystemExit("the rehearsal did not open")
    led.console.deeds.next()
    step = next(step for step in script.steps if step.kind.value == "case")
    program.stage.displays.show_audience()
    led.running.do(StepEntered, step_id=step.id, page=1)
    led.console.deeds.turn_question(1)
    studio.take(program.stage.audience, "audience-case", 1920, 1080)
    studio.take(desk, "console-case", 1440, 900)
    led.left.emit()


def shoot_paper(session: Session, pictures: Path) -> None:
    """The first page of a participant's paper and of the report."""
    press = Press(resource("templates"), resource("fonts"))
    jobs = documents_of(session)
    for name, job in (("paper-participant", jobs[6]), ("paper-report", jobs[0]), ("paper-run-sheet", jobs[1])):
        with pypdfium2.PdfDocument(job.render(press).pdf) as document:
            document[1 if name == "paper-report" else 0].render(scale=1.5).to_pil().save(pictures / f"{name}.png")


def main(arguments: list[str]) -> int:
    """Make all pictures."""
    pictures = Path(arguments[0]) if arguments else ROOT / "docs" / "screenshots"
    pictures.mkdir(parents=True, exist_ok=True)
    words.use(resource("i18n"))
    app = QApplication([])
    played = example()
    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Path(home), pictures)
        shoot_session(studio, played)
        shoot_case(studio, played)
        studio.close()
    shoot_paper(played[-1][1], pictures)
    print(f"{len(list(pictures.glob('*.png')))} pictures in {pictures}")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
