from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from facilitator.core.agreement import Status
from facilitator.core.script import Form
from facilitator.core.session import State
from facilitator.storage.agreements import AgreementLine
from facilitator.storage.overview import SessionLine
from facilitator.ui.start import phrases
from facilitator.ui.start.due_list import AT_ONCE
from facilitator.ui.start.facts import Facts
from facilitator.ui.start.start_page import StartPage
from tests.ui.desk import NOW, TODAY


def session_line(session_id: str, state: State, days: int = 0, place: str = "Wijk Noord") -> SessionLine:
    return SessionLine(
        id=session_id,
        title="Proef",
        form=Form.HET_GESPREK,
        place=place,
        municipality="",
        day=TODAY + timedelta(days=days),
        start=datetime(2026, 1, 1, 14, 0).time(),  # noqa: DTZ001  a wall clock
        state=state,
        version=1,
        step=3,
        steps=6,
        step_title="Kies",
        keep_months=12,
        last_at=NOW + timedelta(days=days),
    )


def due_line(number: int, days: int, status: Status = Status.AGREED) -> AgreementLine:
    deadline = TODAY + timedelta(days=days)
    return AgreementLine(
        "s-1",
        f"a-{number}",
        f"Iets doen <b>{number}</b>",
        "p",
        "Politie",
        ("Wijkteam",),
        deadline,
        "",
        status,
        "Proef",
        TODAY,
    )


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    page = StartPage(NOW)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    return page


@pytest.mark.parametrize(
    ("hour", "words"), [(3, "Good night"), (9, "Good morning"), (13, "Good afternoon"), (20, "Good evening")]
)
def test_the_greeting_follows_the_clock(hour: int, words: str) -> None:
    assert phrases.greeting(datetime(2026, 11, 24, hour, tzinfo=datetime.now(UTC).astimezone().tzinfo)) == words


def test_with_nothing_kept_it_says_what_to_do(page: StartPage, qtbot: QtBot) -> None:
    page.show_facts(Facts(NOW))
    assert page.going_on.isHidden()
    assert page.due.empty is not None
    assert page.due.empty.button is not None
    with qtbot.waitSignal(page.begin_requested) as asked:
        page.due.empty.button.click()
    assert asked.args == [Form.HET_GESPREK]


def test_what_was_interrupted_goes_before_what_is_planned(page: StartPage, qtbot: QtBot) -> None:
    lines = (
        session_line("s-p", State.PLANNED, 1),
        session_line("s-r", State.RUNNING),
        session_line("s-c", State.CLOSED),
    )
    page.show_facts(Facts(NOW, lines))
    assert "Wijk Noord" in page.going_on.title.text()
    assert "4" in page.going_on.text.text()
    with qtbot.waitSignal(page.session_requested) as asked:
        page.going_on.button.click()
    assert asked.args == ["s-r"]


def test_the_nearest_planned_session_is_offered_and_a_missed_one_is_not() -> None:
    lines = tuple(session_line(f"s{days}", State.PLANNED, days) for days in (9, 2, -1, -2))
    assert [line.id for line in Facts(NOW, lines).to_go_on_with] == ["s-1", "s2", "s9"]


def test_late_and_near_agreements_say_so(page: StartPage) -> None:
    page.show_facts(Facts(NOW, (), (due_line(1, -3), due_line(2, 5))))
    late, near = page.due.row("s-1", "a-1"), page.due.row("s-1", "a-2")
    assert (late.pill.text(), late.pill.property("role")) == ("3 days late", "pill-attention")
    assert (near.pill.text(), near.pill.property("role")) == ("in 5 days", "pill-calm")
    assert late.what.text() == "Iets doen <b>1</b>"
    assert page.due.late.text() == "1 late"


def test_a_status_is_chosen_from_the_menu(page: StartPage, qtbot: QtBot) -> None:
    page.show_facts(Facts(NOW, (), (due_line(1, -3),)))
    with qtbot.waitSignal(page.status_chosen) as chosen:
        page.due.row("s-1", "a-1").menu.actions()[0].trigger()
    assert chosen.args == [due_line(1, -3), Status.KEPT]


def test_what_was_settled_by_mistake_is_set_back(page: StartPage, qtbot: QtBot) -> None:
    page.show_facts(Facts(NOW, (), (due_line(1, -3), due_line(2, 5))))
    row = page.due.row("s-1", "a-1")
    page.due.settle(due_line(1, -3), Status.KEPT)
    page.show_facts(Facts(NOW, (), (due_line(2, 5),)))
    assert page.due.row("s-1", "a-1") is row
    assert row.pill.text() == "kept"
    with qtbot.waitSignal(page.set_back_wanted) as asked:
        row.back.trigger()
    assert asked.args == [due_line(1, -3)]
    page.due.settle(due_line(1, -3), Status.AGREED)
    page.show_facts(Facts(NOW, (), (due_line(1, -3),)))
    assert row.pill.text() == "3 days late"


def test_what_was_settled_is_gone_at_the_next_visit(page: StartPage) -> None:
    page.show_facts(Facts(NOW, (), (due_line(1, -3),)))
    page.due.settle(due_line(1, -3), Status.KEPT)
    page.enter()
    page.show_facts(Facts(NOW))
    assert page.due.empty is not None


def test_rows_stay_the_same_widgets_when_others_come_and_go(page: StartPage) -> None:
    page.show_facts(Facts(NOW, (), (due_line(1, -3), due_line(2, 5))))
    kept = page.due.row("s-1", "a-2")
    page.show_facts(Facts(NOW, (), (due_line(2, 5, Status.BUSY), due_line(3, 6))))
    assert page.due.row("s-1", "a-2") is kept
    assert "being done" in kept.who.text()
    with pytest.raises(KeyError):
        page.due.row("s-1", "a-1")


def test_a_long_list_is_shown_in_parts(page: StartPage) -> None:
    page.show_facts(Facts(NOW, (), tuple(due_line(number, number) for number in range(AT_ONCE + 5))))
    assert "5" in page.due.more.text()
    page.due.more.click()
    assert page.due.row("s-1", f"a-{AT_ONCE + 4}")
    assert page.due.more.isHidden()


def test_cards_go_under_each_other_in_a_narrow_window(page: StartPage, qtbot: QtBot) -> None:
    page.resize(1100, 800)
    qtbot.waitUntil(lambda: page.talk.y() == page.learning.y())
    page.resize(400, 800)
    qtbot.waitUntil(lambda: page.talk.y() < page.learning.y())
