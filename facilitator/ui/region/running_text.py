"""RunningText: the words of a paragraph as they will stand in the instruction, with blanks for what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from facilitator.core.own_agreement import Block, Run
from facilitator.ui import theme
from facilitator.ui.widgets.prose import Prose
from facilitator.words import _


class RunningText(Prose):
    """Every sign of what was typed is shown as it is. What was filled in is bold; a blank is marked and says what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._blocks: Sequence[Block] = ()
        super().__init__(parent=parent)
        self.setAccessibleName(_("The paragraph as it will be"))

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show other words."""
        self._blocks = blocks
        self.clear()
        cursor = QTextCursor(self.document())
        for number, block in enumerate(blocks):
            shape = QTextBlockFormat()
            shape.setLineHeight(122, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            shape.setTopMargin(0 if number == 0 else 4 if block.item else 9)
            shape.setLeftMargin(22 if block.item else 0)
            if number == 0:
                cursor.setBlockFormat(shape)
            else:
                cursor.insertBlock(shape)
            if block.item:
                cursor.insertText("•  ", QTextCharFormat())
            for run in block.runs:
                cursor.insertText(_words(run), _look(run))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def look_changed(self) -> None:
        """Write it anew, in the colours that hold now."""
        self.show_blocks(self._blocks)


def _words(run: Run) -> str:
    if run.term is None or run.filled:
        return run.text
    return _("…… ({what})").format(what=run.term.label)


def _look(run: Run) -> QTextCharFormat:
    look = QTextCharFormat()
    if run.term is not None and run.filled:
        look.setFontWeight(QFont.Weight.Bold)
    elif run.term is not None:
        look.setFontItalic(True)
        look.setFontUnderline(True)
        look.setBackground(QColor(theme.current().attention_wash))
    return look
