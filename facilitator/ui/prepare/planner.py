"""Planner: keeps what was prepared, and knows the organisations of earlier sessions."""

from __future__ import annotations

from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.core.apply import apply, judge
from facilitator.core.apply import fold as fold_events
from facilitator.core.events import Event, LookBackFilled, LookBackItem, SessionPlanned
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session
from facilitator.core.text import fold
from facilitator.ui.futures import deliver
from facilitator.ui.looking_back import ask_count, ask_items, ask_items_with
from facilitator.ui.prepare.draft import Draft
from facilitator.ui.prepare.planning import beginning, corrections, roles_dealt
from facilitator.ui.services import Services

if TYPE_CHECKING:
    from facilitator.storage.database import Connection
    from facilitator.storage.overview import PartnerLine, SessionLine


class Planner(QObject):
    """Turns a draft into a stored session.

    Attributes:
        known: the organisations of earlier sessions, those met last first; empty until the store has told.

    Signals:
        known_changed(): the store has told which organisations there are.
        before_told(tuple): the agreements of before that those are (LookBackItem), when some are open.
        before_counted(int): so many agreements of before are open with the organisations that were asked about.
        kept(str): the session of this id is in the store.
        waiting(str): it is handed in, and the store cannot write it yet.
        failed(Exception): the store does not take it.
    """

    known_changed = Signal()
    before_counted = Signal(int)
    before_told = Signal(object)
    kept = Signal(str)
    waiting = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.known: tuple[PartnerLine, ...] = ()
        self._handed_in: Session | None = None
        self._asked_about: frozenset[str] = frozenset()

    def ask_known(self) -> None:
        """Ask the store which organisations were met before."""

        def partners(connection: Connection) -> tuple[PartnerLine, ...]:
            from facilitator.storage import overview  # noqa: PLC0415  asked in the store's thread

            return overview.partners(connection)

        deliver(self._services.store.ask(partners), self._take_known, self._fail)

    def _take_known(self, known: tuple[PartnerLine, ...]) -> None:
        self.known = known
        self.known_changed.emit()

    def first_event(self, draft: Draft, *, rehearsal: bool = False) -> SessionPlanned:
        """Give the event that begins the session of a draft. Raises ValueError for a draft that is not ready."""
        at = self._services.now().astimezone(UTC)
        return beginning(draft, self._ids, self._services.new_id, at, rehearsal=rehearsal)

    def as_session(self, draft: Draft, *, rehearsal: bool = False) -> Session:
        """Give the session as it would be, for a preview on paper or to rehearse; nothing is kept."""
        begun = fold_events(self._beginning(draft, rehearsal=rehearsal))
        assert begun is not None  # noqa: S101  a session begins with its first event
        return begun

    def _beginning(self, draft: Draft, *, rehearsal: bool = False) -> tuple[Event, ...]:
        """Give the events of a new session: its first one, and the roles that were dealt beforehand."""
        first = self.first_event(draft, rehearsal=rehearsal)
        session = apply(None, first)
        assert session is not None  # noqa: S101  a session begins with its first event
        return first, *roles_dealt(draft, session, self._services.new_id, first.at)

    def keep(self, draft: Draft) -> None:
        """Keep the draft: as a new session, or as corrections of the planned one it came from."""
        from facilitator.storage.errors import StoreError  # noqa: PLC0415  not needed for the first window

        session, events = self._events(draft)
        try:
            for event in events:
                outcome = judge(session, event)
                if not isinstance(outcome, Refusal):
                    session = outcome
                    self._services.store.append(event, outcome)
        except StoreError as error:
            self.failed.emit(error)
            return
        assert session is not None  # noqa: S101  either it was there, or its first event made it
        self._handed_in = session
        asked = ask_items(self._services.store, session)
        before = session.course.look_back
        deliver(asked, partial(self._look_back, session, events), lambda _e: self._look_back(session, events, before))

    def _look_back(self, session: Session, events: tuple[Event, ...], items: tuple[LookBackItem, ...]) -> None:
        """Keep with it what it looks back on; it is asked anew when the session is led."""
        if items != session.course.look_back:
            at = self._services.now().astimezone(UTC)
            filled = LookBackFilled(id=self._services.new_id(), at=at, items=items)
            after = judge(session, filled)
            if not isinstance(after, Refusal):
                self._handed_in = after
                self._services.store.append(filled, after)
                events = (*events, filled)
        self._ask_whether_kept(session.id, events)

    def ask_before(self, draft: Draft, *, anew: bool = False) -> None:
        """Ask what of before is open with the organisations of a draft, when those are others, or `anew`."""
        ids = frozenset(self._ids[name] for name in map(fold, draft.names_at_table) if name in self._ids)
        if ids == self._asked_about and not anew:
            return
        self._asked_about = ids
        session_id = "" if draft.session is None else draft.session.id
        asked = ask_count(self._services.store, ids, session_id)
        deliver(asked, partial(self._tell_before, ids, session_id), self._fail)

    def _tell_before(self, ids: frozenset[str], session_id: str, count: int) -> None:
        if ids != self._asked_about:
            return  # others were asked about meanwhile
        self.before_counted.emit(count)
        if count:
            items = ask_items_with(self._services.store, ids, session_id)
            deliver(items, lambda them: self.before_told.emit(them) if ids == self._asked_about else None, self._fail)

    def _events(self, draft: Draft) -> tuple[Session | None, tuple[Event, ...]]:
        session = draft.session or self._waiting_for_the_disk(draft)
        if session is None:
            return None, self._beginning(draft)
        at = self._services.now().astimezone(UTC)
        return session, corrections(draft, session, self._ids, self._services.new_id, at)

    def _waiting_for_the_disk(self, draft: Draft) -> Session | None:
        """The session that was made of this draft before, when the disk did not take it: not a second one of it."""
        made, case = self._handed_in, draft.case if draft.needs_case else None
        return made if made is not None and (made.script, made.case) == (draft.led, case) else None

    def _ask_whether_kept(self, session_id: str, events: tuple[Event, ...]) -> None:
        def line(connection: Connection) -> SessionLine | None:
            from facilitator.storage import overview  # noqa: PLC0415  asked in the store's thread

            return overview.session(connection, session_id)

        deliver(self._services.store.ask(line), partial(self._tell_kept, session_id, events), self._fail)

    def _tell_kept(self, session_id: str, events: tuple[Event, ...], _line: SessionLine | None) -> None:
        unsaved = {event.id for event in self._services.store.unsaved}
        late = any(event.id in unsaved for event in events)
        (self.waiting if late else self.kept).emit(session_id)

    @property
    def _ids(self) -> dict[str, str]:
        ids: dict[str, str] = {}
        for partner in self.known:
            ids.setdefault(fold(partner.name), partner.id)
        return ids

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
