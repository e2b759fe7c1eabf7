"""AnswerRow: what was said of one agreement, beside how it stands; everything can still be put right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QPlainTextEdit, QWidget

from facilitator.core.events import Spotted
from facilitator.core.reporting import ANSWERS, LONGEST, Doubt, Line
from facilitator.core.session import Session
from facilitator.core.spotting import words_of_status
from facilitator.core.vocabulary import Channel, Status
from facilitator.ui import dates
from facilitator.ui.findings import seen_words
from facilitator.ui.running_session import Spot
from facilitator.ui.start.follow_up import Saying
from facilitator.ui.start.phrases import status_name
from facilitator.ui.widgets import LineEdit, PlainLabel
from facilitator.words import N_, _

_LINES = 2.6
"""How many lines of text are in sight; more scrolls."""

_WORDS = {
    Doubt.UNCLEAR: N_("It is not clear how this stands. Choose for yourself, or record nothing."),
    Doubt.TO_WHOM: N_("It was handed over, and it is not clear to whom. Choose that, and fill in to whom."),
    Doubt.READ_ALREADY: N_("This was read before. It is not recorded again."),
    Doubt.CHANGED: N_(
        "This agreement was changed after the form was made. Read it again, and choose whether it still holds."
    ),
}
"""What is said of a doubt that needs no more than itself."""

_CANNOT = frozenset({Doubt.READ_ALREADY, Doubt.NOT_THEIRS, Doubt.GONE})


class AnswerRow(QFrame):
    """Old and new status, why or to whom, and what asks for attention.

    Attributes:
        status: how it stands now; its first choice is to record nothing.
        words, to: why it went so, and to whom it was handed over.
        doubt, spotted: what is to be looked at.

    Signals:
        changed(): something else would be recorded.
    """

    changed = Signal()

    def __init__(self, session: Session, line: Line, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._line, self._spot = session, line, spot
        agreement = line.agreement
        name = agreement.name if agreement is not None else _("an agreement that is not there any more")
        self.what = PlainLabel(name, "strong", wrap=True)
        before = "" if agreement is None else _("now: {status}").format(status=status_name(agreement.status))
        self.before = PlainLabel(before, "soft", wrap=True)
        self.status = QComboBox()
        self.status.setAccessibleName(_("New status of: {what}").format(what=name))
        self.status.addItem(_("record nothing"), None)
        for status in ANSWERS:
            self.status.addItem(status_name(status), status.value)
        self.words = QPlainTextEdit(line.told.words)
        self.words.setAccessibleName(_("Why, with: {what}").format(what=name))
        self.words.setPlaceholderText(_("Why did it go so?"))
        self.words.setTabChangesFocus(True)
        self.words.setMaximumHeight(int(self.fontMetrics().lineSpacing() * _LINES) + 14)
        self.to = LineEdit(_("Handed over to whom, with: {what}").format(what=name), _("To whom?"))
        self.to.setText(line.told.to)
        self.to.setMaxLength(LONGEST)
        self.doubt = PlainLabel(_doubt(session, line), "attention", wrap=True)
        self.spotted = PlainLabel(role="attention", wrap=True)
        self._put_together()
        self._choose(line)
        self.status.currentIndexChanged.connect(lambda _index: self._show())
        self.words.textChanged.connect(self.look)
        self.to.textChanged.connect(lambda _text: self.look())
        self._show()

    @property
    def chosen(self) -> Status | None:
        """The status that would be recorded; None for nothing."""
        value = self.status.currentData()
        return None if value is None else Status(value)

    def saying(self, partner_id: str, channel: Channel) -> Saying | None:
        """What would be recorded, if anything."""
        status, agreement = self.chosen, self._line.agreement
        if status is None or agreement is None:
            return None
        return Saying(
            self._session.id,
            agreement.id,
            status,
            self.words.toPlainText().strip()[:LONGEST],
            self.to.text().strip() if status is Status.HANDED_OVER else "",
            partner_id,
            channel,
            self._line.report_id,
        )

    @property
    def report_id(self) -> str:
        """What names the answer that it was read from."""
        return self._line.report_id

    def settle_as_read(self) -> None:
        """It stands in another form or mail that is read at the same time: do not record it twice."""
        self._line = replace(self._line, doubt=Doubt.READ_ALREADY)
        self.doubt.setText(_doubt(self._session, self._line))
        self.doubt.show()
        self._choose(self._line)

    def look(self) -> None:
        """See whether anything that would be recorded looks like personal data."""
        to = self.to.text() if self.chosen is Status.HANDED_OVER else ""
        words = words_of_status(self.words.toPlainText(), to)
        found: tuple[Spotted, ...] = self._spot(words, self._session) if words and self.chosen is not None else ()
        text = ""
        if found:
            left_out = _("It is left out of documents until you decided about it, or take it out here.")
            text = f"{seen_words(found)} {left_out}"
        self.spotted.setText(text)
        self.spotted.setVisible(bool(found))

    def _choose(self, line: Line) -> None:
        taken = line.told.status if line.doubt is None else None
        self.status.setCurrentIndex(max(0, self.status.findData(taken.value if taken is not None else None)))
        self.status.setEnabled(line.doubt not in _CANNOT)
        for field in (self.words, self.to):
            field.setEnabled(line.doubt not in _CANNOT)

    def _show(self) -> None:
        self.to.setVisible(self.chosen is Status.HANDED_OVER)
        self.look()
        self.changed.emit()

    def _put_together(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.what, 0, 0, 1, 2)
        grid.addWidget(self.before, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.status, 2, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.to, 1, 1)
        grid.addWidget(self.words, 2, 1)
        for number, label in enumerate((self.doubt, self.spotted), start=3):
            grid.addWidget(label, number, 0, 1, 2)
            label.setVisible(bool(label.text()))
        grid.setColumnStretch(1, 1)


def _doubt(session: Session, line: Line) -> str:
    """Say what is to be looked at, and what to do."""
    if line.doubt is None:
        return ""
    if line.doubt in _WORDS:
        return _(_WORDS[line.doubt])
    if line.doubt is Doubt.GONE:
        said = line.told.words or ("" if line.told.status is None else status_name(line.told.status))
        return _("This agreement was taken away since. It was said: {words}").format(words=said)
    if line.later is not None and line.doubt is Doubt.CONTINUED:
        text = _("This agreement goes on in the meeting of {day}: say it there, or choose for yourself.")
        return text.format(day=dates.long_day(line.later.day))
    if line.later is not None and line.doubt is Doubt.SAID_SINCE:
        text = _("In the meeting of {day} was said: {status}. Choose whether this answer still holds.")
        return text.format(day=dates.long_day(line.later.day), status=status_name(line.later.status))
    owner = session.partner(None if line.agreement is None else line.agreement.owner_id)
    return _("This agreement belongs to {owner} now: they tell how it stands.").format(
        owner=_("nobody yet") if owner is None else owner.name
    )
