"""The strict subset of XHTML that templates speak, read without document types, entities or the network."""

from __future__ import annotations

from typing import Final

from lxml import etree

from facilitator.report.errors import MarkupError

INLINE: Final = frozenset({"b", "strong", "i", "em", "br", "a", "span", "code"})
BLOCKS: Final = frozenset({"h1", "h2", "h3", "p", "ul", "ol", "table", "section", "hr", "picture", "choices", "fields"})
SAFE_SCHEMES: Final = ("https://", "http://", "mailto:", "tel:")

Element = etree._Element  # noqa: SLF001  lxml names its element type so


def parse(markup: str) -> Element:
    """Read one `<body>`.

    Raises MarkupError when the markup is not well-formed or its root is something else.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(markup.encode(), parser)
    except etree.XMLSyntaxError as fault:
        raise MarkupError(f"not well-formed: {fault}") from fault
    if root.tag != "body" or "<!" in markup:
        raise MarkupError("a document is one <body>, without a document type")
    return root


def has_blocks(element: Element) -> bool:
    """Tell whether `element` holds blocks, and not text."""
    return any(child.tag in BLOCKS for child in element)


def blocks_of(element: Element) -> list[Element]:
    """Give the blocks in `element`.

    Raises MarkupError when there is text between them, which would get lost.
    """
    stray = (element.text or "") + "".join(child.tail or "" for child in element)
    if stray.strip():
        raise MarkupError(f"<{element.tag}> holds blocks, so this text cannot stand beside them: {stray.strip()[:40]}")
    return list(element)


def safe_address(element: Element) -> str | None:
    """Give the address of an `<a>`, or None where it leads somewhere a document must not (a file, a script)."""
    address = element.get("href", "")
    return address if address.lower().startswith(SAFE_SCHEMES) else None
