"""Sessions as earlier versions of this program stored them: an event a line, never changed again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitator.core.apply import judge
from facilitator.core.audience import Scene, audience_view
from facilitator.core.codec import event_from_plain
from facilitator.core.events import AgreementReadBack, Answer, Event, Guesses
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session, State

STORED = sorted((Path(__file__).parent / "stored").glob("*.jsonl"))


def events_of(stored: Path) -> list[Event]:
    """Read what was stored."""
    return [event_from_plain(json.loads(line)) for line in stored.read_text("utf-8").splitlines()]


def played(events: list[Event]) -> Session:
    """Let it all happen again; everything that fitted then fits now."""
    session: Session | None = None
    for event in events:
        outcome = judge(session, event)
        assert not isinstance(outcome, Refusal), f"{event}: {outcome}"
        session = outcome
    assert session is not None
    return session


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_every_stored_event_still_fits(stored: Path) -> None:
    assert played(events_of(stored)).course.state is State.CLOSED


def test_a_session_of_before_cases_were_lived_through_says_the_same() -> None:
    session = played(events_of(STORED[0]))
    book = session.notebook
    assert book.answers == (
        Answer("a", "casus", "De moeder belde ons", "p-vt", question_id="m-q", moment_id="m2", shown=True),
    )
    assert [(each.what, each.status_remark) for each in book.agreements] == [("Terugbellen", "gelukt")]
    assert [(note.text, note.released) for note in book.notes] == [("een andere", True)]
    assert [item.text for item in book.parked] == ["later", "weg"]
    assert (session.version, session.moments_told) == (2, 2)


def test_it_is_resumed_where_the_room_was() -> None:
    events = events_of(STORED[0])
    cut_off = next(number for number, event in enumerate(events) if isinstance(event, AgreementReadBack))
    view = audience_view(played(events[:cut_off]))
    assert (view.scene, view.title, view.page, view.pages) == (Scene.PAGE, "dinsdag", 1, 2)
    assert [answer.text for answer in view.answers] == ["De moeder belde ons"]


def test_cards_that_were_shown_are_known_without_a_library() -> None:
    session = played(events_of(next(stored for stored in STORED if stored.stem == "with-cards")))
    assert [card.title for card in session.course.cards_shown] == ["De vijf stappen", "Is het 60 procent?"]
    assert session.notebook.guesses == (Guesses("feit", 4, 2, 9),)
    assert session.course.revealed == ("feit",)


def test_a_session_of_before_there_were_cards_showed_none() -> None:
    course = played(events_of(STORED[0])).course
    assert (course.card, course.cards_shown, course.revealed) == (None, (), ())
