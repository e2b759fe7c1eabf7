"""FiguresPanel: the panels of the infographic, each seen in private before the room sees it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.audience import panel_view
from facilitator.core.infographic import Panel as Figures
from facilitator.core.session import Session
from facilitator.ui import theme
from facilitator.ui.audience.thumbnail import Thumbnail
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.panel import Panel
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row
from facilitator.ui.widgets import PlainLabel, PrimaryButton, Tone
from facilitator.words import _

Drawn = Callable[[], Sequence[Figures]]
"""Gives the panels as they are today."""


class FiguresPanel(Panel):
    """The arrows choose and show nothing to the room; Enter shows, and takes away.

    Attributes:
        list: the panels there are.
        preview: what the room would see.
        past: that figures of the chosen one are past their day.
        show_it: puts the chosen one before the room, or takes it away.
    """

    widest = 1100

    def __init__(self, actions: Actions, drawn: Drawn, host: QWidget) -> None:
        super().__init__(_("Figures in pictures"), host)
        self._actions = actions
        self._drawn = drawn
        self._panels: dict[str, Figures] = {}
        self.list = RowList(_("Figures in pictures"), dense=True)
        self.preview = Thumbnail(theme.room())
        self.preview.setAccessibleName(_("What the room would see"))
        self.past = PlainLabel(_("A figure in it is past its day. The room sees that too."), "attention", wrap=True)
        self.show_it = PrimaryButton()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._look())
        self.list.opened.connect(lambda _id: self.show_chosen())
        self.show_it.clicked.connect(self.show_chosen)

    def _lay_out(self) -> None:
        right, below = QVBoxLayout(), QHBoxLayout()
        right.addWidget(PlainLabel(_("This is what the room would see"), "soft"))
        right.addWidget(self.preview, 1)
        right.addWidget(self.past)
        below.addStretch(1)
        below.addWidget(self.show_it)
        right.addLayout(below)
        self.lay_beside(self.list, right)

    def begin(self) -> None:
        """Open at the one before the room, or else the first."""
        self._panels = {panel.id: panel for panel in self._drawn()}
        self.open()
        self._offer()
        live = self._actions.session.course.panel
        first = next(iter(self._panels), None)
        self.list.choose(live.id if live is not None and live.id in self._panels else first)
        self._look()

    def first_field(self) -> QWidget:
        """The list."""
        return self.list

    def show_session(self, _session: Session) -> None:
        """Show which one is before the room."""
        if self.isVisible():
            self._offer()
            self._look()

    @property
    def chosen(self) -> Figures | None:
        """The one that is chosen."""
        return self._panels.get(self.list.chosen or "")

    def show_chosen(self) -> None:
        """Put the chosen one before the room, or take it away when it is there."""
        if self.chosen is not None:
            self._actions.show_panel(None if self._is_live else self.chosen)

    @property
    def _is_live(self) -> bool:
        live = self._actions.session.course.panel
        return live is not None and live.id == (self.list.chosen or "")

    def _offer(self) -> None:
        live, chosen = self._actions.session.course.panel, self.list.chosen
        here = "" if live is None else live.id
        self.list.show_rows(
            tuple(
                Row(key, panel.title, pill=_("before the room") if key == here else "", tone=Tone.CALM)
                for key, panel in self._panels.items()
            )
        )
        self.list.choose(chosen)

    def _look(self) -> None:
        panel = self.chosen
        self.show_it.setEnabled(panel is not None)
        self.show_it.say(_("Take away  Enter") if self._is_live else _("Show to the room  Enter"))
        self.past.setVisible(panel is not None and any(each.past for each in panel.figures))
        if panel is not None:
            self.preview.set_now(self._actions.running.now())
            self.preview.show_view(panel_view(self._actions.session, panel))
