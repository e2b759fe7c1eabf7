"""Random families of up to thirty persons: generations, second partners, half-siblings, professionals, and nonsense."""

from __future__ import annotations

from hypothesis import strategies as st

from facilitator.core.casus import Person, PersonKind, Relation, RelationKind, Sex
from facilitator.core.disclosure import BONDS, Disclosed

MOST = 30
NAMES = ("Sem", "Noor", "oma Els", "jeugdverpleegkundige", "Veilig Thuis", "tante van vaders kant", "Ĳsbrand", "A")
LABELS = (
    "",
    "",
    "belt vaak",
    "slaan en dreigen",
    "geweld in huis, patroon nog onbekend",
    "na de melding bij de politie",
)
TIES = (RelationKind.VIOLENCE, RelationKind.CONFLICT, RelationKind.SUPPORT, RelationKind.CONTACT, RelationKind.SIBLING)


@st.composite
def families(draw: st.DrawFn) -> Disclosed:
    """A family that grew from the oldest generation down, with ties across it and people around it."""
    around = draw(st.integers(0, 12))
    count = draw(st.integers(1, MOST - around))
    levels = sorted(draw(st.lists(st.integers(0, 3), min_size=count, max_size=count)))
    persons = [_person(draw, f"p{number}", level) for number, level in enumerate(levels)]
    relations = [relation for number in range(count) for relation in _ancestry(draw, number, levels)]
    persons += [_person(draw, f"q{number}", None) for number in range(around)]
    if len(persons) > 1:
        relations += [_tie(draw, persons) for _number in range(draw(st.integers(0, 14)))]
    return Disclosed(tuple(persons), tuple(relations))


def _person(draw: st.DrawFn, key: str, level: int | None) -> Person:
    name = draw(st.sampled_from(NAMES))
    if level is None:
        kind = draw(st.sampled_from((PersonKind.PROFESSIONAL, PersonKind.NETWORK)))
        return Person(key, name, kind, draw(st.sampled_from(Sex)))
    kind = draw(st.sampled_from((PersonKind.FAMILY, PersonKind.NETWORK)))
    age = draw(st.none() | st.integers(0, 25).map(lambda years: years + 25 * (3 - level)))
    return Person(key, name, kind, draw(st.sampled_from(Sex)), age, deceased=draw(st.integers(0, 5)) == 0)


def _ancestry(draw: st.DrawFn, number: int, levels: list[int]) -> list[Relation]:
    """Parents from the generation above, and now and then a partner from its own."""
    above = [other for other, level in enumerate(levels) if level == levels[number] - 1]
    beside = [other for other, level in enumerate(levels[:number]) if level == levels[number]]
    found = []
    has_parents = draw(st.integers(0, 3)) > 0
    if above and has_parents:
        parents = {draw(st.sampled_from(above)), draw(st.sampled_from(above))}
        found += [Relation(f"p{parent}", f"p{number}", RelationKind.PARENT) for parent in sorted(parents)]
    if beside and draw(st.integers(0, 2)) == 0:
        bond = draw(st.sampled_from(sorted(BONDS)))
        found.append(Relation(f"p{draw(st.sampled_from(beside))}", f"p{number}", bond, draw(st.sampled_from(LABELS))))
    return found


def _tie(draw: st.DrawFn, persons: list[Person]) -> Relation:
    one, other = draw(st.lists(st.sampled_from([each.id for each in persons]), min_size=2, max_size=2, unique=True))
    kind = draw(st.sampled_from(tuple(RelationKind) if draw(st.integers(0, 9)) == 0 else TIES))
    return Relation(one, other, kind, draw(st.sampled_from(LABELS)))
