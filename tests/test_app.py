import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from facilitator import words
from facilitator.app import Program, World, _application, world_of
from facilitator.content.locate import resource
from facilitator.core import events as ev
from facilitator.core.events import Screen
from facilitator.core.session import State
from facilitator.core.vocabulary import Form
from facilitator.storage.errors import Damaged, DiskFull
from facilitator.storage.folder import Home
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.ledger import Entry, Ledger
from facilitator.storage.library import keeping
from facilitator.storage.library.records import ItemKind
from facilitator.storage.library.store import LibraryStore, folder_of
from facilitator.ui.awake import hold_of_this_system
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.indexing import indexed_text
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.casuistry.mending import Mending
from facilitator.ui.destinations import CASUISTRY
from facilitator.ui.prepare.prepare_page import PreparePage
from facilitator.ui.running_session import RunningSession
from facilitator.ui.steady_clock import SteadyClock
from facilitator.ui.threshold.key_page import KeyPage
from facilitator.ui.threshold.recovery_page import RecoveryPage
from facilitator.ui.threshold.trouble_page import TroublePage
from facilitator.ui.widgets.dialog import Dialog, Question
from tests.builders import Table
from tests.waiting import heard, until

NOW = datetime(2026, 11, 17, 13, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def dutch() -> None:
    words.use(resource("i18n"))


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Program]]:
    """Opens the program over one home, as often as asked; every one is closed afterwards."""
    programs: list[Program] = []

    def start() -> Program:
        numbers = count(1)
        world = World(tmp_path / "home", tmp_path, NoKeyStore(), lambda: NOW, lambda: f"n-{next(numbers)}")
        programs.append(Program(world))
        with heard(qtbot, programs[-1].ready):
            programs[-1].open()
        return programs[-1]

    yield start
    for program in programs:
        program.close()
        qtbot.addWidget(program.window)


@pytest.mark.parametrize(
    ("folder", "told"),
    [("OneDrive - Gemeente Voorbeeld/Facilitator", "OneDrive"), ("Dropbox", "Dropbox"), ("data", "")],
)
def test_a_folder_that_is_copied_elsewhere_is_told(qtbot: QtBot, tmp_path: Path, folder: str, told: str) -> None:
    home = tmp_path / folder
    home.mkdir(parents=True)
    program = Program(World(home, tmp_path, NoKeyStore(), lambda: NOW, lambda: "n"))
    with heard(qtbot, program.ready):
        program.open()
    past_the_doorstep(program, qtbot)
    said: list[str] = []
    program._desk.messages.posted.connect(lambda message: said.append(message.text))
    program._settle()
    program.close()
    qtbot.addWidget(program.window)
    assert [str(home) in words and told in words for words in said] == ([True] if told else [])


def past_the_doorstep(program: Program, qtbot: QtBot) -> Program:
    page = program.window.centralWidget()
    assert isinstance(page, RecoveryPage)
    page.sure.setChecked(True)
    with heard(qtbot, program.ready):
        page.go_on.click()
    return program


def keep(program: Program, table: Table) -> None:
    """Keep the events of a table in the program's store."""
    assert program.store is not None
    for event in table.events:
        program.store.append(event, table.session)
    program.store.ask(lambda _: None).result(10)


def lead(program: Program, qtbot: QtBot) -> None:
    assert program.desk is not None
    program.desk.lead_requested.emit("s-1")
    until(qtbot, lambda: program.leading is not None)


def casuistry_of(program: Program) -> LibraryPage:
    """Go to the library, and give its page."""
    assert program.desk is not None
    program.desk.go(CASUISTRY)
    page = program.desk.stack.currentWidget()
    assert isinstance(page, LibraryPage)
    return page


def test_the_first_start_shows_the_recovery_key_and_the_second_does_not(
    opened: Callable[[], Program], qtbot: QtBot
) -> None:
    past_the_doorstep(opened(), qtbot).close()
    again = opened()
    assert again.desk is not None
    assert again.desk.isVisible()


def test_a_recovery_key_that_was_not_kept_is_shown_anew(opened: Callable[[], Program]) -> None:
    first = opened()
    page = first.window.centralWidget()
    assert isinstance(page, RecoveryPage)
    before = page.key.text()
    first.close()
    second = opened().window.centralWidget()
    assert isinstance(second, RecoveryPage)
    assert second.key.text() != before


def test_a_second_copy_of_the_program_is_told_so(opened: Callable[[], Program], qtbot: QtBot) -> None:
    past_the_doorstep(opened(), qtbot)
    page = opened().window.centralWidget()
    assert isinstance(page, TroublePage)
    assert "al open" in page.reason.text()


def test_a_lost_key_is_typed_in(opened: Callable[[], Program], qtbot: QtBot, tmp_path: Path) -> None:
    first = opened()
    page = first.window.centralWidget()
    assert isinstance(page, RecoveryPage)
    recovery = page.key.text()
    past_the_doorstep(first, qtbot).close()
    Home(tmp_path / "home").key_file.unlink()
    again = opened()
    asked = again.window.centralWidget()
    assert isinstance(asked, KeyPage)
    asked.typed.emit("9Q3K7M")
    until(qtbot, lambda: bool(asked.wrong.text()))
    with heard(qtbot, again.ready):
        asked.typed.emit(recovery)
    assert again.desk is not None


def test_a_damaged_store_is_put_back_from_its_backup(
    opened: Callable[[], Program], qtbot: QtBot, tmp_path: Path
) -> None:
    first = past_the_doorstep(opened(), qtbot)
    keep(first, Table().started())
    assert first.store is not None
    first.store.back_up().result(10)
    first.close()
    database = Home(tmp_path / "home").database
    database.write_bytes(database.read_bytes()[:1000])
    again = opened()
    page = again.window.centralWidget()
    assert isinstance(page, TroublePage)
    assert page.put_back is not None
    with heard(qtbot, again.ready):
        page.put_back.click()
    lead(again, qtbot)


def own_text(program: Program, number: int) -> None:
    """Write something of one's own in the library."""
    shelf = program.services.shelf()
    indexed = indexed_text(ItemKind.CASE, f"eigen-{number}", f"title: Vuurtoren {number}\n")
    shelf.create(indexed, f"title: Vuurtoren {number}\n").result(10)


@pytest.fixture
def damaged(opened: Callable[[], Program], qtbot: QtBot, tmp_path: Path) -> Callable[..., Program]:
    """Opens the program over a library that is damaged, with a backup of it or without."""

    def start(*, backup: bool = True) -> Program:
        first = past_the_doorstep(opened(), qtbot)
        keep(first, Table().started())
        own_text(first, 1)
        if backup:
            first.services.shelf().back_up().result(10)
        first.close()
        database = Home(folder_of(tmp_path / "home")).database
        database.write_bytes(database.read_bytes()[:1000])
        return opened()

    return start


def question_of(page: LibraryPage, qtbot: QtBot) -> Dialog:
    """Wait for what is asked about a damaged library."""
    mending = page.findChild(Mending)
    assert mending is not None
    until(qtbot, lambda: mending.question is not None)
    assert mending.question is not None
    return mending.question


def words_of(dialog: Dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize("backup", [True, False])
def test_a_damaged_library_is_mended_when_that_is_wanted(
    damaged: Callable[..., Program], qtbot: QtBot, backup: bool
) -> None:
    program = damaged(backup=backup)
    page = casuistry_of(program)
    question = question_of(page, qtbot)
    assert "beschadigd" in words_of(question)
    assert ("reservekopie van 17 november 2026" in words_of(question)) == backup
    assert program.desk is not None
    told: list[str] = []
    program.desk.messages.posted.connect(lambda message: told.append(message.text))
    question.accept_button.click()
    until(qtbot, lambda: bool(told))
    assert "weer open" in told[0]
    assert len(told) == 1
    again = casuistry_of(program)
    assert again.isEnabled()
    until(qtbot, lambda: again.details.content is not None)
    own = program.services.shelf().own_items().result(10)
    assert [item.title for item in own] == (["Vuurtoren 1"] if backup else [])


def test_a_damaged_library_may_wait_and_is_asked_about_again(damaged: Callable[..., Program], qtbot: QtBot) -> None:
    program = damaged()
    page = casuistry_of(program)
    question_of(page, qtbot).reject()
    assert not page.isEnabled()
    lead(program, qtbot)
    assert program.leading is not None
    program.leading.left.emit()
    question_of(casuistry_of(program), qtbot).reject()


def test_who_went_on_to_a_session_is_not_asked_there(damaged: Callable[..., Program], qtbot: QtBot) -> None:
    program = damaged()
    page = casuistry_of(program)
    question = question_of(page, qtbot)
    lead(program, qtbot)
    until(qtbot, lambda: not isValid(question) or not question.isVisible())
    assert program.leading is not None
    program.leading.left.emit()
    question_of(casuistry_of(program), qtbot).reject()


def test_a_library_that_could_not_be_mended_is_asked_about_again(
    damaged: Callable[..., Program], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    program = damaged()
    page = casuistry_of(program)
    assert program.desk is not None
    told: list[str] = []
    program.desk.messages.posted.connect(lambda message: told.append(message.text))
    with monkeypatch.context() as disk:
        disk.setattr(keeping, "mend", full)
        question_of(page, qtbot).accept_button.click()
        until(qtbot, lambda: bool(told))
    assert "schijf is vol" in told[0]
    question_of(casuistry_of(program), qtbot).reject()


def test_a_library_that_is_gone_is_put_back(opened: Callable[[], Program], qtbot: QtBot, tmp_path: Path) -> None:
    first = past_the_doorstep(opened(), qtbot)
    own_text(first, 1)
    first.services.shelf().back_up().result(10)
    first.close()
    Home(folder_of(tmp_path / "home")).database.unlink()
    program = opened()
    question = question_of(casuistry_of(program), qtbot)
    assert "casuïstiek is weg" in words_of(question)
    assert program.desk is not None
    told: list[str] = []
    program.desk.messages.posted.connect(lambda message: told.append(message.text))
    question.accept_button.click()
    until(qtbot, lambda: bool(told))
    assert program.services.shelf().own_items().result(10)[0].title == "Vuurtoren 1"
    page = casuistry_of(program)
    until(qtbot, lambda: page.details.content is not None)


def test_a_library_that_did_not_open_is_tried_again_at_the_next_visit(
    opened: Callable[[], Program], qtbot: QtBot, tmp_path: Path
) -> None:
    program = past_the_doorstep(opened(), qtbot)
    assert program.desk is not None
    told: list[str] = []
    program.desk.messages.posted.connect(lambda message: told.append(message.text))
    in_the_way = folder_of(tmp_path / "home")
    in_the_way.write_text("in the way")
    casuistry_of(program)
    until(qtbot, lambda: bool(told))
    in_the_way.unlink()
    page = casuistry_of(program)
    until(qtbot, lambda: page.details.content is not None)
    assert len(told) == 1


def test_damage_that_is_found_later_is_mended_too(
    opened: Callable[[], Program], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = past_the_doorstep(opened(), qtbot)
    own_text(program, 1)
    shelf = program.services.shelf()
    backup = shelf.back_up().result(10)
    page = casuistry_of(program)
    until(qtbot, lambda: page.details.content is not None)
    unreadable: Future[None] = Future()
    unreadable.set_exception(Damaged(backup, backup))
    monkeypatch.setattr(shelf, "search", lambda _query: unreadable)
    page.refresh()
    page.refresh()
    question_of(page, qtbot).accept_button.click()
    desk = program.desk
    assert desk is not None
    until(qtbot, lambda: desk.stack.currentWidget() is not page)
    again = desk.stack.currentWidget()
    assert isinstance(again, LibraryPage)
    until(qtbot, lambda: again.details.content is not None)
    assert program.services.shelf().own_items().result(10)[0].title == "Vuurtoren 1"


def test_an_interrupted_session_comes_back_where_it_was_and_neutral(
    opened: Callable[[], Program], qtbot: QtBot
) -> None:
    program = past_the_doorstep(opened(), qtbot)
    keep(program, Table().started().at_step("nodig"))
    lead(program, qtbot)
    assert program.leading is not None
    session = program.leading.running.session
    assert (session.step.id, session.course.screen, session.course.state) == ("nodig", Screen.NEUTRAL, State.RUNNING)


def test_what_happens_is_kept_and_told(opened: Callable[[], Program], qtbot: QtBot) -> None:
    program = past_the_doorstep(opened(), qtbot)
    keep(program, Table().started())
    lead(program, qtbot)
    assert program.leading is not None
    with heard(qtbot, program.news.saved):
        program.leading.running.do(ev.ScreenSet, screen=Screen.LIVE)
    console = program.leading.console
    until(qtbot, lambda: "bewaard" in console.side.saved.label.text())


def test_of_a_rehearsal_nothing_is_kept(opened: Callable[[], Program], qtbot: QtBot) -> None:
    program = past_the_doorstep(opened(), qtbot)
    assert program.desk is not None
    program.desk.rehearsal_requested.emit(Table(rehearsal=True).session)
    assert program.leading is not None
    program.leading.running.do(ev.SessionStarted)
    program.leading.left.emit()
    assert program.store is not None
    assert program.store.load("s-1").result(10) is None


def test_the_clock_is_held_while_a_session_is_led_and_no_longer(qtbot: QtBot, tmp_path: Path) -> None:
    wall, elapsed, numbers = [NOW], [0.0], count(1)
    clock = SteadyClock(lambda: wall[0], lambda: elapsed[0])
    program = Program(
        World(tmp_path / "home", tmp_path, NoKeyStore(), clock, lambda: f"n-{next(numbers)}", steady=clock)
    )
    with heard(qtbot, program.ready):
        program.open()
    past_the_doorstep(program, qtbot)
    assert program.desk is not None
    program.desk.rehearsal_requested.emit(Table().started().session)
    assert program.leading is not None
    wall[0] += timedelta(hours=1)
    elapsed[0] += 60
    assert program.leading.running.now() == NOW + timedelta(minutes=1)
    program.leading.left.emit()
    assert clock() == NOW + timedelta(hours=1)
    program.close()
    qtbot.addWidget(program.window)


def test_the_sound_is_remembered(opened: Callable[[], Program], qtbot: QtBot, tmp_path: Path) -> None:
    program = past_the_doorstep(opened(), qtbot)
    assert not program.stage.bell.on
    program.stage.bell.turn(on=True)
    program.close()
    again = opened()
    assert again.stage.bell.on
    (tmp_path / "home" / "sound.json").write_bytes(b"\xff")
    again.close()
    assert not opened().stage.bell.on


def test_a_session_asked_for_twice_is_led_once_and_let_go(opened: Callable[[], Program], qtbot: QtBot) -> None:
    program = past_the_doorstep(opened(), qtbot)
    keep(program, Table().started())
    assert program.desk is not None
    program.desk.lead_requested.emit("s-1")
    lead(program, qtbot)
    program.services.store.ask(lambda _: None).result(10)
    qtbot.wait(50)
    assert [each.parent() for each in program.findChildren(RunningSession)] == [program.leading]
    assert program.leading is not None
    program.leading.left.emit()
    until(qtbot, lambda: not program.findChildren(RunningSession))


def test_no_key_of_the_desk_leaves_the_console(opened: Callable[[], Program], qtbot: QtBot) -> None:
    program = past_the_doorstep(opened(), qtbot)
    keep(program, Table().started())
    lead(program, qtbot)
    desk, leading = program.desk, program.leading
    assert desk is not None
    assert leading is not None
    desk.activateWindow()
    desk.messages.warn("!")
    desk.toast.close_button.setFocus()
    QTest.keyClick(desk.toast.close_button, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert desk.stack.currentWidget() is leading.console


def windows_that_keep_it_open() -> set[QWidget]:
    seen = {window for window in _application().topLevelWidgets() if window.isVisible()}
    return {window for window in seen if window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)}


def test_the_program_ends_with_its_window_whatever_the_room_sees(opened: Callable[[], Program], qtbot: QtBot) -> None:
    before = windows_that_keep_it_open()
    program = past_the_doorstep(opened(), qtbot)
    keep(program, Table().started())
    lead(program, qtbot)
    program.stage.displays.show_here()
    assert program.desk is not None
    program.desk.close()
    assert program.stage.audience.isVisible()
    assert windows_that_keep_it_open() == before
    program.stage.displays.hide_audience()


def test_a_meeting_begins_also_when_the_disk_is_full(
    opened: Callable[[], Program], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = past_the_doorstep(opened(), qtbot)
    desk = program.desk
    assert desk is not None

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Ledger, "write", full)
    desk.prepare(Form.HET_GESPREK)
    page = desk.stack.currentWidget()
    assert isinstance(page, PreparePage)
    page.change(place="Wijk Noord")
    page.go_to(2)
    page.begin.click()
    until(qtbot, lambda: program.leading is not None)
    assert program.leading is not None
    assert program.leading.running.session.details.place == "Wijk Noord"
    console = program.leading.console
    until(qtbot, lambda: "niet bewaard sinds" in console.side.saved.label.text())


def test_a_meeting_left_while_the_disk_is_full_is_found_back_where_it_was(
    opened: Callable[[], Program], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = past_the_doorstep(opened(), qtbot)
    keep(program, Table())
    lead(program, qtbot)

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Ledger, "write", full)
    assert program.leading is not None
    assert program.desk is not None
    program.leading.running.do(ev.SessionStarted)
    program.leading.running.do(ev.StepEntered, step_id="nodig")
    program.leading.left.emit()
    program.desk.open_session("s-1")
    until(qtbot, lambda: program.leading is not None)
    assert program.leading.running.session.step.id == "nodig"


def test_saved_is_not_said_while_anything_waits(
    opened: Callable[[], Program], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = past_the_doorstep(opened(), qtbot)
    keep(program, Table().started())
    lead(program, qtbot)

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Ledger, "write", full)
    assert program.leading is not None
    program.leading.running.do(ev.ScreenSet, screen=Screen.LIVE)
    label = program.leading.console.side.saved.label
    until(qtbot, lambda: "niet bewaard sinds" in label.text())
    program.news.saved.emit("an earlier event", NOW)
    qtbot.wait(20)
    assert "niet bewaard sinds" in label.text()


def test_trouble_with_saving_is_told_on_the_console(opened: Callable[[], Program], qtbot: QtBot) -> None:
    program = past_the_doorstep(opened(), qtbot)
    keep(program, Table().started())
    lead(program, qtbot)
    program.news.failed.emit(DiskFull(), NOW)
    assert program.leading is not None
    console = program.leading.console
    until(qtbot, lambda: "niet bewaard sinds" in console.side.saved.label.text())
    program.news.recovered.emit(NOW)
    until(qtbot, lambda: "✓ bewaard" in console.side.saved.label.text())


@pytest.mark.parametrize("full", [False, True])
def test_closing_asks_only_about_what_the_disk_does_not_take(
    opened: Callable[[], Program], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, full: bool
) -> None:
    program = past_the_doorstep(opened(), qtbot)
    keep(program, Table().started())
    lead(program, qtbot)
    write = Ledger.write
    asked: list[str] = []

    def ask(title: str, *_: object, **__: object) -> bool:
        asked.append(title)
        return True

    def slow(ledger: Ledger, entries: Sequence[Entry]) -> None:
        time.sleep(0.1)
        if full:
            raise DiskFull
        write(ledger, entries)

    monkeypatch.setattr(Ledger, "write", slow)
    monkeypatch.setattr(Question, "ask", ask)
    assert program.leading is not None
    assert program.desk is not None
    program.leading.running.do(ev.ScreenSet, screen=Screen.LIVE)
    program.desk.close()
    assert bool(asked) == full


@pytest.mark.parametrize("full", [False, True])
def test_closing_asks_also_about_what_the_library_does_not_take(
    opened: Callable[[], Program], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, full: bool
) -> None:
    program = past_the_doorstep(opened(), qtbot)
    page = casuistry_of(program)
    until(qtbot, lambda: page.details.content is not None)
    page.new_wanted.emit(ItemKind.CASE)
    desk = program.desk
    assert desk is not None
    until(qtbot, lambda: isinstance(desk.stack.currentWidget(), EditorPage))
    editor = desk.stack.currentWidget()
    assert isinstance(editor, EditorPage)
    asked: list[str] = []

    def ask(title: str, *_: object, **__: object) -> bool:
        asked.append(title)
        return not full

    refused: Future[None] = Future()
    refused.set_exception(DiskFull())
    monkeypatch.setattr(Question, "ask", ask)
    with monkeypatch.context() as disk:
        if full:
            disk.setattr(LibraryStore, "save", lambda *_: refused)
        editor.draft.put(("title",), "Nog niet af")
        assert desk.close() != full
    assert bool(asked) == full
    assert editor.isVisible() == full
    until(qtbot, lambda: not desk.holds_unkept(1))


def test_a_fault_is_told_on_the_desk(opened: Callable[[], Program], qtbot: QtBot) -> None:
    program = past_the_doorstep(opened(), qtbot)
    assert program.desk is not None
    with qtbot.waitSignal(program.desk.messages.posted) as posted:
        program.faults.faulted.emit()
    assert "in het programma zelf" in posted.args[0].text


class Holding:
    """Keeps nothing awake, and knows whether it would."""

    held = False

    def hold(self) -> None:
        self.held = True

    def release(self) -> None:
        self.held = False


def test_the_screens_are_let_go_with_the_program_though_a_session_runs(
    opened: Callable[[], Program], qtbot: QtBot
) -> None:
    program, holding = past_the_doorstep(opened(), qtbot), Holding()
    program.world = replace(program.world, hold=lambda: holding)
    program._lead(Table().started().session, lambda _event, _session: None)
    assert holding.held
    program.close()
    assert not holding.held


def test_on_this_system_the_clock_is_steady_and_the_screens_can_be_held(tmp_path: Path) -> None:
    world = world_of(tmp_path)
    assert world.steady is world.now
    assert world.hold is not None
    assert type(world.hold()) is type(hold_of_this_system())
