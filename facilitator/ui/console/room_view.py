"""RoomView: what the room sees now, small, and on which screen."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.audience import AudienceView
from facilitator.core.session import Session, State
from facilitator.ui import theme
from facilitator.ui.audience.thumbnail import Thumbnail
from facilitator.ui.console.keys import Command, key_of, tip
from facilitator.ui.console.parts import ElidedLabel, heading, quiet
from facilitator.ui.console.slide_commands import slide_words
from facilitator.ui.dates import long_day
from facilitator.ui.widgets import Button, IconButton, PlainLabel, SectionTitle
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.displays import Display

QWIDGETSIZE_MAX = 16_777_215
"""Qt's own "no limit"."""

AFTER_MS = 25
"""The small picture follows so long after the step itself: the two large ones are painted first."""


class RoomView(QWidget):
    """The room's screen in small.

    Signals:
        wanted(Command): the room's window is asked for, or another page of it.
        check_wanted(): the projector is to be checked.
        page_changed(int): the page (from 0) that the room should be on.
    """

    wanted = Signal(object)
    check_wanted = Signal()
    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thumbnail = Thumbnail(theme.current())
        self.thumbnail.page_changed.connect(self._paged)
        self.where = ElidedLabel(role="soft")
        self.pages = PlainLabel(role="small")
        self.turn = IconButton("right", tip(Command.ROOM_PAGE))
        self.window_button = IconButton("screen", tip(Command.AUDIENCE))
        self.large = IconButton("large", tip(Command.LARGE_TYPE))
        self.large.setCheckable(True)
        self.check = Button(_("Check the projector"))
        self.check.setProperty("role", "small-link")
        self.checked = PlainLabel(role="small")
        for button, command in (
            (self.turn, Command.ROOM_PAGE),
            (self.window_button, Command.AUDIENCE),
            (self.large, Command.LARGE_TYPE),
        ):
            quiet(button)
            button.clicked.connect(lambda _on=False, command=command: self._want(command))
        quiet(self.check)
        self.check.clicked.connect(self.check_wanted)
        self._display: Display | None = None
        self._offers = False
        self.slide = Button()
        self.slide.setProperty("role", "small-link")
        quiet(self.slide)
        self.slide.clicked.connect(lambda: self.wanted.emit(Command.SHOW_SLIDE))
        self.slide.hide()
        self._view: AudienceView | None = None
        self._later = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._later.timeout.connect(self._follow)
        under = QHBoxLayout()
        under.setSpacing(6)
        under.addWidget(self.where, 1)
        under.addWidget(self.pages)
        under.addWidget(self.turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(heading(SectionTitle(_("The room sees")), self.large, self.window_button))
        column.addWidget(self.thumbnail)
        column.addLayout(under)
        column.addWidget(self.check, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.checked)
        column.addWidget(self.slide, 0, Qt.AlignmentFlag.AlignLeft)
        self._paged(0, 1)
        self._show_check()

    def be_small(self, height: int) -> None:
        """Make the picture no higher than so many pixels; 0 lets it be as high as its width asks."""
        self.thumbnail.setMaximumHeight(height or QWIDGETSIZE_MAX)

    def show_view(self, view: AudienceView) -> None:
        """Show this in a moment."""
        self._view = view
        self._later.start()

    def show_session(self, session: Session) -> None:
        """Offer the slide that is ready, or to take away what is before the room.

        Before the session begins, and in a rehearsal, there is time to check the projector too.
        """
        self._offers = session.rehearsal or session.course.state is State.PLANNED
        self._show_check()
        words = slide_words(session)
        self.slide.setVisible(bool(words))
        if words:
            self.slide.say(f"{words}  {key_of(Command.SHOW_SLIDE).sign}")

    def show_time(self, now: datetime) -> None:
        """Tell the time."""
        self.thumbnail.set_now(now)

    def show_place(self, words: str, size: QSize) -> None:
        """Tell which screen it is on, and how large that is."""
        if self.where.text() != words:
            self.where.setText(words)
        self.thumbnail.set_room(size)

    def show_manner(self, *, large: bool, testing: bool) -> None:
        """Tell whether the room reads large type, and whether it sees the test picture now."""
        self.large.setChecked(large)
        self.thumbnail.set_manner(large=large, testing=testing)

    def show_checked(self, display: Display | None) -> None:
        """Tell which display is the room's, that knows whether somebody checked it."""
        self._display = display
        self._show_check()

    def _show_check(self) -> None:
        offers = self._offers and self._display is not None
        checked = None if self._display is None else self._display.checked
        if checked is not None:
            day = long_day(checked.astimezone().date())
            self.checked.setText(_("projector checked on {day}").format(day=day))
        self.check.setVisible(offers and checked is None)
        self.checked.setVisible(offers and checked is not None)

    def _want(self, command: Command) -> None:
        if command is Command.LARGE_TYPE:
            self.large.setChecked(not self.large.isChecked())  # it follows what the displays say
        self.wanted.emit(command)

    def turn_page(self, by: int) -> None:
        """Turn the room's page."""
        self.thumbnail.turn_page(by)

    def _follow(self) -> None:
        if self._view is not None:
            self.thumbnail.show_view(self._view)

    def _paged(self, page: int, pages: int) -> None:
        several = pages > 1
        self.pages.setText(_("page {page} of {pages}").format(page=page + 1, pages=pages) if several else "")
        self.turn.setVisible(several)
        self.page_changed.emit(page)
