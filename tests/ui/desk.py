"""What the tests of the main window share: a real store in a folder of the test, filled with a few sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.content.library import Library
from facilitator.content.locate import resource
from facilitator.content.question_words import read_question_words
from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.core.apply import judge
from facilitator.core.refusal import Refusal
from facilitator.core.script import Script
from facilitator.core.session import Session
from facilitator.report.worker import DocumentWorker
from facilitator.storage import keys
from facilitator.storage.errors import StoreError
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.library.store import LibraryStore
from facilitator.storage.thread import Listener
from facilitator.storage.writer import Store
from facilitator.ui.lookout import Lookout
from facilitator.ui.running_session import spot_nothing
from facilitator.ui.services import Services
from tests.builders import CASE, CASE_SCRIPT, DETAILS, PEOPLE, POLICE, SAFE, SCRIPT, TEAM
from tests.waiting import until

NOW = datetime(2026, 11, 24, 13, 42, tzinfo=UTC)
TODAY = NOW.date()


class Desk:
    """A store on disk and what the windows need around it.

    Attributes:
        services: for the windows.
        troubles: what the store told that went wrong.
    """

    def __init__(self, home: Path, now: Callable[[], datetime], new_id: Callable[[], str]) -> None:
        self.troubles: list[StoreError] = []
        keys.create(home, NoKeyStore())
        listener = Listener(
            saved=lambda _id, _at: None,
            failed=lambda error, _since: self.troubles.append(error),
            recovered=lambda _at: None,
            trouble=self.troubles.append,
        )
        self.store = Store(home, lambda: keys.unlock(home, NoKeyStore()), listener, now=now)
        self.services = Services(
            store=self.store,
            library=lambda: Library((SCRIPT, CASE_SCRIPT), (CASE,), ()),
            documents=_no_documents,
            now=now,
            new_id=new_id,
            home=home,
            documents_folder=home.parent / "documents",
            shelf=self._open_shelf,
            key_in_file=True,
            lexicon=Lookout(resource("privacy")).warm,
            spot=spot_nothing,
        )
        self._home = home
        self._now = now
        self.shelf: LibraryStore | None = None
        self._new_id = new_id

    def _open_shelf(self) -> LibraryStore:
        if self.shelf is None or self.shelf.shut:
            self.shelf = LibraryStore(
                self._home,
                lambda: keys.unlock(self._home, NoKeyStore()).key,
                now=self._now,
                trouble=self.troubles.append,
                words=lambda: read_question_words(resource("language")),
            )
        return self.shelf

    def close(self) -> None:
        """Close what was opened."""
        if self.shelf is not None:
            self.shelf.close()
        self.store.close()

    def keep(self, *events: ev.Event) -> Session:
        """Put the events of a session into the store."""
        session: Session | None = None
        for event in events:
            outcome = judge(session, event)
            assert not isinstance(outcome, Refusal), f"{event}: {outcome}"
            session = outcome
            self.store.append(event, session)
        assert session is not None
        return session

    def keep_more(self, session: Session, *events: ev.Event) -> Session:
        """Put later events of a session into the store."""
        for event in events:
            outcome = judge(session, event)
            assert not isinstance(outcome, Refusal), f"{event}: {outcome}"
            session = outcome
            self.store.append(event, session)
        return session

    def load(self, session_id: str) -> Session | None:
        """Read a session from the store, waiting for it."""
        return self.store.load(session_id).result(10)

    def planned(self, session_id: str, day: date, place: str, script: Script = SCRIPT) -> ev.SessionPlanned:
        """The first event of a session."""
        return ev.SessionPlanned(
            id=self._new_id(),
            at=NOW,
            session_id=session_id,
            script=script,
            case=CASE if script.needs_case else None,
            details=ev.Details(place, day, time(14, 0), 100, DETAILS.municipality, contact="Mo, gemeente"),
            minutes=tuple(step.minutes for step in script.steps),
            partners=(POLICE, SAFE, TEAM),
            participants=PEOPLE,
        )

    def led(self, session_id: str, day: date, place: str, agreements: Iterable[Agreement] = ()) -> list[ev.Event]:
        """The events of a session that was led up to its fourth step."""
        at = datetime.combine(day, time(13, 0), UTC)
        steps = [
            ev.StepEntered(id=self._new_id(), at=at + timedelta(minutes=9 * n), step_id=step.id)
            for n, step in enumerate(SCRIPT.steps[1:4], 1)
        ]
        made = [ev.AgreementMade(id=self._new_id(), at=at, agreement=agreement) for agreement in agreements]
        started = ev.SessionStarted(id=self._new_id(), at=at)
        return [self.planned(session_id, day, place), started, *steps, *made]

    def closed(self, session_id: str, day: date, place: str, agreements: Iterable[Agreement] = ()) -> list[ev.Event]:
        """The events of a session that is over."""
        at = datetime.combine(day, time(15, 0), UTC)
        return [*self.led(session_id, day, place, agreements), ev.SessionClosed(id=self._new_id(), at=at)]


def _no_documents() -> DocumentWorker:
    raise AssertionError("no documents were to be made here")


def focused() -> QWidget:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def typed(text: str) -> None:
    """Type on the keyboard."""
    QTest.keyClicks(focused(), text)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key."""
    QTest.keyClick(focused(), key, modifier)


Shown = TypeVar("Shown", bound=QWidget)


def in_sight(qtbot: QtBot, window: Shown, width: int = 1280, height: int = 720) -> Shown:
    """Bring a window into sight with the keyboard, at this size; it goes after the test."""
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    window.activateWindow()
    until(qtbot, window.isActiveWindow)
    return window


@contextmanager
def desk(home: Path, now: Callable[[], datetime], new_id: Callable[[], str]) -> Iterator[Desk]:
    """Open a store for a test, and close it after."""
    made = Desk(home, now, new_id)
    try:
        yield made
    finally:
        made.close()


def agreement(number: int, what: str, owner: str, with_ids: tuple[str, ...], days: int | None) -> Agreement:
    """An agreement with a deadline so many days from the day of the tests."""
    deadline = None if days is None else TODAY + timedelta(days=days)
    return Agreement(f"a-{number}", what, owner, with_ids=with_ids, deadline=deadline, status=Status.AGREED)


AGREEMENTS = (
    agreement(1, "Vast contactpersoon doorgeven aan school en huisarts", SAFE.id, (TEAM.id, POLICE.id), -3),
    agreement(2, "Werkafspraak terugkoppeling op papier", TEAM.id, (SAFE.id,), -1),
    agreement(3, "Wijkagent sluit aan bij casusoverleg", POLICE.id, (TEAM.id,), 5),
    agreement(4, "Instructie Toegang bijwerken naar regiomodel", TEAM.id, (), 14),
    agreement(5, "Volgend jaar opnieuw kijken", TEAM.id, (), 200),
)


def fill(made: Desk) -> None:
    """A year of work: one session that was interrupted, one planned, one closed, one past its keeping."""
    made.keep(*made.closed("s-closed", TODAY - timedelta(days=28), "Wijk Zuid", AGREEMENTS))
    made.keep(*made.led("s-running", TODAY, "Wijk Noord"))
    made.keep(made.planned("s-planned", TODAY + timedelta(days=7), "De Kring", CASE_SCRIPT))
    made.keep(*made.closed("s-old", TODAY - timedelta(days=500), "Oud-West"))
