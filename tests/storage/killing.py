"""Kill a process that keeps events through the real Store, again and again, and look what is left each time.

Run as a module of its own (`python -m tests.storage.killing HOME KILLS SEED MODE`), so that a child is a cheap fork
of a process without threads. A kill counts when it fell while writing: after the first event was acknowledged and
while handed-in events were waiting. Mode "early" acknowledges before the commit, to show that such a fault is found.
"""

from __future__ import annotations

import json
import mmap
import os
import random
import select
import signal
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NoReturn

from facilitator.storage import database, journal
from facilitator.storage.folder import Home
from facilitator.storage.keys import Unlocked
from facilitator.storage.thread import Listener
from facilitator.storage.writer import Store
from tests.storage.keeping import NOW, Meeting, unlocked

_WAITING = 3  # events handed in and not yet saved


@dataclass
class Tally:
    """What all kills together came to."""

    kills: int = 0
    outside: int = 0
    acknowledged: int = 0
    lost: int = 0
    bad: int = 0


def kill_often(home: Path, kills: int, seed: int, early: bool) -> Tally:
    """Kill until that many kills fell inside the writing."""
    rnd, tally, key = random.Random(seed), Tally(), unlocked(home)
    number = 0
    while tally.kills < kills:
        number += 1
        acknowledged, waiting = _kill_once(home, key, f"s-{number}", rnd.uniform(0, 0.03), early)
        if not (acknowledged and waiting):
            tally.outside += 1
            continue
        tally.kills += 1
        tally.acknowledged += len(acknowledged)
        lost, good = _look(home, key, f"s-{number}", acknowledged, thoroughly=tally.kills % 20 == 0)
        tally.lost += lost
        tally.bad += not good
    return tally


def _kill_once(home: Path, key: Unlocked, session_id: str, after: float, early: bool) -> tuple[list[str], bool]:
    """Give the acknowledged ids and whether events were waiting when the child was killed."""
    read, write = os.pipe()
    handed_in = mmap.mmap(-1, 8)
    child = os.fork()
    if child == 0:
        os.close(read)
        _write_until_killed(home, key, session_id, write, handed_in, early)
    os.close(write)
    select.select([read], [], [], 10)  # the first acknowledgement
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(read) as told:
        ids = told.read().split("\n")[:-1]  # a line cut short was not told
    waited = early or int.from_bytes(handed_in[:8], "big") > len(ids)
    return ids, os.WIFSIGNALED(status) and waited


def _write_until_killed(
    home: Path, key: Unlocked, session_id: str, told: int, handed_in: mmap.mmap, early: bool
) -> NoReturn:
    room = threading.Semaphore(_WAITING)

    def acknowledge(event_id: str) -> None:
        os.write(told, f"{event_id}\n".encode())

    def saved(event_id: str, _: object) -> None:
        if not early:
            acknowledge(event_id)
        room.release()

    listener = Listener(saved, lambda *_: os._exit(3), lambda _: None, lambda _: None)
    store = Store(home, lambda: key, listener, now=lambda: NOW)
    store.opened.result(10)
    meeting = Meeting(session_id).led()
    number = 0
    while True:
        if number == len(meeting.happened):
            meeting.agree() if number % 3 == 0 else meeting.answer("Wat er is afgesproken. " * 8)
        room.acquire()
        event, session = meeting.happened[number]
        number += 1
        handed_in[:8] = number.to_bytes(8, "big")
        store.append(event, session)
        if early:
            acknowledge(event.id)


def _look(home: Path, key: Unlocked, session_id: str, acknowledged: list[str], thoroughly: bool) -> tuple[int, bool]:
    """Open the store as the next start does: how many acknowledged events are lost, and whether the rest is right."""
    connection = database.connect(Home(home).database, key.key)
    try:
        records = journal.records_of(connection, session_id)
        rows = connection.execute("SELECT last_at FROM session WHERE id = ?", (session_id,)).fetchall()
        faults = database.faults(connection) if thoroughly else []
    finally:
        connection.close()
    in_order = [record.id for record in records] == [f"{session_id}-e{n}" for n in range(len(records))]
    overview = [row[0] for row in rows] == [record.at for record in records[-1:]]
    lost = len(set(acknowledged) - {record.id for record in records})
    return lost, in_order and overview and not faults


if __name__ == "__main__":
    where, how_often, beginning, mode = sys.argv[1:]
    outcome = kill_often(Path(where), int(how_often), int(beginning), mode == "early")
    print(json.dumps(asdict(outcome)))  # noqa: T201  the test reads it
