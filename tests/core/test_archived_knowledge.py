"""What a report tells of knowledge comes back as walks, cards and guesses, and what cannot be is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given

from facilitator.core import events as ev
from facilitator.core.apply import judge
from facilitator.core.archived import planned, words_read
from facilitator.core.archived_knowledge import MOST_ALL, MOST_LINES, can_be, told_of, walk_of
from facilitator.core.card import Verdict
from facilitator.core.codec import event_from_plain, event_to_plain
from facilitator.core.held import Sort, held_texts
from facilitator.core.instrument import InstrumentAnswer
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session
from facilitator.core.vocabulary import Status, WalkEnd
from facilitator.core.walk import Answered, End, Walk, stopped
from tests.builders import Table
from tests.core.test_archived import NOW, REPORT, SOURCE, followed, newer, read
from tests.core.test_walk import FIRST, READ, WALK, going
from tests.random_sessions import tables

NO, SEEN = Answered("eerst", 1, "Niemand ziet iets"), Answered("lees", 0)
ASTRAY = replace(FIRST, answers=(InstrumentAnswer("Ja", "weg"),))
LOST = replace(WALK, instrument=replace(WALK.instrument, questions=(ASTRAY,)))
WALKS = {
    WalkEnd.OUTCOME: going(WALK, NO, SEEN, Answered("laatst", 0)),
    WalkEnd.THROUGH: going(replace(WALK, instrument=replace(WALK.instrument, questions=(READ,))), SEEN),
    WalkEnd.OPEN: going(WALK, NO, Answered("lees", None, "nog lezen", "GGD", "bellen", date(2026, 12, 1))),
    WalkEnd.STOPPED: stopped(going(WALK, NO)),
    WalkEnd.NOWHERE: going(LOST, Answered("eerst", 0)),
}
CLAIM = ev.ArchivedClaim("60 procent.", Verdict.FALSE, "Het is oud.", "‘38.’", sources=("CBS",), true=6, revealed=True)
KNOWING = replace(
    REPORT,
    walks=tuple(told_of(walk) for walk in WALKS.values()),
    cards=(ev.ArchivedCard("De vijf stappen", "Zo loopt het.", ("Movisie",)),),
    claims=(CLAIM, replace(CLAIM, claim="Het stopt vanzelf.", true=0, revealed=False)),
)


@pytest.mark.parametrize("end", WalkEnd)
def test_a_walk_comes_back_as_it_went(end: WalkEnd) -> None:
    walk = WALKS[end]
    told = told_of(walk)
    back = walk_of(told, "loop-1")
    assert told.end is end
    assert can_be(told)
    assert told_of(back) == told
    assert (back.end, bool(back.stopped_id)) == (walk.end, bool(walk.stopped_id))
    assert [question.text for question in back.way] == [question.text for question in walk.way]
    assert back.outcome is None or walk.outcome is None or back.outcome.title == walk.outcome.title


@given(tables())
def test_any_walk_comes_back_with_what_was_said_in_it(table: Table) -> None:
    for walk in table.session.notebook.walks:
        back = walk_of(told_of(walk), "w")
        assert told_of(back) == told_of(walk)
        assert [one.words for one in back.answers] == [one.words for one in walk.answers]
        assert back.end is walk.end


def test_a_question_with_nothing_to_choose_can_lead_to_the_end() -> None:
    told = ev.ArchivedWalk("Wegen", (ev.ArchivedLine("Lees dit."),), WalkEnd.OUTCOME, "Bel", "Bel **nu**.")
    back = walk_of(told, "w")
    assert (back.end, told_of(back)) == (End.OUTCOME, told)


def test_all_of_it_is_there_when_a_report_is_read() -> None:
    session = read(KNOWING)
    assert [walk.title for walk in session.notebook.walks] == ["Wegen"] * 5
    assert len({walk.id for walk in session.notebook.walks}) == 5
    shown = session.course.cards_shown
    assert [card.title for card in shown] == ["De vijf stappen", "60 procent.", "Het stopt vanzelf."]
    assert [card.claim is None for card in shown] == [True, False, False]
    assert session.notebook.guesses == (ev.Guesses(shown[1].id, 6),)
    assert session.course.revealed == (shown[1].id,)
    event = planned(KNOWING, SOURCE, "e-1", NOW)
    assert event_from_plain(event_to_plain(event)) == event


def test_it_stays_when_somebody_says_how_an_agreement_stands_and_a_newer_report_takes_its_place() -> None:
    session = read(KNOWING)
    after = followed(session, Status.KEPT, "geregeld")
    assert (after.notebook.walks, after.course.cards_shown) == (session.notebook.walks, session.course.cards_shown)
    less = newer(after, replace(KNOWING, version=2, walks=KNOWING.walks[:1], cards=(), claims=()))
    assert isinstance(less, Session)
    assert (len(less.notebook.walks), less.course.cards_shown, less.notebook.guesses) == (1, (), ())


def test_what_was_written_in_a_walk_is_looked_at_and_waits() -> None:
    session = read(KNOWING)
    subjects = [subject for subject, words in words_read(session) if "Niemand" in words]
    assert len(subjects) == 3
    found = (ev.FoundIn(subjects[0], ev.Spotted("naam", "Niemand")),)
    held = judge(None, replace(planned(KNOWING, SOURCE, "e-1", NOW), found=found))
    assert isinstance(held, Session)
    assert [(each.written.sort, each.subject_id) for each in held_texts(held)] == [(Sort.WALK, subjects[0])]
    gone = judge(held, ev.ReportRead(id="e-2", at=NOW + timedelta(1), report=replace(REPORT, version=2), source=SOURCE))
    assert isinstance(gone, Session)
    assert gone.notebook.flags == ()


def _walk(**fields: Any) -> dict[str, Any]:
    return {"walks": (replace(KNOWING.walks[0], **fields),)}


LINE = ev.ArchivedLine("Is het veilig?", "nee")
BAD: dict[str, dict[str, Any]] = {
    "a walk without a title": _walk(title=" "),
    "a walk that asked nothing": _walk(lines=()),
    "a question without words": _walk(lines=(replace(LINE, question="\n"),)),
    "a question in the middle without an answer": _walk(lines=(replace(LINE, answered=False), LINE)),
    "an outcome where nothing was answered": _walk(lines=(replace(LINE, answered=False),)),
    "left where it was answered": _walk(lines=(LINE,), end=WalkEnd.STOPPED),
    "more questions than can be asked": _walk(lines=(LINE,) * (MOST_LINES + 1)),
    "more of all than can be": {"cards": (ev.ArchivedCard("x"),) * (MOST_ALL + 1)},
    "a card without a title": {"cards": (ev.ArchivedCard(" "),)},
    "a claim without words": {"claims": (replace(CLAIM, claim=""),)},
    "fewer hands than none": {"claims": (replace(CLAIM, partly=-1),)},
    "more hands than there are": {"claims": (replace(CLAIM, false=10**12),)},
}


@pytest.mark.parametrize("what", BAD)
def test_what_cannot_be_begins_nothing(what: str) -> None:
    assert judge(None, planned(replace(KNOWING, **BAD[what]), SOURCE, "e-1", NOW)) is Refusal.UNKNOWN


def test_nothing_told_is_nothing_there() -> None:
    session = read()
    assert (session.notebook.walks, session.notebook.guesses, session.course.cards_shown) == ((), (), ())


def test_a_walk_that_asks_nothing_is_none() -> None:
    assert not can_be(told_of(Walk("w", "", "Wegen", replace(WALK.instrument, questions=()))))
