"""Kill a process that imports packs through the real LibraryStore, again and again, and look what is left each time.

Run as a module of its own (`python -m tests.storage.library.killing HOME KILLS SEED MODE`), so that a child is a cheap
fork of a process without threads. A kill counts when it fell inside an import: after its first progress, before its
end. Mode "open" lets everybody see the items from the first one on, to show that such a fault is found.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from facilitator.storage import database
from facilitator.storage.folder import Home
from facilitator.storage.keys import DataKey
from facilitator.storage.library import long_work
from facilitator.storage.library.catalogue import Catalogue
from facilitator.storage.library.records import Origin, Pack
from facilitator.storage.library.store import LibraryStore, folder_of
from tests.storage.library.samples import NOW, PACK, indexed, key_of, packed

ITEMS = 300
_WORDS = [f"woord{number}" for number in range(400)]


@dataclass
class Tally:
    """What all kills together came to. `parts`: how often some items of a pack were seen and others not."""

    kills: int = 0
    outside: int = 0
    whole: int = 0
    parts: int = 0
    lost: int = 0
    bad: int = 0


def kill_often(home: Path, kills: int, seed: int, mode: str) -> Tally:
    """Kill until that many kills fell inside an import."""
    rnd, tally, key = random.Random(seed), Tally(), key_of(home)
    number = 0
    if mode == "open":
        _let_all_see()
    while tally.kills < kills:
        number += 1
        began, ended = _kill_once(home, key, number, rnd.uniform(0, 0.25))
        seen = _look(home, key, number, tally)
        if ended or not began:
            tally.outside += 1
            tally.lost += ended and seen != ITEMS
            continue
        tally.kills += 1
        tally.whole += seen == ITEMS
        tally.parts += seen not in {0, ITEMS}
    return tally


def _let_all_see() -> None:
    begin = long_work._begin_batch

    def begin_open(catalogue: Catalogue, origin: Origin, pack: Pack, at: datetime) -> int:
        number = begin(catalogue, origin, pack, at)
        with catalogue.writing() as connection:
            connection.execute("UPDATE batch SET done = 1 WHERE number = ?", (number,))
        return number

    long_work._begin_batch = begin_open


def _kill_once(home: Path, key: DataKey, number: int, after: float) -> tuple[bool, bool]:
    """Give whether the import had begun, and whether it was told to be done, when the child was killed."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        _import_until_killed(home, key, number, write)
    os.close(write)
    select.select([read], [], [], 20)  # the first progress
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read, "rb") as told:
        said = told.read()
    return b"b" in said, b"e" in said


def _import_until_killed(home: Path, key: DataKey, number: int, told: int) -> NoReturn:
    with LibraryStore(home, lambda: key, now=lambda: NOW, trouble=lambda _: os._exit(3)) as library:
        cases = packed(
            *(indexed(f"p{number}-{i}", f"Casus {i}", " ".join(_WORDS[i % 90 : i % 90 + 300])) for i in range(ITEMS))
        )
        pack = replace(PACK, id=f"p{number}")
        library.import_pack(pack, cases, lambda _: os.write(told, b"b")).result(60)
        os.write(told, b"e")
        time.sleep(60)
    os._exit(4)


def _look(home: Path, key: DataKey, number: int, tally: Tally) -> int:
    """Open the library as the next start does, and finish what was left. Gives how many items of a pack are seen."""
    catalogue = Catalogue(folder_of(home), key)
    try:
        for _ in catalogue.load():
            pass
        seen = sum(entry.pack == f"p{number}" for entry in catalogue.shelf.entries.values())
        for _ in long_work.upkeep(catalogue):
            pass
        with catalogue.reading() as connection:
            (rows,) = connection.execute("SELECT count(*) FROM item").fetchone()
            (texts,) = connection.execute("SELECT count(*) FROM source").fetchone()
            found = connection.execute("SELECT count(*) FROM hit WHERE hit MATCH 'casus'").fetchone()[0]
        tally.bad += not (rows == texts == found == len(catalogue.shelf.entries))
    finally:
        catalogue.close()
    if number % 5 == 0:
        connection = database.connect(Home(folder_of(home)).database, key)
        tally.bad += bool(database.faults(connection))
        connection.close()
    return seen


if __name__ == "__main__":
    where, how_often, beginning, how = sys.argv[1:]
    outcome = kill_often(Path(where), int(how_often), int(beginning), how)
    print(json.dumps(asdict(outcome)))  # noqa: T201  the test reads it
