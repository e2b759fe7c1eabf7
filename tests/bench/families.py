"""Families of any size with ties from one end to the other, and professionals round them."""

from __future__ import annotations

from facilitator.core.casus import Person, PersonKind, Relation, RelationKind, Sex
from facilitator.core.disclosure import Disclosed

LABELS = ("belt elke dag", "na de melding", "over geld", "")


def family(kin: int, professionals: int) -> Disclosed:
    """Four grandparents, their four children in two couples, and grandchildren; ties from one end to the other."""
    sexes = (Sex.MALE, Sex.FEMALE)
    persons = [
        Person(f"p{n}", f"Persoon {n}", PersonKind.NETWORK if n < 4 else PersonKind.FAMILY, sexes[n % 2], _age(n))
        for n in range(kin)
    ]
    relations = [Relation(f"p{n}", f"p{n + 1}", RelationKind.MARRIED) for n in (0, 2)]
    relations += [Relation("p5", "p6", RelationKind.DIVORCED), Relation("p4", "p8", RelationKind.PARTNERS)]
    relations += [Relation(f"p{one}", f"p{n}", RelationKind.PARENT) for n in (4, 5) for one in (0, 1)]
    relations += [Relation(f"p{one}", f"p{n}", RelationKind.PARENT) for n in (6, 7) for one in (2, 3)]
    for n in range(9, kin):
        couple = ("p5", "p6") if n % 2 else ("p4", "p8")
        relations += [Relation(one, f"p{n}", RelationKind.PARENT) for one in couple]
    kinds = (RelationKind.VIOLENCE, RelationKind.CONFLICT, RelationKind.SUPPORT, RelationKind.CONTACT)
    relations += [Relation(f"p{n}", f"p{kin - 1 - n}", kinds[n % 4], LABELS[n % 4]) for n in range(8)]
    persons += [Person(f"q{n}", f"professional {n}", PersonKind.PROFESSIONAL) for n in range(professionals)]
    for n in range(professionals):
        relations += [Relation(f"q{n}", f"p{(n * 3 + part) % kin}", kinds[3 - part], LABELS[n % 4]) for part in (0, 1)]
    return Disclosed(tuple(persons), tuple(relations))


def _age(number: int) -> int:
    return 70 - number if number < 4 else 45 - number if number < 9 else 30 - number
