"""Programme: every step with its minutes; done, now and to come; the moments of a case under it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.session import Session, State
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Look, Row
from facilitator.ui.widgets import SectionTitle
from facilitator.words import _, ngettext


def programme_rows(session: Session) -> tuple[Row, ...]:
    """A row per step; for the present case step also one per moment. Ids are `step:page`."""
    rows: list[Row] = []
    course = session.course
    begun = course.state is not State.PLANNED
    seen = {visit.step_id for visit in course.visits}
    for number, step in enumerate(session.steps):
        here = begun and number == session.step_number
        done = step.id in seen and not here
        minutes = session.plan[number]
        spoken = ngettext("{title}, {count} minute", "{title}, {count} minutes", minutes)
        state = _("now") if here else _("done") if done else _("to come")
        rows.append(
            Row(
                f"{number}:0",
                step.title,
                aside=f"{minutes}′",
                mark="▶" if here else "✓" if done else "○",
                look=Look.NOW if here else Look.DONE if done else Look.PLAIN,
                spoken=f"{spoken.format(title=step.title, count=minutes)}, {state}",
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
        rows.append(Row(f"{step}:{page}+", title, mark=str(place + 1), look=Look.SUB_NOW if here else Look.SUB))
    return rows


class Programme(QWidget):
    """The steps of the session.

    Signals:
        place_wanted(int, int): go to this step and page.
    """

    place_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(_("Programme"))
        self.list.clicked.connect(lambda _index: self._go(self.list.chosen or ""))
        self.list.opened.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionTitle(_("Programme")))
        column.addWidget(self.list, 1)

    def show_session(self, session: Session) -> None:
        """Show where the session is in its programme."""
        rows = programme_rows(session)
        if rows == self.list.rows:
            return
        self.list.show_rows(rows)
        self.list.choose(None)
        page = session.course.page
        position = next((i for i, r in enumerate(rows) if r.look is Look.SUB_NOW), None)
        if position is None:
            position = next((i for i, r in enumerate(rows) if r.look is Look.NOW), 0)
        self.list.bring_in_sight(position, first=page == 0)

    def take_keyboard(self) -> None:
        """Let the keyboard choose a step, beginning at the present one."""
        now = next((row.id for row in self.list.rows if row.look is Look.NOW), None)
        self.list.choose(now or self.list.rows[0].id)
        self.list.setFocus()

    def _go(self, row_id: str) -> None:
        step, _colon, page = row_id.rstrip("+").partition(":")
        if page:
            self.place_wanted.emit(int(step), int(page))
