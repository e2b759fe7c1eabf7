"""The example sessions: played as a facilitator would type it, through the real rules, without a display.

What is typed lies in resources/demo/; this module only plays it. Ids and times are made from the example itself, so
that two plays give the same session to the last byte.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from facilitator.content.confidentiality import shipped_text
from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementKind, Escalation, Ground, Origin
from facilitator.core.apply import judge
from facilitator.core.casus import Case, Moment, Phase
from facilitator.core.events import Answer, Details, Event, Judgement, Note, Parked, TurningPoint, Weighed
from facilitator.core.pace import scaled_plan
from facilitator.core.people import Participant, Partner
from facilitator.core.quick_line import QuickLine, read_line
from facilitator.core.refusal import Refusal
from facilitator.core.roles import deal
from facilitator.core.script import Script, Step
from facilitator.core.session import Session
from facilitator.core.vocabulary import AgreementLevel, Coordination, Frustration
from facilitator.core.weighing import Verdict

_WORDS = ("title", "why", "details", "monitoring", "safety_criterion")
"""The fields of an agreement that hold words and are filled in later."""

_NAMESPACE = uuid.UUID("a7f3c1f4-5a0e-4b62-9a43-3f5c7c0a9b11")


class ExampleBroken(Exception):  # noqa: N818  named for what it says
    """The example does not fit the script it plays; the text names the line."""


Played = Iterator[tuple[Event, Session]]


def read_example(path: Path) -> dict[str, Any]:
    """Read what is typed in the example session."""
    import yaml  # noqa: PLC0415  57 ms, and only the demo reads it

    example: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return example


def play(example: dict[str, Any], script: Script, case: Case | None = None) -> Played:
    """Play a whole example: each event with the session it makes. Raises ExampleBroken."""
    player = _Player(example, script, case)
    yield from player.begin()
    for step in script.steps:
        yield from player.step(step, example["steps"].get(step.id, {}))
    yield from player.read_back()
    yield player.happen(ev.SessionClosed)


class _Player:
    """Keeps the session, the clock and the numbers while the example is played."""

    def __init__(self, example: dict[str, Any], script: Script, case: Case | None) -> None:
        self._example = example
        self._script = script
        self._case = case
        self._numbers = count(1)
        self.session: Session = None  # type: ignore[assignment]  # set by the first event
        self._at = datetime.min.replace(tzinfo=UTC)  # set with the first event too

    def new_id(self) -> str:
        """Give the next id: random to look at, the same at every play."""
        return str(uuid.uuid5(_NAMESPACE, f"{self._script.id} {next(self._numbers)}"))

    def happen(self, kind: type[Event], **fields: Any) -> tuple[Event, Session]:  # noqa: ANN401  an event's own fields
        """Let an event happen now, a few seconds after the one before."""
        event = kind(id=self.new_id(), at=self._at, **fields)
        outcome = judge(self.session, event)
        if isinstance(outcome, Refusal):
            raise ExampleBroken(f"{kind.__name__} {fields}: {outcome}")
        self.session = outcome
        self._at += timedelta(seconds=7)
        return event, outcome

    def begin(self) -> Played:
        """Plan the session with the people invited, and start it; walk-ins come in after the first minute."""
        details = _details(self._example["details"])
        names = dict.fromkeys(person["organisation"] for person in self._example["people"])
        partners = tuple(Partner(self.new_id(), name) for name in names)
        ids = {partner.name: partner.id for partner in partners}
        people = [
            Participant(
                self.new_id(),
                person["name"],
                ids[person["organisation"]],
                person["role"],
                person.get("email", ""),
                walk_in=person.get("walk_in", False),
            )
            for person in self._example["people"]
        ]
        first = ev.SessionPlanned(
            id=self.new_id(),
            at=self._at,
            session_id=self.new_id(),
            script=self._script,
            case=self._case,
            details=details,
            minutes=scaled_plan(self._script, details.available_minutes).minutes,
            partners=partners,
            participants=tuple(person for person in people if not person.walk_in),
        )
        yield self._plan(first)
        if self._case is not None:
            yield self.happen(ev.RolesDealt, deals=deal(self._case, first.participants, partners))
        yield self.happen(ev.SessionStarted)
        for person in people:
            if person.walk_in:
                yield self.happen(ev.ParticipantAdded, participant=person)

    def _plan(self, planned: ev.SessionPlanned) -> tuple[Event, Session]:
        zone_start = judge(None, planned)
        if isinstance(zone_start, Refusal):
            raise ExampleBroken(str(zone_start))
        self._at = zone_start.planned_start
        event = replace(planned, at=self._at - timedelta(days=14))
        session = judge(None, event)
        assert isinstance(session, Session)  # noqa: S101  it fitted just now; only its moment changed
        self.session = session
        return event, session

    def step(self, step: Step, played: dict[str, Any]) -> Played:
        """Play one step: its page, or a page for each moment of the case that it tells."""
        pages = self.session.pages(self._script.steps.index(step))
        for page in range(pages):
            if step is not self._script.steps[0]:
                yield self.happen(ev.StepEntered, step_id=step.id, page=page)
            entered, moment = self._at, self.session.moment
            told = played if moment is None else self._example.get("moments", {}).get(moment.id, {})
            yield from self._page(step, told)
            if moment is not None:
                yield from self._lived(moment, told)
            self._at = max(self._at, entered + timedelta(minutes=told.get("after", step.minutes // pages)))

    def _page(self, step: Step, played: dict[str, Any]) -> Played:
        """Play a page: who comes and goes, its question, lines, notes and parked items; then everything is shown."""
        yield from self._around_the_table(played)
        if "question" in played:
            yield self.happen(ev.QuestionChosen, question_id=played["question"])
        for line in played.get("lines", ()):
            yield self._line(line)
        for note in played.get("notes", ()):
            made = Note(self.new_id(), note["text"], step.id)
            yield self.happen(ev.NoteWritten, note=made)
            if note.get("released", False):
                yield self.happen(ev.NoteChanged, note_id=made.id, text=made.text, released=True)
        for text in played.get("parked", ()):
            yield self.happen(ev.ItemParked, item=Parked(self.new_id(), text, step.id))
        hidden = tuple(answer.id for answer in self.session.answers_here() if not answer.shown)
        if hidden:
            yield self.happen(ev.AnswersShown, answer_ids=hidden)
        for completion in played.get("complete", ()):
            yield self._complete(completion)

    def _around_the_table(self, played: dict[str, Any]) -> Played:
        """Play who leaves the room and comes back, and what is agreed about confidentiality."""
        for key, present in (("leaves", False), ("comes", True)):
            for name in played.get(key, ()):
                who = next((one.id for one in self.session.notebook.participants if one.name == name), "")
                yield self.happen(ev.PresenceSet, participant_id=who, present=present)  # refused for nobody
        if played.get("confidentiality", False):
            text = self._script.confidentiality or shipped_text()
            people = tuple(person.id for person in self.session.notebook.participants if person.present)
            yield self.happen(ev.ConfidentialityShown, text=text)
            yield self.happen(ev.ConfidentialityPledged, participant_ids=people, text=text)
            yield self.happen(ev.ConfidentialityShown, text=None)

    def _lived(self, moment: Moment, told: dict[str, Any]) -> Played:
        """Play what the group says of a moment: turning points, where it would put it, what it weighs."""
        for point in told.get("turning_points", ()):
            marked = TurningPoint(self.new_id(), moment.id, point["text"])
            yield self.happen(ev.TurningPointMarked, point=marked)
            for need in point["needs"]:
                answer = Answer(self.new_id(), self.session.step.id, need["text"], moment_id=moment.id)
                needed = replace(answer, role=need["role"], turning_point_id=marked.id)
                yield self.happen(ev.AnswerGiven, answer=needed)
        if judged := told.get("judgement"):
            phase = Phase(judged["phase"]) if "phase" in judged else None
            judgement = Judgement(moment.id, phase, judged.get("meldcode_step"), judged["reason"])
            yield self.happen(ev.MomentJudged, judgement=judgement)
        for said in told.get("weighing", ()):
            weighed = Weighed(moment.id, said["question"], Verdict(said["verdict"]), said["reason"])
            yield self.happen(ev.QuestionWeighed, weighed=weighed)

    def _line(self, text: str) -> tuple[Event, Session]:
        line = read_line(text, self.session.notebook.partners, self.session.details.day, keep_when=True)
        if line.unknown:
            raise ExampleBroken(f"{text!r} names {line.unknown}")
        if line.is_agreement:
            return self.happen(ev.AgreementMade, agreement=self._agreement(line))
        question, moment = self.session.course.question_id, self.session.moment
        moment_id = None if moment is None else moment.id
        answer = Answer(self.new_id(), self.session.step.id, line.text, line.owner_id, question, moment_id)
        return self.happen(ev.AnswerGiven, answer=answer)

    def _agreement(self, line: QuickLine) -> Agreement:
        return Agreement(
            self.new_id(),
            line.text,
            line.owner_id,
            with_ids=line.with_ids,
            feedback_ids=line.feedback_ids,
            deadline=line.deadline,
            rhythm=line.rhythm,
            origin=Origin(self.session.step.id, None if self.session.moment is None else self.session.moment.id),
        )

    def _complete(self, completion: dict[str, Any]) -> tuple[Event, Session]:
        """Complete an agreement in the full form."""
        book = self.session.notebook
        found = [a for a in book.agreements if a.what.startswith(completion["starts"])]
        if len(found) != 1:
            raise ExampleBroken(f"{len(found)} agreements begin with {completion['starts']!r}")
        person = next((p for p in book.participants if p.name == completion.get("person")), None)
        changed = replace(
            found[0],
            kind=AgreementKind(completion["kind"]),
            phase=Phase(completion["phase"]) if "phase" in completion else None,
            owner_participant_id=None if person is None else person.id,
            feedback=completion.get("feedback", ""),
            **self._rest(found[0], completion),
        )
        return self.happen(ev.AgreementChanged, agreement=changed)

    def _rest(self, agreement: Agreement, completion: dict[str, Any]) -> dict[str, Any]:
        """Give the fields of the form that unfold."""
        rest: dict[str, Any] = {name: completion.get(name, "") for name in _WORDS}
        rest |= {name: completion[name] for name in ("start", "evaluate_on") if name in completion}
        for name, field in (("directed_by", "directed_by_id"), ("monitored_by", "monitored_by_id")):
            if name in completion:
                rest[field] = self._partner(completion[name])
        if "level" in completion:
            rest["level"] = AgreementLevel(completion["level"])
        if "coordination" in completion:
            rest["coordination"] = Coordination(completion["coordination"])
        if "frustration" in completion:
            rest["origin"] = replace(agreement.origin, frustration=Frustration(completion["frustration"]))
        if "ground" in completion:
            rest["ground"] = Ground(**completion["ground"])
        rest["escalation"] = tuple(Escalation(**step) for step in completion.get("escalation", ()))
        return rest

    def _partner(self, name: str) -> str:
        found = [partner.id for partner in self.session.notebook.partners if partner.name == name]
        if len(found) != 1:
            raise ExampleBroken(f"no organisation is called {name!r}")
        return found[0]

    def read_back(self) -> Played:
        """Show each agreement to the room and have it confirmed."""
        for agreement in self.session.notebook.agreements:
            yield self.happen(ev.AgreementReadBack, agreement_id=agreement.id)
            yield self.happen(ev.AgreementConfirmed, agreement_id=agreement.id)


def _details(plain: dict[str, Any]) -> Details:
    day: date = plain["date"]
    return Details(
        plain["place"],
        day,
        time.fromisoformat(plain["start"]),
        plain["minutes"],
        plain["municipality"],
        plain["next_meeting"],
        plain["contact"],
    )
