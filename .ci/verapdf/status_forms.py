"""Status forms of random sessions, empty and filled in along the ways in which other programs do that.

A form is to be filled in, so it keeps to PDF/UA-1 and does not say that it is an archive.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Name, Pdf, String
from random_papers import random_session

from facilitator.content.locate import resource
from facilitator.core import reporting
from facilitator.core.session import Session
from facilitator.report.bundle import status_forms_of
from facilitator.report.press import Press

KEY = b"a key of no laptop"
WRITTEN = "Bĳna klaar: café én Şahin Łukasz, €5 – “ja”.\nTweede regel"
TYPED = "Bijna klaar: café én één"
"""Typed in PDFium: what its Windows-like letters lack, it sets in a face of the system that it does not embed."""


def status_forms(folder: Path, seeds: int) -> list[Path]:
    """Write the forms of so many sessions, each empty, with its appearances asked for, drawn by qpdf, and typed."""
    press = Press(resource("templates"), resource("fonts"))
    made = []
    for seed in range(seeds):
        for number, pdf in enumerate(_forms(press, random_session(seed))):
            empty = folder / f"form-{seed}-{number}-empty.pdf"
            empty.write_bytes(pdf)
            asked, drawn, typed = (
                empty.with_name(empty.name.replace("empty", how)) for how in ("asked", "drawn", "typed")
            )
            _fill(empty, asked, draw=False)
            _fill(empty, drawn, draw=True)
            _type(empty, typed)
            made += [empty, asked, drawn, typed]
    return made


def _forms(press: Press, session: Session) -> Iterator[bytes]:
    slips = [reporting.slip_of(session, partner_id, KEY) for partner_id in reporting.asked(session)[:1]]
    for job in status_forms_of(session, slips):
        yield job.render(press).pdf


def _fill(source: Path, target: Path, *, draw: bool) -> None:
    """Fill every field in, and let its appearance be drawn by qpdf or by who opens it."""
    with Pdf.open(source) as pdf:
        for field in pdf.Root.AcroForm.Fields[0].Kids:
            if Name.Tx == field.FT:
                field.V = String(WRITTEN)
                continue
            field.V = Name.bezig
            for button in field.Kids:
                button.AS = Name.bezig if "/bezig" in button.AP.N else Name.Off
        pdf.Root.AcroForm.NeedAppearances = True
        if draw:
            pdf.generate_appearance_streams()
        pdf.save(target)


def _type(source: Path, target: Path) -> None:
    """Click and type in every field of the first page."""
    with Pdf.open(source) as pdf:
        widgets = list(pdf.pages[0].obj.get("/Annots", []))
        places = [(widget.get("/FT") == Name.Tx, [float(side) for side in widget.Rect]) for widget in widgets]
    with pypdfium2.PdfDocument(source) as document:
        document.init_forms()
        page, form = document[0], document.formenv
        for is_text, (left, bottom, right, top) in places:
            for act in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
                act(form.raw, page.raw, 0, (left + right) / 2, (bottom + top) / 2)
            for sign in TYPED if is_text else "":
                pdfium.FORM_OnChar(form.raw, page.raw, ord(sign), 0)
        pdfium.FORM_ForceToKillFocus(form.raw)
        document.save(target)


def field_without_words(pdf: pikepdf.Pdf) -> bool:
    """Take the words of a field away, from itself and from the structure."""
    if "/AcroForm" not in pdf.Root:
        return False
    for part in pdf.objects:
        if isinstance(part, pikepdf.Dictionary) and part.get("/S") == Name.Form and "/Alt" in part:
            del part["/Alt"]
        if isinstance(part, pikepdf.Dictionary) and part.get("/Subtype") == Name.Widget:
            for one in (part, part.get("/Parent", part)):
                if "/TU" in one:
                    del one["/TU"]
    return True
