"""Random sessions for property tests: any sequence of events, sensible and not."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from hypothesis import strategies as st

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementKind, Origin, Status
from facilitator.core.casus import Phase
from facilitator.core.events import Answer
from facilitator.core.people import Participant, Partner
from facilitator.core.script import Answering
from facilitator.core.session import Session
from tests.builders import CASE, CASE_SCRIPT, DETAILS, SCRIPT, Table

IDS = ("a", "b", "c", "d")
PARTNER_IDS = ("p-pol", "p-vt", "p-wijk") * 4 + ("p-new", "p-none")
PERSON_IDS = ("d-1", "d-2", "d-3", "d-new")
STEP_IDS = (
    "welkom",
    "nodig",
    "ronde",
    "kies",
    "schaal",
    "afspraken",
    "casus",
    *("nodig", "casus", "afspraken") * 2,
    "nergens",
)


def marked(kind: str, number: int) -> str:
    """A word that can be found again wherever it turns up."""
    return f"{kind}{number:05d}x"


def agreement(rnd: Random) -> Agreement:
    """Any agreement, its words marked."""
    return Agreement(
        rnd.choice(IDS),
        marked("afspraak", rnd.randrange(100_000)),
        rnd.choice((None, *PARTNER_IDS)),
        rnd.choice((None, None, None, *PERSON_IDS)),
        tuple(rnd.choices(PARTNER_IDS[:3], k=rnd.randrange(3))),
        tuple(rnd.choices(PARTNER_IDS[:3], k=rnd.randrange(3))),
        deadline=rnd.choice((None, DETAILS.next_meeting)),
        rhythm=rnd.choice(("", "elke maand")),
        phase=rnd.choice((None, Phase.RECOVERY)),
        kind=rnd.choice((None, AgreementKind.WORKING)),
        origin=Origin(rnd.choice((None, *STEP_IDS))),
    )


def _answer(rnd: Random) -> Answer:
    text = rnd.choice((marked("tekst", rnd.randrange(100_000)), "ja", "7", " "))
    step_id = rnd.choice(STEP_IDS)
    moment_id = "m1" if step_id == "casus" else None
    return Answer(rnd.choice(IDS), step_id, text, rnd.choice((None, *PARTNER_IDS)), moment_id=moment_id)


def _answer_here(session: Session, rnd: Random) -> Answer:
    """An answer that the page in sight takes, its words marked where it may have any."""
    step, moment = session.step, session.moment
    given = {Answering.CHOICE: step.choices, Answering.SCALE: ("3", "7")}.get(step.answering)
    text = rnd.choice(given) if given else marked("tekst", rnd.randrange(100_000))
    partner_id = rnd.choice((None, *(partner.id for partner in session.notebook.partners)))
    question_id = rnd.choice((None, *(question.id for question in session.questions)))
    return Answer(f"a{rnd.randrange(40)}", step.id, text, partner_id, question_id, moment.id if moment else None)


def _fields(kind: type[ev.Event], session: Session, rnd: Random) -> dict[str, Any]:
    """The fields of an event; of what is shown to the room mostly such that fit, or little would ever be there."""
    given, agreed = session.notebook.answers, session.notebook.agreements
    if kind is ev.StepEntered and rnd.random() < 0.7:
        step = rnd.randrange(len(session.script.steps))
        return {"step_id": session.script.steps[step].id, "page": rnd.randrange(session.pages(step))}
    if kind is ev.AnswerGiven and rnd.random() < 0.7:
        return {"answer": _answer_here(session, rnd)}
    if kind is ev.AnswersShown and given and rnd.random() < 0.7:
        return {"answer_ids": (rnd.choice(given).id,), "shown": rnd.random() < 0.8}
    if kind is ev.AgreementReadBack and agreed and rnd.random() < 0.7:
        return {"agreement_id": rnd.choice(agreed).id}
    return _FIELDS[kind](rnd)


def _person(rnd: Random) -> Participant:
    return Participant(rnd.choice(PERSON_IDS), marked("mens", rnd.randrange(100_000)), rnd.choice(PARTNER_IDS), "rol")


def _secret(rnd: Random) -> str:
    return marked("geheim", rnd.randrange(100_000))


_FIELDS: dict[type[ev.Event], Callable[[Random], dict[str, Any]]] = {
    ev.SessionStarted: lambda _: {},
    ev.SessionClosed: lambda _: {},
    ev.SessionReopened: lambda _: {"reason": "fout"},
    ev.DetailsChanged: lambda _: {"details": DETAILS},
    ev.StepEntered: lambda r: {"step_id": r.choice(STEP_IDS), "page": r.randint(-1, 2)},
    ev.QuestionChosen: lambda r: {"question_id": r.choice((None, "q1", "m-q", "x"))},
    ev.ScreenSet: lambda r: {"screen": r.choice(tuple(ev.Screen))},
    ev.ScreenBack: lambda _: {},
    ev.AgreementReadBack: lambda r: {"agreement_id": r.choice((None, *IDS))},
    ev.PartnerAdded: lambda _: {"partner": Partner("p-new", "GGD")},
    ev.PartnerRenamed: lambda r: {"partner_id": r.choice(PARTNER_IDS), "name": f"Partij {r.randrange(7)}"},
    ev.PartnerRemoved: lambda r: {"partner_id": r.choice(PARTNER_IDS)},
    ev.ParticipantAdded: lambda r: {"participant": _person(r)},
    ev.ParticipantChanged: lambda r: {"participant": _person(r)},
    ev.ParticipantRemoved: lambda r: {"participant_id": r.choice(PERSON_IDS)},
    ev.AnswerGiven: lambda r: {"answer": _answer(r)},
    ev.AnswerChanged: lambda r: {"answer_id": r.choice(IDS), "text": _answer(r).text},
    ev.AnswerRemoved: lambda r: {"answer_id": r.choice(IDS)},
    ev.AnswersShown: lambda r: {"answer_ids": (r.choice(IDS),), "shown": r.random() < 0.8},
    ev.NoteWritten: lambda r: {"note": ev.Note(r.choice(IDS), _secret(r))},
    ev.NoteChanged: lambda r: {"note_id": r.choice(IDS), "text": _secret(r), "released": r.random() < 0.5},
    ev.NoteRemoved: lambda r: {"note_id": r.choice(IDS)},
    ev.ItemParked: lambda r: {"item": ev.Parked(r.choice(IDS), marked("geparkeerd", r.randrange(100_000)))},
    ev.ItemUnparked: lambda r: {"item_id": r.choice(IDS)},
    ev.AgreementMade: lambda r: {"agreement": agreement(r)},
    ev.AgreementChanged: lambda r: {"agreement": agreement(r)},
    ev.AgreementRemoved: lambda r: {"agreement_id": r.choice(IDS)},
    ev.AgreementConfirmed: lambda r: {"agreement_id": r.choice(IDS), "confirmed": r.random() < 0.8},
    ev.AgreementStatusSet: lambda r: {"agreement_id": r.choice(IDS), "status": r.choice(tuple(Status)), "remark": "x"},
}

# What happens often in a meeting comes often here, so that random sessions get somewhere.
_OFTEN = (
    *(ev.AnswerGiven, ev.StepEntered) * 3,
    *(ev.AnswersShown, ev.AgreementMade, ev.AgreementReadBack, ev.NoteWritten),
)
_NOW_AND_THEN = tuple(kind for kind in _FIELDS if kind is not ev.SessionClosed) * 2


def _try_one(table: Table, rnd: Random) -> None:
    if rnd.random() < 0.15:
        undo = rnd.random() < 0.6
        stack = table.session.history if undo else table.session.undone
        table.do(ev.Undone if undo else ev.Redone, event_id=stack[-1].event_id if stack else "geen")
        return
    kind = rnd.choice((*_OFTEN * 12, *_NOW_AND_THEN, ev.SessionClosed))
    table.do(kind, **_fields(kind, table.session, rnd))


def random_table(seed: int, tries: int) -> Table:
    """A table at which `tries` random events were tried; a shorter one is the beginning of a longer one."""
    rnd = Random(seed)
    table = Table(CASE_SCRIPT, CASE) if rnd.random() < 0.5 else Table(SCRIPT)
    if rnd.random() < 0.8:
        table.started()
    for _ in range(tries):
        _try_one(table, rnd)
    return table


def tables(most: int = 60) -> st.SearchStrategy[Table]:
    """Any session: `table.session`, and `table.events` that made it."""
    return st.builds(random_table, st.integers(0, 2**32), st.integers(0, most))
