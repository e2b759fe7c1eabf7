"""Documents for a word processor, held to what one and a screen reader need."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markupsafe import escape

from facilitator.report.bundle import Document, documents_of
from facilitator.report.formats.jobs import forms_of
from facilitator.report.formats.raster import png
from facilitator.report.formats.story import story_of, texts
from facilitator.report.formats.word import word_document
from facilitator.report.markup import parse
from facilitator.report.press import Press
from facilitator.report.text import clean, collapse
from tests.builders import CASE, Table
from tests.random_sessions import LIVED
from tests.report.conftest import META, RESOURCES
from tests.report.formats.reading import W, word_all, word_parts, word_texts, word_tree
from tests.report.formats.test_web import HOSTILE, PICTURE

TYPEFACE = Press(RESOURCES / "templates", RESOURCES / "fonts").typeface
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ORDER = [f"{W}{name}" for name in ("pStyle", "keepNext", "numPr", "pBdr", "shd", "bidi", "spacing", "ind", "jc", "rPr")]
HEADED = "<thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><th>c</th><td>d</td></tr></tbody>"


def made(inside: str) -> bytes:
    blocks = story_of(parse(f"<body>{inside}</body>"), {"x": PICTURE})
    return word_document(blocks, META, lambda drawing: png(drawing, TYPEFACE))


def styles(data: bytes) -> list[str]:
    return [node.get(f"{W}val", "") for node in word_tree(data).iter(f"{W}pStyle")]


def test_headings_and_lists_are_real_ones() -> None:
    data = made("<h1>a</h1><h2>b</h2><h3>c</h3><ul><li>d</li></ul><ol><li>e</li></ol><p class='soft'>f</p>")
    assert styles(data) == ["Heading1", "Heading2", "Heading3", "ListBullet", "ListNumber", "Facilitatorsoft"]
    assert word_texts(data) == ["a", "b", "c", "d", "e", "f"]


def test_each_list_counts_from_one() -> None:
    data = made("<ol><li>a</li><li>b</li></ol><ol><li>c</li></ol>")
    numbers = [node.get(f"{W}val") for node in word_tree(data).iter(f"{W}numId")]
    assert numbers[0] == numbers[1] != numbers[2]
    numbering = etree.fromstring(word_parts(data)["word/numbering.xml"])
    begun = {
        num.get(f"{W}numId"): [start.get(f"{W}val") for start in num.iter(f"{W}startOverride")]
        for num in numbering.iter(f"{W}num")
    }
    assert begun[numbers[0]] == begun[numbers[2]] == ["1"]


def test_the_heads_of_a_table_come_again_and_are_said_to_be_heads() -> None:
    root = word_tree(made(f'<table cols="30,10">{HEADED}</table>'))
    rows = list(root.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False]
    (look,) = root.iter(f"{W}tblLook")
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("1", "1")
    widths = [int(node.get(f"{W}w", "0")) for node in rows[0].iter(f"{W}tcW")]
    assert round(widths[0] / widths[1]) == 3


def test_it_says_that_it_is_dutch_and_names_nobody() -> None:
    data = made("<p>a</p>")
    parts = word_parts(data)
    languages = {node.get(f"{W}val") for node in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}lang")}
    assert languages == {"nl-NL"}
    assert b"<dc:title>Titel</dc:title><dc:language>nl-NL</dc:language>" in parts["docProps/core.xml"]
    assert b"creator" not in parts["docProps/core.xml"]
    assert "python-docx" not in word_all(data)


def test_a_picture_says_what_it_shows() -> None:
    data = made('<picture name="x"/>')
    (about,) = word_tree(data).iter(f"{DRAWING}docPr")
    assert about.get("descr") == 'Wie "er" zijn & <wat>'
    (image,) = (part for name, part in word_parts(data).items() if name.startswith("word/media/"))
    assert image.startswith(b"\x89PNG")


def test_only_a_safe_address_is_a_link() -> None:
    data = made('<p><a href="https://example.org/">x</a> <a href="file:///etc/passwd">y</a></p>')
    assert len(list(word_tree(data).iter(f"{W}hyperlink"))) == 1
    links = word_parts(data)["word/_rels/document.xml.rels"].decode()
    assert "https://example.org/" in links
    assert "passwd" not in links
    assert word_texts(data) == ["x y"]


def test_what_runs_from_right_to_left_says_so() -> None:
    root = word_tree(made("<p>مرحبا</p><p>Sam (مرحبا)</p>"))
    assert [p.find(f"{W}pPr/{W}bidi") is not None for p in root.iter(f"{W}p")] == [True, False]
    assert len(list(root.iter(f"{W}rtl"))) == 2


def test_properties_stand_in_the_order_that_word_processors_want() -> None:
    data = made(
        f'<section class="panel"><p>مرحبا</p><ol><li>a</li></ol></section><hr/><table cols="1,1">{HEADED}</table>'
    )
    for properties in word_tree(data).iter(f"{W}pPr"):
        places = [ORDER.index(str(child.tag)) for child in properties]
        assert places == sorted(places)
    (table,) = word_tree(data).iter(f"{W}tblPr")
    assert [str(child.tag).removeprefix(W) for child in table] == [
        *("tblW", "tblBorders", "tblLayout", "tblCellMar", "tblLook")
    ]


def test_it_says_all_that_the_report_says_and_the_same_bytes_each_time(press: Press) -> None:
    session = Table(LIVED, CASE).started().session
    (form,) = forms_of(documents_of(session), [Document.REPORT], "docx")
    assert form.path.suffix == ".docx"
    data = form.render(press).pdf
    assert data == form.render(press).pdf
    paper = form.job.paper()
    pictures = paper.drawings(press.measure)
    body = parse(press.markup(Document.REPORT.value, {"doc": paper.model}))
    alternatives = {" ".join(drawing.alternative) for drawing in pictures.values()}
    wanted = [text for text in texts(story_of(body, pictures)) if text.strip() and text not in alternatives]
    assert word_texts(data) == wanted


@settings(max_examples=20, deadline=None)
@given(HOSTILE | st.just("مرحبا <w:p/>"))
def test_text_never_becomes_markup(text: str) -> None:
    fit = escape(clean(text))
    data = made(f"<h1>{fit}</h1><ul><li>{fit}</li></ul><table cols='1'><tbody><tr><td>{fit}</td></tr></tbody></table>")
    wanted = collapse(clean(text)).strip(" ")
    assert word_texts(data) == [wanted] * 3 * bool(wanted.strip())
    assert len(list(word_tree(data).iter(f"{W}p"))) == 4
