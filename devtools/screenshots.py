"""The pictures in docs/screenshots: the real windows, on the example sessions, with a clock that stands still.

`dev.py screenshots [FOLDER]` makes them without a display.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QApplication

from devtools.knowledge_pictures import shoot_knowledge, shoot_quiz
from devtools.studio import Played, Studio, save, set_up_displays
from facilitator import words
from facilitator.content.library import read_library
from facilitator.content.locate import content_folder, resource
from facilitator.core.events import AgreementReadBack, AnswersShown, CaseScene, StepEntered
from facilitator.core.session import Session
from facilitator.core.vocabulary import Phase
from facilitator.demo import play, read_example
from facilitator.report.bundle import Document, Job, documents_of
from facilitator.report.press import Press
from facilitator.storage.library.records import ItemKind
from facilitator.ui.agreements.agreements_page import AgreementsPage
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.console.keys import Command
from facilitator.ui.destinations import AGREEMENTS, CASUISTRY

ROOT = Path(__file__).resolve().parent.parent
LATER = datetime(2026, 12, 8, 9, 0, tzinfo=UTC)
AT = "verwachten"
MOMENT = "een-zachte-stem"


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


def shoot_session(studio: Studio, played: Played) -> None:
    """The console and the room in the middle of the example: an agreement, a fact check, and what is to be checked."""
    led = studio.lead(until_left(played, AT))
    studio.take(studio.desk, "console", 1440, 900)
    studio.room("audience")
    led.running.do(AgreementReadBack, agreement_id=led.running.session.notebook.agreements[0].id)
    studio.room("audience-agreement")
    led.running.do(AgreementReadBack, agreement_id=None)
    shoot_quiz(studio, led)
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
    studio.wait(lambda: (shown := page.details.content) is not None and shown.item.key.kind is ItemKind.CASE)
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
    set_up_displays()
    app = QApplication([])
    played, learning = example("voorbeeldsessie"), example("leerbijeenkomst")
    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Path(home), pictures)
        shoot_session(studio, played)
        shoot_case(studio, learning)
        shoot_library(studio)
        shoot_knowledge(studio)
        shoot_agreements(studio, played, learning)
        studio.close()
    shoot_paper(played[-1][1], learning[-1][1], pictures)
    print(f"{len(list(pictures.glob('*.png')))} pictures in {pictures}")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
