"""Following: says how chosen agreements stand, asks why or to whom, and can set the last back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.vocabulary import Status
from facilitator.storage.agreements import AgreementLine
from facilitator.ui.agreements import phrases
from facilitator.ui.agreements.reason_dialog import ASKED, ReasonDialog
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.start.follow_up import FollowUp, Said, Saying
from facilitator.ui.widgets import Dialog
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.storage.database import Connection

AT_ONCE = 1_000
"""So many agreements at most are told in one go."""

UNASKED = 20
"""With more than so many it is asked whether that is meant: one key says it of all."""

BACK = 20
"""So many times it can be set back."""


class Following(QObject):
    """What can be done with the agreements that are chosen.

    Attributes:
        dialog: what is being asked now, or None.

    Signals:
        said(str): something went well.
        warned(str): something needs attention.
        failed(Exception): the store did not let it.
        working(int, int): so many of so many are looked at.
        settled(): nothing goes on any more; what can be set back may have changed.
    """

    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)
    working = Signal(int, int)
    settled = Signal()

    def __init__(self, services: Services, follow_up: FollowUp, page: QWidget) -> None:
        super().__init__(page)
        self._services, self._follow_up, self._page = services, follow_up, page
        self._asked: tuple[Saying, ...] = ()
        self._before: dict[tuple[str, str], Saying] = {}
        self._sets_back = False
        self._done: list[tuple[Saying, ...]] = []
        self.dialog: Dialog | None = None
        follow_up.told.connect(self._told)
        follow_up.advanced.connect(self._advanced)

    @property
    def busy(self) -> bool:
        """Whether something is being recorded."""
        return bool(self._asked)

    @property
    def can_set_back(self) -> bool:
        """Whether anything can be set back."""
        return bool(self._done) and not self._asked

    def stand(self, status: Status, numbers: Sequence[int]) -> None:
        """Say that these agreements stand like this now."""
        if not numbers or self._asked or self.dialog is not None:
            return
        if len(numbers) > AT_ONCE:
            self.warned.emit(_("Choose at most {count} at once.").format(count=phrases.grouped(AT_ONCE)))
            return
        deliver(self._services.store.ask(partial(_lines, tuple(numbers))), partial(self._ask, status), self._fail)

    def set_back(self) -> None:
        """Say again what was said before the last change; it stays in the life of the agreements."""
        if self.can_set_back:
            self._begin(self._done.pop(), back=True)

    # ---- asking

    def _ask(self, status: Status, lines: Sequence[AgreementLine]) -> None:
        ours = [line for line in lines if line.continued is None]
        if not ours:
            self.warned.emit(_("A later session took this further: say there how it stands."))
        elif len(ours) > UNASKED:
            self._ask_whether(status, ours)
        else:
            self._ask_why(status, ours)

    def _ask_whether(self, status: Status, lines: Sequence[AgreementLine]) -> None:
        title = ngettext("Record this of {count} agreement?", "Record this of {count} agreements?", len(lines))
        dialog = Dialog(title.format(count=phrases.grouped(len(lines))), self._page, accept=_("Record this"))
        dialog.add_text(_("They all stand as ‘{status}’ then.").format(status=phrases.stands_name(status.value)))
        self._open(dialog, lambda: self._ask_why(status, lines))

    def _ask_why(self, status: Status, lines: Sequence[AgreementLine]) -> None:
        if status not in ASKED:
            self._begin(tuple(Saying(*line.ref, status) for line in lines), lines)
            return
        spot = partial(looks_personal, self._services, lines)
        dialog = ReasonDialog(status, phrases.chosen(lines, len(lines)), spot, self._page)

        def record() -> None:
            self._begin(tuple(Saying(*line.ref, status, dialog.remark, dialog.to) for line in lines), lines)

        self._open(dialog, record)

    def _open(self, dialog: Dialog, accepted: object) -> None:
        self.dialog = dialog
        dialog.accepted.connect(self._close)
        dialog.accepted.connect(accepted)
        dialog.rejected.connect(self._close)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _close(self) -> None:
        self.dialog = None

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)

    # ---- recording

    def _begin(self, sayings: tuple[Saying, ...], lines: Sequence[AgreementLine] = (), *, back: bool = False) -> None:
        self._asked, self._sets_back = sayings, back
        self._before = {line.ref: Saying(*line.ref, line.status, line.remark, line.handed_to) for line in lines}
        self.settled.emit()
        self._follow_up.say(sayings)

    def _advanced(self, done: int, of: int) -> None:
        if self._asked and of == len(self._asked):
            self.working.emit(done, of)

    def _told(self, told: Said) -> None:
        if not self._asked or told.wanted != self._asked:
            return  # said somewhere else
        self._asked = ()
        recorded = told.recorded
        if recorded and not self._sets_back:
            self._done = [*self._done, tuple(self._before[one[:2]] for one in recorded)][-BACK:]
        if told.held:
            self.warned.emit(held_words())
        elif recorded and self._sets_back:
            self.said.emit(_("It is set back to how it was."))
        elif recorded:
            told_back = _("Set back: Ctrl+Z.")
            self.said.emit(f"{phrases.recorded(len(recorded), recorded[0].status)} {told_back}")
        self.settled.emit()


def looks_personal(services: Services, lines: Sequence[AgreementLine], text: str) -> tuple[str, ...]:
    """What looks like personal data in a reason that is being typed; the names of the organisations do not."""
    lists = services.lexicon()
    if not lists.done() or lists.exception() is not None:
        return ()  # what is recorded is looked at all the same
    from facilitator.core.privacy import find  # noqa: PLC0415  not on the way to the page
    from facilitator.core.text import fold  # noqa: PLC0415

    known = frozenset(fold(name) for line in lines for name in (line.owner, *line.with_names) if name)
    return tuple(dict.fromkeys(finding.text for finding in find(text, lists.result(), known)))


def held_words() -> str:
    """What is told when a reason that was recorded waits for a decision."""
    return _(
        "It is recorded. What you typed looks like personal data, so it is shown nowhere yet: "
        "open the session and decide about it."
    )


def _lines(numbers: Sequence[int], connection: Connection) -> tuple[AgreementLine, ...]:
    from facilitator.storage import agreement_search  # noqa: PLC0415  asked in the store's thread

    return agreement_search.lines(connection, numbers)
