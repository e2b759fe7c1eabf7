"""Reads documents in other forms back: what they say, in the order in which it is said."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree, html

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_parts(data: bytes) -> dict[str, bytes]:
    """Every part of an office document by its name."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def word_tree(data: bytes) -> etree._Element:
    """The body of a DOCX file."""
    return etree.fromstring(word_parts(data)["word/document.xml"])


def word_texts(data: bytes) -> list[str]:
    """The paragraphs of a DOCX file that say anything."""
    told = []
    for paragraph in word_tree(data).iter(f"{W}p"):
        inside = (node for node in paragraph.iter() if node.tag in {f"{W}t", f"{W}br", f"{W}tab"})
        text = "".join(node.text or "" if node.tag == f"{W}t" else "\n" for node in inside)
        told += [text] if text.strip() else []
    return told


def word_all(data: bytes) -> str:
    """Everything a DOCX file holds, also what is not seen: properties, alternative texts, addresses."""
    return " ".join(part.decode("utf-8", "replace") for part in word_parts(data).values())


def page(data: bytes) -> html.HtmlElement:
    """A web page, read as a browser does."""
    return html.document_fromstring(data.decode())
