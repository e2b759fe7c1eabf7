from __future__ import annotations

import pytest

from facilitator.report.errors import MarkupError
from facilitator.report.markup import blocks_of, parse, safe_address


@pytest.mark.parametrize(
    "markup",
    [
        "<body><p>los</body>",
        "<div/>",
        "",
        '<!DOCTYPE body [<!ENTITY x SYSTEM "file:///etc/passwd">]><body>&x;</body>',
        "<body><!-- nee --></body>",
        "<body>&nbsp;</body>",
    ],
)
def test_only_one_plain_body_is_read(markup: str) -> None:
    with pytest.raises(MarkupError):
        parse(markup)


def test_text_between_blocks_is_refused_instead_of_lost() -> None:
    with pytest.raises(MarkupError, match="verdwaald"):
        blocks_of(parse("<body><p>a</p>verdwaald<p>b</p></body>"))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "", " https://a"])
def test_unsafe_addresses_are_no_links(address: str) -> None:
    assert safe_address(parse(f'<body><a href="{address}">x</a></body>')[0]) is None


@pytest.mark.parametrize("address", ["https://example.org/?a=1", "HTTP://example.org", "mailto:a@b.example", "tel:112"])
def test_safe_addresses_are_links(address: str) -> None:
    assert safe_address(parse(f'<body><a href="{address}">x</a></body>')[0]) == address
