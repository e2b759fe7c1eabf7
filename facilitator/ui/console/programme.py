"""Programme: every step with its minutes; done, now, to come or dropped; the moments of a case under it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.session import Session, State
from facilitator.ui.console.keys import Command
from facilitator.ui.console.movable_rows import MovableRows
from facilitator.ui.console.parts import heading, quiet
from facilitator.ui.console.phrases import shown_title
from facilitator.ui.console.rows import Look, Row
from facilitator.ui.widgets import IconButton, SectionTitle
from facilitator.words import _, ngettext, pgettext

SUB = "+"
"""What the id of a row ends with that is a moment of a case."""


def programme_rows(session: Session, *, private: bool) -> tuple[Row, ...]:
    """A row per step; for the present case step also one per moment. Ids are `step id:page`."""
    rows: list[Row] = []
    course = session.course
    begun = course.state is not State.PLANNED
    seen = {visit.step_id for visit in course.visits}
    for number, step in enumerate(session.steps):
        here = begun and number == session.step_number
        done = step.id in seen and not here
        dropped = session.is_dropped(number) and not here and not done
        minutes = session.plan[number]
        title = shown_title(session, step, private=private)
        spoken = ngettext("{title}, {count} minute", "{title}, {count} minutes", minutes)
        gone = pgettext("a step of the programme", "dropped")
        state = _("now") if here else _("done") if done else gone if dropped else _("to come")
        rows.append(
            Row(
                f"{step.id}:0",
                title,
                aside=gone if dropped else f"{minutes}′",
                mark="▶" if here else "✓" if done else "–" if dropped else "○",
                look=Look.NOW if here else Look.DONE if done else Look.DROPPED if dropped else Look.PLAIN,
                spoken=f"{spoken.format(title=title, count=minutes)}, {state}",
            )
        )
        if here:
            rows += _moments(session, number)
    return tuple(rows)


def _moments(session: Session, step: int) -> list[Row]:
    pages = session.pages(step)
    if pages == 1:
        return []
    rows = []
    for page in range(pages):
        moment = session.moment_at(step, page)
        here = page == session.course.page
        title = "" if moment is None else moment.title
        place = page if moment is None or session.case is None else session.case.index(moment.id) or 0
        row_id = f"{session.steps[step].id}:{page}{SUB}"
        rows.append(Row(row_id, title, mark=str(place + 1), look=Look.SUB_NOW if here else Look.SUB))
    return rows


class Programme(QWidget):
    """The steps of the session, in the order that holds now.

    Signals:
        place_wanted(str, int): go to the step with this id, and this page.
        moved(str, int): the step with this id is to come at this place, from 0.
        asked(str, QPoint): the menu of the step with this id is asked for.
        wanted(Command): a step is to be added.
    """

    place_wanted = Signal(str, int)
    moved = Signal(str, int)
    asked = Signal(str, object)
    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = MovableRows(_("Programme"))
        self.list.clicked.connect(lambda _index: self._go(self.list.chosen or ""))
        self.list.opened.connect(self._go)
        self.list.moved.connect(self._moved)
        self.list.asked.connect(lambda row_id, at: self.asked.emit(_step_of(row_id), at))
        self.add = IconButton("add", _("Add a step or a question, or take another case"))
        quiet(self.add)
        self.add.clicked.connect(lambda: self.wanted.emit(Command.ADD))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(heading(SectionTitle(_("Programme")), self.add))
        column.addWidget(self.list, 1)

    def show_session(self, session: Session, *, private: bool) -> None:
        """Show where the session is in its programme."""
        running = session.course.state is State.RUNNING
        self.add.setVisible(running)
        self.list.movable = running
        rows = programme_rows(session, private=private)
        if rows == self.list.rows:
            return
        chosen = self.list.chosen if self.list.hasFocus() else None
        self.list.show_rows(rows)
        self.list.choose(chosen)
        page = session.course.page
        position = next((i for i, r in enumerate(rows) if r.look is Look.SUB_NOW), None)
        if position is None:
            position = next((i for i, r in enumerate(rows) if r.look is Look.NOW), 0)
        if chosen is None:
            self.list.bring_in_sight(position, first=page == 0)

    def take_keyboard(self) -> None:
        """Let the keyboard choose a step, beginning at the present one."""
        now = next((row.id for row in self.list.rows if row.look is Look.NOW), None)
        self.list.choose(now or self.list.rows[0].id)
        self.list.setFocus()

    @property
    def chosen(self) -> str | None:
        """The id of the step that is chosen with the keyboard; None when its list does not have it."""
        return _step_of(self.list.chosen) if self.list.hasFocus() and self.list.chosen else None

    def keep(self, step_id: str) -> None:
        """Keep a step chosen that went to another place."""
        self.list.choose(f"{step_id}:0")

    def _moved(self, row_id: str, place: int) -> None:
        """Moments do not count: a place among the rows becomes one among the steps."""
        if not row_id.endswith(SUB):
            others = [row for row in self.list.rows if row.id != row_id]
            steps = sum(not row.id.endswith(SUB) for row in others[:place])
            self.moved.emit(_step_of(row_id), steps)

    def _go(self, row_id: str) -> None:
        step_id, _colon, page = row_id.rstrip(SUB).rpartition(":")
        if page:
            self.place_wanted.emit(step_id, int(page))


def _step_of(row_id: str) -> str:
    return row_id.rpartition(":")[0]
