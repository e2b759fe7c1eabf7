"""What the facilitator alone reads at a step or at a moment of a case, and the pane it is read in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QSize

from facilitator.core.casus import Moment
from facilitator.core.script import Guidance
from facilitator.core.session import Session
from facilitator.ui.widgets import Prose
from facilitator.words import _

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!<>&|~])")


def plain(text: str) -> str:
    """A plain text as Markdown that shows it as it is."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def guidance_text(session: Session) -> str:
    """Everything to read at the present page, as Markdown."""
    moment, step = session.moment, session.step
    parts = list(_guidance(step.guidance if moment is None else moment.guidance))
    if moment is None:
        parts += _section(_("Ask on"), step.follow_up)
    else:
        parts += _moment(moment)
        parts += _guidance(step.guidance)
    return "\n\n".join(parts)


def _guidance(guidance: Guidance) -> Iterator[str]:
    yield from _section(_("Say"), guidance.say, listed=False)
    yield from _section(_("Ask"), guidance.ask)
    yield from _section(_("Do"), guidance.do)
    yield from _section(_("Watch out"), guidance.watch)


def _moment(moment: Moment) -> Iterator[str]:
    roles = [f"**{plain(known.role)}:** {known.knows}" for known in moment.roles]
    yield from _section(_("What each role knows"), roles)
    yield from _section(_("Turning points"), moment.turning_points)
    yield from _section(_("What often goes wrong"), moment.goes_wrong)
    for weighing in moment.weighing:
        lines = [_("Yes: {reason}").format(reason=reason) for reason in weighing.speaks_for]
        lines += [_("No: {reason}").format(reason=reason) for reason in weighing.speaks_against]
        yield from _section(_("Weighing question {number}").format(number=weighing.question), lines)


def _section(title: str, items: Iterable[str], *, listed: bool = True) -> Iterator[str]:
    texts = [text.strip() for text in items if text.strip()]
    if not texts:
        return
    yield f"**{plain(title)}**"
    for text in texts:
        yield f"- {text.replace(chr(10), chr(10) + '  ')}" if listed else text


LEAST_LINES = 4
"""It is never lower than so many lines of text."""


class GuidancePane(Prose):
    """The guidance of the present page. It is scrolled from the typing line, so that nobody has to leave it."""

    def __init__(self) -> None:
        super().__init__(scrolls=True)
        self.setAccessibleName(_("Guidance, for you alone"))
        self.setMinimumHeight(LEAST_LINES * self.fontMetrics().height())
        self._shown: tuple[str, int] = ("", -1)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Little; it takes what the others leave."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def show_session(self, session: Session) -> None:
        """Show what belongs to the present page, from its beginning."""
        place = (session.step.id, session.course.page)
        if place != self._shown:
            self._shown = place
            self.show_markdown(guidance_text(session))
            self.verticalScrollBar().setValue(0)

    def read(self, by: int) -> None:
        """Scroll most of a page on (1) or back (-1)."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * max(40, int(self.viewport().height() * 0.8)))
