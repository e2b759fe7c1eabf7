"""DueFollowing: says how an agreement of the start page stands, and asks why where it was not kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.vocabulary import Status
from facilitator.ui.services import Services
from facilitator.ui.start import phrases
from facilitator.ui.start.follow_up import FollowUp, Said, Saying

if TYPE_CHECKING:
    from facilitator.storage.agreements import AgreementLine
    from facilitator.ui.agreements.reason_dialog import ReasonDialog


class DueFollowing(QObject):
    """Records one agreement at a time, as its row on the start page says.

    Attributes:
        dialog: what is being asked now, or None.

    Signals:
        warned(str): something needs attention.
        settled(AgreementLine, Status): this is recorded, or on its way to it.
    """

    warned = Signal(str)
    settled = Signal(object, object)

    def __init__(self, services: Services, follow_up: FollowUp, page: QWidget) -> None:
        super().__init__(page)
        self._services, self._follow_up, self._page = services, follow_up, page
        self._asked: tuple[Saying, ...] = ()
        self.dialog: ReasonDialog | None = None
        follow_up.told.connect(self._told)

    def stand(self, line: AgreementLine, status: Status) -> None:
        """Say that an agreement stands like this now."""
        from facilitator.ui.agreements.reason_dialog import ASKED  # noqa: PLC0415  not on the way to the first window

        if status in ASKED:
            self._ask_why(line, status)
        else:
            self._say(line, Saying(*line.ref, status))

    def set_back(self, line: AgreementLine) -> None:
        """Say again what was said before; `line` is the agreement as it stood then."""
        self._say(line, Saying(*line.ref, line.status, line.remark, line.handed_to))

    def _ask_why(self, line: AgreementLine, status: Status) -> None:
        from facilitator.ui.agreements.following import looks_personal  # noqa: PLC0415  see above
        from facilitator.ui.agreements.reason_dialog import ReasonDialog  # noqa: PLC0415

        if self.dialog is not None:
            return
        spot = partial(looks_personal, self._services, [line])
        dialog = ReasonDialog(status, phrases.agreement_name(line), spot, self._page)
        self.dialog = dialog
        dialog.accepted.connect(lambda: self._say(line, Saying(*line.ref, status, dialog.remark, dialog.to)))
        dialog.finished.connect(self._close)
        dialog.open()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _say(self, line: AgreementLine, saying: Saying) -> None:
        self._asked = (*self._asked, saying)
        self.settled.emit(line, saying.status)
        self._follow_up.say([saying])

    def _told(self, told: Said) -> None:
        """Warn of words that wait for a decision; what was said elsewhere is told there."""
        mine = [saying for saying in told.wanted if saying in self._asked]
        self._asked = tuple(saying for saying in self._asked if saying not in mine)
        if mine and told.held:
            from facilitator.ui.agreements.following import held_words  # noqa: PLC0415  see above

            self.warned.emit(held_words())
