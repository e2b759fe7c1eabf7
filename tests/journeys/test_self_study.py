"""Learning alone: begin a module, lose the program in the middle, go on there, finish it, and have it on paper."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from facilitator.storage import overview, self_study
from facilitator.ui.destinations import KNOWLEDGE
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.self_study import room
from facilitator.ui.knowledge.self_study.last_sheet import LastSheet
from facilitator.ui.knowledge.self_study.self_study import SelfStudy
from facilitator.ui.knowledge.self_study.study_page import StudyPage
from tests.journeys.conftest import Facilitator
from tests.report.reading import seen

ROOT = Path(__file__).parents[2]
MODULE = "zelfstudie-casusoverleg"
Start = Callable[[], Facilitator]


def opened(one: Facilitator) -> StudyPage:
    """The module, as somebody opens it from the page of knowledge."""
    desk = one.program.desk
    assert desk is not None
    desk.go(KNOWLEDGE)
    knowledge = desk.findChild(Knowledge)
    assert knowledge is not None
    room.enter(knowledge)
    study = knowledge.findChild(SelfStudy)
    assert study is not None
    one.wait(lambda: study.page is not None and MODULE in study.page.rows and study.own is not None)
    assert study.page is not None
    one.go_to(study.page.rows[MODULE])
    one.press(Qt.Key.Key_Return)
    page = desk.stack.currentWidget()
    assert isinstance(page, StudyPage)
    one.wait(page.isVisible)
    return page


def killed(home: Path) -> list[str]:
    """Let another process begin the module and be killed at it; gives what it told was kept."""
    command = [sys.executable, "-m", "tests.journeys.programs.studying", str(home)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode < 0, "it was to be killed"
    return done.stdout.split()


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot end itself by a signal there")
def test_a_module_goes_on_after_the_program_was_killed(facilitator: Start, tmp_path: Path) -> None:
    one = facilitator()
    home = one.home
    one.close()
    assert killed(home) == ["step", "3", "kept"]
    again = facilitator()
    page = opened(again)
    assert page.number == 3
    assert page.study.tried[0].option == "Uitnodigen. Hoe meer ogen, hoe beter."
    assert again.program.services.store.ask(overview.sessions).result(20) == ()


def test_from_the_first_step_to_the_paper_by_keyboard(facilitator: Start) -> None:
    one = facilitator()
    page = opened(one)
    one.press(Qt.Key.Key_Return)
    while page.number <= len(page.module.steps):
        for key in (Qt.Key.Key_1, Qt.Key.Key_4):
            one.press(key)
        page.forward.setFocus()
        one.press(Qt.Key.Key_Return)
    sheet = page.sheet
    assert isinstance(sheet, LastSheet)
    one.wait(sheet.name.hasFocus)
    one.type("Mo Bakker")
    one.press(Qt.Key.Key_Return)
    one.wait(sheet.making.show_folder.isVisible)
    (path,) = sheet.making.folder.glob("*.pdf")
    text = " ".join(seen(path.read_bytes()).split())
    assert "Mo Bakker heeft de module “Zelfstudie: casusoverleg” doorgewerkt." in text
    assert "geen examen en geen accreditatie" in text
    (study,) = one.program.services.store.ask(self_study.studies).result(20).rows
    assert study.finished[0].minutes == 30
