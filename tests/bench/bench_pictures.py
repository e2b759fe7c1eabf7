"""How long the pictures of a case of thirty persons take, against the library's bare layout of the same graph."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from fast_sugiyama import from_edges

from facilitator.content.locate import resource
from facilitator.core.casus import RelationKind
from facilitator.pictures import FontMeasure, Room
from facilitator.pictures.genogram import genogram
from facilitator.pictures.genogram_pages import genogram_pages
from facilitator.pictures.network import network
from facilitator.pictures.network_pages import network_pages
from tests.bench.families import family

ROUNDS = 100
HD = Room(1660, 760, 28, 56)


def run() -> dict[str, float]:
    """Give milliseconds at the median and at the 99th of a hundred, all works in turn."""
    measure = FontMeasure(resource("fonts"))
    kin, around = family(30, 0), family(16, 14)
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
