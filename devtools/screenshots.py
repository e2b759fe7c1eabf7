"""The pictures in docs/screenshots: the real windows, on the example sessions, with a clock that stands still.

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
from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import words
from facilitator.app import Program, World
from facilitator.content.library import read_library
from facilitator.content.locate import content_folder, resource
from facilitator.core.events import AgreementReadBack, AnswersShown, CaseScene, Event, Screen, ScreenSet, StepEntered
from facilitator.core.session import Session
from facilitator.core.vocabulary import Phase
from facilitator.demo import play, read_example
from facilitator.report.bundle import Document, Job, documents_of
from facilitator.report.press import Press
from facilitator.storage import keys
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.library.records import ItemKind
from facilitator.ui.agreements.agreements_page import AgreementsPage
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.console.keys import Command
from facilitator.ui.destinations import AGREEMENTS, CASUISTRY, KNOWLEDGE
from facilitator.ui.knowledge.help_desk.ask_page import AskPage
from facilitator.ui.knowledge.hub_page import HubPage
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.leading import Leading
from facilitator.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
CLOCK = datetime(2026, 11, 17, 14, 27, tzinfo=UTC)
"""In the middle of the example session; a learning session is seen on its own day."""
LATER = datetime(2026, 12, 8, 9, 0, tzinfo=UTC)
AT = "verwachten"
MOMENT = "een-zachte-stem"

COLOURS = 256
"""So many are enough for a window, and a picture of them is a third of the size."""

Played = list[tuple[Event, Session]]


def example(name: str) -> Played:
    """Play one of the examples."""
    library = read_library(content_folder())
    told = read_example(resource("demo", f"{name}.yaml"))
    script = library.script(told["script"])
    if script is None:
        raise SystemExit("the example's script is missing")
    return list(play(told, script, library.case(told.get("case", ""))))


def until_left(played: Played, step_id: str) -> Played:
    """Give what happened up to the moment the step was left."""
    entered = [i for i, (event, _) in enumerate(played) if isinstance(event, StepEntered)]
    at = next(i for i in entered if played[i][1].step.id == step_id)
    return played[: next(i for i in entered if i > at)]


def until(played: Played, come: Callable[[Session], bool]) -> Played:
    """Give what happened up to the first moment at which something is so."""
    return played[: 1 + next(i for i, (_event, session) in enumerate(played) if come(session))]


def save(picture: Image.Image, path: Path) -> None:
    """Save a picture with few colours."""
    picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


class Studio:
    """The program over a home of its own, and a folder for its pictures.

    Attributes:
        now: what the clock says.
    """

    def __init__(self, home: Path, pictures: Path) -> None:
        self.now = CLOCK
        self._pictures = pictures
        self._numbers = count(1)
        keys.create(home, NoKeyStore())
        keys.recovery_noted(home)
        world = World(home, home, NoKeyStore(), lambda: self.now, lambda: f"shot-{next(self._numbers)}")
        self.program = Program(world)
        self.program.open()
        self.wait(lambda: self.program.desk is not None)

    @property
    def desk(self) -> MainWindow:
        """The main window."""
        desk = self.program.desk
        if desk is None:
            raise SystemExit("the desk did not open")
        return desk

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the windows work until it is so, and then until they are quiet."""
        deadline = time.monotonic() + 20
        while not done() and time.monotonic() < deadline:
            QApplication.processEvents()
        quiet = time.monotonic() + 0.4
        while time.monotonic() < quiet:
            QApplication.processEvents()

    def lead(self, played: Played) -> Leading:
        """Keep what happened, and open the session where it stopped, before the room."""
        store = self.program.services.store
        for event, session in played:
            store.append(event, session)
        store.ask(lambda _connection: None).result(20)
        self.desk.lead_requested.emit(played[-1][1].id)
        self.wait(lambda: self.program.leading is not None)
        led = self.program.leading
        if led is None:
            raise SystemExit("the session did not open")
        self.program.stage.displays.show_audience()
        led.running.do(ScreenSet, screen=Screen.LIVE)
        self.wait(lambda: True)
        return led

    def leave(self, led: Leading) -> None:
        """Leave the session."""
        led.left.emit()
        self.wait(lambda: self.program.leading is None)

    def room(self, name: str) -> None:
        """Save a picture of the room's screen."""
        self.take(self.program.stage.audience, name, 1920, 1080)

    def take(self, widget: QWidget, name: str, width: int, height: int) -> None:
        """Save a picture of a window at a size."""
        widget.resize(width, height)
        self.wait(lambda: True)
        path = self._pictures / f"{name}.png"
        widget.grab().save(str(path))
        with Image.open(path) as picture:
            save(picture, path)

    def close(self) -> None:
        """End the program."""
        self.program.close()


def shoot_session(studio: Studio, played: Played) -> None:
    """The console and the room in the middle of the example, an agreement read back, and what is to be checked."""
    led = studio.lead(until_left(played, AT))
    studio.take(studio.desk, "console", 1440, 900)
    studio.room("audience")
    led.running.do(AgreementReadBack, agreement_id=led.running.session.notebook.agreements[0].id)
    studio.room("audience-agreement")
    led.running.do(AgreementReadBack, agreement_id=None)
    field = led.console.step.entry.field
    field.setText("Bij mevrouw Terlinden aan de Lindelaan 14 wisten we het niet van elkaar. @politie")
    field.entered.emit()
    led.console.commands.run(Command.CHECK)
    studio.take(studio.desk, "console-check", 1440, 900)
    studio.leave(led)
    studio.desk.go("start")
    studio.take(studio.desk, "start", 1440, 900)


def shoot_case(studio: Studio, played: Played) -> None:
    """A case that a group lives through: a turning point, a picture, the weighing walk."""
    there = until(played, lambda session: 2 in session.weighed(MOMENT))
    studio.now = there[-1][0].at
    led = studio.lead(there)
    running, session = led.running, led.running.session
    running.do(AnswersShown, answer_ids=tuple(answer.id for answer in session.notebook.answers))
    led.console.deeds.turn_question(1)
    studio.room("audience-case")
    led.console.commands.run(Command.WEIGH)
    led.console.panels.weigh.step(-1)
    studio.take(studio.desk, "console-weighing", 1440, 900)
    led.console.panels.weigh.shut()
    led.console.deeds.show_case(CaseScene.WEIGHING, "2")
    studio.room("audience-weighing")
    led.console.commands.case.ask_needs(session.notebook.turning_points[-1].id)
    studio.take(studio.desk, "console-case", 1440, 900)
    later = next(step for step in session.script.steps if step.phase is Phase.STABLE_SAFETY)
    running.do(StepEntered, step_id=later.id)
    led.console.deeds.show_case(CaseScene.GENOGRAM)
    studio.room("audience-genogram")
    studio.leave(led)


def shoot_library(studio: Studio) -> None:
    """The library, and a case that is being written."""
    desk = studio.desk
    desk.go(CASUISTRY)
    page = desk.stack.currentWidget()
    if not isinstance(page, LibraryPage):
        raise SystemExit("the library did not open")
    studio.wait(lambda: page.model.rowCount() > 1 and page.details.content is not None)
    page.search.setText("veiligheidsplan")
    studio.wait(lambda: page.details.content is not None)
    studio.take(desk, "library", 1440, 900)
    page.search.setText("bereikbaar")
    studio.wait(lambda: page.chosen is not None and page.chosen.kind is ItemKind.CASE)
    page.details.copy.click()
    studio.wait(lambda: isinstance(desk.stack.currentWidget(), EditorPage))
    editor = desk.stack.currentWidget()
    if not isinstance(editor, EditorPage):
        raise SystemExit("the editor did not open")
    editor.go_to(("moments", 1, "audience"))
    studio.take(desk, "editor", 1440, 900)


def shoot_agreements(studio: Studio, *held: Played) -> None:
    """What is agreed over all sessions, three weeks later."""
    store, desk = studio.program.services.store, studio.desk
    for played in held:
        for event, session in played:
            store.append(event, session)
    studio.now = LATER
    desk.go(AGREEMENTS)
    page = desk.stack.currentWidget()
    if not isinstance(page, AgreementsPage):
        raise SystemExit("the page of agreements did not open")
    studio.wait(lambda: page.views.table.model().rowCount() > 1)
    studio.take(desk, "agreements", 1440, 900)


def shoot_infographic(studio: Studio) -> None:
    """The figures of the cards in pictures."""
    desk = studio.desk
    desk.go(KNOWLEDGE)
    hub = desk.stack.currentWidget()
    if not isinstance(hub, HubPage):
        raise SystemExit("the page of knowledge did not open")
    hub.rooms["infographic"].button.click()
    studio.wait(lambda: desk.stack.currentWidget() is not hub)
    studio.take(desk, "infographic", 1440, 900)


def shoot_question(studio: Studio) -> None:
    """A question in plain words, and what answers it."""
    studio.desk.go(KNOWLEDGE)
    if (knowledge := studio.desk.findChild(Knowledge)) is None:
        raise SystemExit("the page of knowledge did not open")
    knowledge.ask("Mag ik melden als de ouders geen toestemming geven?")
    studio.wait(lambda: isinstance(page := studio.desk.stack.currentWidget(), AskPage) and bool(page.answers.chosen))
    studio.take(studio.desk, "help-desk", 1440, 900)


def shoot_paper(session: Session, learning: Session, pictures: Path) -> None:
    """A page of a participant's paper, of the report, and of what a group gets of a case."""
    press = Press(resource("templates"), resource("fonts"))
    reports, lived = documents_of(session), documents_of(learning)
    pages = (
        ("paper-participant", _of(reports, Document.PARTICIPANT)[4], 0),
        ("paper-report", _of(reports, Document.REPORT)[0], 1),
        ("paper-role-cards", _of(lived, Document.ROLE_CARDS)[0], 1),
        ("paper-hand-out", _of(lived, Document.HAND_OUT)[0], 0),
    )
    for name, job, page in pages:
        with pypdfium2.PdfDocument(job.render(press).pdf) as document:
            save(document[page].render(scale=1.5).to_pil(), pictures / f"{name}.png")


def _of(jobs: tuple[Job, ...], document: Document) -> list[Job]:
    return [job for job in jobs if job.document is document]


def main(arguments: list[str]) -> int:
    """Make all pictures."""
    pictures = Path(arguments[0]) if arguments else ROOT / "docs" / "screenshots"
    pictures.mkdir(parents=True, exist_ok=True)
    words.use(resource("i18n"))
    app = QApplication([])
    played, learning = example("voorbeeldsessie"), example("leerbijeenkomst")
    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Path(home), pictures)
        shoot_session(studio, played)
        shoot_case(studio, learning)
        shoot_library(studio)
        shoot_infographic(studio)
        shoot_agreements(studio, played, learning)
        shoot_question(studio)
        studio.close()
    shoot_paper(played[-1][1], learning[-1][1], pictures)
    print(f"{len(list(pictures.glob('*.png')))} pictures in {pictures}")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
