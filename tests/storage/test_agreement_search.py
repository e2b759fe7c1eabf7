"""Finding agreements over all sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Status
from facilitator.core.look_back import continued
from facilitator.core.people import Partner
from facilitator.core.vocabulary import Phase
from facilitator.storage import agreement_search, overview
from facilitator.storage.agreement_search import CARRIED, CODES, STILL_OPEN, Wanted
from facilitator.storage.database import Connection
from tests.builders import CASE, CASE_SCRIPT
from tests.storage.keeping import Meeting
from tests.storage.test_agreements import TODAY, held_agreement, looking_back
from tests.storage.test_overview import keep


def names(connection: Connection, **wanted: object) -> list[str]:
    """What is found, in its order."""
    found = agreement_search.find(connection, Wanted(**wanted), TODAY)  # type: ignore[arg-type]
    return [line.what for line in agreement_search.lines(connection, found.numbers)]


@pytest.fixture
def filled(connection: Connection) -> Connection:
    """Two sessions with agreements of every sort."""
    one = Meeting("s-1", partners=(Partner("p-pol", "Politie"), Partner("p-vt", "Veilig Thuis"))).led(answers=0)
    one.agree("Huisverbod bespreken", deadline=date(2026, 12, 20), phase=Phase.RECOVERY)
    one.agree("Veiligheidsplan maken", deadline=date(2026, 12, 5), evaluate_on=date(2027, 1, 15))
    one.agree("Zonder datum", rhythm="elke week")
    one.agree("Is al klaar", status=Status.KEPT, deadline=date(2026, 11, 1))
    two = Meeting("s-2", day=date(2027, 2, 1), municipality="Ede", place="Kern", partners=(Partner("p-ggd", "GGD"),))
    two.do(ev.SessionStarted)
    two.agree("Cliëntgericht werken", owner_id="p-ggd", with_ids=(), deadline=date(2027, 3, 1))
    keep(connection, one, two)
    return connection


def test_late_first_then_open_by_day_then_what_is_done(filled: Connection) -> None:
    assert names(filled) == [
        "Wij bellen.",
        "Veiligheidsplan maken",
        "Huisverbod bespreken",
        "Cliëntgericht werken",
        "Zonder datum",
        "Is al klaar",
    ]
    found = agreement_search.find(filled, Wanted(), TODAY)
    assert (found.codes, found.late) == ("AAaaak", 2)
    assert len(found.standing("afgesproken")) == 5
    assert list(found.standing("nagekomen")) == [found.numbers[5]]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({"partner_id": "p-vt"}, 5),
        ({"partner_id": "p-ggd"}, 1),
        ({"partner_id": "nobody"}, 0),
        ({"municipality": "Ede"}, 1),
        ({"phase": Phase.RECOVERY}, 1),
        ({"stands": "nagekomen"}, 1),
        ({"stands": STILL_OPEN}, 5),
        ({"stands": CARRIED}, 0),
        ({"late": True}, 2),
        ({"late": True, "municipality": "Ede"}, 0),
        ({"agreed_from": date(2027, 1, 1)}, 1),
        ({"agreed_until": date(2027, 1, 1)}, 5),
        ({"due_from": date(2026, 12, 5), "due_until": date(2026, 12, 20)}, 2),
        ({"on_day": date(2027, 1, 15)}, 1),
        ({"theme": "none"}, 0),
    ],
)
def test_each_filter_leaves_what_fits(filled: Connection, wanted: dict[str, object], count: int) -> None:
    assert len(names(filled, **wanted)) == count


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("veiligheid", "Veiligheidsplan maken"),
        ("PLAN", "Veiligheidsplan maken"),  # a piece of a word
        ("verbod", "Huisverbod bespreken"),
        ("besprekingen huis", None),
        ("bespreek", "Huisverbod bespreken"),  # its stem
        ("clientgericht", "Cliëntgericht werken"),
        ("cliënt", "Cliëntgericht werken"),
        ("werken met ggd", "Cliëntgericht werken"),
        ("ede kern", "Cliëntgericht werken"),
        ("elke week", "Zonder datum"),
        ("xyzzy", None),
        ("???", None),
        ('"bellen', "Wij bellen."),
        ("bellen OR NEAR(", None),
    ],
)
def test_words_are_found_folded_by_stem_and_inside_others(filled: Connection, text: str, what: str | None) -> None:
    assert names(filled, text=text) == ([] if what is None else [what])


def test_a_single_letter_leaves_nothing_out(filled: Connection) -> None:
    assert len(names(filled, text="v")) == 6
    assert names(filled, text="b bellen") == ["Wij bellen."]


def test_words_and_filters_together(filled: Connection) -> None:
    assert names(filled, text="politie", late=True) == ["Wij bellen.", "Veiligheidsplan maken"]
    assert names(filled, text="politie", municipality="Ede") == []


def test_doubles_that_were_merged_are_one_organisation(filled: Connection) -> None:
    overview.merge_partners(filled, "p-ggd", "p-pol")
    for known_as in ("p-ggd", "p-pol"):
        assert "Cliëntgericht werken" in names(filled, partner_id=known_as)
    assert agreement_search.choices(filled).partners == (("p-pol", "Politie"), ("p-vt", "Veilig Thuis"))


def test_what_there_is_to_choose_from(filled: Connection) -> None:
    keep(filled, Meeting("empty", municipality="Zonder afspraken", partners=(Partner("p-x", "Niemand"),)))
    learnt = Meeting("learnt", script=CASE_SCRIPT, case=replace(CASE, themes=("kind", "Armoede")))
    learnt.do(ev.SessionStarted)
    learnt.agree("Met thema")
    keep(filled, learnt)
    choices = agreement_search.choices(filled)
    assert [name for _id, name in choices.partners] == ["GGD", "Politie", "Veilig Thuis"]
    assert choices.municipalities == ("Ede", "Voorbeeldstad")
    assert choices.themes == ("Armoede", "kind")
    assert names(filled, theme="kind") == ["Met thema"]


def test_a_partner_goes_by_the_name_of_its_newest_session(connection: Connection) -> None:
    one, two = (
        Meeting("s-1", partners=(Partner("p-pol", "Oud"),)),
        Meeting("s-2", partners=(Partner("p-pol", "Nieuw"),)),
    )
    for meeting in (one, two):
        meeting.do(ev.SessionStarted)
        meeting.agree(with_ids=())
    keep(connection, two, one)
    assert agreement_search.choices(connection).partners == (("p-pol", "Nieuw"),)


def test_what_falls_on_which_day(filled: Connection) -> None:
    days = agreement_search.days(filled, Wanted(), date(2026, 11, 1), date(2027, 1, 31), TODAY)
    assert [tuple(day) for day in days] == [
        (date(2026, 11, 1), 0, 1, 0, 0),
        (date(2026, 12, 1), 1, 0, 1, 0),
        (date(2026, 12, 5), 1, 0, 1, 0),
        (date(2026, 12, 20), 1, 0, 0, 0),
        (date(2027, 1, 15), 0, 0, 0, 1),
    ]
    narrowed = agreement_search.days(filled, Wanted(text="huisverbod"), date(2026, 11, 1), date(2027, 1, 31), TODAY)
    assert [day.day for day in narrowed] == [date(2026, 12, 20)]


def test_what_was_carried_over_is_found_as_such(connection: Connection) -> None:
    old = Meeting().led()
    later = looking_back(old)
    assert later.session is not None
    later.do(ev.AgreementMade, agreement=continued(later.session.course.look_back[0], "g-new"))
    keep(connection, old, later)
    carried = agreement_search.find(connection, Wanted(stands=CARRIED), TODAY)
    assert (carried.codes, carried.late) == (CODES[CARRIED], 0)
    assert agreement_search.find(connection, Wanted(), TODAY).codes == "Cm"
    assert len(agreement_search.find(connection, Wanted(stands="afgesproken"), TODAY).numbers) == 0


def test_words_that_wait_for_a_decision_are_not_found(connection: Connection) -> None:
    keep(connection, held_agreement())
    assert names(connection, text="merkwoord") == []
    assert names(connection, text="politie", late=True) == ["Wij bellen.", "…"]


def test_a_line_that_is_gone_is_left_out(filled: Connection) -> None:
    found = agreement_search.find(filled, Wanted(), TODAY)
    assert agreement_search.lines(filled, [999, found.numbers[1]])[0].what == "Veiligheidsplan maken"
