"""How long it takes to read all content, against PyYAML alone on the same files."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from facilitator.content.kept import read_library_kept
from facilitator.content.library import KINDS, read_library
from facilitator.content.locate import content_folder
from facilitator.content.people import people_from_csv

ROUNDS = 15


def run() -> dict[str, float]:
    """Give medians in milliseconds, and the ratio of reading the library to bare `yaml.compose` (C) of its files."""
    folder = content_folder()
    texts = [path.read_text("utf-8") for kind in KINDS for path in sorted((folder / kind.folder).glob("*.yaml"))]
    people = _people(5_000)
    with TemporaryDirectory() as home:
        kept = Path(home, "content.json")
        at_start, library, bare = _medians(
            lambda: read_library_kept(folder, kept),
            lambda: read_library(folder),
            lambda: [_compose(text) for text in texts],
        )
    (rows,) = _medians(lambda: people_from_csv(people))
    return {
        "files": len(texts),
        "kilobytes": sum(len(text) for text in texts) / 1000,
        "all shipped content at a start, kept from the last time, ms": at_start,
        "all shipped content read and checked, ms": library,
        "bare yaml compose of the same, ms": bare,
        "read and checked / bare compose": library / bare,
        "5,000 people from a CSV, ms": rows,
    }


def _compose(text: str) -> object:
    return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _people(count: int) -> bytes:
    rows = [f"Naam {i};Organisatie {i % 50};rol;naam{i}@voorbeeld{i % 50}.nl" for i in range(count)]
    return "\n".join(("Naam;Organisatie;Rol;E-mail", *rows)).encode()


def _medians(*works: Callable[[], object]) -> tuple[float, ...]:
    """Run the works in turn, so that a slow moment of the machine strikes all of them."""
    times: list[list[float]] = [[] for _work in works]
    for _round in range(ROUNDS):
        for taken, work in zip(times, works, strict=True):
            begin = time.perf_counter()
            work()
            taken.append((time.perf_counter() - begin) * 1000)
    return tuple(statistics.median(taken) for taken in times)
