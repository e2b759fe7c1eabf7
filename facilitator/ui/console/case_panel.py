"""CasePanel: what the group says about a moment of a case, with its reason, before the room while it is open."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.core.casus import Moment
from facilitator.core.events import CaseScene
from facilitator.core.session import Session
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.panel import Panel
from facilitator.ui.console.rows import folded_words
from facilitator.ui.console.to_room import ToRoom
from facilitator.ui.widgets import LineEdit, PlainLabel
from facilitator.words import _


class CasePanel(Panel):
    """It belongs to the moment at which it was opened, and closes when the meeting goes on.

    Attributes:
        reason: the line for the reason; it is kept on Enter and when the keyboard leaves it.
        to_room: whether the room sees it too.
        private: whether what is for the facilitator alone is in sight.
    """

    scene: CaseScene
    widest = 820
    tallest = 0.5

    def __init__(self, title: str, actions: Actions, host: QWidget) -> None:
        super().__init__(title, host)
        self._actions = actions
        self.private = True
        self._moment: Moment | None = None
        self.reason = LineEdit(_("Why?"), _("Why? Write it in a few words"))
        self.to_room = ToRoom()
        self.to_room.wished.connect(self._tell_room)
        self.reason.editingFinished.connect(self._keep_reason)

    def _reason_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(PlainLabel(_("Why?"), "strong"))
        row.addWidget(self.reason, 1)
        return row

    # ---- coming and going

    def begin(self, *, private: bool) -> None:
        """Open at the present moment; without `private` nothing in it that is for the facilitator alone."""
        self.private = private
        self._moment = self._actions.session.moment
        if self._moment is not None:
            self._open_at(self._actions.session)
            self.open()
            self.to_room.begin()
            self._tell_room()
            self.show_session(self._actions.session)

    def shut(self) -> None:
        """Close; the room goes back to its moment."""
        if not self.isVisible():
            return
        super().shut()  # the line for the reason loses the keyboard, and keeps what was typed
        if self._actions.session.course.case_scene is self.scene:
            self._actions.show_case(None)

    def show_session(self, session: Session) -> None:
        """Show the moment as the group sees it now."""
        if not self.isVisible():
            return
        if session.moment is not self._moment:
            self.shut()
        elif self._moment is not None:
            self.to_room.tell(shown=session.course.case_scene is self.scene)
            self._show(session, self._moment)
            if not self.reason.isModified():
                self._show_reason(session, self._moment)

    def _show_reason(self, session: Session, moment: Moment) -> None:
        """Show the reason; one that is to be checked only where the room does not see this screen."""
        folded = not self.private and session.notebook.is_held(self._reason_subject(moment))
        self.reason.setText("" if folded else self._reason_in(session, moment))
        self.reason.setReadOnly(folded)
        self.reason.setPlaceholderText(folded_words() if folded else _("Why? Write it in a few words"))

    def _keep_reason(self) -> None:
        if self._moment is not None and self.reason.isModified():
            self.reason.setModified(False)
            self._save_reason(self._moment, self.reason.text().strip())

    def _tell_room(self) -> None:
        if self.isVisible():
            shown = self._actions.session.course.case_scene is self.scene
            if self.to_room.isChecked():
                self._actions.show_case(self.scene, self._item())
            elif shown:
                self._actions.show_case(None)

    # ---- what each of them fills in

    def _open_at(self, session: Session) -> None:
        """Prepare to open."""

    def _item(self) -> str:
        """What of the scene the room sees."""
        return ""

    def _show(self, session: Session, moment: Moment) -> None:
        raise NotImplementedError

    def _reason_in(self, session: Session, moment: Moment) -> str:
        raise NotImplementedError

    def _reason_subject(self, moment: Moment) -> str:
        raise NotImplementedError

    def _save_reason(self, moment: Moment, reason: str) -> None:
        raise NotImplementedError
