"""A pack put into a file, whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from facilitator import whole_file
from facilitator.content.pack import Key, Pack, pack_bytes, read_packed
from facilitator.content.problem import Problem
from facilitator.content.text_file import Refused
from facilitator.words import _


def write_pack(path: Path, pack: Pack, shipped: Collection[Key] = ()) -> tuple[Problem, ...]:
    """Write a pack in place of what was there. Gives nothing when it is written, else why not.

    It is read back before it is written, as whoever gets it will read it: what cannot be read is not handed out. A
    reader of the file sees the old one or the new one, never half of it. Raises nothing.
    """
    data = pack_bytes(pack)
    try:
        problems = read_packed(data, path, shipped).problems
    except Refused as refused:
        problems = (Problem(path, refused.line, refused.what, refused.fix),)
    return problems or tuple(_write(path, data))


def _write(path: Path, data: bytes) -> Iterable[Problem]:
    try:
        whole_file.replace(path, data)
    except OSError as fault:
        what = _("the pack was not written")
        if fault.errno in whole_file.NO_ROOM:
            fix = _("The disk is full. Make room, or choose another folder; what was there before still is")
        else:
            fix = _("Check that its folder is there and may be written, or choose another one")
        yield Problem(path, 1, what, fix)
