"""Random sessions for property tests: any sequence of events, sensible and not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementKind, AgreementRef, Escalation, Ground, Origin, Status
from facilitator.core.card import Figure
from facilitator.core.card import Verdict as ClaimVerdict
from facilitator.core.casus import Phase
from facilitator.core.events import Answer
from facilitator.core.infographic import Panel, PanelFigure, PanelForm, PanelRow
from facilitator.core.instrument import Instrument, InstrumentAnswer, InstrumentQuestion, Outcome
from facilitator.core.options import options_here
from facilitator.core.people import Participant, Partner, Stay
from facilitator.core.script import Answering, Form, Question, Reveal, Source, StepKind, Way
from facilitator.core.session import Session
from facilitator.core.shown_card import ShownCard, ShownClaim, ShownFigure
from facilitator.core.spotting import written
from facilitator.core.vocabulary import Channel, Frustration
from facilitator.core.walk import Answered, Walk
from facilitator.core.weighing import Verdict
from tests.builders import CASE, CASE_SCRIPT, DETAILS, OTHER_CASE, SCRIPT, START, Table, step

LIVED = replace(
    CASE_SCRIPT,
    steps=(
        CASE_SCRIPT.steps[0],
        step("voor", StepKind.EVALUATION, 10, answering=Answering.SCALE, scale_low="weinig", scale_high="veel"),
        CASE_SCRIPT.steps[1],
        step("blik", way=Way.PERSPECTIVES, answering=Answering.FREE, reveal=Reveal.AT_ONCE),
        step("voorstel", way=Way.BACK, answering=Answering.PROPOSALS),
        step("plakken", StepKind.CHOICE, answering=Answering.DOTS),
        step("volgorde", StepKind.CHOICE, answering=Answering.RANKING),
        step("rangorde", StepKind.CHOICE, answering=Answering.RANKING, choices=("bellen", "mailen", "wachten")),
        step("na", StepKind.EVALUATION, 10, answering=Answering.SCALE, reveal=Reveal.AT_ONCE, compare_with="voor"),
        CASE_SCRIPT.steps[2],
    ),
)
"""A script that lives through a case in every way there is."""

PARTNER_IDS = ("p-pol", "p-vt", "p-wijk") * 4 + ("p-new", "p-none")
ROLES = ("leerkracht", "huisarts")
PERSON_IDS = ("d-1", "d-2", "d-3", "d-new")
STEP_IDS = (
    "welkom",
    "nodig",
    "ronde",
    "kies",
    "schaal",
    "afspraken",
    "casus",
    "voorstel",
    *("nodig", "casus", "afspraken") * 2,
    "nergens",
)


def marked(kind: str, number: int) -> str:
    """A word that can be found again wherever it turns up."""
    return f"{kind}{number:05d}x"


def _id(kind: str, rnd: Random) -> str:
    """One of a few ids; no two kinds of text share one."""
    return f"{kind}-{rnd.choice('abcd')}"


def _moment(rnd: Random) -> str:
    return rnd.choice(("m1", "m2", "m1", "m2", "m9"))


def _reason(rnd: Random) -> str:
    return rnd.choice(("", marked("reden", rnd.randrange(100_000))))


def agreement(rnd: Random) -> Agreement:
    """Any agreement, its words marked."""
    return Agreement(
        _id("g", rnd),
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
        **_completed(rnd),
    )


def _completed(rnd: Random) -> dict[str, Any]:
    """What is filled in later, in a third of all cases."""
    if rnd.random() < 2 / 3:
        return {}
    words = {name: marked(kind, rnd.randrange(100_000)) for name, kind in COMPLETED.items()}
    return {
        **words,
        "directed_by_id": rnd.choice((None, *PARTNER_IDS[:3])),
        "monitored_by_id": rnd.choice((None, *PARTNER_IDS[:3])),
        "escalation": (Escalation(rnd.choice((1, 4)), marked("stap", rnd.randrange(100_000)), 5),),
        "evaluate_on": DETAILS.next_meeting,
    }


COMPLETED = {
    "title": "titel",
    "why": "waarom",
    "details": "toelichting",
    "monitoring": "volgen",
    "safety_criterion": "criterium",
}
"""The fields of an agreement that hold words, with what those are marked with."""


REFS = tuple(AgreementRef(f"s-{session}", f"oud-{each}") for session in "01" for each in "ab")
"""Agreements of earlier sessions, and of this one, on which no session looks back."""


def _item(rnd: Random) -> ev.LookBackItem:
    """Any agreement of before, sometimes of somebody who never sits at this table."""
    parties = rnd.sample((*PARTNER_IDS[:3], "p-vreemd"), k=rnd.randint(1, 3))
    ref = rnd.choice(REFS)
    old = Agreement(
        ref.agreement_id,
        marked("eerder", rnd.randrange(100_000)),
        parties[0],
        with_ids=tuple(parties[1:]),
        deadline=rnd.choice((None, DETAILS.day - timedelta(days=3), DETAILS.next_meeting)),
        status=rnd.choice(tuple(Status)),
        status_remark=marked("vooraf", rnd.randrange(100_000)),
    )
    names = tuple(Partner(each, marked("vreemd" if each == "p-vreemd" else "partij", 1)) for each in parties)
    return ev.LookBackItem(ref, old, names, marked("titel", 1), DETAILS.day - timedelta(days=70))


def _ref_here(session: Session, rnd: Random) -> AgreementRef:
    there = session.course.look_back
    return rnd.choice(there).ref if there and rnd.random() < 0.8 else rnd.choice(REFS)


def _said(ref: AgreementRef, rnd: Random) -> dict[str, Any]:
    words = {"remark": marked("waarom", rnd.randrange(100_000)), "to": rnd.choice(("", marked("aan", 7)))}
    by_id = rnd.choice((None, *PARTNER_IDS))
    right = rnd.random() < 0.1
    return {"ref": ref, "status": rnd.choice(tuple(Status)), "by_id": by_id, **words, "puts_right": right}


def _carried(session: Session, rnd: Random) -> dict[str, Any]:
    """An agreement, now and then one that takes an item of before further."""
    further = bool(session.course.look_back) and rnd.random() < 0.3
    return {"agreement": replace(agreement(rnd), continues=_ref_here(session, rnd) if further else None)}


def _answer(rnd: Random) -> Answer:
    text = rnd.choice((marked("tekst", rnd.randrange(100_000)), "ja", "7", " "))
    step_id = rnd.choice(STEP_IDS)
    moment_id = "m1" if step_id == "casus" else None
    return Answer(_id("a", rnd), step_id, text, rnd.choice((None, *PARTNER_IDS)), moment_id=moment_id)


def _answer_here(session: Session, rnd: Random) -> Answer:
    """An answer that the page in sight takes, its words marked where it may have any."""
    step, moment = session.step, session.moment
    given = {Answering.CHOICE: step.choices, Answering.SCALE: ("3", "7")}.get(step.answering)
    text = rnd.choice(given) if given else marked("tekst", rnd.randrange(100_000))
    partner_id = rnd.choice((None, *(partner.id for partner in session.notebook.partners)))
    question_id = rnd.choice((None, *(question.id for question in session.questions)))
    points = session.notebook.turning_points
    point_id = rnd.choice((None, *(point.id for point in points)))
    role = rnd.choice(("", *(session.case.roles if session.case else ())))
    order = rnd.sample(keys, len(keys)) if (keys := [each.key for each in options_here(session)]) else []
    here = Answer(f"a{rnd.randrange(40)}", step.id, text, partner_id, question_id, moment.id if moment else None)
    ordered = step.answering is Answering.RANKING and rnd.random() < 0.6
    return replace(here, role=role, turning_point_id=point_id, order=tuple(order) if ordered else ())


def _dots_here(session: Session, rnd: Random) -> dict[str, Any]:
    options = options_here(session)
    option = rnd.choice(options).key if options else "geen"
    moment = session.moment
    return {"dots": ev.Dots(session.step.id, option, rnd.randint(-1, 9), moment.id if moment else None)}


def _group_here(session: Session, rnd: Random) -> dict[str, Any]:
    here = [answer.id for answer in session.answers_here()]
    members = tuple(rnd.sample(here, rnd.randint(0, min(3, len(here)))))
    moment = session.moment
    name = rnd.choice((marked("groepje", rnd.randrange(100_000)), ""))
    return {"group": ev.AnswerGroup(_id("o", rnd), session.step.id, name, members, moment.id if moment else None)}


def _fields(kind: type[ev.Event], session: Session, rnd: Random) -> dict[str, Any]:  # noqa: PLR0911  a table, one line a kind
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
    if kind is ev.FindingSettled and session.notebook.flags:
        flag = rnd.choice(session.notebook.flags)
        decision = rnd.choice(tuple(ev.Decision))
        return {"subject_id": flag.subject_id, "text": flag.spotted.text, "decision": decision}
    if kind is ev.StartCorrected and session.course.visits and rnd.random() < 0.7:
        number = rnd.randrange(len(session.course.visits))
        return {"visit": number, "began": session.course.visits[number].at - timedelta(seconds=rnd.randrange(300))}
    if kind is ev.VotesCounted and given:
        return {"answer_id": rnd.choice(given).id, "votes": rnd.randint(-1, 5)}
    if kind in _HERE and rnd.random() < 0.8:
        return _HERE[kind](session, rnd)
    if session.moment is not None and kind in _AT_A_MOMENT and rnd.random() < 0.7:
        return _AT_A_MOMENT[kind](session.moment.id, rnd)
    return _FIELDS[kind](rnd)


def _person(rnd: Random) -> Participant:
    return Participant(rnd.choice(PERSON_IDS), marked("mens", rnd.randrange(100_000)), rnd.choice(PARTNER_IDS), "rol")


def _soon(rnd: Random) -> datetime:
    """A moment of the first hour, on which no event falls."""
    return START + timedelta(seconds=rnd.randrange(3600) + 0.5)


def _stretch(rnd: Random) -> ev.Stretch:
    since = _soon(rnd)
    return ev.Stretch(since, since + timedelta(seconds=rnd.randint(-60, 900)))


def _secret(rnd: Random) -> str:
    return marked("geheim", rnd.randrange(100_000))


def _slide(rnd: Random) -> ev.Slide:
    ready = rnd.random() < 0.6
    words = marked("dia" if ready else "geheim", rnd.randrange(100_000))
    return ev.Slide(_id("d", rnd), words, rnd.choice(("", words)), ready)


def _card(rnd: Random) -> ShownCard:
    """A card; of a fact check every word is one that the room does not see before it guessed, but its claim."""
    number, card_id = rnd.randrange(100_000), _id("c", rnd)
    if card_id in {"c-a", "c-b"}:
        return ShownCard(card_id, marked("kaart", number), marked("kaart", number), (marked("kaart", number),))
    answer = marked("uitkomst", number)
    figures = (ShownFigure(answer, 2020, answer, answer),)
    claim = ShownClaim(marked("bewering", number), rnd.choice(tuple(ClaimVerdict)), answer, answer, answer)
    return ShownCard(card_id, answer, answer, (answer,), figures, (answer,), claim)


def _panel(rnd: Random) -> Panel:
    """A panel; every word of it is for the room."""
    said = marked("paneel", rnd.randrange(100_000))
    figure = Figure("8 procent", 2020, said, Source(said))
    if rnd.random() < 0.5:
        return Panel(_id("c", rnd), said, said, PanelForm.DOTS, (PanelFigure(said, figure, rnd.random() < 0.5),))
    return Panel(_id("c", rnd), said, said, PanelForm.ROWS, rows=(PanelRow(said, said, said),))


def _mark(rnd: Random) -> ev.ParagraphMark:
    ground = Ground("model", rnd.choice(("bellen", "praten", "")), "Bellen")
    why = rnd.choice(("", marked("schuurt", rnd.randrange(100_000))))
    about = rnd.choice((None, _id("g", rnd)))
    return ev.ParagraphMark(_id("w", rnd), ground, rnd.random() < 0.7, why, rnd.choice((None, *STEP_IDS)), about)


INSTRUMENT = Instrument(
    (
        InstrumentQuestion(
            "veilig", "Is het veilig?", answers=(InstrumentAnswer("ja"), InstrumentAnswer("nee", "bel"))
        ),
        InstrumentQuestion(
            "hulp", "Is er hulp?", answers=(InstrumentAnswer("ja", "bel"), InstrumentAnswer("nee", "bel"))
        ),
    ),
    (Outcome("bel", "Bel", "Bel **vandaag**.", ("Bel 0800-2000.",)),),
)


def _walk(rnd: Random) -> Walk:
    return Walk(_id("i", rnd), "instrument", "Wegen", INSTRUMENT)


def _walked(rnd: Random) -> Answered:
    reason, owner, step = (rnd.choice(("", marked("nootje", rnd.randrange(100_000)))) for _ in range(3))
    question, answer = rnd.choice(("veilig", "hulp", "weg")), rnd.choice((None, 0, 1, 2))
    return Answered(question, answer, reason, owner, step, rnd.choice((None, DETAILS.day)))


def _walk_shown(rnd: Random) -> dict[str, Any]:
    walk_id = rnd.choice((None, _id("i", rnd), _id("i", rnd)))
    return {"walk_id": walk_id, "question_id": rnd.choice(("veilig", "hulp", "")), "notes": rnd.random() < 0.5}


def _deals(rnd: Random) -> tuple[ev.Deal, ...]:
    people = rnd.sample(PERSON_IDS, k=rnd.randrange(3))
    return tuple(ev.Deal(person, tuple(rnd.sample(ROLES, k=rnd.randrange(3)))) for person in people)


def _stays(rnd: Random) -> tuple[Stay, ...]:
    minutes = sorted(rnd.sample(range(-2, 60), k=2))
    came, left = (START + timedelta(minutes=minute) for minute in minutes)
    return rnd.choice(((), (Stay(),), (Stay(came),), (Stay(None, came), Stay(left)), (Stay(came, left),)))


def _shown(rnd: Random) -> dict[str, Any]:
    scene = rnd.choice((None, *ev.CaseScene))
    items = {ev.CaseScene.TURNING_POINT: _id("k", rnd), ev.CaseScene.WEIGHING: str(rnd.randint(0, 5))}
    return {"scene": scene, "item": "" if scene is None else items.get(scene, "")}


def _judged(moment_id: str, rnd: Random) -> dict[str, Any]:
    judgement = ev.Judgement(moment_id, rnd.choice((None, *Phase)), rnd.choice((None, 3, 6)), _reason(rnd))
    return {"judgement": judgement}


def _weighed(moment_id: str, rnd: Random) -> dict[str, Any]:
    return {"weighed": ev.Weighed(moment_id, rnd.randint(0, 5), rnd.choice((None, *Verdict)), _reason(rnd))}


_AT_A_MOMENT: dict[type[ev.Event], Callable[[str, Random], dict[str, Any]]] = {
    ev.MomentJudged: _judged,
    ev.QuestionWeighed: _weighed,
    ev.CaseShown: lambda _, rnd: {"scene": ev.CaseScene.WEIGHING, "item": str(rnd.randint(1, 3))},
}


_HERE: dict[type[ev.Event], Callable[[Session, Random], dict[str, Any]]] = {
    ev.DotsCounted: _dots_here,
    ev.DotsShown: lambda session, rnd: {"step_id": session.step.id, "shown": rnd.random() < 0.8},
    ev.AnswersGrouped: _group_here,
}


def _other_order(session: Session, rnd: Random) -> dict[str, Any]:
    order = rnd.sample([step.id for step in session.steps], k=len(session.steps))
    minutes = tuple(rnd.randint(0, 40) for _ in order)
    return {"order": tuple(order), "minutes": minutes, "dropped": tuple(rnd.sample(order, k=rnd.randrange(3)))}


def _new_step(session: Session, rnd: Random) -> dict[str, Any]:
    words = marked("stap", rnd.randrange(100_000))
    asked = step(_id("s", rnd), answering=Answering.FREE, title=words, audience_title=words)
    return {"step": asked, "before": rnd.choice((None, session.steps[0].id, session.step.id))}


def _new_question(session: Session, rnd: Random) -> dict[str, Any]:
    question = Question(_id("q", rnd), marked("vraag", rnd.randrange(100_000)))
    moment = session.moment
    return {"step_id": session.step.id, "question": question, "moment_id": None if moment is None else moment.id}


_HERE |= {
    ev.ProgrammeChanged: _other_order,
    ev.StepWritten: _new_step,
    ev.QuestionWritten: _new_question,
    ev.AgreementMade: _carried,
    ev.LookBackSaid: lambda session, rnd: _said(_ref_here(session, rnd), rnd),
    ev.LookBackShown: lambda session, rnd: {"ref": _ref_here(session, rnd)},
}


_FIELDS: dict[type[ev.Event], Callable[[Random], dict[str, Any]]] = {
    ev.SessionStarted: lambda _: {},
    ev.SessionClosed: lambda _: {},
    ev.SessionReopened: lambda _: {"reason": "fout"},
    ev.DetailsChanged: lambda _: {"details": DETAILS},
    ev.TimeDivided: lambda r: {"minutes": tuple(r.randint(0, 40) for _ in range(r.choice((6, 10))))},
    ev.MeetingPaused: lambda _: {},
    ev.MeetingContinued: lambda _: {},
    ev.PauseCounted: lambda r: {"stretch": _stretch(r)},
    ev.StartCorrected: lambda r: {"visit": r.randint(-1, 9), "began": _soon(r)},
    ev.ProgrammeChanged: lambda r: {"order": ("welkom", r.choice(STEP_IDS)), "minutes": (1, 2)},
    ev.StepWritten: lambda r: {"step": step(r.choice(("welkom", "s-a"))), "before": r.choice(STEP_IDS)},
    ev.QuestionWritten: lambda r: {"step_id": r.choice(STEP_IDS), "question": Question("q-a", "Wat nog?")},
    ev.CaseSwitched: lambda r: {"case": r.choice((CASE, OTHER_CASE, OTHER_CASE, replace(CASE, id="dubbel")))},
    ev.StepEntered: lambda r: {"step_id": r.choice(STEP_IDS), "page": r.randint(-1, 2)},
    ev.QuestionChosen: lambda r: {"question_id": r.choice((None, "q1", "m-q", "q-a", "q-b", "x"))},
    ev.ScreenSet: lambda r: {"screen": r.choice(tuple(ev.Screen))},
    ev.ScreenBack: lambda _: {},
    ev.AgreementReadBack: lambda r: {"agreement_id": r.choice((None, _id("g", r)))},
    ev.PartnerAdded: lambda _: {"partner": Partner("p-new", "GGD")},
    ev.PartnerRenamed: lambda r: {"partner_id": r.choice(PARTNER_IDS), "name": f"Partij {r.randrange(7)}"},
    ev.PartnerRemoved: lambda r: {"partner_id": r.choice(PARTNER_IDS)},
    ev.ParticipantAdded: lambda r: {"participant": _person(r)},
    ev.ParticipantChanged: lambda r: {"participant": _person(r)},
    ev.ParticipantRemoved: lambda r: {"participant_id": r.choice(PERSON_IDS)},
    ev.PartnersSeated: lambda r: {"partner_ids": tuple(r.sample(PARTNER_IDS[:4], k=r.randrange(4)))},
    ev.PresenceSet: lambda r: {"participant_id": r.choice(PERSON_IDS), "present": r.random() < 0.5},
    ev.PresenceCorrected: lambda r: {"participant_id": r.choice(PERSON_IDS), "stays": _stays(r)},
    ev.ConfidentialityShown: lambda r: {"text": r.choice((None, "", "Wat je hier hoort, blijft **hier**."))},
    ev.ConfidentialityPledged: lambda r: {
        "participant_ids": tuple(r.sample(PERSON_IDS, k=r.randrange(3))),
        "text": "Wat je hier hoort, blijft **hier**.",
        "pledged": r.random() < 0.8,
    },
    ev.AnswerGiven: lambda r: {"answer": _answer(r)},
    ev.AnswerChanged: lambda r: {"answer_id": _id("a", r), "text": _answer(r).text},
    ev.AnswerRemoved: lambda r: {"answer_id": _id("a", r)},
    ev.AnswersShown: lambda r: {"answer_ids": (_id("a", r),), "shown": r.random() < 0.8},
    ev.NoteWritten: lambda r: {"note": ev.Note(_id("n", r), _secret(r))},
    ev.NoteChanged: lambda r: {"note_id": _id("n", r), "text": _secret(r), "released": r.random() < 0.5},
    ev.NoteRemoved: lambda r: {"note_id": _id("n", r)},
    ev.ItemParked: lambda r: {"item": ev.Parked(_id("p", r), marked("geparkeerd", r.randrange(100_000)))},
    ev.ParkedChanged: lambda r: {"item": ev.Parked(_id("p", r), marked("geparkeerd", r.randrange(100_000)))},
    ev.ItemUnparked: lambda r: {"item_id": _id("p", r)},
    ev.AgreementMade: lambda r: {"agreement": agreement(r)},
    ev.AgreementChanged: lambda r: {"agreement": agreement(r)},
    ev.AgreementRemoved: lambda r: {"agreement_id": _id("g", r)},
    ev.AgreementConfirmed: lambda r: {"agreement_id": _id("g", r), "confirmed": r.random() < 0.8},
    ev.AgreementStatusSet: lambda r: {
        "agreement_id": _id("g", r),
        "status": r.choice(tuple(Status)),
        "remark": marked("opmerking", r.randrange(100_000)),
        "by_id": r.choice((None, *PARTNER_IDS)),
        "to": r.choice(("", marked("aan", 8))),
        "channel": r.choice((Channel.ROOM, Channel.DESK, Channel.FORM)),
        "report_id": r.choice(("", "", "", _id("r", r))),
        "puts_right": r.random() < 0.1,
    },
    ev.LookBackFilled: lambda r: {"items": tuple(_item(r) for _ in range(r.randrange(4)))},
    ev.LookBackSaid: lambda r: _said(r.choice(REFS), r),
    ev.LookBackShown: lambda r: {"ref": r.choice((None, *REFS))},
    ev.DocumentsHandedOut: lambda r: {
        "channel": r.choice(tuple(Channel)),
        "participant_ids": tuple(r.sample(PERSON_IDS, k=r.randrange(2))),
        "partner_ids": tuple(r.sample(PARTNER_IDS[:3], k=r.randrange(2))),
    },
    ev.ParagraphMarked: lambda r: {"mark": _mark(r)},
    ev.ParagraphUnmarked: lambda r: {"mark_id": _id("w", r)},
    ev.FrustrationCounted: lambda r: {
        "frustration": r.choice(tuple(Frustration)),
        "people": r.randrange(4),
        "step_id": r.choice(STEP_IDS),
    },
    ev.ReportRead: lambda _: {
        "report": ev.ArchivedReport("s-1", "Proef", Form.HET_GESPREK, DETAILS, 9),
        "source": ev.ReadFrom("verslag.pdf", "00"),
        "found": (ev.FoundIn("g-1", ev.Spotted("name", "x")),),
    },
    ev.VotesCounted: lambda r: {"answer_id": _id("a", r), "votes": 2},
    ev.DotsCounted: lambda r: {"dots": ev.Dots(r.choice(STEP_IDS), "geen", 1)},
    ev.DotsShown: lambda r: {"step_id": r.choice(STEP_IDS)},
    ev.AnswersGrouped: lambda r: {"group": ev.AnswerGroup("o-a", r.choice(STEP_IDS), "naam", (_id("a", r),))},
    ev.AnswersUngrouped: lambda r: {"group_id": _id("o", r)},
    ev.SilenceBegun: lambda r: {"minutes": r.randint(0, 3)},
    ev.SilenceEnded: lambda _: {},
    ev.SlideWritten: lambda r: {"slide": _slide(r)},
    ev.SlideRemoved: lambda r: {"slide_id": _id("d", r)},
    ev.WalkBegun: lambda r: {"walk": _walk(r)},
    ev.WalkAnswered: lambda r: {"walk_id": _id("i", r), "said": _walked(r)},
    ev.WalkStopped: lambda r: {"walk_id": _id("i", r)},
    ev.WalkRemoved: lambda r: {"walk_id": _id("i", r)},
    ev.WalkShown: _walk_shown,
    ev.SlideShown: lambda r: {"slide_id": r.choice((None, _id("d", r), _id("d", r)))},
    ev.CardShown: lambda r: {"card": r.choice((None, _card(r), _card(r)))},
    ev.PanelShown: lambda r: {"panel": r.choice((None, _panel(r), _panel(r)))},
    ev.GuessesCounted: lambda r: {"guesses": ev.Guesses(_id("c", r), r.randint(-1, 9), r.randrange(9))},
    ev.GuessesShown: lambda r: {"card_id": _id("c", r), "shown": r.random() < 0.8},
    ev.ClaimRevealed: lambda r: {"card_id": _id("c", r), "revealed": r.random() < 0.7},
    ev.RolesDealt: lambda r: {"deals": _deals(r)},
    ev.TurningPointMarked: lambda r: {
        "point": ev.TurningPoint(_id("k", r), _moment(r), marked("kantel", r.randrange(100_000)))
    },
    ev.TurningPointRemoved: lambda r: {"point_id": _id("k", r)},
    ev.MomentJudged: lambda r: _judged(_moment(r), r),
    ev.QuestionWeighed: lambda r: _weighed(_moment(r), r),
    ev.CaseShown: _shown,
    ev.PresenterChosen: lambda r: {"whose": r.choice((None, *PARTNER_IDS))},
    ev.TurnGiven: lambda r: {"whose": r.choice((None, *PARTNER_IDS, *ROLES))},
    ev.FindingSettled: lambda r: {"subject_id": _id("a", r), "text": "x", "decision": ev.Decision.SHOWN},
}

# What happens often in a meeting comes often here, so that random sessions get somewhere.
_OFTEN = (
    *(ev.AnswerGiven, ev.StepEntered) * 3,
    *(ev.AnswersShown, ev.AgreementMade, ev.AgreementReadBack, ev.NoteWritten, ev.FindingSettled),
    *(ev.TurningPointMarked, ev.QuestionWeighed, ev.MomentJudged, ev.CaseShown),
    *(ev.DotsCounted, ev.DotsShown, ev.AnswersGrouped),
    *(ev.CardShown, ev.GuessesCounted, ev.ClaimRevealed, ev.GuessesShown),
    *(ev.LookBackFilled, ev.LookBackSaid, ev.LookBackShown),
)
_NOW_AND_THEN = tuple(kind for kind in _FIELDS if kind is not ev.SessionClosed) * 2


def _try_one(table: Table, rnd: Random) -> None:
    if rnd.random() < 0.15:
        undo = rnd.random() < 0.6
        stack = table.session.history if undo else table.session.undone
        table.do(ev.Undone if undo else ev.Redone, event_id=stack[-1].event_id if stack else "geen")
        return
    kind = rnd.choice((*_OFTEN * 12, *_NOW_AND_THEN, ev.SessionClosed))
    fields = _fields(kind, table.session, rnd)
    subject = written(table.event(kind, **fields))
    if subject is not None and rnd.random() < 0.25:
        fields["findings"] = (ev.Spotted("naam", subject[1].partition("\n")[0]),)
    table.do(kind, **fields)


def random_table(seed: int, tries: int) -> Table:
    """A table at which `tries` random events were tried; a shorter one is the beginning of a longer one."""
    rnd = Random(seed)
    table = Table(LIVED, CASE) if rnd.random() < 0.5 else Table(SCRIPT)
    if rnd.random() < 0.8:
        table.started()
    for _ in range(tries):
        _try_one(table, rnd)
    return table


def tables(most: int = 60) -> st.SearchStrategy[Table]:
    """Any session: `table.session`, and `table.events` that made it."""
    return st.builds(random_table, st.integers(0, 2**32), st.integers(0, most))
