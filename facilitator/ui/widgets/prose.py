"""Prose: a text of our own content with bold words and lists."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from facilitator.ui import theme
from facilitator.ui.widgets.markdown import Block, BlockKind, parse

_INDENT = 22
"""How far a list item stands from the edge, in pixels per level."""


class Prose(QTextBrowser):
    """Shows Markdown as text: nothing is loaded, nothing can be clicked, no HTML is read.

    By default it is as high as its text needs and never scrolls; with `scrolls` it takes the place it is given.
    """

    def __init__(self, markdown: str = "", *, scrolls: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scrolls = scrolls
        self._source = ""
        self.setProperty("role", "reading" if scrolls else "prose")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.setTabChangesFocus(True)
        if not scrolls:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_markdown(markdown)

    def show_markdown(self, markdown: str) -> None:
        """Show another text."""
        if markdown == self._source:
            return
        self._source = markdown
        self.clear()
        cursor = QTextCursor(self.document())
        for number, block in enumerate(parse(markdown)):
            _insert(cursor, block, first=number == 0)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def look_changed(self) -> None:
        """Write it anew: its headings have a size of their own."""
        source, self._source = self._source, ""
        self.show_markdown(source)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As high as the text is at the present width; one that scrolls asks for no more than others that do."""
        return super().sizeHint() if self._scrolls else QSize(super().sizeHint().width(), self._text_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Never less than the text needs, unless it scrolls."""
        return super().minimumSizeHint() if self._scrolls else QSize(80, self._text_height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Work out the height again when the width changed."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _text_height(self) -> int:
        self.document().setTextWidth(max(80, self.viewport().width()))
        return int(self.document().size().height() + 0.999)

    def _fit(self) -> None:
        if not self._scrolls:
            self.setFixedHeight(max(1, self._text_height()))


def _insert(cursor: QTextCursor, block: Block, *, first: bool) -> None:
    shape = QTextBlockFormat()
    shape.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setTopMargin(0 if first else 6 if block.kind is BlockKind.ITEM else 9)
    if block.kind is BlockKind.ITEM:
        shape.setLeftMargin(_INDENT * block.level)
        shape.setTextIndent(-_INDENT if block.marker else 0)
        shape.setTabPositions([QTextOption.Tab(_INDENT * block.level, QTextOption.TabType.LeftTab)])
    if first:
        cursor.setBlockFormat(shape)
    else:
        cursor.insertBlock(shape)
    if block.marker:
        cursor.insertText(f"{block.marker}\t", QTextCharFormat())
    for span in block.spans:
        look = QTextCharFormat()
        heading = block.kind is BlockKind.HEADING
        look.setFontWeight(QFont.Weight.Bold if span.bold or heading else QFont.Weight.Normal)
        look.setFontItalic(span.italic)
        if heading:
            look.setFontPointSize(theme.current().large_pt)
        cursor.insertText(span.text, look)
