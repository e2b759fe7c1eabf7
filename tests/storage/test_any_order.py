"""Whatever is done to a store in whatever order, it holds what a list would hold."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from facilitator.core import events as ev
from facilitator.core.agreement import Status
from facilitator.core.look_back import continued
from facilitator.storage import backup, journal, overview, projection
from facilitator.storage.writer import Store
from tests.storage.keeping import NOW, Meeting, events_in, full, open_store
from tests.storage.test_agreements import looking_back, ref


class Kept(RuleBasedStateMachine):
    """Meetings are led while the store is closed, killed off its key file, filled, erased, copied and restored."""

    meetings = Bundle("meetings")

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.home = Path(self.folder.name, "home")
        self.led: dict[str, Meeting] = {}
        self.erased: set[str] = set()
        self.days = 0
        self.store: Store = open_store(self.home)

    @rule(target=meetings)
    def plan(self) -> Meeting:
        meeting = Meeting(f"s-{len(self.led) + len(self.erased)}")
        self.led[meeting.id] = meeting
        meeting.led(answers=0)
        for happened in meeting.happened:
            self.store.append(*happened)
        return meeting

    @rule(meeting=meetings, text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20))
    def say(self, meeting: Meeting, text: str) -> None:
        if meeting.id in self.led:
            self.store.append(*meeting.answer(f"Tekst {text}"))

    @rule(meeting=meetings, days=st.integers(-30, 30), said=st.booleans())
    def look_back(self, meeting: Meeting, days: int, said: bool) -> None:
        """A later meeting says how the first agreement stands, or takes it further."""
        if meeting.id not in self.led:
            return
        later = looking_back(meeting, f"s-{len(self.led) + len(self.erased)}", days)
        self.led[later.id] = later
        if said:
            later.do(ev.LookBackSaid, ref=ref(later), status=Status.KEPT)
        elif later.session is not None:
            later.do(ev.AgreementMade, agreement=continued(later.session.course.look_back[0], "g-further"))
        for happened in later.happened:
            self.store.append(*happened)

    @rule(meeting=meetings)
    def hand_in_twice(self, meeting: Meeting) -> None:
        if meeting.id in self.led:
            self.store.append(*meeting.happened[-1])

    @rule()
    def restart(self) -> None:
        assert self.store.close() == ()
        self.store = open_store(self.home)

    @rule(meeting=meetings)
    def fill_up(self, meeting: Meeting) -> None:
        full(self.store, yes=True)
        self.say(meeting, "x" * 20_000)
        self.store.retry()
        full(self.store, yes=False)
        self.store.retry()

    @rule(meeting=meetings)
    def erase(self, meeting: Meeting) -> None:
        if self.led.pop(meeting.id, None) is not None:
            self.erased.add(meeting.id)
            assert self.store.erase(meeting.id, "asked").result(10) == len(meeting.events)

    @rule(meeting=meetings)
    def copy_and_bring_back(self, meeting: Meeting) -> None:
        copy = self.store.save_copy(Path(self.folder.name, "copy.db"), meeting.id).result(10)
        assert self.store.bring_back(copy).result(10) == 0

    @rule()
    def damage_and_restore(self) -> None:
        self.days += 1
        self.store.back_up().result(10)
        key = self.store.opened.result(10).key
        self.store.close()
        database = self.home / "store.db"
        database.write_bytes(bytes([1]) + database.read_bytes()[1:])
        backup.restore(self.home, key, NOW + timedelta(days=self.days))
        self.store = open_store(self.home)

    @invariant()
    def holds_what_was_handed_in(self) -> None:
        for meeting in self.led.values():
            assert self.store.load(meeting.id).result(10) == meeting.session
        assert {line.id for line in self.store.ask(overview.sessions).result(10)} == set(self.led)

    def teardown(self) -> None:
        if not hasattr(self, "store"):
            return
        rows = self.store.ask(projection.everything).result(10)
        self.store.ask(journal.rebuild).result(10)
        assert self.store.ask(projection.everything).result(10) == rows
        assert self.store.close() == ()
        for meeting in self.led.values():
            assert events_in(self.home, meeting.id) == meeting.events
        self.folder.cleanup()


Kept.TestCase.settings = settings(max_examples=8, stateful_step_count=20, deadline=None)
TestKept = Kept.TestCase
