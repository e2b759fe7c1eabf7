from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.apply import fold
from facilitator.core.events import Deal, Event, SessionPlanned
from facilitator.core.session import Session
from facilitator.ui.prepare.draft import Draft, Guest, of_session
from facilitator.ui.prepare.planning import NewId, beginning, corrections, roles_dealt
from tests.builders import CASE, CASE_SCRIPT, SCRIPT, START, Table


def ids() -> NewId:
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


DRAFT = Draft(SCRIPT.form, date(2026, 11, 17), SCRIPT, place="Buurthuis", guests=(Guest("g", "Noor", "Politie"),))


def begun(draft: Draft) -> Session:
    event = beginning(draft, {"politie": "p-pol"}, ids(), START, rehearsal=False)
    session = fold([event])
    assert session is not None
    return session


def test_a_draft_becomes_a_planned_session() -> None:
    session = begun(DRAFT)
    assert session.details == DRAFT.details
    assert session.notebook.participants[0].partner_id == session.notebook.partners[0].id == "p-pol"
    assert DRAFT.plan is not None
    assert session.minutes == DRAFT.plan.minutes


def test_a_case_goes_along_only_where_it_is_told() -> None:
    assert begun(replace(DRAFT, case=CASE)).case is None
    assert begun(replace(DRAFT, script=CASE_SCRIPT, case=CASE)).case == CASE


def test_a_rehearsal_says_so() -> None:
    event = beginning(DRAFT, {}, ids(), START, rehearsal=True)
    assert isinstance(event, SessionPlanned)
    assert event.rehearsal


@pytest.mark.parametrize("lacking", [{"script": None}, {"script": CASE_SCRIPT}])
def test_a_draft_that_is_not_ready_is_refused(lacking: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="cannot be planned"):
        beginning(replace(DRAFT, **lacking), {}, ids(), START, rehearsal=False)  # type: ignore[arg-type]


def test_nothing_changed_is_no_event() -> None:
    session = begun(DRAFT)
    assert corrections(of_session(session), session, {}, ids(), START) == ()


@pytest.mark.parametrize(("organisations", "ids_at_table"), [((), ["p-pol", "new-1"]), (("Politie Noord",), ["p-pol"])])
def test_an_organisation_met_under_another_name_is_at_the_table_once(
    organisations: tuple[str, ...], ids_at_table: list[str]
) -> None:
    session = begun(DRAFT)
    guests = () if organisations else (*DRAFT.guests, Guest("h", "Sam", "Politie Noord"))
    draft = replace(of_session(session), guests=guests, organisations=organisations)
    made = corrections(draft, session, {"politie noord": "p-pol"}, ids(), START)
    after = fold([beginning(DRAFT, {"politie": "p-pol"}, ids(), START, rehearsal=False), *made])
    assert after is not None
    assert [partner.id for partner in after.notebook.partners] == ids_at_table
    assert [partner.name for partner in after.notebook.partners][-1] == "Politie Noord"


NAMES = st.sampled_from(["Politie", "politie", "Veilig Thuis", "Wijkteam Noord", "School", "GGZ"])
GUESTS = st.builds(Guest, st.sampled_from(["d-1", "d-2", "d-3", "n-1", "n-2"]), st.just("Iemand"), NAMES)


@given(
    st.lists(GUESTS, unique_by=lambda guest: guest.id, max_size=5), st.lists(NAMES, max_size=3), st.integers(60, 200)
)
def test_corrections_make_of_the_session_what_the_draft_says(
    guests: list[Guest], organisations: list[str], minutes: int
) -> None:
    table = Table()
    draft = replace(
        of_session(table.session), guests=tuple(guests), organisations=tuple(organisations), available_minutes=minutes
    )
    after = fold([*table.events, *corrections(draft, table.session, {}, ids(), START)])
    assert after is not None
    assert after.details == draft.details
    assert {p.name for p in after.notebook.partners} == set(draft.names_at_table)
    assert set(after.notebook.participants) == set(draft.participants(after.notebook.partners))
    assert draft.plan is not None
    assert after.minutes == draft.plan.minutes


# ---- roles


LEARNING = replace(DRAFT, script=CASE_SCRIPT, case=CASE, guests=(*DRAFT.guests, Guest("h", "Sam", "Praktijk")))


def put_right(session: Session, draft: Draft) -> Session:
    after = fold([*_planned(), *corrections(draft, session, {}, ids(), START)])
    assert after is not None
    return after


def _planned() -> list[Event]:
    first = beginning(LEARNING, {}, ids(), START, rehearsal=False)
    session = fold([first])
    assert session is not None
    return [first, *roles_dealt(LEARNING.dealt(), session, ids(), START)]


def test_roles_are_dealt_with_the_session_and_only_when_they_were() -> None:
    session = fold(_planned())
    assert session is not None
    assert session.notebook.deals == (Deal("g", ("leerkracht",)), Deal("h", ("huisarts",)))
    assert roles_dealt(LEARNING, begun(LEARNING), ids(), START) == ()
    assert roles_dealt(LEARNING.dealt(), begun(DRAFT), ids(), START) == ()


def test_roles_follow_who_comes_and_what_was_chosen() -> None:
    session = fold(_planned())
    assert session is not None
    draft = of_session(session)
    assert corrections(draft, session, {}, ids(), START) == ()
    swapped = draft.with_role("g", "huisarts", held=True)
    assert set(put_right(session, swapped).notebook.deals) == {
        Deal("g", ("leerkracht", "huisarts")),
        Deal("h", ("huisarts",)),
    }
    alone = draft.with_guests(draft.guests[:1])
    assert put_right(session, alone).notebook.deals == (Deal("g", ("leerkracht", "huisarts")),)
    assert put_right(session, replace(draft, deals=())).notebook.deals == ()
