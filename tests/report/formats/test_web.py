"""Web pages, read as a browser and a screen reader do."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from facilitator.pictures.drawing import Box, Circle, Cross, Diamond, Drawing, Label, Line, Style
from facilitator.report.bundle import Document, documents_of
from facilitator.report.formats.jobs import forms_of
from facilitator.report.formats.story import story_of
from facilitator.report.formats.web import web_page
from facilitator.report.markup import parse
from facilitator.report.press import Press
from facilitator.report.text import clean, collapse
from tests.builders import CASE, Table
from tests.random_sessions import LIVED
from tests.report.conftest import META
from tests.report.formats.reading import page

PICTURE = Drawing(
    *(100, 50),
    (
        *(Box(0, 0, 10, 10), Circle(5, 5, 5, fill=None), Diamond(5, 5, 5), Cross(5, 5, 5)),
        *(Line(((0, 0), (50, 50)), Style.DASHED, arrow=True), Label("<b>&", 1, 2, 3)),
    ),
    ('Wie "er" zijn & <wat>',),
)


def made(inside: str) -> bytes:
    return web_page(story_of(parse(f"<body>{inside}</body>"), {"x": PICTURE}), META)


def test_it_says_its_language_and_has_headings_and_heads_of_tables(press: Press) -> None:
    session = Table(LIVED, CASE).started().session
    (form,) = forms_of(documents_of(session), [Document.REPORT], "html")
    root = page(form.render(press).pdf)
    assert root.get("lang") == "nl-NL"
    assert root.findtext(".//title") == form.job.paper().meta.title
    levels = [int(node.tag[1]) for node in root.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {node.get("scope") for node in root.iter("th")} == {"col", "row"}
    assert all(node.getparent().getparent().tag == "thead" for node in root.iter("th") if node.get("scope") == "col")


def test_it_runs_nothing_and_fetches_nothing() -> None:
    data = made(
        '<p><a href="https://example.org/?a=1&amp;b=2">x</a> <a href="javascript:x">y</a></p><picture name="x"/>'
    )
    root = page(data)
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = root.findtext(".//style") or ""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"url\(|@import|http", style)
    fetching = {"script", "link", "img", "iframe", "object", "embed", "base", "form", "audio", "video", "use", "image"}
    assert not fetching & {node.tag for node in root.iter() if isinstance(node.tag, str)}
    assert [node.get("href") for node in root.iter("a")] == ["https://example.org/?a=1&b=2"]
    assert not [key for node in root.iter() for key in node.attrib if key.startswith("on") or key == "style"]


def test_a_picture_says_what_it_shows() -> None:
    (drawn,) = page(made('<picture name="x"/>')).iter("svg")
    assert (drawn.get("role"), drawn.get("aria-label")) == ("img", 'Wie "er" zijn & <wat>')
    assert drawn.findtext("text") == "<b>&"
    assert {node.tag for node in drawn} == {"rect", "circle", "polygon", "polyline", "text"}


def test_the_same_document_gives_the_same_bytes() -> None:
    assert made("<p>a</p>") == made("<p>a</p>")


HOSTILE = st.text(st.characters() | st.sampled_from("<>&\"'\r\n\0\u2028/="), max_size=80) | st.sampled_from(
    ["<script>alert(1)</script>", "</style><img src=x onerror=1>", "]]><!--", "&#60;b&#62;", '" onload="x', "</title>"]
)


@settings(max_examples=100, deadline=None)
@given(HOSTILE)
def test_text_never_becomes_markup(text: str) -> None:
    fit = escape(clean(text))
    inside = f"<h1>{fit}</h1><p>{fit}</p><ul><li>{fit}</li></ul><section class='panel'><p><b>{fit}</b></p></section>"
    root = page(made(f"{inside}<table cols='1'><tbody><tr><td>{fit}</td></tr></tbody></table>"))
    assert {node.tag for node in root.find("body").iter()} <= {
        *("body", "header", "main", "footer", "h1", "p", "ul", "li", "div", "b", "br", "span", "table", "tbody"),
        *("tr", "td"),
    }
    wanted = collapse(clean(text)).strip(" ")
    assert "".join(root.find(".//h1").itertext()) == wanted
    assert "".join(root.find(".//td").itertext()) == wanted


@pytest.mark.parametrize("text", ["</title><script>x</script>", '"><b>'])
def test_what_stands_around_is_text_too(text: str) -> None:
    meta = META.__class__(text, text, text, text, text, META.date)
    root = page(web_page((), meta))
    assert root.findtext(".//title") == text
    assert not list(root.iter("script", "b"))
