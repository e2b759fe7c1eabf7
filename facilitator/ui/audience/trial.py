"""paint_trial: a picture by which a display is checked. Is it sharp, does it fit, can light and dark be told apart?

It says nothing of a session but what the neutral slide says: what kind of meeting, and where.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from facilitator.core.audience import AudienceView, Scene
from facilitator.ui.audience import phrases
from facilitator.ui.audience.picture import compose
from facilitator.ui.audience.sheet import SMALLEST, Sheet
from facilitator.ui.audience.text import BOLD, NORMAL, SEMI_BOLD, Look, elided
from facilitator.ui.theme import Theme
from facilitator.words import _

SIZES: Final = (104, 44, 34, SMALLEST)
"""The sizes of text that are shown, in pixels on a screen 1080 high: from a title to the smallest there is."""

_LINE: Final = 1.45
"""The height of a line, in times its size."""

STEPS: Final = 11
"""So many steps from black to white."""

FAINT: Final = (0.02, 0.04, 0.06, 0.09)
"""How far from white, and from black, the steps are that a poor projector loses."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is painted on, in the display's own pixels. `sheet` knows how large text is on a screen like this."""

    painter: QPainter
    width: int
    height: int
    theme: Theme
    sheet: Sheet

    def px(self, size: float) -> int:
        """A whole number of pixels, at least one: `size` of them on a screen of 1920 x 1080."""
        return max(1, round(size * min(self.width / 1920, self.height / 1080)))

    def say(self, words: str, look: Look, x: float, y: float, width: float, *, middle: bool = False) -> None:
        """Write one line with its middle at this height."""
        self.painter.setFont(look.font())
        self.painter.setPen(QColor(look.colour))
        across = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
        line = QRectF(x, y - look.size, width, 2 * look.size)
        self.painter.drawText(line, across | Qt.AlignmentFlag.AlignVCenter, elided(words, look, width))


def paint_trial(
    painter: QPainter, width: int, height: int, view: AudienceView, theme: Theme, *, large: bool = False
) -> None:
    """Paint it, `width` by `height` of the display's own pixels: every line is whole pixels wide and not softened."""
    view = AudienceView(Scene.NEUTRAL, view.form, view.place)
    sheet = compose(view, width, height, theme, large=large).sheet
    ground = _Ground(painter, width, height, theme, sheet)
    painter.fillRect(0, 0, width, height, QColor(theme.paper))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    _border(ground)
    _corners(ground)
    lines = _lines(ground.sheet, view)
    side, high, between = ground.px(150), ground.px(110), ground.px(40)
    top = (height - round(sum(_LINE * look.size for _words, look in lines)) - side - high - 2 * between) // 2
    for words, look in lines:
        ground.say(words, look, 0.1 * width, top + _LINE * look.size / 2, 0.8 * width)
        top += round(_LINE * look.size)
    _fine_lines(ground, top + between, side)
    _greys(ground, top + 2 * between + side, high)


def _border(ground: _Ground) -> None:
    """The very last pixels, and a second line a little further in: who misses the first sees how much is cut off."""
    colour = QColor(ground.theme.ink)
    for inset in (0, ground.px(27)):
        for x, y, wide, high in (
            (inset, inset, ground.width - 2 * inset, 1),
            (inset, ground.height - 1 - inset, ground.width - 2 * inset, 1),
            (inset, inset, 1, ground.height - 2 * inset),
            (ground.width - 1 - inset, inset, 1, ground.height - 2 * inset),
        ):
            ground.painter.fillRect(x, y, wide, high, colour)


def _corners(ground: _Ground) -> None:
    """A thick angle in every corner, with a number: all four have to be seen."""
    long, thick = ground.px(120), ground.px(14)
    look = Look(ground.theme.family, ground.px(44), BOLD, ground.theme.accent)
    colour = QColor(ground.theme.accent)
    for number in range(4):
        right, low = number % 2, number // 2
        x = ground.width - long if right else 0
        y = ground.height - long if low else 0
        ground.painter.fillRect(x, ground.height - thick if low else 0, long, thick, colour)
        ground.painter.fillRect(ground.width - thick if right else 0, y, thick, long, colour)
        ground.say(str(number + 1), look, x, y + long / 2, long, middle=True)


def _lines(sheet: Sheet, view: AudienceView) -> tuple[tuple[str, Look], ...]:
    """What the neutral slide says, and a line of every size. The title was large enough for whoever asks large type."""
    theme = sheet.theme
    title, *rest = (sheet.look(size / (sheet.zoom if size == SIZES[0] else 1), NORMAL, theme.ink) for size in SIZES)
    question, answer, least = rest
    kind = " · ".join(part for part in (_(view.form.msgid), phrases.one_line(view.place)) if part)
    return (
        (_("Test picture"), replace(title, weight=BOLD, colour=theme.accent)),
        (kind, replace(question, colour=theme.soft_ink)),
        (_("A question is this large."), question),
        (_("An answer is this large."), replace(answer, weight=SEMI_BOLD)),
        (_("Nothing is smaller than this."), least),
    )


def _greys(ground: _Ground, top: int, high: int) -> None:
    """From black to white, and in the outer two the steps that are lost first."""
    left, wide = round(0.1 * ground.width), round(0.8 * ground.width / STEPS)
    for number in range(STEPS):
        shade = round(255 * number / (STEPS - 1))
        ground.painter.fillRect(left + number * wide, top, wide, high, QColor(shade, shade, shade))
    part = wide // (len(FAINT) + 1)
    for number, share in enumerate(FAINT):
        for column, shade in ((0, round(255 * share)), (STEPS - 1, round(255 * (1 - share)))):
            x = left + column * wide + number * part + part // 2
            ground.painter.fillRect(x, top + high // 3, part, high // 3, QColor(shade, shade, shade))


def _fine_lines(ground: _Ground, y: int, side: int) -> None:
    """Lines of one, two and three pixels, upright and lying, and a chessboard: grey or wavy where it is not sharp."""
    kinds = [(step, upright) for step in (1, 2, 3) for upright in (True, False)]
    x = round(0.1 * ground.width)
    between = (round(0.8 * ground.width) - (len(kinds) + 1) * side) // len(kinds)
    colour = QColor(ground.theme.ink)
    for step, upright in kinds:
        for at in range(0, side - step + 1, 2 * step):
            place = QRect(x + at, y, step, side) if upright else QRect(x, y + at, side, step)
            ground.painter.fillRect(place, colour)
        x += side + between
    dots = [QPointF(x + column, y + row) for row in range(side) for column in range(row % 2, side, 2)]
    ground.painter.setPen(colour)
    ground.painter.drawPoints(dots)
