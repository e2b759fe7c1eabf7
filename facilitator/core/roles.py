"""Dealing the roles of a case over those at the table: every role is held, and nobody sits idle.

In a small group one person holds several roles, those first that a case says go well together; in a large one a role is
shared. Who does the work of a role plays that role; people of one organisation get different roles while there are any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from facilitator.core.casus import Case
from facilitator.core.events import Deal
from facilitator.core.people import Participant, Partner
from facilitator.core.text import fold


def hands(case: Case, people: int) -> tuple[tuple[str, ...], ...]:
    """Give the roles that each of so many people holds, in the order of the case. `people` may be more or fewer."""
    if people < 1 or not case.roles:
        return ()
    merged = _merged(case, people)
    return tuple(merged[number % len(merged)] for number in range(people))


def _merged(case: Case, people: int) -> list[tuple[str, ...]]:
    """The roles in at most so many hands."""
    held: list[tuple[str, ...]] = [(role,) for role in case.roles]
    while len(held) > people:
        first, second = _to_merge(case, held)
        held[first] = (*held[first], *held[second])
        del held[second]
    return held


def _to_merge(case: Case, held: Sequence[tuple[str, ...]]) -> tuple[int, int]:
    """Which two hands become one: small ones first, and of those a pair that the case names, else the last two."""

    def cost(pair: tuple[int, int]) -> tuple[int, bool, int, int]:
        one, other = held[pair[0]], held[pair[1]]
        named = any(_goes_with(case, a, b) or _goes_with(case, b, a) for a in one for b in other)
        return len(one) + len(other), not named, -pair[1], -pair[0]

    return min(((i, j) for j in range(len(held)) for i in range(j)), key=cost)


def _goes_with(case: Case, role: str, other: str) -> bool:
    return case.role_card(role).merges_with == other


def deal(case: Case, participants: Sequence[Participant], partners: Sequence[Partner] = ()) -> tuple[Deal, ...]:
    """Deal the roles over the participants who are present; `partners` are their organisations.

    Who does the work of a role gets that role while there is room; the others make up the numbers, those of one
    organisation in different roles while there are any.
    """
    names = {partner.id: partner.name for partner in partners}
    present = [person for person in participants if person.present]
    apart = tuple(dict.fromkeys(hands(case, len(present))))
    if not apart:
        return ()
    given: dict[str, int] = {}
    for person in present:
        organisation = names.get(person.partner_id, "")
        own = next((n for n, roles in enumerate(apart) if _does_work_of(person, organisation, roles)), None)
        if own is not None and sum(n == own for n in given.values()) < len(present) // len(apart):
            given[person.id] = own
    for person in present:
        if person.id not in given:
            colleagues = [other.id for other in present if other.partner_id == person.partner_id]
            given[person.id] = _most_wanted(len(apart), given, colleagues)
    return tuple(Deal(person.id, apart[given[person.id]]) for person in present)


def _does_work_of(person: Participant, organisation: str, roles: tuple[str, ...]) -> bool:
    """Whether a role is this person's own ("wijkagent"), or one at their organisation ("medewerker Veilig Thuis")."""
    work, place = fold(person.role), fold(organisation)
    return any(fold(role) in work or (place != "" and place in fold(role)) for role in roles)


def _most_wanted(hands_apart: int, given: Mapping[str, int], colleagues: Sequence[str]) -> int:
    """The hand that fewest hold, of those one that no colleague holds, of those the first."""
    holders = Counter(given.values())
    near = Counter(given[person] for person in colleagues if person in given)
    return min(range(hands_apart), key=lambda number: (holders[number], near[number], number))
