"""Forms made by the program for one organisation, and what other programs do to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Pdf, String

from facilitator.content.locate import resource
from facilitator.core import events as ev
from facilitator.core import reporting
from facilitator.core.agreement import Agreement
from facilitator.core.reporting import Slip
from facilitator.core.session import Session
from facilitator.report.bundle import status_forms_of
from facilitator.report.press import Press
from tests.builders import Table

KEY = b"k" * 32


@cache
def session() -> Session:
    """The police owns two agreements, the team one."""
    table = Table().started()
    for number, owner in ((1, "p-pol"), (2, "p-pol"), (3, "p-wijk")):
        assert table.do(ev.AgreementMade, agreement=Agreement(f"a{number}", f"iets {number}", owner)) is None
    assert table.do(ev.SessionClosed) is None
    return table.session


@cache
def slip() -> Slip:
    return reporting.slip_of(session(), "p-pol", KEY)


@cache
def empty() -> bytes:
    """The form of the police, as it leaves."""
    (job,) = status_forms_of(session(), [slip()])
    return job.render(Press(resource("templates"), resource("fonts"))).pdf


def codes() -> tuple[str, ...]:
    return tuple(code for _id, code in slip().codes)


def changed(change: Callable[[Pdf], object], pdf: bytes | None = None, **saving: Any) -> bytes:
    """Give the form after another program had its way with it."""
    with pikepdf.open(BytesIO(empty() if pdf is None else pdf)) as document:
        change(document)
        saved = BytesIO()
        document.save(saved, **saving)
    return saved.getvalue()


def untouched(_pdf: Pdf) -> None:
    """Change nothing: only save it anew."""


def fields(pdf: Pdf) -> dict[str, pikepdf.Object]:
    return {str(field.T): field for field in pdf.Root.AcroForm.Fields[0].Kids}


def filled(values: dict[str, str], pdf: bytes | None = None) -> bytes:
    """Fill fields in by name: `status-CODE`, `why-CODE`, `day-CODE`, `remark`, `by`."""

    def fill(document: Pdf) -> None:
        there = fields(document)
        for name, value in values.items():
            there[name].V = Name(f"/{value}") if name.startswith("status") else String(value)

    return changed(fill, pdf)


def answered() -> bytes:
    """The form with its first agreement being done, and a word about it."""
    first = codes()[0]
    return filled({f"status-{first}": "bezig", f"why-{first}": "bĳna"})


def later(pdf: bytes, **values: str) -> bytes:
    """Change fields by an update at the end of the file, the way many readers save."""
    document = Pdf.open(BytesIO(pdf))
    offsets, body = [], b""
    for name, value in values.items():
        field = fields(document)[name.replace("_", "-")]
        field.V = Name(f"/{value}") if name.startswith("status") else String(value)
        number, generation = field.objgen
        offsets.append((number, generation, len(pdf) + len(body)))
        body += f"{number} {generation} obj\n".encode() + field.unparse(resolved=True) + b"\nendobj\n"
    table = "".join(f"{number} 1\n{at:010d} {generation:05d} n \n" for number, generation, at in offsets)
    before = pdf.rpartition(b"startxref")[2].split()[0].decode()
    size, root = len(document.objects) + 1, document.Root.objgen[0]
    trailer = f"trailer\n<</Size {size}/Root {root} 0 R/Prev {before}>>\nstartxref\n{len(pdf) + len(body)}\n%%EOF\n"
    return pdf + body + b"xref\n" + table.encode() + trailer.encode()


def picture() -> bytes:
    """A page that is one picture, as a scanner makes it."""
    document = Pdf.new()
    document.add_blank_page()
    image = pikepdf.Stream(document, b"\x80" * 64, Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8)
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
    document.pages[0].Resources = Dictionary(XObject=Dictionary(I=image))
    document.pages[0].Contents = pikepdf.Stream(document, b"q 500 0 0 700 0 0 cm /I Do Q")
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def printed_to_pdf() -> bytes:
    """A form that was printed to a new PDF: what it shows is there, and nothing else."""

    def print_anew(document: Pdf) -> None:
        del document.Root["/AcroForm"]
        _without_places(document)
        del document.trailer["/Info"]

    return changed(print_anew)


def flattened() -> bytes:
    """A form whose fields became part of the page."""

    def flatten(document: Pdf) -> None:
        document.generate_appearance_streams()
        document.flatten_annotations("all")

    return changed(flatten, answered())


def _circle(document: Pdf) -> None:
    root = document.Root.AcroForm.Fields[0]
    root.Kids.append(root)


def _deep(document: Pdf) -> None:
    inner = document.Root.AcroForm.Fields[0]
    for number in range(300):
        inner = document.make_indirect(Dictionary(T=String(f"d{number}"), Kids=pikepdf.Array([inner])))
    document.Root.AcroForm.Fields = pikepdf.Array([inner])


def _without_places(document: Pdf) -> None:
    for page in document.pages:
        del page.obj["/Annots"]


def _numbers(document: Pdf) -> None:
    _without_places(document)
    document.Root.AcroForm.Fields = pikepdf.Array([1, 2, Name.Off])


def _many(document: Pdf) -> None:
    _without_places(document)
    extra = [document.make_indirect(Dictionary(T=String(f"x{number}"))) for number in range(6_000)]
    document.Root.AcroForm.Fields = pikepdf.Array(extra)


ENDLESS = {"circle": _circle, "deep": _deep, "numbers": _numbers, "many": _many}
"""Fields that go round in a circle, go very deep, are no fields at all, or have no end."""
