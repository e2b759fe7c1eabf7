"""Packs that nobody honest would make: each refused with its reason, in little time and memory."""

from __future__ import annotations

import io
import stat
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.content import archive
from facilitator.content.archive import packed, unpacked
from facilitator.content.pack import pack_bytes, read_packed
from facilitator.content.text_file import Refused
from tests.content.packing import FILES, manifest, pack, read, zipped
from tests.content.samples import CASE
from tests.growth import IN_STEP, growth

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 99
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
GOOD = pack_bytes(pack())
NAMED = "casuistiek/stil.yaml"


def _with(name: str, data: bytes | str = b"x") -> bytes:
    return zipped({**FILES, name: data})


def _renamed(name: str, data: bytes = GOOD) -> bytes:
    """Give the pack with a file called otherwise, in the file and in the list."""
    assert len(name) == len(NAMED)
    return data.replace(NAMED.encode(), name.encode())


def _changed(data: bytes, at: int, form: str, value: int, sign: bytes = b"PK\1\2") -> bytes:
    """Give the pack with one number changed, `at` bytes after the last of these signs."""
    spoilt = bytearray(data)
    struct.pack_into(form, spoilt, data.rindex(sign) + at, value)
    return bytes(spoilt)


def _many(count: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as many:
        for number in range(count):
            many.writestr(f"k{number}", b"")
    return stream.getvalue()


def _overlapping() -> bytes:
    """Two names for one piece of the file, as in bombs that unpack to far more than they are."""
    body = packed({NAMED: CASE.encode()})
    listed = body[body.index(b"PK\1\2") : -22]
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2, 2, 2 * len(listed), body.index(b"PK\1\2"), 0)
    other = listed.replace(b"stil.yaml", b"luid.yaml")
    return body[: body.index(b"PK\1\2")] + listed + other + end


def _gap() -> bytes:
    at = GOOD.index(b"PK\1\2")
    return _changed(GOOD[:at] + b"junk" + GOOD[at:], 16, "<L", at + 4, b"PK\5\6")


def _zip64() -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as large,
        large.open("pack.yaml", "w", force_zip64=True) as one,
    ):
        one.write(b"format: 1\n")
    return stream.getvalue()


def _link() -> bytes:
    return zipped(FILES, external_attr=(stat.S_IFLNK | 0o777) << 16)


HALF_A_CASE = CASE[: CASE.index("moments:")]
NESTED = zipped({NAMED: zipped({NAMED: b"0" * 900_000})})
# What is wrong, the pack, words that the reason must hold.
HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("nothing", lambda: b"", "no pack"),
    ("no zip", lambda: b"Beste collega, hierbij het pakket.", "no pack"),
    ("a picture", lambda: PNG, "no pack"),
    ("a zip of nothing", lambda: _many(0), "no pack"),
    ("a zip of something else", lambda: packed({"brief.txt": b"x"}), "does not belong"),
    ("no pack.yaml", lambda: packed({NAMED: CASE.encode()}), "no pack.yaml"),
    ("junk in front", lambda: b"#!/bin/sh\n" + GOOD, "no pack"),
    ("junk in front that looks like a zip", lambda: b"PK\3\4" + GOOD, "does not fit"),
    ("junk behind", lambda: GOOD + b"x", "cut off"),
    ("cut off", lambda: GOOD[:-1], "cut off"),
    ("cut in half", lambda: GOOD[: len(GOOD) // 2], "cut off"),
    ("a comment", lambda: _changed(GOOD, 20, "<H", 5, b"PK\5\6") + b"hallo", "cut off"),
    ("a comment that is not there", lambda: _changed(GOOD, 20, "<H", 5, b"PK\5\6"), "does not fit"),
    ("a list that begins elsewhere", lambda: _changed(GOOD, 16, "<L", 4, b"PK\5\6"), "does not fit"),
    (
        "a list of fewer files",
        lambda: _changed(GOOD, 8, "<L", 0x00030003, b"PK\5\6"),
        "does not fit",
    ),
    ("junk before the list", _gap, "does not fit"),
    ("a name that runs on", lambda: _changed(GOOD, 28, "<H", 60_000), "does not fit"),
    ("a name that is cut", lambda: _changed(GOOD, 28, "<H", 3), "does not fit"),
    ("a list of something else", lambda: _changed(GOOD, 0, "<L", 1), "does not fit"),
    ("50,000 files", lambda: _many(50_000), "50000 files"),
    ("65,535 files by zip64", lambda: _changed(GOOD, 10, "<H", 0xFFFF, b"PK\5\6"), "65535 files"),
    ("zip64", _zip64, "another program"),
    ("a text of 50 MB", lambda: _with("sessions/groot.yaml", b"a" * 50_000_000), "larger than 1 MB"),
    ("a pack of 6 MB", lambda: GOOD + b"\0" * 6_000_000, "larger than 5 MB"),
    ("a bomb", lambda: _with("sessions/bom.yaml", b"a" * 900_000), "100 times"),
    ("a bomb in a zip", lambda: zipped({NAMED: NESTED}), "not plain text"),
    ("a zip in it", lambda: _with("sessions/binnen.zip", NESTED), "does not belong"),
    ("a pack in it", lambda: _with("sessions/binnen.fpack", GOOD), "does not belong"),
    ("files that overlap", _overlapping, "does not fit"),
    ("a size that lies", lambda: _changed(GOOD, 24, "<L", 10), "does not fit"),
    ("out of its folder", lambda: _with("../stil.yaml"), "leads out"),
    ("out of its folder, further on", lambda: _with("sessions/../../stil.yaml"), "leads out"),
    ("an absolute name", lambda: _with("/etc/passwd"), "leads out"),
    ("a drive", lambda: _with("C:stil.yaml"), "leads out"),
    ("backslashes", lambda: _renamed("casuistiek\\stil.yaml"), "leads out"),
    ("a share", lambda: _renamed("\\\\server\\stil12.yaml"), "leads out"),
    ("a link", _link, "link or a device"),
    ("a device", lambda: zipped(FILES, external_attr=(stat.S_IFCHR | 0o666) << 16), "link or a device"),
    ("a folder", lambda: _with("sessions/"), "does not belong"),
    ("a folder deeper", lambda: _with("sessions/dieper/stil.yaml"), "does not belong"),
    ("a name with a NUL", lambda: _renamed("casuistiek/stil\0yaml"), "does not belong"),
    ("a name that turns round", lambda: _with("sessions/\u202elmay.yaml"), "another program"),
    ("a device of Windows", lambda: _with("CON"), "does not belong"),
    ("a picture in it", lambda: _with("sessions/foto.png", PNG), "does not belong"),
    ("a picture that is none", lambda: _with("sessions/foto.png", b"MZ\0\0"), "does not belong"),
    ("a picture called a text", lambda: _with("sessions/foto.yaml", PNG), "not plain text"),
    ("a program in it", lambda: _with("sessions/setup.exe", b"MZ"), "does not belong"),
    ("a password", lambda: _changed(GOOD, 8, "<H", 1), "password"),
    ("a size told afterwards", lambda: _changed(GOOD, 8, "<H", 8), "another program"),
    ("another way of packing", lambda: _changed(GOOD, 10, "<H", 14), "another program"),
    ("an extra field", lambda: zipped(FILES, extra=b"\1\0\4\0abcd"), "another program"),
    ("YAML anchors", lambda: zipped({NAMED: BOMB}), "&a"),
    ("YAML tags", lambda: zipped({NAMED: "a: !!python/object/apply:os.system ['true']\n"}), "tag"),
    ("YAML too deep", lambda: zipped({NAMED: "- " * 30}), "20 levels"),
    ("a text that is no case", lambda: zipped({NAMED: HALF_A_CASE}), "'moments' is missing"),
    ("a text with another id", lambda: zipped({"casuistiek/luid.yaml": CASE}), "not the name of this file"),
    ("YAML anchors in pack.yaml", lambda: zipped({**FILES, "pack.yaml": BOMB}), "&a"),
]


@pytest.mark.parametrize(("make", "words"), [pytest.param(*row[1:], id=row[0]) for row in HOSTILE])
def test_a_hostile_pack_is_refused_with_its_reason(tmp_path: Path, make: Callable[[], bytes], words: str) -> None:
    data = make()
    tracemalloc.start()
    found = read(tmp_path, data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.pack is None
    assert any(words in problem.what for problem in found.problems), [str(problem) for problem in found.problems]
    assert all(problem.fix and problem.file.is_relative_to(tmp_path) for problem in found.problems)
    assert peak < 40_000_000
    assert [path.name for path in tmp_path.iterdir()] == ["proef.fpack"]


def _refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        dict(unpacked(data))
    return refused.value.what


def test_the_same_name_twice() -> None:
    twice = packed({"knowledge/a.yaml": b"1", "knowledge/b.yaml": b"2"}).replace(b"/b.yaml", b"/a.yaml")
    assert "twice" in _refusal(twice)
    assert "twice" in _refusal(packed({"knowledge/a.yaml": b"1", "Knowledge/A.yaml": b"2"}))


def test_more_text_than_a_pack_may_hold() -> None:
    noise = bytes(zlib.crc32(str(number).encode()) % 256 for number in range(250_000)) * 4
    assert "more than 4 MB" in _refusal(packed({f"knowledge/k{number}.yaml": noise[:990_000] for number in range(5)}))


def test_a_body_that_is_damaged() -> None:
    stored = zipped({NAMED: CASE}, compress_type=zipfile.ZIP_STORED)
    assert "damaged" in _refusal(stored.replace(b"Sem wordt stil.", b"Sem wordt luid."))
    begin = GOOD.index(b"PK\3\4") + 30 + len("pack.yaml")
    assert "damaged" in _refusal(GOOD[:begin] + b"\xff" * 4 + GOOD[begin + 4 :])


def test_a_size_that_lies_everywhere_inflates_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list and the file both say 10 bytes; there are a million."""
    honest = packed({"knowledge/a.yaml": b"a" * 900_000})
    lying = honest.replace(struct.pack("<L", 900_000), struct.pack("<L", 10))
    kept: list[bytes] = []
    inflated = archive._inflated

    def watched(file: Any, body: bytes) -> bytes:
        kept.append(inflated(file, body))
        return kept[-1]

    monkeypatch.setattr(archive, "_inflated", watched)
    assert "damaged" in _refusal(lying)
    assert kept == [b""]


def test_the_time_for_a_text_that_is_all_keys_is_in_step_with_its_length(tmp_path: Path) -> None:
    """The kind of YAML that costs most for its size; a pack may hold four of the longest."""

    def read_keys(count: int) -> None:
        text = "".join(f"k{number}: a\n" for number in range(count))
        assert read(tmp_path, packed({"knowledge/k.yaml": text.encode(), "pack.yaml": b"a: b\n"})).pack is None

    assert growth(read_keys, 10_000) < IN_STEP


def _quietly(data: bytes, folder: Path) -> None:
    try:
        found = read_packed(data, folder / "x.fpack")
    except Refused as refused:
        assert refused.what  # noqa: PT017  either outcome is right; anything else fails the test
        return
    assert (found.pack is None) == bool(found.problems)


@given(st.binary(max_size=300), st.integers(0, len(GOOD)))
@settings(max_examples=200, deadline=None)
def test_no_bytes_raise_anything(data: bytes, at: int) -> None:
    _quietly(data, Path())
    _quietly(GOOD[:at] + data, Path())
    _quietly(data + GOOD[at:], Path())


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=4))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_change_to_a_pack_raises_anything(changes: list[tuple[int, int]]) -> None:
    spoilt = bytearray(GOOD)
    for at, value in changes:
        spoilt[at] = value
    _quietly(bytes(spoilt), Path())


def test_every_single_byte_counts() -> None:
    """Whatever byte is changed: it is noticed, or it is one that says nothing about the content."""
    silent = 0
    for at in range(len(GOOD)):
        spoilt = bytearray(GOOD)
        spoilt[at] ^= 0x01
        try:
            silent += read_packed(bytes(spoilt), Path("x.fpack")).pack is not None
        except Refused:
            continue
    assert silent <= 8 * 4  # in the list: the program that made it, and what a file system keeps about a file


def test_the_contents_are_in_the_order_of_the_file() -> None:
    files: dict[str, Any] = {"b": b"1", "a": b"", "pack.yaml": manifest({})}
    assert list(unpacked(packed(files))) == list(files.items())
