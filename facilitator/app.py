"""The composition root: builds what lives as long as the program, and joins it. Nothing else knows it all.

`run` opens the program; `Program` holds its parts: the opening, the desk, and the road to the session that is led.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from facilitator.content.locate import resource
from facilitator.storage.keys import KeyPlace, Unlocked
from facilitator.ui.ahead import Ahead
from facilitator.ui.appearance import Appearance, QtSystem
from facilitator.ui.collector import Collector
from facilitator.ui.faults import Faults
from facilitator.ui.futures import deliver
from facilitator.ui.lookout import Lookout
from facilitator.ui.main_window import MainWindow
from facilitator.ui.on_demand import OnDemand
from facilitator.ui.services import Services
from facilitator.ui.store_news import StoreNews
from facilitator.ui.threshold.opening import Opening
from facilitator.ui.unsaved_guard import UnsavedGuard
from facilitator.ui.world import World, world_of
from facilitator.words import _

# ruff: noqa: PLC0415
# What the first page does not need is imported where it is used: the console, the room, paper, content and the pages of
# the doorstep together cost more than a bare window.

if TYPE_CHECKING:
    from facilitator.core.events import Event
    from facilitator.core.session import Session
    from facilitator.storage.errors import StoreError
    from facilitator.storage.writer import Store
    from facilitator.ui.leading import Leading
    from facilitator.ui.leading_road import LeadingRoad
    from facilitator.ui.stage import Stage

__all__ = ["Program", "World", "run", "world_of"]


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
    program.faults.hear()
    if ready is not None:
        program.ready.connect(ready)
    program.open()
    code = app.exec()
    program.close()
    return code


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
        lookout: what looks at every text that is written.
        faults: what hears of faults of our own.

    Signals:
        ready(): the first page can be used.
    """

    ready = Signal()

    def __init__(self, world: World, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.world = world
        self._collector = Collector(self)
        self._ahead = Ahead(self)
        self.faults = Faults(world.home / "faults.log", world.now, self)
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
        self.desk: MainWindow | None = None
        self.lookout = Lookout(resource("privacy"))
        self._behind: OnDemand | None = None
        self._failing: tuple[StoreError, datetime] | None = None
        self._wire()

    def _wire(self) -> None:
        self.opening.opened.connect(self._show_desk)
        self.opening.asked.connect(self.ready)
        self._ahead.done.connect(self._settle)
        self.news.saved.connect(self._tell_saved, Qt.ConnectionType.QueuedConnection)
        self.news.failed.connect(self._tell_unsaved, Qt.ConnectionType.QueuedConnection)
        self.news.recovered.connect(self._tell_recovered, Qt.ConnectionType.QueuedConnection)
        self.news.trouble.connect(self._tell_trouble, Qt.ConnectionType.QueuedConnection)
        self.faults.faulted.connect(self._say_fault, Qt.ConnectionType.QueuedConnection)

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

    def close(self) -> None:
        """End all that runs beside the windows."""
        self._ahead.stop()
        if "_road" in vars(self):
            self._road.stop()
        if self._behind is not None:
            self._behind.close()
        self.opening.close()
        self._collector.stop()

    # ---- the desk

    def _show_desk(self, unlocked: Unlocked) -> None:
        """Build the main window, and wire it."""
        assert self.store is not None  # noqa: S101  it opened just now
        world = self.world
        self._behind = behind = OnDemand(world.home, unlocked.key, world.now, self.news.trouble.emit)
        self.services = Services(
            self.store,
            behind.library,
            behind.documents,
            world.now,
            world.new_id,
            world.home,
            world.documents_folder,
            behind.shelf,
            key_in_file=unlocked.place is KeyPlace.FILE,
            lexicon=self.lookout.warm,
            spot=self.lookout,
        )
        doorstep = self.window
        self.desk = MainWindow(self.services)
        self.desk.lead_requested.connect(self._load)
        self.desk.rehearsal_requested.connect(self._rehearse)
        self.desk.appearance_requested.connect(self._choose_appearance)
        UnsavedGuard(self.desk, lambda: self.store)
        self.desk.show_start()
        self.desk.show()
        self.desk.activateWindow()
        doorstep.close()
        doorstep.deleteLater()
        self.ready.emit()
        self._ahead.begin()

    def _settle(self) -> None:
        from facilitator.ui.where_data_lie import shared_words

        self.lookout.warm()
        self._collector.settle()
        if where := shared_words(self.world.home):
            self._desk.messages.warn(where)

    def _choose_appearance(self) -> None:
        from facilitator.ui.appearance_dialog import AppearanceDialog

        dialog = AppearanceDialog(self.appearance, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ---- leading

    @property
    def leading(self) -> Leading | None:
        """The session that is led, if any."""
        return self._road.leading if "_road" in vars(self) else None

    @cached_property
    def stage(self) -> Stage:
        """What the room has, made when a session is first led."""
        from facilitator.ui.stage import set_stage

        return set_stage(_application(), self.world.home, self._desk, self.world.hold, self)

    @cached_property
    def _road(self) -> LeadingRoad:
        from facilitator.ui.leading_road import LeadingRoad

        road = LeadingRoad(self.services, self._desk, self.stage, self.world.steady, self)
        road.begun.connect(self._tell_if_unsaved)
        return road

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
        self._road.lead(session, keep)

    @property
    def _desk(self) -> MainWindow:
        assert self.desk is not None  # noqa: S101  whoever asks was built after it
        return self.desk

    # ---- what is told: on the console while a session is led, else on the desk

    def _tell_saved(self, _event_id: str, at: datetime) -> None:
        if self.leading is not None and self.store is not None and not self.store.unsaved:
            self.leading.show_saved(at)

    def _tell_if_unsaved(self, leading: Leading) -> None:
        if self._failing is not None and not leading.running.session.rehearsal:
            self._tell_unsaved(*self._failing)

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

    def _say_fault(self) -> None:
        if self.desk is not None:
            self.desk.messages.warn(
                _("Something went wrong in the program itself. What you typed is kept. Start it again afterwards.")
            )


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101  nothing here is made before it
    return app
