"""Small sessions for tests: a script with every way of answering, a case of two moments, a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from facilitator.core import events as ev
from facilitator.core.apply import apply, judge
from facilitator.core.casus import Case, Level, Moment, Phase, RoleKnowledge
from facilitator.core.people import Participant, Partner
from facilitator.core.refusal import Refusal
from facilitator.core.script import (
    Answering,
    Form,
    Guidance,
    Preparation,
    Question,
    Reveal,
    Script,
    Source,
    Step,
    StepKind,
)
from facilitator.core.session import Session

START = datetime(2026, 11, 17, 13, 0, tzinfo=UTC)  # 14.00 uur in the Netherlands

POLICE, SAFE, TEAM = Partner("p-pol", "Politie"), Partner("p-vt", "Veilig Thuis"), Partner("p-wijk", "Wijkteam Noord")
PEOPLE = (
    Participant("d-1", "Noor Bakker", "p-pol", "wijkagent", "noor@example.org"),
    Participant("d-2", "Sam Visser", "p-vt", "adviseur"),
    Participant("d-3", "Kim de Wit", "p-wijk", "medewerker"),
    Participant("d-4", "Bo Smit", "p-wijk", "coördinator"),
)


def step(step_id: str, kind: StepKind = StepKind.QUESTION, minutes: int = 20, **fields: Any) -> Step:
    """A step with the least that a step needs."""
    fields = {"minimum_minutes": minutes // 2, "audience_title": f"Titel {step_id}?", **fields}
    title = fields.pop("title", f"Stap {step_id}")
    return Step(step_id, title, kind, minutes, **fields)


SCRIPT = Script(
    "proef",
    "Proefdraaiboek",
    Form.HET_GESPREK,
    "Elkaar leren kennen.",
    "Partners in de wijk",
    4,
    16,
    (
        step("welkom", StepKind.WELCOME, 10, protected=True, guidance=Guidance(say=("Welkom allemaal.",))),
        step(
            "nodig",
            questions=(Question("q1", "Wat heb jij nodig?"), Question("q2", "Van wie?", "wijkagent")),
            answering=Answering.FREE,
            audience_text="Noem **één** ding.",
        ),
        step("ronde", StepKind.ROUND, answering=Answering.PER_PARTNER, reveal=Reveal.AT_ONCE),
        step("kies", StepKind.CHOICE, 10, answering=Answering.CHOICE, choices=("ja", "nee")),
        step("schaal", StepKind.EVALUATION, 10, answering=Answering.SCALE, reveal=Reveal.NEVER),
        step("afspraken", StepKind.AGREEMENTS, 30, protected=True, answering=Answering.FREE),
    ),
    Preparation("Tafels in een kring.", ("stiften", "kaartjes"), "Je bent van harte welkom.", ("beamer getest",)),
    ("Geen echte cliënten.",),
    (Source("Een bron", "https://example.org/bron"),),
)


def moment(moment_id: str, title: str) -> Moment:
    """A moment of the test case."""
    return Moment(
        moment_id,
        title,
        f"Wat er gebeurt op {title}.",
        (RoleKnowledge("leerkracht", "Ziet blauwe plekken."), RoleKnowledge("huisarts", "Kent de moeder.")),
        Guidance(ask=("Wie doet iets?",)),
        (Question("m-q", "Wat weet jij?"),),
        Phase.DIRECT_SAFETY,
        1,
    )


CASE = Case(
    "proefcasus",
    "Stil",
    "Een verzonnen casus.",
    ("getuige",),
    Level.BASIC,
    45,
    ("Delen wat mag",),
    (),
    (),
    (),
    (moment("m1", "maandag"), moment("m2", "dinsdag")),
    "Sta even stil.",
)

OTHER_CASE = replace(
    CASE,
    id="tweede",
    title="Luid",
    moments=(
        replace(moment("n1", "woensdag"), roles=(RoleKnowledge("buurman", "Hoort het."),)),
        moment("n2", "donderdag"),
    ),
)

CASE_SCRIPT = replace(
    SCRIPT,
    id="leerproef",
    form=Form.LEERBIJEENKOMST,
    steps=(
        step("welkom", StepKind.WELCOME, 10),
        step("casus", StepKind.CASE, 40, answering=Answering.FREE, questions=(Question("alg", "Wat nu?"),)),
        step("afspraken", StepKind.AGREEMENTS, 30, answering=Answering.FREE),
    ),
)

DETAILS = ev.Details("Wijk Noord", date(2026, 11, 17), time(14, 0), 100, "Voorbeeldstad", date(2027, 1, 14))


VOTES = replace(
    SCRIPT,
    id="stemproef",
    steps=(
        SCRIPT.steps[0],
        step("stippen", StepKind.CHOICE, answering=Answering.DOTS, choices=("bellen", "mailen", "wachten")),
        step("plakken", StepKind.CHOICE, answering=Answering.DOTS, dots=2),
        step("rangorde", StepKind.CHOICE, answering=Answering.RANKING, choices=("bellen", "mailen", "wachten")),
        step("volgorde", StepKind.CHOICE, answering=Answering.RANKING),
        *SCRIPT.steps[1:],
    ),
)
"""A script in which a group divides dots and puts in order, choices as well as its own proposals."""


class Table:
    """A session being played: `do` lets an event happen a minute after the one before."""

    def __init__(self, script: Script = SCRIPT, case: Case | None = None, **fields: Any) -> None:
        self.numbers: Iterator[int] = count(1)
        self.at = START
        fields = {"partners": (POLICE, SAFE, TEAM), "participants": PEOPLE, "details": DETAILS, **fields}
        minutes = tuple(s.minutes for s in script.steps)
        planned = ev.SessionPlanned(
            id="e-0", at=START, session_id="s-1", script=script, case=case, minutes=minutes, **fields
        )
        self.events: list[ev.Event] = [planned]
        first = apply(None, planned)
        assert first is not None
        self.session: Session = first

    def event(self, kind: type[ev.Event], **fields: Any) -> ev.Event:
        """Make an event of this kind that happens now."""
        return kind(id=f"e-{next(self.numbers)}", at=self.at, **fields)

    def do(self, kind: type[ev.Event], **fields: Any) -> Refusal | None:
        """Let it happen, and say why not when it does not fit."""
        event = self.event(kind, **fields)
        outcome = judge(self.session, event)
        if isinstance(outcome, Refusal):
            return outcome
        self.events.append(event)
        self.session = outcome
        self.at += timedelta(minutes=1)
        return None

    def started(self) -> Table:
        """Begin the meeting."""
        assert self.do(ev.SessionStarted) is None
        return self

    def at_step(self, step_id: str, page: int = 0) -> Table:
        """Go to a step."""
        assert self.do(ev.StepEntered, step_id=step_id, page=page) is None
        return self
