"""Kill the real program while it records, again and again over one home, and see what it offers afterwards.

Run as a module of its own (`python -m tests.journeys.programs.killing HOME KILLS SEED`), so that a child is a cheap
fork of a process that has imported everything and has no threads. A kill counts when it fell while recording: after an
event was told to be saved and while events that were handed in were not.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.journeys.programs.recording import record_until_killed

LONGEST = 0.25
"""Seconds of recording before a kill, at most."""


@dataclass
class Told:
    """What one life of the program told."""

    found: list[str] = field(default_factory=list)
    resumed: str = ""
    made: dict[str, str] = field(default_factory=dict)
    saved: list[str] = field(default_factory=list)
    recorded: bool = False

    @property
    def busy(self) -> bool:
        """Whether it was killed while recording: with events handed in that were not saved yet."""
        return self.recorded and bool(self.made.keys() - set(self.saved))

    def take(self, line: str) -> None:
        """Take a line of the pipe."""
        what, *rest = line.split(" ")
        match what:
            case "found":
                self.found = rest
            case "resumed":
                self.resumed = rest[0]
            case "made":
                self.made[rest[0]] = rest[1]
            case "saved":
                self.saved.append(rest[0])
                self.recorded = bool(self.resumed)


@dataclass
class Tally:
    """What all kills together came to. `faults` says in words what was wrong."""

    kills: int = 0
    outside: int = 0
    acknowledged: int = 0
    faults: list[str] = field(default_factory=list)


def kill_often(home: Path, kills: int, seed: int) -> Tally:
    """Kill until that many kills fell while recording, each looked at by the life of the program that follows it."""
    rnd, tally = random.Random(seed), Tally()
    known: dict[str, str] = {}
    acknowledged: set[str] = set()
    before = live(home, seed, rnd.uniform(0, LONGEST))
    while tally.kills < kills:
        known |= before.made
        acknowledged |= set(before.saved)
        now = live(home, rnd.randrange(1 << 30), rnd.uniform(0, LONGEST))
        tally.faults += faults(now, known, acknowledged)
        tally.kills += before.busy
        tally.outside += not before.busy
        before = now
    tally.acknowledged = len(acknowledged)
    return tally


def live(home: Path, seed: int, after: float) -> Told:
    """One life of the program: from its start to its kill, so many seconds after it told that an event was saved."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        record_until_killed(home, write, seed)
    os.close(write)
    told, rest, until = Told(), "", time.monotonic() + 20
    while (left := until - time.monotonic()) > 0 and select.select([read], [], [], left)[0]:
        lines = (rest + os.read(read, 1 << 16).decode()).split("\n")
        rest = lines.pop()
        recorded = told.recorded
        for line in lines:
            told.take(line)
        if told.recorded and not recorded:
            until = time.monotonic() + after
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read) as pipe:
        for line in (rest + pipe.read()).split("\n")[:-1]:  # a line cut short was not told
            told.take(line)
    return told


def faults(now: Told, known: dict[str, str], acknowledged: set[str]) -> list[str]:
    """What is wrong with how the program came back."""
    lost = acknowledged - set(now.found)
    expected = f"{known.get(now.found[-1])}/neutral" if now.found else "a session"
    found = [f"{len(lost)} acknowledged events lost"] if lost else []
    return [*found, f"resumed at {now.resumed}, not {expected}"] if now.resumed != expected else found


if __name__ == "__main__":
    where, how_often, beginning = sys.argv[1:]
    print(json.dumps(asdict(kill_often(Path(where), int(how_often), int(beginning)))))  # noqa: T201  the test reads it
