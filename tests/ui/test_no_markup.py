"""What people type is never read as markup: nothing that would read it is used outside the few places that may."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "facilitator" / "ui"
FORBIDDEN_NAMES = {"QLabel", "QMessageBox", "QErrorMessage", "QInputDialog", "QTextDocumentFragment"}
FORBIDDEN_CALLS = {"setHtml", "setMarkdown", "insertHtml", "appendHtml", "setStyleSheet", "setTextFormat"}
MAY = {"theme.py": {"setStyleSheet"}, "widgets/label.py": {"QLabel", "setTextFormat"}}


def found_in(source: str) -> set[str]:
    """Names used in a program text that read markup, or that style outside the theme."""
    return set(_names(ast.parse(source)))


def _names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.alias(name=name) if name in FORBIDDEN_NAMES:
                yield name
            case ast.Attribute(attr=name) if name in FORBIDDEN_CALLS | FORBIDDEN_NAMES:
                yield name
            case ast.Constant(value=str(text)) if _is_colour(text):
                yield text


def _is_colour(text: str) -> bool:
    return len(text) in {4, 7, 9} and text[0] == "#" and all(sign in "0123456789abcdefABCDEF" for sign in text[1:])


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI)))
def test_no_part_of_a_window_reads_markup_or_names_a_colour(path: Path) -> None:
    name = path.relative_to(UI).as_posix()
    allowed = MAY.get(name, set()) | ({"#000000"} if name == "audience/paint.py" else set())
    assert found_in(path.read_text("utf-8")) <= allowed


@pytest.mark.parametrize(
    "source",
    ["from PySide6.QtWidgets import QLabel", "view.setHtml(text)", "w.setStyleSheet('x')", "QColor('#ff0000')"],
)
def test_this_test_can_fail(source: str) -> None:
    assert found_in(source)
