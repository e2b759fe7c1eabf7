"""What a picture says, and whether all of it can be read."""

from __future__ import annotations

from facilitator.pictures.drawing import Label
from facilitator.ui.audience.drawn import Drawn
from facilitator.ui.audience.picture import BAR_TOP, Picture


def squeezed(text: str) -> str:
    """A text without its blanks: lines are broken at them."""
    return "".join(text.split())


def drawn(picture: Picture) -> str:
    """All words of the pages, those in a drawing too; a running head is not counted again."""
    words = []
    for number, page in enumerate(picture.pages):
        for placed in page.rows[1 if number else 0 :]:
            for piece, left in placed.row.placed(0):
                words += [line.text for line, _rect in piece.lines(left, 0)]
                if isinstance(piece, Drawn):
                    words += [item.text for item in piece.drawing.items if isinstance(item, Label)]
    return squeezed("".join(words))


def around(picture: Picture) -> str:
    """The words of the quiet signs around the pages."""
    words = [
        line.text for placed in picture.strip for piece, _left in placed.row.placed(0) for line, _ in piece.lines(0, 0)
    ]
    if picture.way is not None:
        words += [line.text for line, _rect in picture.way.lines(0, 0)]
    return squeezed("".join(words))


def check_places(picture: Picture, width: int, height: int) -> None:
    """Every line is large enough and on the screen; only the way of working stands under the time bar."""
    scale = height / 1080
    low = [] if picture.way is None else [line.text for line, _rect in picture.way.lines(0, 0)]
    for number in range(len(picture.pages)):
        lines = tuple(picture.lines(number))
        for place, (line, rect) in enumerate(lines):
            assert line.look.size >= 28 * scale
            assert rect.left() >= picture.sheet.left - 1
            assert rect.right() <= width - picture.sheet.left + 1
            assert rect.top() >= 0
            under = place >= len(lines) - len(low)
            assert rect.bottom() <= (height if under else BAR_TOP * scale)
