"""Where somebody works, and for whom a card, a case or a script is: the ways of naming it brought together.

A card says where its readers work, a case names the roles at its table ("Wijkagent"). Both are read as workplaces here,
so that one choice finds what suits in everything that there is.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from facilitator.core.text import fold

EVERYONE = "iedereen"
"""Stands in the place of a workplace where something is for everyone."""


class Workplace(StrEnum):
    """Where somebody works, in the words of the cards."""

    MUNICIPALITY = "gemeente"
    LOCAL_TEAM = "lokaal team"
    VEILIG_THUIS = "Veilig Thuis"
    POLICE = "politie"
    EDUCATION = "onderwijs"
    CARE = "zorg"
    SHELTER = "opvang"
    JUSTICE = "justitie"


_SIGNS: dict[Workplace, tuple[str, ...]] = {
    Workplace.VEILIG_THUIS: ("veilig thuis", "vertrouwensarts"),
    Workplace.LOCAL_TEAM: ("lokaal team", "lokale team", "wijkteam", "sociaal team", "jeugdteam", "jongerenwerk"),
    Workplace.MUNICIPALITY: ("gemeente", "beleid", "wmo", "leerplicht", "schuldhulp", "burgemeester", "wethouder"),
    Workplace.POLICE: ("politie", "agent", "recherche"),
    Workplace.JUSTICE: (
        "justitie",
        "reclassering",
        "openbaar ministerie",
        "officier",
        "raad voor de kinderbescherming",
    ),
    Workplace.SHELTER: ("opvang",),
    Workplace.EDUCATION: ("onderwijs", "school", "leerkracht", "docent", "intern begeleider", "mentor"),
    Workplace.CARE: ("zorg", "arts", "verpleeg", "verloskund", "ondersteuner huisarts", "ondersteuner ouderen", "ggz"),
}
"""By which words a role gives away where somebody works. The first that fits counts: a vertrouwensarts is no "arts"."""


@cache
def workplace_of(role: str) -> Workplace | None:
    """Tell where somebody in this role works; None where the words do not say."""
    folded = fold(role)
    return next((place for place, signs in _SIGNS.items() if any(sign in folded for sign in signs)), None)


def suited(roles: Iterable[str]) -> tuple[str, ...]:
    """Give the workplaces of these roles, each once; EVERYONE when none is known, so that nothing is hidden."""
    places = (workplace_of(role) for role in roles)
    return tuple(dict.fromkeys(place.value for place in places if place is not None)) or (EVERYONE,)
