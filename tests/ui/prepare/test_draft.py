from dataclasses import replace
from datetime import date, time
from itertools import count

from facilitator.core import events as ev
from facilitator.core.events import Deal, Details
from facilitator.core.people import Partner
from facilitator.core.text import fold
from facilitator.ui.prepare.draft import Draft, Guest, of_session
from tests.builders import CASE, CASE_SCRIPT, SCRIPT, Table

DAY = date(2026, 11, 17)
DRAFT = Draft(SCRIPT.form, DAY, SCRIPT, place="  Buurthuis   De Kring ", available_minutes=90)


def test_the_plan_follows_the_minutes_available() -> None:
    assert DRAFT.plan is not None
    assert sum(DRAFT.plan.minutes) == 90
    assert Draft(SCRIPT.form, DAY).plan is None


def test_only_a_script_that_tells_a_case_needs_one() -> None:
    assert not DRAFT.needs_case
    assert replace(DRAFT, script=CASE_SCRIPT).needs_case


def test_details_are_tidied() -> None:
    assert DRAFT.details == Details("Buurthuis De Kring", DAY, time(13, 30), 90)


def test_every_organisation_comes_once_however_it_was_typed() -> None:
    guests = (Guest("1", "Noor", "politie"), Guest("2", "Sam", " Veilig  Thuis "), Guest("3", "Kim", "POLITIE"))
    assert replace(DRAFT, guests=guests, organisations=("Politie",)).names_at_table == ("Politie", "Veilig Thuis")


def test_known_organisations_keep_their_id() -> None:
    draft = replace(DRAFT, organisations=("Veilig Thuis", "Nieuw"))
    numbers = (f"new-{number}" for number in count(1))
    partners = draft.partners({fold("veilig thuis"): "p-vt"}, numbers)
    assert partners == (Partner("p-vt", "Veilig Thuis"), Partner("new-1", "Nieuw"))


def test_empty_rows_are_nobody() -> None:
    draft = replace(DRAFT, guests=(Guest("1"), Guest("2", "Noor", "Politie", " wijkagent ")))
    (noor,) = draft.participants((Partner("p-pol", "Politie"),))
    assert (noor.id, noor.name, noor.partner_id, noor.role) == ("2", "Noor", "p-pol", "wijkagent")


def test_a_planned_session_opens_as_it_was() -> None:
    session = Table().session
    draft = of_session(session)
    assert draft.details == session.details
    assert draft.participants(session.notebook.partners) == session.notebook.participants
    assert draft.names_at_table == tuple(partner.name for partner in session.notebook.partners)


# ---- roles

TOLD = replace(
    DRAFT,
    script=CASE_SCRIPT,
    case=CASE,
    guests=(Guest("1", "Noor", "Politie", "wijkagent"), Guest("2", "Sam", "Praktijk", "huisarts"), Guest("3", "Bo")),
)


def test_roles_are_dealt_over_those_whose_organisation_is_known() -> None:
    dealt = TOLD.dealt()
    assert dealt.deals == (Deal("1", ("leerkracht",)), Deal("2", ("huisarts",)))
    assert (dealt.roles_of("2"), dealt.roles_of("3"), dealt.by_hand) == (("huisarts",), (), False)
    assert DRAFT.dealt().deals == ()


def test_other_people_are_dealt_in_and_what_was_done_by_hand_stays() -> None:
    fewer = TOLD.dealt().with_guests(TOLD.guests[:1])
    assert fewer.deals == (Deal("1", ("leerkracht", "huisarts")),)
    by_hand = TOLD.dealt().with_role("1", "huisarts", held=True)
    assert by_hand.roles_of("1") == ("leerkracht", "huisarts")
    assert by_hand.with_guests(TOLD.guests[:1]).deals == (Deal("1", ("leerkracht", "huisarts")),)
    assert by_hand.with_guests(TOLD.guests[1:]).deals == (Deal("2", ("huisarts",)),)
    assert TOLD.with_guests(TOLD.guests[:2]).deals == ()


def test_a_role_can_be_taken_back() -> None:
    without = TOLD.dealt().with_role("1", "leerkracht", held=False)
    assert (without.deals, without.by_hand) == ((Deal("2", ("huisarts",)),), True)


def test_a_planned_session_knows_whether_its_roles_were_dealt_by_hand() -> None:
    table = Table(CASE_SCRIPT, CASE)
    table.do(ev.RolesDealt, deals=of_session(table.session).dealt().deals)
    assert (len(of_session(table.session).deals), of_session(table.session).by_hand) == (4, False)
    table.do(ev.RolesDealt, deals=(Deal("d-1", ("huisarts",)),))
    assert of_session(table.session).by_hand
