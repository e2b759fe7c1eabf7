"""Packs, good and bad, built byte by byte where no honest program would make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from facilitator.content.library import CARD_FILES, CASE_FILES, SCRIPT_FILES, FileKind, read_text
from facilitator.content.locate import content_folder
from facilitator.content.manifest import About
from facilitator.content.pack import Item, Pack, PackReading, pack_of, read_pack
from tests.content.samples import CARD, CASE, SCRIPT

ABOUT = About("proef", "Een proef", "Een regio", "1.2", "CC-BY-4.0", date(2026, 5, 11))
FILES = {"sessions/het-gesprek.yaml": SCRIPT, "casuistiek/stil.yaml": CASE, "knowledge/eerst-overleg.yaml": CARD}


def item(kind: FileKind[Any], text: str) -> Item:
    """Give an item of a text in which nothing is wrong."""
    reading = read_text(kind.declare(), text.encode(), content_folder() / "x.yaml")
    assert reading.problems == ()
    return Item(kind, reading.value, text)


def pack(*, about: About = ABOUT, script: str = SCRIPT, case: str = CASE, card: str = CARD) -> Pack:
    """Give a pack of three items."""
    return pack_of(about, [item(CARD_FILES, card), item(CASE_FILES, case), item(SCRIPT_FILES, script)])


def manifest(files: Mapping[str, bytes], old: str = "", new: str = "") -> bytes:
    """Give a pack.yaml for these files, with one piece replaced."""
    about = "id: proef\n  title: Een proef\n  author: Een regio\n  version: 1.2\n  licence: CC0\n  made_on: 2026-05-11"
    listed = "".join(f"  - file: {name}\n    sha256: '{sha256(data).hexdigest()}'\n" for name, data in files.items())
    text = f"format: 1\nabout:\n  {about}\ncontents:\n{listed}"
    assert old in text
    return text.replace(old, new, 1).encode()


def zipped(files: Mapping[str, bytes | str], **told: Any) -> bytes:
    """Give a zip file as Python makes it, with a pack.yaml that fits; `told` is set on every entry."""
    contents = {name: data if isinstance(data, bytes) else data.encode() for name, data in files.items()}
    contents.setdefault("pack.yaml", manifest(contents))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            for key, value in told.items():
                setattr(info, key, value)
            archive.writestr(info, data)
    return stream.getvalue()


def read(folder: Any, data: bytes, shipped: Any = ()) -> PackReading:
    """Write a pack and read it."""
    path = folder / "proef.fpack"
    path.write_bytes(data)
    return read_pack(path, shipped)
