"""A zip file as Facilitator makes it, and no other: every byte of it is accounted for.

`zipfile` forgives what an attacker needs (files that overlap, junk in front, a list that says other than the files, a
size that lies) and forgives something else in every version of Python. Here a file that differs in anything from what
`packed` writes is refused. Nothing is ever unpacked to disk, and nothing is inflated beyond the size it may have.
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitator.content.problem import shown
from facilitator.content.text_file import MOST_BYTES, Refused
from facilitator.words import _

MOST_PACKED = 5_000_000
MOST_UNPACKED = 4_000_000
MOST_FILES = 500
MOST_TIMES_SMALLER = 100

_LOCAL = struct.Struct("<4s5H3L2H")
_LISTED = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_SIGN, _LISTED_SIGN, _END_SIGN = b"PK\3\4", b"PK\1\2", b"PK\5\6"
_MADE_BY, _NEEDED = 0x0314, 20  # Unix, zip 2.0
_STORED, _DEFLATED = 0, 8
_LOCKED = 0x1
_EPOCH = (1 << 5) | 1  # 1 January 1980, the first day a zip file knows: the same content gives the same bytes
_PLAIN_FILE = (stat.S_IFREG | 0o644) << 16


@dataclass(frozen=True, slots=True)
class _Listed:
    """A file as the list at the end tells of it."""

    name: str
    flags: int
    method: int
    time: int
    day: int
    crc: int
    packed: int
    size: int
    mode: int
    offset: int


def packed(files: Mapping[str, bytes]) -> bytes:
    """Give a zip file of these files; the same files give the same bytes."""
    data, listed = b"", b""
    for name, content in files.items():
        squeezer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        body = squeezer.compress(content) + squeezer.flush()
        file = _Listed(name, 0, _DEFLATED, 0, _EPOCH, zlib.crc32(content), len(body), len(content), 0, len(data))
        data += _local_header(file) + body
        listed += _LISTED.pack(_LISTED_SIGN, _MADE_BY, *_facts(file), 0, 0, 0, _PLAIN_FILE, file.offset) + name.encode()
    count = len(files)
    return data + listed + _END.pack(_END_SIGN, 0, 0, count, count, len(listed), len(data), 0)


def unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the files of a zip file, by name and content. Raises Refused, before or between them."""
    listed_from = _list_offset(data)
    files = _list(data, listed_from)
    _refuse_bombs(files)
    for file, start in _placed(data, files, listed_from):
        yield file.name, _content(file, data[start : start + file.packed])


def _local_header(file: _Listed) -> bytes:
    return _LOCAL.pack(_LOCAL_SIGN, *_facts(file)) + file.name.encode()


def _facts(file: _Listed) -> tuple[int, ...]:
    name = len(file.name.encode())
    return _NEEDED, file.flags, file.method, file.time, file.day, file.crc, file.packed, file.size, name, 0


# ---- the list at the end


def _list_offset(data: bytes) -> int:
    if not data.startswith(_LOCAL_SIGN):
        fix = _("Choose a file that was made with Facilitator; its name ends in .fpack")
        raise Refused(1, _("this is no pack"), fix)
    begin = len(data) - _END.size
    if begin < 0 or data[begin : begin + 4] != _END_SIGN:
        raise _damaged(_("this pack is cut off, or something was put behind it"))
    _sign, disk, first_disk, here, count, size, offset, comment = _END.unpack_from(data, begin)
    if count > MOST_FILES:
        what = _("this pack says it holds {count} files").format(count=count)
        raise Refused(1, what, _("Ask for a pack of at most {most}").format(most=MOST_FILES))
    if (disk, first_disk, here, comment, offset + size) != (0, 0, count, 0, begin):
        raise _does_not_fit()
    return int(offset)


def _list(data: bytes, offset: int) -> list[_Listed]:
    files: list[_Listed] = []
    end = len(data) - _END.size
    while len(files) < MOST_FILES and offset < end:
        if offset + _LISTED.size > end:
            raise _does_not_fit()
        sign, _by, needed, flags, method, time, day, crc, size, full, *rest = _LISTED.unpack_from(data, offset)
        name_size, extra, comment, disk, _inner, mode, place = rest
        name = data[offset + _LISTED.size : offset + _LISTED.size + name_size].decode("utf-8", "replace")
        if (sign, needed, extra, comment, disk) != (_LISTED_SIGN, _NEEDED, 0, 0, 0):
            raise _does_not_fit() if sign != _LISTED_SIGN else _of_another_program(name)
        files.append(_Listed(name, flags, method, time, day, crc, size, full, mode, place))
        offset += _LISTED.size + name_size
    if offset != end or len(files) != _END.unpack_from(data, end)[4]:
        raise _does_not_fit()
    return files


def _refuse_bombs(files: list[_Listed]) -> None:
    names: set[str] = set()
    for file in files:
        if file.name.casefold() in names:
            raise _damaged(_("'{name}' stands in this pack twice").format(name=shown(file.name)))
        names.add(file.name.casefold())
        _refuse(file)
    if sum(file.size for file in files) > MOST_UNPACKED:
        what = _("this pack holds more than {size} MB of text").format(size=MOST_UNPACKED // 1_000_000)
        raise Refused(1, what, _("Ask for it in smaller packs"))


def _refuse(file: _Listed) -> None:
    name = shown(file.name)
    kind = stat.S_IFMT(file.mode >> 16)
    if file.flags & _LOCKED:
        what = _("'{name}' in this pack is locked with a password").format(name=name)
        raise Refused(1, what, _("Ask for a pack without a password"))
    if kind not in {0, stat.S_IFREG}:
        what = _("'{name}' in this pack is a link or a device, not a text").format(name=name)
        raise Refused(1, what, _("Do not use this pack; tell whoever gave it to you"))
    if file.flags or file.method not in {_STORED, _DEFLATED}:
        raise _of_another_program(file.name)
    if file.size > MOST_BYTES:
        what = _("'{name}' in this pack is larger than {size} MB").format(name=name, size=MOST_BYTES // 1_000_000)
        raise Refused(1, what, _("Split it, or check that it is the right file"))
    if file.size > MOST_TIMES_SMALLER * max(file.packed, 1):
        what = _("'{name}' in this pack unpacks to more than {times} times its size")
        fix = _("Do not use this pack; tell whoever gave it to you")
        raise Refused(1, what.format(name=name, times=MOST_TIMES_SMALLER), fix)


# ---- the files themselves


def _placed(data: bytes, files: list[_Listed], last: int) -> Iterator[tuple[_Listed, int]]:
    """Give where the content of each file begins: they stand one behind the other, with nothing between them."""
    end = 0
    for file in files:
        header = _local_header(file)
        if file.offset != end or data[end : end + len(header)] != header:
            raise _does_not_fit()
        end += len(header) + file.packed
        yield file, end - file.packed
    if end != last:
        raise _does_not_fit()


def _content(file: _Listed, body: bytes) -> bytes:
    content = body if file.method == _STORED else _inflated(file, body)
    if len(content) != file.size or zlib.crc32(content) != file.crc:
        raise _damaged(_("'{name}' in this pack is damaged").format(name=shown(file.name)))
    return content


def _inflated(file: _Listed, body: bytes) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(body, file.size + 1)
    except zlib.error:
        return b""
    return content if inflater.eof and not inflater.unused_data else b""


# ---- refusals


def _damaged(what: str) -> Refused:
    return Refused(1, what, _("Ask for the pack again, or download it again"))


def _does_not_fit() -> Refused:
    return _damaged(_("the list of files in this pack does not fit what is in it"))


def _of_another_program(name: str) -> Refused:
    what = _("'{name}' was put in this pack by another program").format(name=shown(name))
    return Refused(1, what, _("Ask for the pack as Facilitator made it"))
