"""How long the pictures of a case of thirty persons take, against the library's bare layout of the same graph."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from fast_sugiyama import from_edges

from facilitator.content.locate import resource
from facilitator.core.casus import Person, PersonKind, Relation, RelationKind, Sex
from facilitator.core.disclosure import Disclosed
from facilitator.pictures import FontMeasure, Room
from facilitator.pictures.genogram import genogram
from facilitator.pictures.genogram_pages import genogram_pages
from facilitator.pictures.network import network
from facilitator.pictures.network_pages import network_pages

ROUNDS = 100
HD = Room(1660, 760, 28, 56)
LABELS = ("belt elke dag", "na de melding", "over geld", "")


def run() -> dict[str, float]:
    """Give milliseconds at the median and at the 99th of a hundred, all works in turn."""
    measure = FontMeasure(resource("fonts"))
    kin, around = _family(30, 0), _family(16, 14)
    numbers = {person.id: place for place, person in enumerate(kin.persons)}
    edges = [(numbers[each.one], numbers[each.other]) for each in kin.relations if each.kind is RelationKind.PARENT]
    works: dict[str, Callable[[], object]] = {
        "genogram of 30 kin with 8 ties across": lambda: genogram(kin, measure),
        "network map of 16 family and 14 professionals": lambda: network(around, measure),
        "pages of that genogram for 1920 by 1080": lambda: genogram_pages(kin, measure, HD),
        "pages of that network map for 1920 by 1080": lambda: network_pages(around, measure, HD),
        "bare fast-sugiyama on the 30's parents": lambda: list(from_edges(edges)),
    }
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _round in range(ROUNDS):
        for name, work in works.items():
            begin = time.perf_counter()
            work()
            taken[name].append((time.perf_counter() - begin) * 1000)
    found: dict[str, float] = {}
    for name, times in taken.items():
        found[f"{name}, ms p50"] = statistics.median(times)
        found[f"{name}, ms p99"] = statistics.quantiles(times, n=100)[98]
    return found


def _family(kin: int, professionals: int) -> Disclosed:
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
