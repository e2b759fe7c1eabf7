"""The text of an element as spans: what stands in it, in which manner, and where it links to."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.report.errors import MarkupError
from facilitator.report.layout.lines import Link, Span
from facilitator.report.markup import INLINE, Element, safe_address
from facilitator.report.tagging.tree import Tag
from facilitator.report.text import clean, collapse


def spans_of(element: Element, manner: Span) -> Iterator[Span]:
    """Give the stretches of text in `element`, each in the manner of the elements around it.

    Raises MarkupError for an element that cannot stand inside a text.
    """
    yield manner._replace(text=collapse(clean(element.text or "")))
    for child in element:
        if child.tag not in INLINE:
            raise MarkupError(f"<{child.tag}> cannot stand inside a text")
        if child.tag == "br":
            yield manner._replace(text="\n")
        else:
            yield from spans_of(child, _manner(child, manner))
        yield manner._replace(text=collapse(clean(child.tail or "")))


def _manner(element: Element, around: Span) -> Span:
    if element.tag in {"b", "strong"}:
        return around._replace(bold=True)
    if element.tag in {"i", "em"}:
        return around._replace(italic=True)
    if element.tag == "span" and element.get("class") == "soft":
        return around._replace(soft=True)
    if element.tag == "a" and (address := safe_address(element)) is not None:
        return around._replace(link=Link(address, Tag("Link")))
    return around
