"""Where somebody works: what a card says and what a case calls it come to the same."""

from __future__ import annotations

import pytest

from facilitator.core.workplace import EVERYONE, Workplace, suited, workplace_of


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("Wijkagent", Workplace.POLICE),
        ("Medewerker Veilig Thuis", Workplace.VEILIG_THUIS),
        ("Vertrouwensarts", Workplace.VEILIG_THUIS),
        ("Jeugdarts", Workplace.CARE),
        ("Praktijkondersteuner huisarts", Workplace.CARE),
        ("Leerplichtambtenaar", Workplace.MUNICIPALITY),
        ("Intern  begeleider", Workplace.EDUCATION),
        ("Officier van justitie", Workplace.JUSTICE),
        ("Medewerker vrouwenopvang", Workplace.SHELTER),
        ("Jongerenwerker", Workplace.LOCAL_TEAM),
        ("Medewerker woningcorporatie", None),
        ("", None),
    ],
)
def test_a_role_gives_away_where_somebody_works(role: str, place: Workplace | None) -> None:
    assert workplace_of(role) is place


@pytest.mark.parametrize("place", Workplace)
def test_a_workplace_is_itself(place: Workplace) -> None:
    assert workplace_of(place.value) is place


def test_what_is_for_nobody_in_particular_is_for_everyone() -> None:
    assert suited(()) == suited(("Mediator",)) == (EVERYONE,)
    assert suited(("Huisarts", "Mediator", "Wijkagent", "Jeugdarts")) == ("zorg", "politie")
