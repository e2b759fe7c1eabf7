from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report.markdown import to_markup
from facilitator.report.markup import parse
from facilitator.report.press import Press
from tests.report.conftest import META, RESOURCES
from tests.report.reading import spoken

PRESS = Press(RESOURCES / "templates", RESOURCES / "fonts")


def test_headings_become_bold_paragraphs() -> None:
    assert to_markup("# Kop") == '<p class="strong">Kop</p>'


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("**vet** en *schuin*", "<p><strong>vet</strong> en <em>schuin</em></p>\n"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"),
        ("<img src=/etc/passwd>", "<p>&lt;img src=/etc/passwd&gt;</p>\n"),
        ("a<br>b", "<p>a&lt;br&gt;b</p>\n"),
        ("[x](https://a.nl/?a=1&b=2)", '<p><a href="https://a.nl/?a=1&amp;b=2">x</a></p>\n'),
    ],
)
def test_markdown_without_html(text: str, markup: str) -> None:
    assert to_markup(text) == markup


@pytest.mark.parametrize("text", ["[x](javascript:alert)", "![x](https://a.nl/x.png)", "![x](/etc/passwd)"])
def test_scripts_and_images_stay_text(text: str) -> None:
    assert "<img" not in to_markup(text)
    assert "javascript" not in to_markup(text).replace("[x](javascript:alert)", "")


@settings(deadline=None)
@given(st.text(st.sampled_from("ab *_#->[]()`!<>&\"'\n1.\\~|é\x00"), max_size=80))
def test_any_markdown_is_markup_that_paper_reads(text: str) -> None:
    parse(f"<body>{to_markup(text)}</body>")


@pytest.mark.parametrize(
    "text", ["- a\n  - b\n- c", "1. a\n   1. b\n\n   c\n", "- a\n  - b\n    - c\n", "- - a\n", "-\n- a"]
)
def test_a_list_in_a_list_becomes_paper(text: str, press: Press) -> None:
    said = spoken(press.typeset(f"<body><h1>x</h1>{to_markup(text)}</body>", META).pdf).split()
    assert [word for word in said if word in "abc"] == [char for char in text if char in "abc"]


@settings(deadline=None, max_examples=60)
@given(st.text(st.sampled_from("ab *_#->[]()`!<>&\n1.\\|"), max_size=60))
def test_any_markdown_becomes_paper(text: str) -> None:
    assert PRESS.typeset(f"<body><h1>x</h1>{to_markup(text)}</body>", META).pages
