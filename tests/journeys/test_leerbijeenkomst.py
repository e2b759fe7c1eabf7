"""A learning session: a case told moment by moment, and agreements out of what was said at each, by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from facilitator.core.audience import AudienceView
from facilitator.core.casus import Case
from facilitator.core.session import Session
from facilitator.core.vocabulary import Status
from tests.journeys.conftest import Facilitator, Modifier, Start
from tests.journeys.ways import (
    begin,
    begin_preparing,
    choose_case,
    choose_place,
    close_by_reading_back,
    go_on,
    invite,
    make_documents,
)

SAID = {
    0: "Meteen met de intern begeleider praten @school",
    1: "Weten wie er al meekijkt @Politie",
    2: "Terugbellen, ook als er niets is @Veilig Thuis",
}


def prepare_case(one: Facilitator) -> None:
    """From the start page to the console, with the case Stil in de klas."""
    page = begin_preparing(one, learning=True)
    go_on(one)
    assert page.stack.currentIndex() == 0, "a case must be chosen first"
    choose_case(one, page, "stil-in-de-klas")
    choose_place(one, page)
    invite(one, page)
    go_on(one)
    assert page.stack.currentIndex() == 3, "the roles come last"
    one.go_to(page.roles_part.deal)
    one.press(Qt.Key.Key_Space)
    go_on(one)
    one.wait(lambda: one.program.leading is not None)


def moments(one: Facilitator) -> Iterator[int]:
    """Go on to the case, and through its moments one by one."""
    while one.session.moment is None:
        one.press(Qt.Key.Key_PageDown)
    case = one.session.case
    assert case is not None
    for number in range(len(case.moments)):
        assert one.session.course.page == number
        yield number
        one.minutes_pass(12)
        one.press(Qt.Key.Key_PageDown)


@pytest.fixture
def told(facilitator: Start) -> tuple[Facilitator, list[AudienceView]]:
    """The case was told, with an answer at three of its moments, one of them made an agreement; what the room saw."""
    one = facilitator()
    prepare_case(one)
    begin(one)
    one.minutes_pass(5)
    seen = []
    for number in moments(one):
        one.press(Qt.Key.Key_Down, Modifier.AltModifier)
        if number in SAID:
            one.enter(SAID[number])
        if number == 1:
            one.press(Qt.Key.Key_F8)
        if number == 2:
            one.press(Qt.Key.Key_F9)
        seen.append(one.program.stage.audience.view)
    return one, seen


def test_the_room_sees_one_moment_after_another_and_its_question(told: tuple[Facilitator, list[AudienceView]]) -> None:
    one, seen = told
    case = one.session.case
    assert case is not None
    assert [view.title for view in seen] == [moment.title for moment in case.moments]
    assert [view.text for view in seen] == [moment.audience_text for moment in case.moments]
    assert [view.question for view in seen] == [moment.questions[0].text for moment in case.moments]
    assert [[answer.text for answer in view.answers] for view in seen[:3]] == [[], ["Weten wie er al meekijkt"], []]


def test_nothing_that_a_role_knows_reaches_the_room(told: tuple[Facilitator, list[AudienceView]]) -> None:
    one, seen = told
    shown = plain(" ".join(map(repr, seen)))
    knowledge = list(private_sentences(one.session))
    assert len(knowledge) > 40
    assert [sentence for sentence in knowledge if sentence in shown] == []


def test_what_was_said_is_kept_at_its_moment(told: tuple[Facilitator, list[AudienceView]]) -> None:
    session = told[0].session
    case, book = session.case, session.notebook
    assert case is not None
    assert [answer.moment_id for answer in book.answers] == [case.moments[number].id for number in SAID]
    assert [answer.question_id for answer in book.answers] == [case.moments[number].questions[0].id for number in SAID]
    (made,) = book.agreements
    assert (made.what, made.origin.moment_id) == ("Terugbellen, ook als er niets is", case.moments[2].id)
    owner = session.partner(made.owner_id)
    assert owner is not None
    assert owner.name == "Veilig Thuis"


def test_the_report_holds_the_answers_of_every_moment(told: tuple[Facilitator, list[AudienceView]]) -> None:
    one, _seen = told
    page = close_by_reading_back(one)
    assert page.session.notebook.agreements[0].status is Status.AGREED
    papers = make_documents(one, page)
    (report,) = [text for name, text in papers.items() if "/Verslag" in name]
    case = page.session.case
    assert case is not None
    places = [report.index(f"De casus, moment voor moment: {moment.title}") for moment in case.moments[:3]]
    answers = [report.index(text.split(" @")[0], places[0]) for text in SAID.values()]
    assert sorted((*places, *answers)) == [place for pair in zip(places, answers, strict=True) for place in pair]
    for_one_role = ("/Draaiboek", "/Rolkaarten")
    handed_out = plain(
        " ".join(text for name, text in papers.items() if not any(word in name for word in for_one_role))
    )
    assert [sentence for sentence in private_sentences(page.session) if sentence in handed_out] == []


def test_the_roles_that_were_dealt_have_their_cards(told: tuple[Facilitator, list[AudienceView]]) -> None:
    one, _seen = told
    held = {role for deal in one.session.notebook.deals for role in deal.roles}
    case = one.session.case
    assert case is not None
    assert held == set(case.roles)
    papers = make_documents(one, close_by_reading_back(one))
    (cards,) = [plain(text) for name, text in papers.items() if "/Rolkaarten" in name]
    for moment in case.moments:
        assert all(plain(known.knows)[:60] in cards for known in moment.roles)
        assert all(plain(item) not in cards for item in (*moment.guidance.say, *moment.goes_wrong))


def public_texts(case: Case) -> Iterator[str]:
    """What the hand-out may tell everybody."""
    yield from (question.text for moment in case.moments for question in moment.questions)
    yield from (moment.audience_text for moment in case.moments)
    yield from (f"{occurrence.when} {occurrence.what}" for occurrence in case.timeline)
    yield from (person.about for person in case.persons)


def private_sentences(session: Session) -> Iterator[str]:
    """Every sentence of what one role knows and of what only the facilitator reads; public questions are none."""
    assert session.case is not None
    public = plain(" ".join(public_texts(session.case)))
    for moment in session.case.moments:
        told = [known.knows for known in moment.roles] + [*moment.guidance.say, *moment.guidance.do]
        for text in (*told, *moment.turning_points, *moment.goes_wrong):
            sentences = re.split(r"(?<=[.?!])\s+", plain(text))
            yield from (sentence for sentence in sentences if len(sentence) > 25 and sentence not in public)


def plain(text: str) -> str:
    """One line, without the signs of Markdown and of Python's own strings."""
    return " ".join(text.replace("\\n", " ").replace("*", "").split())
