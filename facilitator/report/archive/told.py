"""The text of a document as plain values, block after block, taken from the very markup that becomes its pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facilitator.pictures.drawing import Drawing
from facilitator.report.markup import BLOCKS, Element
from facilitator.report.text import clean, collapse


def told(element: Element, pictures: Mapping[str, Drawing]) -> Iterator[dict[str, object]]:
    """Give the blocks in an element, each by its kind.

    {"h1": text}, {"p": text}, {"list": [text]}, {"table": [[text]]} or {"figure": text}.
    """
    for child in element:
        tag = str(child.tag)
        if tag in {"h1", "h2", "h3", "p"}:
            yield {tag: words(child)}
        elif tag in {"ul", "ol"}:
            yield {"list": [words(item) for item in child]}
        elif tag == "table":
            yield {"table": [[words(cell) for cell in row] for row in child.iter("tr")]}
        elif tag == "picture":
            yield {"figure": clean(" ".join(pictures[child.get("name", "")].alternative))}
        elif tag != "hr":
            yield from told(child, pictures)


def words(element: Element) -> str:
    """Give the text of an element; blocks in it and line ends become lines."""
    parts: list[str] = [collapse(element.text or "")]
    for child in element:
        if child.tag == "br":
            parts.append("\n")
        elif child.tag in BLOCKS or child.tag in {"li", "tr", "td", "th", "thead", "tbody"}:
            parts += ["\n", words(child), "\n"]
        else:
            parts.append(words(child))
        parts.append(collapse(child.tail or ""))
    lines = (line.strip() for line in clean("".join(parts)).split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """Give a text in the form in which one is looked for in another."""
    return " ".join(clean(text).split())
