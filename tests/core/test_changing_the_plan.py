from datetime import UTC, date, datetime, time

from facilitator.core.apply import fold, judge
from facilitator.core.events import Details, PlanChanged, SessionPlanned, SessionStarted
from facilitator.core.refusal import Refusal
from facilitator.core.script import Form, Script, Step, StepKind
from facilitator.core.session import Session

NOW = datetime(2026, 11, 17, 12, 30, tzinfo=UTC)


def _planned() -> Session:
    steps = tuple(Step(name, name, StepKind.ROUND, 30, 10, name) for name in ("a", "b"))
    script = Script("s", "S", Form.HET_GESPREK, "g", "w", 2, 8, steps)
    details = Details("Buurthuis", date(2026, 11, 17), time(13, 30), 60)
    session = fold(
        [SessionPlanned(id="1", at=NOW, session_id="x", script=script, details=details, minutes=(30, 30))],
    )
    assert session is not None
    return session


def test_a_meeting_to_come_gets_other_minutes() -> None:
    outcome = judge(_planned(), PlanChanged(id="2", at=NOW, minutes=(20, 40)))
    assert isinstance(outcome, Session)
    assert outcome.minutes == (20, 40)


def test_every_step_needs_its_minutes() -> None:
    assert judge(_planned(), PlanChanged(id="2", at=NOW, minutes=(20,))) is Refusal.UNKNOWN


def test_a_meeting_that_began_keeps_its_plan() -> None:
    running = judge(_planned(), SessionStarted(id="2", at=NOW))
    assert isinstance(running, Session)
    assert judge(running, PlanChanged(id="3", at=NOW, minutes=(20, 40))) is Refusal.BEGUN
