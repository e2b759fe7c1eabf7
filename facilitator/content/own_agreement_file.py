"""The agreements of a municipality as a file for the next laptop: written whole, and read without trust in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.content.problem import Problem
from facilitator.core.codec import Unreadable, from_plain, map_text, to_plain
from facilitator.core.own_agreement import Decided, OwnAgreement
from facilitator.core.text import clean
from facilitator.words import _

SUFFIX = ".regioafspraken.json"
SIGN = "facilitator/own-agreement"
FORM = 1
"""Goes up when what is in the file changes in a way that an older program would misread."""

MOST_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class OwnFile:
    """What a file holds: the agreements as they are now, and as they were decided on."""

    own: OwnAgreement
    decided: tuple[Decided, ...] = ()


def to_file(held: OwnFile) -> bytes:
    """Give the bytes of a file."""
    plain = {"sign": SIGN, "form": FORM, "own": to_plain(held.own), "decided": to_plain(held.decided)}
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def read_own_file(path: Path) -> OwnFile | Problem:
    """Read a file, or say what is wrong with it and what to do."""
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError:
        return Problem(path, 1, _("this file cannot be read"), _("Check that it is there and that its disk is"))
    if len(data) > MOST_BYTES:
        return Problem(path, 1, _("this file is far too large for agreements"), _choose_another())
    return _held(path, data)


def _held(path: Path, data: bytes) -> OwnFile | Problem:
    try:
        plain: Any = json.loads(data)
    except (ValueError, RecursionError):
        return Problem(path, 1, _("this is no file with agreements of a municipality"), _choose_another())
    if not isinstance(plain, dict) or plain.get("sign") != SIGN:
        return Problem(path, 1, _("this is no file with agreements of a municipality"), _choose_another())
    if plain.get("form") != FORM:
        what = _("this file was made by a newer version of the program")
        return Problem(path, 1, what, _("Install that version here too, and open the file again"))
    try:
        held = from_plain(OwnFile, {"own": plain.get("own"), "decided": plain.get("decided", [])})
    except Unreadable as error:
        what = _("something in this file is damaged: {place}").format(place=str(error)[:200])
        return Problem(path, 1, what, _("Save it anew on the laptop it came from"))
    held = map_text(held, clean)
    if any(each.own.id != held.own.id for each in held.decided):
        what = _("the versions in this file are of other agreements")
        return Problem(path, 1, what, _("Save it anew on the laptop it came from"))
    return held


def _choose_another() -> str:
    return _("Choose a file whose name ends in {suffix}").format(suffix=SUFFIX)
