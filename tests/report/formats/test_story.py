"""One whitelist for every form: what paper refuses is refused here too, and all that paper says is said."""

from __future__ import annotations

import pytest

from facilitator.report import documents
from facilitator.report.bundle import Document, documents_of
from facilitator.report.errors import MarkupError
from facilitator.report.formats.story import Grid, Heading, Listed, Paragraph, Part, Rule, story_of, texts
from facilitator.report.layout.lines import Span
from facilitator.report.markup import parse
from facilitator.report.press import Press
from facilitator.report.text import collapse
from tests.builders import CASE, Table
from tests.random_sessions import LIVED


def story(inside: str) -> tuple[object, ...]:
    return story_of(parse(f"<body>{inside}</body>"))


def test_every_element_has_its_block() -> None:
    assert story('<h1 class="cover-title">a <b>b</b></h1><p class="soft">c</p><hr class="cut"/>') == (
        Heading(1, (Span("a "), Span("b", bold=True)), "cover-title"),
        Paragraph((Span("c"),), "soft"),
        Rule("cut"),
    )
    assert story('<ol><li>a</li><li><p>b</p><ul class="checks"><li>c</li></ul></li></ol>') == (
        Listed(
            (
                (Paragraph((Span("a"),)),),
                (Paragraph((Span("b"),)), Listed(((Paragraph((Span("c"),)),),), look="checks")),
            ),
            ordered=True,
        ),
    )
    (part,) = story('<section class="panel"><section><p>a</p></section></section>')
    assert part == Part((Part((Paragraph((Span("a"),)),)),), "panel")


def test_a_table_has_heads_of_columns_and_of_rows() -> None:
    rows = "<thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><th>c</th><td>d</td></tr></tbody>"
    (grid,) = story(f'<table cols="30,10" class="tight">{rows}</table>')
    assert isinstance(grid, Grid)
    assert grid.shares == (0.75, 0.25)
    assert [[cell.head for cell in row] for row in (*grid.heads, *grid.rows)] == [[True, True], [True, False]]


@pytest.mark.parametrize(
    "wrong",
    [
        *("<script>x</script>", "<p><img src='x'/></p>", '<p class="x">a</p>', '<hr class="x"/>', "<ul><p>a</p></ul>"),
        *('<picture name="x"/>', '<section class="x"/>', '<table cols="1"><tr/></table>', "<div>a</div>", "los"),
        '<table cols="1,1"><tbody><tr><td>a</td></tr></tbody></table>',
        '<table cols="1"><tbody><tr><p>a</p></tr></tbody></table>',
        *('<table cols="1" class="x"><tbody/></table>', '<ul class="x"/>', "<fields/>"),
    ],
)
def test_what_paper_does_not_know_is_refused(wrong: str) -> None:
    with pytest.raises(MarkupError):
        story(wrong)


@pytest.mark.parametrize("document", [Document.REPORT, Document.RUN_SHEET, Document.HAND_OUT, Document.PARTICIPANT])
def test_all_that_stands_in_the_markup_stands_in_the_story(press: Press, document: Document) -> None:
    session = Table(LIVED, CASE).started().session
    job = next(job for job in documents_of(session) if job.document is document)
    markup = press.markup(document.value, {"doc": documents.of(document, session, job.participant_id).model})
    body = parse(markup)
    pictures = job.paper().drawings(press.measure)
    told = " ".join(texts(story_of(body, pictures)))
    for text in body.itertext():
        assert collapse(str(text)).strip() in told
