"""Dealing the roles of a case over those at the table: every role is held, and nobody sits idle.

In a small group one person holds several roles, those first that a case says go well together; in a large one a role is
shared. People of one organisation get different roles while there are any.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.core.casus import Case
from facilitator.core.events import Deal
from facilitator.core.people import Participant


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


def deal(case: Case, participants: Sequence[Participant]) -> tuple[Deal, ...]:
    """Deal the roles over the participants who are present; those of one organisation are spread."""
    present = [person for person in participants if person.present]
    return tuple(
        Deal(person.id, roles) for person, roles in zip(_spread(present), hands(case, len(present)), strict=False)
    )


def _spread(people: Sequence[Participant]) -> list[Participant]:
    """Those at the table, one of each organisation at a time."""
    counts: dict[str, int] = {}
    rounds: list[tuple[int, int, Participant]] = []
    for number, person in enumerate(people):
        counts[person.partner_id] = counts.get(person.partner_id, 0) + 1
        rounds.append((counts[person.partner_id], number, person))
    return [person for _round, _number, person in sorted(rounds, key=lambda each: each[:2])]
