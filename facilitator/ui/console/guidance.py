"""What the facilitator alone reads at a step or at a moment of a case, and the pane it is read in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStackedWidget

from facilitator.core.casus import Moment
from facilitator.core.script import Guidance
from facilitator.core.session import Session
from facilitator.ui.option_words import option_words
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
        for question in step.questions:
            parts += _section(question.text, option_words(question))
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

BUILD_AFTER_MS = 40
"""So long after the last thing that happened, the text of another page is laid out beforehand."""

MOST_PAGES = 60


class GuidancePane(QStackedWidget):
    """The guidance of the present page. It is scrolled from the typing line, so that nobody has to leave it.

    Laying out a long text takes longer than a frame has, so every page of the session keeps its own, made when
    nothing else happens.

    Attributes:
        source: the Markdown of the present page.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(LEAST_LINES * self.fontMetrics().height())
        self.source = ""
        self._painted = False
        self._pages: dict[str, Prose] = {}
        self._coming: Iterator[Session] = iter(())
        self._place: tuple[object, ...] | None = None
        self._idle = QTimer(self, singleShot=True, interval=BUILD_AFTER_MS)
        self._idle.timeout.connect(self._build_one)

    @property
    def text(self) -> str:
        """The words in sight."""
        page = self.currentWidget()
        return page.toPlainText() if isinstance(page, Prose) else ""

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Little; it takes what the others leave."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def show_session(self, session: Session) -> None:
        """Show what belongs to the present page, from its beginning."""
        place = (session.id, session.course.step_id, session.course.page, session.moment)
        if place == self._place:
            return
        self._place = place
        self.source = guidance_text(session)
        self._coming = _nearby(session)
        if self._painted:
            self._show_source()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """The first text waits for the first picture: what reads it costs more than all else on the console."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._show_source)

    def _show_source(self) -> None:
        page = self._page(self.source)
        page.verticalScrollBar().setValue(0)
        self.setCurrentWidget(page)
        self._idle.start()

    def read(self, by: int) -> None:
        """Scroll most of a page on (1) or back (-1)."""
        page = self.currentWidget()
        if isinstance(page, Prose):
            bar = page.verticalScrollBar()
            bar.setValue(bar.value() + by * max(40, int(page.viewport().height() * 0.8)))

    def _page(self, text: str) -> Prose:
        page = self._pages.get(text)
        if page is None:
            if len(self._pages) >= MOST_PAGES:
                self._forget()
            page = Prose(text, scrolls=True)
            page.setAccessibleName(_("Guidance, for you alone"))
            self._pages[text] = page
            self.addWidget(page)
            page.resize(self.size())
        return page

    def _forget(self) -> None:
        for text, page in list(self._pages.items()):
            if page is not self.currentWidget():
                self.removeWidget(page)
                page.deleteLater()
                del self._pages[text]

    def _build_one(self) -> None:
        for session in self._coming:
            text = guidance_text(session)
            if text not in self._pages:
                self._page(text)
                self._idle.start()
                return


def _nearby(session: Session) -> Iterator[Session]:
    """The session at every page, the nearest to the present one first: what a key may bring."""
    places = [(step, page) for step in range(len(session.steps)) for page in range(session.pages(step))]
    here = places.index((session.step_number, session.course.page))
    for _distance, place in sorted((abs(number - here), place) for number, place in enumerate(places)):
        yield replace(session, course=replace(session.course, step_id=session.steps[place[0]].id, page=place[1]))
