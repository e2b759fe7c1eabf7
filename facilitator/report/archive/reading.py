"""An archived report read back: from any file that somebody hands over, so nothing in it is trusted.

It runs in the worker process: what PDF libraries make of a hostile file stays out of the program.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from facilitator.core.codec import Unreadable
from facilitator.core.events import ArchivedReport, ReadFrom
from facilitator.report.errors import (
    FileNotRead,
    FileTooLarge,
    NoData,
    NoPdf,
    PdfDamaged,
    PdfLocked,
    ReportChanged,
    ReportTooNew,
)

if TYPE_CHECKING:
    from facilitator.report.press import Press
    from facilitator.report.sealing.seal import Looked

MOST_BYTES: Final = 30_000_000
"""A report of 200 pages is two megabytes; a file larger than this is not read."""

MOST_DATA: Final = 20_000_000
"""So large may the data be when they are unpacked."""

_SEALED: Final = b"/ByteRange"
"""Stands in every file with a seal, and is never packed (ISO 32000-1, 12.8.1)."""

_BEGIN: Final = 1024
"""A PDF says so in this many bytes from its beginning (ISO 32000-1, Annex H.3 note 13)."""


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What was read: the report, the file it came from, and what the seal on it tells where there is one."""

    report: ArchivedReport
    source: ReadFrom
    seal: Looked | None = None


def read_report(path: Path, _press: Press | None = None) -> ReadReport:
    """Read the report in a file. Raises one of the ReadingErrors; nothing is written anywhere."""
    content = read_pdf(path)
    source = ReadFrom(path.name, hashlib.sha256(content).hexdigest())
    return ReadReport(_report_in(content, path), source, _seal_on(path) if _SEALED in content else None)


def _seal_on(path: Path) -> Looked:
    from facilitator.report.sealing.seal import look  # noqa: PLC0415  half a second, where there is a seal

    return look(path, None)


def read_pdf(path: Path) -> bytes:
    """Give the bytes of a file that is a PDF and not too large. Raises FileNotRead, FileTooLarge or NoPdf."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as fault:
        raise FileNotRead(path) from fault
    if len(content) > MOST_BYTES:
        raise FileTooLarge(path)
    if b"%PDF-" not in content[:_BEGIN]:
        raise NoPdf(path)
    return content


def _report_in(content: bytes, path: Path) -> ArchivedReport:
    from facilitator.report.archive import form  # noqa: PLC0415  only the worker reads reports

    data = _data_in(content, path)
    try:
        return form.from_json(data)
    except form.NewerFormat as fault:
        raise ReportTooNew(path) from fault
    except Unreadable as fault:
        raise ReportChanged(path) from fault


def _data_in(content: bytes, path: Path) -> bytes:
    """Give the JSON that is attached to a PDF."""
    import pikepdf  # noqa: PLC0415  only the worker reads reports

    from facilitator.report.archive import form  # noqa: PLC0415

    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            stream = _attached(pdf, form.NAME)
            if stream is None:
                raise NoData(path)
            return _unpacked(stream, path)
    except pikepdf.PasswordError as fault:
        raise PdfLocked(path) from fault
    except (pikepdf.PdfError, AttributeError, KeyError, TypeError, ValueError, RecursionError) as fault:
        raise PdfDamaged(path) from fault


def _attached(pdf: Any, name: str) -> Any:  # noqa: ANN401  pikepdf's objects have one type for everything
    """Find the file of this name among those that belong to the document."""
    for file in pdf.Root.get("/AF", ()):
        if str(file.get("/UF", "")) == name:
            return file.EF.F
    return None


def _unpacked(stream: Any, path: Path) -> bytes:  # noqa: ANN401
    """Unpack an attachment up to a limit; it must be as it was when it was attached."""
    packed, how = stream.read_raw_bytes(), str(stream.get("/Filter", ""))
    if how not in {"", "/FlateDecode"} or "/DecodeParms" in stream:
        raise ReportChanged(path)
    if how:
        unpacking = zlib.decompressobj()
        try:
            data = unpacking.decompress(packed, MOST_DATA)
        except zlib.error as fault:
            raise PdfDamaged(path) from fault
        if unpacking.unconsumed_tail:
            raise FileTooLarge(path)
    else:
        data = packed
    checked = bytes(stream.Params.CheckSum)
    if hashlib.md5(data, usedforsecurity=False).digest() != checked:
        raise ReportChanged(path)
    return data
