"""Dealing the roles of a case: every role is held, and nobody sits idle."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.casus import Case, RoleCard, RoleKnowledge
from facilitator.core.events import Deal
from facilitator.core.people import Participant, Partner
from facilitator.core.roles import deal, hands
from tests.builders import CASE


def case_of(*roles: str, cards: tuple[RoleCard, ...] = ()) -> Case:
    known = tuple(RoleKnowledge(role, "iets") for role in roles)
    return replace(CASE, moments=(replace(CASE.moments[0], roles=known),), role_cards=cards)


def people(*organisations: str) -> list[Participant]:
    return [Participant(f"d{n}", f"Mens {n}", partner_id) for n, partner_id in enumerate(organisations)]


@given(st.integers(0, 8), st.integers(0, 20))
def test_every_role_is_held_and_nobody_sits_idle(roles: int, number: int) -> None:
    held = hands(case_of(*(f"rol{n}" for n in range(roles))), number)
    assert len(held) == (number if roles else 0)
    assert all(held)
    assert {role for hand in held for role in hand} == ({f"rol{n}" for n in range(roles)} if number else set())


def test_in_a_small_group_roles_merge_those_that_go_together_first() -> None:
    case = case_of("a", "b", "c", "d", cards=(RoleCard("a", merges_with="d"), RoleCard("c")))
    assert hands(case, 3) == (("a", "d"), ("b",), ("c",))
    assert hands(case, 2) == (("a", "d"), ("b", "c"))
    assert hands(case_of("a", "b", "c"), 2) == (("a",), ("b", "c"))


def test_what_goes_together_does_so_either_way_round() -> None:
    assert hands(case_of("a", "b", "c", cards=(RoleCard("b", merges_with="a"),)), 2) == (("a", "b"), ("c",))


def test_in_a_large_group_roles_are_shared() -> None:
    assert hands(case_of("a", "b"), 5) == (("a",), ("b",), ("a",), ("b",), ("a",))


def test_one_who_is_not_there_gets_no_role() -> None:
    first, second = people("p", "q")
    assert deal(case_of("a"), [replace(first, present=False), second]) == (Deal("d1", ("a",)),)
    assert deal(case_of(), [second]) == ()
    assert deal(case_of("a"), []) == ()


@given(st.lists(st.sampled_from("pqr"), min_size=1, max_size=12), st.integers(1, 5))
def test_dealt_over_people_every_role_is_held_as_evenly_as_can_be(organisations: list[str], roles: int) -> None:
    case = case_of(*(f"rol{n}" for n in range(roles)))
    dealt = [one.roles for one in deal(case, people(*organisations))]
    assert {role for held in dealt for role in held} == set(case.roles)
    counts = [dealt.count(held) for held in set(dealt)]
    assert max(counts) - min(counts) <= 1


def test_people_of_one_organisation_get_different_roles() -> None:
    dealt = {one.participant_id: one.roles for one in deal(case_of("a", "b", "c"), people("p", "q", "r", "p"))}
    assert dealt["d0"] != dealt["d3"]
    dealt = {one.participant_id: one.roles for one in deal(case_of("a", "b"), people("p", "q", "p", "q"))}
    assert (dealt["d0"] != dealt["d2"], dealt["d1"] != dealt["d3"]) == (True, True)


def test_who_does_the_work_of_a_role_gets_it_while_there_is_room() -> None:
    three = people("p", "q", "r")
    worker = replace(three[2], role="Wijkagent Noord")
    dealt = deal(case_of("huisarts", "wijkagent", "leerkracht"), [*three[:2], worker])
    assert dealt == (Deal("d0", ("huisarts",)), Deal("d1", ("leerkracht",)), Deal("d2", ("wijkagent",)))
    home = Partner("q", "Lokaal team")
    dealt = deal(case_of("huisarts", "Medewerker lokaal team", "leerkracht"), three, [home])
    assert [one.roles[0] for one in dealt] == ["huisarts", "Medewerker lokaal team", "leerkracht"]
    agents = [replace(each, role="wijkagent") for each in three]
    dealt = deal(case_of("huisarts", "wijkagent"), agents)
    assert [one.roles for one in dealt] == [("wijkagent",), ("huisarts",), ("huisarts",)]
