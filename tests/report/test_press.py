from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.report.press import Press, Rendered
from facilitator.report.text import clean, is_ignorable
from tests.report.conftest import META, RESOURCES
from tests.report.reading import seen, spoken, unmarked

Typeset = Callable[[str], Rendered]

HOSTILE = (
    "<i>",
    "<kind>",
    "<img src=/etc/passwd>",
    "&amp; & &lt;",
    "\"quotes\" 'en' ‘meer’",
    "😀→✓☐",
    "w" * 300,
    "مرحبا שלום",
    "{{ 7*7 }} {% raw %}",
    "%s %(x)s \\n (a) [b]",
)


def shown(text: str) -> str:
    """What paper shows of a text, without white space."""
    return "".join(char for char in clean(text) if not is_ignorable(char) and not char.isspace())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stands_on_paper_as_it_was_typed(typeset: Typeset, text: str) -> None:
    cell = f'<table cols="1,3"><tbody><tr><td>{escape(text)}</td><td>x</td></tr></tbody></table>'
    paper = typeset(f"<h1>{escape(text)}</h1><p>{escape(text)}</p><ul><li>{escape(text)}</li></ul>{cell}")
    assert shown(spoken(paper.pdf)).count(shown(text)) >= 4
    assert not paper.missing


def test_a_viewer_copies_the_same_text(typeset: Typeset) -> None:
    copied = seen(typeset("<p>Een afspraak: <b>vóór</b> 1 december → <i>klaar</i> ☐</p>").pdf)
    assert "Een afspraak: vóór 1 december → klaar ☐" in " ".join(copied.split())


@settings(max_examples=40, deadline=None)
@example("\x00")
@example("a\u0301\u200d\ufe0f")
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Co", "Cn")), min_size=1, max_size=40))
def test_text_in_is_text_out(text: str) -> None:
    paper = PRESS.typeset(f"<body><p>begin{escape(clean(text))}eind</p></body>", META)
    said = shown(spoken(paper.pdf))
    lacking = "".join(each.characters for each in paper.missing)
    expected = "".join("\ufffd" if char in lacking else char for char in shown(text))
    assert f"begin{expected}eind" in said


PRESS = Press(RESOURCES / "templates", RESOURCES / "fonts")


def test_nothing_is_drawn_outside_marked_content(typeset: Typeset) -> None:
    link = '<p>zie <a href="https://example.org">hier</a></p>'
    assert unmarked(typeset(f'<h1>x</h1>{link}<hr/><section class="panel"><p>x</p></section>').pdf) == []


def test_the_same_paper_is_the_same_bytes(press: Press, typeset: Typeset) -> None:
    inside = "<h1>Een</h1><p>twee → 漢</p>"
    again = Press(RESOURCES / "templates", RESOURCES / "fonts").typeset(f"<body>{inside}</body>", META)
    assert typeset(inside) == again


@pytest.mark.slow
def test_the_same_bytes_whatever_the_hash_seed() -> None:
    program = (
        "import hashlib; from tests.report.conftest import META, RESOURCES; from facilitator.report.press import Press;"
        "press = Press(RESOURCES / 'templates', RESOURCES / 'fonts');"
        "print(hashlib.sha256(press.typeset('<body><h1>a</h1><p>b → 😀</p></body>', META).pdf).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            cwd=RESOURCES.parent,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "USER": f"gebruiker{seed}"},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(said) == 1


def test_metadata_tells_title_language_and_the_sessions_day(typeset: Typeset) -> None:
    with pikepdf.open(BytesIO(typeset("<h1>x</h1>").pdf)) as pdf, pdf.open_metadata() as xmp:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert xmp["dc:title"] == "Titel"
        assert xmp["pdfuaid:part"] == "1"
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20261117000000Z"
        assert set(pdf.docinfo.keys()) == {"/Title", "/Subject", "/Creator", "/Producer", "/CreationDate", "/ModDate"}


def test_bookmarks_follow_the_headings(typeset: Typeset) -> None:
    pdf = typeset("<h1>Een</h1><h2>Twee</h2><h3>Drie</h3><h2>Vier &amp; meer</h2>").pdf
    with pikepdf.open(BytesIO(pdf)) as document, document.open_outline() as outline:
        (one,) = outline.root
        assert (one.title, [item.title for item in one.children]) == ("Een", ["Twee", "Vier & meer"])
        assert [item.title for item in one.children[0].children] == ["Drie"]


def test_a_link_over_two_lines_is_one_link(typeset: Typeset) -> None:
    pdf = typeset(f'<p>zie <a href="https://example.org/?a=1&amp;b=2">{"hier " * 60}</a>, nu</p>').pdf
    with pikepdf.open(BytesIO(pdf)) as document:
        areas = list(document.pages[0].Annots)
        assert len(areas) > 2
        assert {str(area.A.URI) for area in areas} == {"https://example.org/?a=1&b=2"}
        parents = dict(zip(*[iter(document.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
        assert {str(parents[int(area.StructParent)].S) for area in areas} == {"/Link"}


def test_running_header_is_read_on_the_first_page_only(typeset: Typeset) -> None:
    paper = typeset("<h1>x</h1>" + "<p>regel</p>" * 100)
    assert spoken(paper.pdf).count("Het Gesprek · Wijk Noord") == 1
    assert seen(paper.pdf).count("Het Gesprek · Wijk Noord") == paper.pages
    assert f"{paper.pages} of {paper.pages}" in seen(paper.pdf)


def test_long_names_in_header_and_footer_do_not_run_over(press: Press) -> None:
    meta = META.__class__("t", "s", "Sessie " * 60, "17 november 2026", "lezer " * 60, META.date)
    pdf = press.typeset("<body><h1>x</h1>" + "<p>regel</p>" * 100 + "</body>", meta).pdf
    assert spoken(pdf).count("Sessie") == 60
    assert "…" in seen(pdf)


def test_a_later_page_says_which_part_goes_on(typeset: Typeset) -> None:
    long = "<p>woord</p>" * 60
    paper = typeset(f'<h1>x</h1><h2>Eerste</h2>{long}<hr class="new-page"/><h2>Tweede</h2>{long}')
    with pypdfium2.PdfDocument(paper.pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    header = META.session
    assert [[f"{header} · {part}" in page for part in ("Eerste", "Tweede")] for page in pages] == [
        [False, False],
        [True, False],
        [False, False],
        [False, True],
    ]
    assert spoken(paper.pdf).count("Eerste") == 1
