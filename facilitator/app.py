"""The composition root: builds every part and wires them. Nothing else knows them all.

`run` opens the program; `Program` holds its parts: the opening, the desk, and the session that is led (whose wiring
stands in `ui/leading.py`).
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import wait
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property, partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLibraryInfo, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from facilitator.content.locate import content_folder, resource
from facilitator.storage.key_store import KeyStore, SystemKeyStore
from facilitator.storage.keys import KeyPlace, Unlocked
from facilitator.ui import theme
from facilitator.ui.appearance import Appearance, QtSystem, System
from facilitator.ui.collector import Collector
from facilitator.ui.futures import deliver
from facilitator.ui.lookout import Lookout
from facilitator.ui.main_window import MainWindow
from facilitator.ui.services import Services
from facilitator.ui.steady_clock import SteadyClock, elapsed_on, system_time
from facilitator.ui.store_news import StoreNews
from facilitator.ui.threshold.opening import Opening
from facilitator.words import _

# ruff: noqa: PLC0415
# What the first page does not need is imported where it is used: the console, the room, paper, content and the pages of
# the doorstep together cost more than a bare window.

if TYPE_CHECKING:
    from facilitator.content.library import Library
    from facilitator.core.events import Event, LookBackItem
    from facilitator.core.session import Session
    from facilitator.report.worker import DocumentWorker
    from facilitator.storage.errors import StoreError
    from facilitator.storage.library.store import LibraryStore
    from facilitator.storage.writer import Store
    from facilitator.ui.audience.window import AudienceWindow
    from facilitator.ui.awake import Awake, Hold
    from facilitator.ui.console.bell import Bell
    from facilitator.ui.display_memory import DisplayMemory
    from facilitator.ui.displays import Displays
    from facilitator.ui.leading import Leading

TICK_MS = 500
"""How often the clocks on the screens are told the time."""

CLOSING_SECONDS = 1.0
"""How long a window that closes waits for what is being written."""

WARM_MS = 40
"""Rest between two imports that are done ahead, so that the first page answers at once meanwhile."""

WARM = (
    "facilitator.core.apply",
    "facilitator.core.codec",
    "facilitator.core.audience",
    "markdown_it",
    "facilitator.ui.audience.window",
    "facilitator.ui.awake",
    "facilitator.ui.displays",
    "facilitator.ui.console.step_column",
    "facilitator.ui.console.console",
    "facilitator.ui.leading",
    "facilitator.ui.audience.drawn",
    "facilitator.content.library",
    "facilitator.ui.prepare.prepare_page",
)
"""What the next page needs, in the order in which it is likely to be asked for."""


@dataclass(frozen=True, slots=True)
class World:
    """What the program takes from outside, so that a test can hold it still.

    `home` holds all data of a run, `documents_folder` is where exports go at first; `now` gives aware datetimes.
    `restyle` says that the application was not started in our style. `steady` is the clock `now` where that is one that
    can be held while a session is led. `system` says what look the system asks for: Qt knows, unless told otherwise.
    `hold` gives what keeps the screens awake; nothing does where it is None.
    """

    home: Path
    documents_folder: Path
    key_store: KeyStore
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    restyle: bool = True
    steady: SteadyClock | None = None
    system: System | None = None
    hold: Callable[[], Hold] | None = None


def run(home: Path, ready: Callable[[], object] | None = None) -> int:
    """Open the program and stay until its window closes. `ready` is called when the first page can be used."""
    if not _has_display():
        sys.stderr.write(_("There is no display here. See an example with: facilitator demo --out FOLDER") + "\n")
        return 1
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Facilitator")
    app.setApplicationDisplayName("Facilitator")
    translator = QTranslator(app)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    program = Program(world_of(home), app)
    program.hear_faults()
    if ready is not None:
        program.ready.connect(ready)
    program.open()
    code = app.exec()
    program.close()
    return code


def world_of(home: Path) -> World:
    """Give what the program takes from this system."""
    documents = Path.home() / "Documents"
    place = documents if documents.is_dir() else Path.home()
    clock = SteadyClock(system_time, elapsed_on())
    return World(home, place, SystemKeyStore(), clock, _new_id, restyle=False, steady=clock, hold=_hold)


def _hold() -> Hold:
    from facilitator.ui.awake import hold_of_this_system

    return hold_of_this_system()


def _new_id() -> str:
    from uuid import uuid4

    return str(uuid4())


def _has_display() -> bool:
    """Whether a window could be shown; Qt itself ends the process with a page of text when it cannot."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class Program(QObject):
    """The parts of the running program.

    Attributes:
        appearance: the look of the facilitator's own windows.
        opening: what opens the store, and its doorstep.
        desk: the main window, once the store is open.
        leading: the session that is led, if any.
        lookout: what looks at every text that is written.

    Signals:
        ready(): the first page can be used.
        faulted(): something went wrong in the program itself, in whatever thread.
    """

    ready = Signal()
    faulted = Signal()

    def __init__(self, world: World, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.world = world
        self._collector = Collector(self)
        app = _application()
        self.appearance = Appearance(
            app,
            resource("theme"),
            world.home / "appearance.json",
            world.system or QtSystem(app),
            restyle=world.restyle,
        )
        self.news = StoreNews(self)
        self.opening = Opening(world.home, world.key_store, self.news.listener(), world.now, self)
        self.opening.opened.connect(self._show_desk)
        self.opening.asked.connect(self.ready)
        self.desk: MainWindow | None = None
        self.leading: Leading | None = None
        self.lookout = Lookout(resource("privacy"))
        self._worker: DocumentWorker | None = None
        self._shelf: LibraryStore | None = None
        self._failing: tuple[StoreError, datetime] | None = None
        self._clock = QTimer(self, interval=TICK_MS)
        self.news.saved.connect(self._tell_saved, Qt.ConnectionType.QueuedConnection)
        self.news.failed.connect(self._tell_unsaved, Qt.ConnectionType.QueuedConnection)
        self.news.recovered.connect(self._tell_recovered, Qt.ConnectionType.QueuedConnection)
        self.news.trouble.connect(self._tell_trouble, Qt.ConnectionType.QueuedConnection)
        self.faulted.connect(self._say_fault, Qt.ConnectionType.QueuedConnection)

    @property
    def store(self) -> Store | None:
        """The store, while it is opening or open."""
        return self.opening.store

    @property
    def window(self) -> QMainWindow:
        """What is seen: the doorstep, and from then on the desk."""
        return self.desk or self.opening.window

    def open(self) -> None:
        """Open the store. The first page follows when its key is there, or what to do when it is not."""
        self.opening.open()

    # ---- the desk

    def _show_desk(self, unlocked: Unlocked) -> None:
        """Build the main window, and wire it."""
        assert self.store is not None  # noqa: S101  it opened just now
        self.services = Services(
            self.store,
            cache(partial(_read_library, self.world.home)),
            self._documents,
            self.world.now,
            self.world.new_id,
            self.world.home,
            self.world.documents_folder,
            partial(self._open_shelf, unlocked),
            key_in_file=unlocked.place is KeyPlace.FILE,
            lexicon=self.lookout.warm,
            spot=self.lookout,
        )
        doorstep = self.window
        self.desk = MainWindow(self.services)
        self.desk.lead_requested.connect(self._load)
        self.desk.rehearsal_requested.connect(self._rehearse)
        self.desk.appearance_requested.connect(self._choose_appearance)
        self.desk.installEventFilter(self)
        self.desk.show_start()
        self.desk.show()
        self.desk.activateWindow()
        doorstep.close()
        doorstep.deleteLater()
        self.ready.emit()
        QTimer.singleShot(10 * WARM_MS, self, partial(self._warm, list(WARM)))

    def _warm(self, modules: list[str]) -> None:
        """Import ahead what the next page needs, one at a time, while nobody waits for it."""
        if self.store is None:
            return
        if modules:
            import_module(modules.pop(0))
            QTimer.singleShot(WARM_MS, self, partial(self._warm, modules))
        else:
            self.lookout.warm()
            self._collector.settle()

    def _documents(self) -> DocumentWorker:
        """The process that makes documents; it starts when it is first asked for."""
        from facilitator.report import own_folder
        from facilitator.report.worker import DocumentWorker, Resources

        if self._worker is None:
            own = self.world.home / own_folder.FOLDER
            self._worker = DocumentWorker(Resources(resource("templates"), resource("fonts"), resource("i18n"), own))
        return self._worker

    def _open_shelf(self, unlocked: Unlocked) -> LibraryStore:
        """The user's own library; it opens when it is first asked for, and anew when it did not."""
        from facilitator.content.question_words import read_question_words
        from facilitator.storage.library.store import LibraryStore
        from facilitator.ui.casuistry.found_by import found_by

        if self._shelf is None or self._shelf.shut:
            self._shelf = LibraryStore(
                self.world.home,
                lambda: unlocked.key,
                now=self.world.now,
                trouble=self.news.trouble.emit,
                words=partial(read_question_words, resource("language")),
                found_by=found_by(),
            )
        return self._shelf

    def _choose_appearance(self) -> None:
        from facilitator.ui.appearance_dialog import AppearanceDialog

        dialog = AppearanceDialog(self.appearance, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ---- leading

    @cached_property
    def stage(self) -> Stage:
        """The room's window and the displays, made when a session is first led."""
        from facilitator.ui.audience.window import AudienceWindow
        from facilitator.ui.awake import Awake, NoHold
        from facilitator.ui.console.bell import Bell
        from facilitator.ui.display_memory import load
        from facilitator.ui.displays import Displays

        audience = AudienceWindow(theme.room())
        kept = self.world.home / "display.json"
        displays = Displays(_application(), audience, load(kept), partial(_remember_displays, kept))
        displays.set_console(self.window)
        sound = self.world.home / "sound.json"
        bell = Bell(QApplication.beep, partial(_remember_sound, sound), on=_load_sound(sound))
        return Stage(audience, displays, Awake(NoHold() if self.world.hold is None else self.world.hold(), self), bell)

    def _load(self, session_id: str) -> None:
        deliver(self.services.store.load(session_id), self._resume, self._desk.tell_failure)

    def _resume(self, session: Session | None) -> None:
        if session is not None:
            self._lead(session, self._keep)

    def _rehearse(self, session: Session) -> None:
        self._lead(session, lambda _event, _session: None)

    def _keep(self, event: Event, session: Session) -> None:
        self.services.store.append(event, session)

    def _lead(self, session: Session, keep: Callable[[Event, Session], None]) -> None:
        if self.leading is not None:
            return  # asked for twice, before the first answer was there
        from facilitator.core.walk import asks
        from facilitator.ui.knowledge.infographic.panels import panels_today
        from facilitator.ui.knowledge.known_cards import KnownCards
        from facilitator.ui.leading import Leading
        from facilitator.ui.region.models import RegionModels
        from facilitator.ui.running_session import RunningSession

        steady = self.world.steady
        if steady is not None:
            steady.hold()
        running = RunningSession(session, keep, self.world.now, self.world.new_id, self.lookout)
        leading = Leading(running, self.stage.audience, self.stage.displays, self._clock, steady, self.stage.bell, self)
        self.leading = leading
        leading.console.commands.programme.offer(lambda: self.services.library().cases)
        leading.console.panels.models = RegionModels(self.services)
        leading.console.commands.knowledge.offer_figures(lambda: panels_today(self.services).panels)
        cards = KnownCards(self.services, leading)
        knowledge = leading.console.commands.knowledge
        knowledge.offer_cards(cards, cards.waiting, partial(cards.waiting, asks), cards.unread)
        cards.arrived.connect(knowledge.renew)
        running.changed.connect(self.stage.awake.follow)
        self.stage.awake.follow(running.session)
        leading.left.connect(self._leave)
        leading.closed.connect(self._closed)
        leading.copy_requested.connect(self._save_copy)
        leading.console.appearance_requested.connect(self._choose_appearance)
        self._look_back(leading)
        self._desk.show_page(leading.console, alone=True)
        self._clock.start()
        if self._failing is not None and not session.rehearsal:
            self._tell_unsaved(*self._failing)

    def _look_back(self, leading: Leading) -> None:
        """Look up how what was agreed before stands now, for a session that is to begin."""
        from facilitator.core.vocabulary import State
        from facilitator.ui.looking_back import ask_items

        session = leading.running.session
        if session.course.state is State.PLANNED:
            asked = ask_items(self.services.store, session)
            deliver(asked, partial(self._take_look_back, leading), partial(self._miss_look_back, leading))

    def _take_look_back(self, leading: Leading, items: tuple[LookBackItem, ...]) -> None:
        if self.leading is leading:  # it may have been left meanwhile
            leading.fill_look_back(items)

    def _miss_look_back(self, leading: Leading, error: Exception) -> None:
        if self.leading is leading:
            leading.tell_look_back(error)

    def _leave(self) -> None:
        if self.leading is not None:
            self._clock.stop()
            leading, self.leading = self.leading, None
            self._desk.show_start()
            leading.end()
            self.stage.awake.let_go()
            if self.world.steady is not None:
                self.world.steady.let_go()
            self._desk.activateWindow()  # the room's window may have had the keyboard

    def _closed(self, session: Session) -> None:
        self._leave()
        if not session.rehearsal:
            self._desk.show_after(session)

    @property
    def _desk(self) -> MainWindow:
        assert self.desk is not None  # noqa: S101  whoever asks was built after it
        return self.desk

    # ---- saving

    def _tell_saved(self, _event_id: str, at: datetime) -> None:
        if self.leading is not None and self.store is not None and not self.store.unsaved:
            self.leading.show_saved(at)

    def _tell_unsaved(self, error: StoreError, since: datetime) -> None:
        self._failing = error, since
        if self.leading is not None:
            self.leading.show_unsaved(since, error.text())
        elif self.desk is not None:
            self.desk.messages.warn(error.text())

    def _tell_recovered(self, at: datetime) -> None:
        self._failing = None
        if self.leading is not None:
            self.leading.show_saved(at)

    def _tell_trouble(self, error: StoreError) -> None:
        if self.desk is not None:
            self.desk.messages.warn(error.text())

    def _save_copy(self, session_id: str) -> None:
        """Save an encrypted copy of the session elsewhere, for when the disk does not take it."""
        from PySide6.QtWidgets import QFileDialog

        proposed = self.world.documents_folder / _("copy of the session {day}.db").format(
            day=self.world.now().astimezone().date().isoformat()
        )
        dialog = QFileDialog(self.window, _("Keep an encrypted copy on another disk"), str(proposed.parent), "*.db")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(proposed.name)
        dialog.fileSelected.connect(lambda name: self._copy_to(Path(name), session_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _copy_to(self, path: Path, session_id: str) -> None:
        deliver(self.services.store.save_copy(path, session_id), self._copy_saved, self._desk.tell_failure)

    def _copy_saved(self, path: Path) -> None:
        self._desk.messages.say(
            _("The copy is in {path}. It opens with your recovery key. Bring it back under Sessions.").format(path=path)
        )

    # ---- the end

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Do not let the window close over what is not saved without a word."""
        if event.type() == QEvent.Type.Close and self._holds_unsaved():
            from facilitator.ui.widgets.dialog import Question

            stop = Question.ask(
                _("Not everything is saved"),
                _("The disk did not take the newest changes. If you stop now, they are lost."),
                _("Stop all the same"),
                self.window,
                danger=True,
            )
            if not stop:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _holds_unsaved(self) -> bool:
        """Whether something waits for a disk that does not take it; what is just being written gets a moment."""
        if self.desk is not None and self.desk.holds_unkept(CLOSING_SECONDS):
            return True
        if self.store is not None and self.store.unsaved:
            wait([self.store.ask(lambda _connection: None)], CLOSING_SECONDS)
        return self.store is not None and bool(self.store.unsaved)

    def close(self) -> None:
        """End all that runs beside the windows."""
        self._clock.stop()
        if "stage" in vars(self):
            self.stage.awake.let_go()
        if self._worker is not None:
            self._worker.close()
            self._worker = None
        if self._shelf is not None:
            self._shelf.close()
            self._shelf = None
        self.opening.close()
        self._collector.stop()

    def hear_faults(self) -> None:
        """Hear of every fault that nobody caught, in this thread and in others, from now on."""

        def in_a_thread(told: threading.ExceptHookArgs) -> None:
            self.tell_fault(told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback)

        sys.excepthook, threading.excepthook = self.tell_fault, in_a_thread

    def tell_fault(self, kind: type[BaseException], fault: BaseException, where: TracebackType | None) -> None:
        """A fault of our own: loud on the console and in faults.log, calm on the screen; the session goes on.

        The log holds no text of a session: kinds of faults and places in the code, and no messages.
        """
        import traceback

        traceback.print_exception(kind, fault, where)
        places = "".join(traceback.format_tb(where))
        with suppress(OSError), (self.world.home / "faults.log").open("a", encoding="utf-8") as log:
            log.write(f"{self.world.now().isoformat(timespec='seconds')} {kind.__name__}\n{places}\n")
        self.faulted.emit()

    def _say_fault(self) -> None:
        if self.desk is not None:
            self.desk.messages.warn(
                _("Something went wrong in the program itself. What you typed is kept. Start it again afterwards.")
            )


@dataclass(frozen=True, slots=True)
class Stage:
    """What the room has: its window, the displays, what keeps them from going dark, and the sound."""

    audience: AudienceWindow
    displays: Displays
    awake: Awake
    bell: Bell


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101  nothing here is made before it
    return app


def _remember_displays(path: Path, memory: DisplayMemory) -> None:
    from facilitator.ui.display_memory import save

    with suppress(OSError):  # a display that is not remembered is chosen again
        save(path, memory)


def _load_sound(path: Path) -> bool:
    """Whether the sound was on the last time; off when that cannot be told."""
    try:
        return path.read_text("utf-8").strip() == "true"
    except (OSError, ValueError):
        return False


def _remember_sound(path: Path, on: bool) -> None:
    with suppress(OSError):  # a sound that is not remembered is asked for again
        path.write_text("true" if on else "false", "utf-8")


def _read_library(home: Path) -> Library:
    from facilitator.content.kept import read_library_kept

    return read_library_kept(content_folder(), home / "content.json")
