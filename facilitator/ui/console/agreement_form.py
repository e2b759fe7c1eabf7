"""AgreementForm: every field of an agreement that is the facilitator's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from facilitator.core.agreement import Agreement, AgreementKind
from facilitator.core.casus import Phase
from facilitator.core.session import Session
from facilitator.core.text import one_line
from facilitator.core.when import find_when
from facilitator.ui.console.panel import ENTER, Panel
from facilitator.ui.console.partner_picks import PartnerPicks
from facilitator.ui.console.parts import ElidedLabel, scrolling
from facilitator.ui.console.phrases import agreement_kind_name, phase_name
from facilitator.ui.dates import long_day, weekday_and_day
from facilitator.ui.widgets import Button, LineEdit, PlainLabel, PrimaryButton
from facilitator.words import _


class AgreementForm(Panel):
    """A form in a panel. Enter saves, in the details Ctrl+Enter; Esc asks once before it throws changes away.

    Attributes:
        save: called with the changed agreement; says whether it was kept.
    """

    widest = 820
    tallest = 1.0

    def __init__(self, save: Callable[[Agreement], bool], host: QWidget) -> None:
        super().__init__(_("Agreement"), host)
        self.save = save
        self._session: Session | None = None
        self._agreement = Agreement("", "")
        self._start = self._agreement
        self._warned = False
        self.what = LineEdit(_("What is agreed"))
        self.owner = _combo(_("Who does it"))
        self.person = _combo(_("Which person"))
        self.with_whom = PartnerPicks(_("With whom"))
        self.when = LineEdit(_("When"), _("before 1 Dec, in 2 weeks, every month …"))
        self.understood = ElidedLabel(role="small")
        self.back_to = PartnerPicks(_("Feedback to whom"))
        self.feedback = LineEdit(_("Feedback: how and when"))
        self.phase = _combo(_("Phase"))
        self.kind = _combo(_("Kind"))
        self.details = QPlainTextEdit()
        self.details.setAccessibleName(_("Details"))
        self.details.setTabChangesFocus(True)
        self.details.setMaximumHeight(84)
        self._lay_out()
        self.owner.currentIndexChanged.connect(lambda _index: self._fill_persons())
        self.when.textChanged.connect(lambda _text: self._understand())

    # ---- building

    def _lay_out(self) -> None:
        inside = QWidget()
        form = QFormLayout(inside)
        form.setContentsMargins(0, 0, 12, 0)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        who, sort = QHBoxLayout(), QHBoxLayout()
        who.setSpacing(8)
        sort.setSpacing(8)
        who.addWidget(self.owner, 1)
        who.addWidget(self.person, 1)
        sort.addWidget(self.phase, 1)
        sort.addWidget(self.kind, 1)
        form.addRow(PlainLabel(_("What")), self.what)
        form.addRow(PlainLabel(_("Who does it")), who)
        form.addRow(PlainLabel(_("With whom")), self.with_whom)
        form.addRow(PlainLabel(_("When")), self.when)
        form.addRow(PlainLabel(), self.understood)
        form.addRow(PlainLabel(_("Feedback to")), self.back_to)
        form.addRow(PlainLabel(_("Feedback how")), self.feedback)
        form.addRow(PlainLabel(_("Phase, kind")), sort)
        form.addRow(PlainLabel(_("Details")), self.details)
        self.body.addWidget(scrolling(inside), 1)
        self.keep = PrimaryButton(_("Save (Enter)"))
        self.drop = Button(_("Close (Esc)"))
        self.keep.clicked.connect(self._save)
        self.drop.clicked.connect(self.give_up)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.drop)
        buttons.addWidget(self.keep)
        self.body.addLayout(buttons)

    # ---- filling and reading

    def edit(self, session: Session, agreement: Agreement) -> None:
        """Open on an agreement."""
        self._session, self._agreement = session, agreement
        partners = session.notebook.partners
        self.what.setText(agreement.what)
        _fill(self.owner, _("nobody yet"), ((p.id, p.name) for p in partners), agreement.owner_id)
        self._fill_persons(agreement.owner_participant_id)
        self.with_whom.show_partners(partners, agreement.with_ids)
        self.back_to.show_partners(partners, agreement.feedback_ids)
        deadline = agreement.deadline
        self.when.setText(agreement.rhythm if deadline is None else long_day(deadline))
        self.feedback.setText(agreement.feedback)
        phase, kind = agreement.phase, agreement.kind
        _fill(self.phase, _("no phase"), ((p.value, phase_name(p)) for p in Phase), phase and phase.value)
        kinds = ((k.value, agreement_kind_name(k)) for k in AgreementKind)
        _fill(self.kind, _("no kind"), kinds, kind and kind.value)
        self.details.setPlainText(agreement.details)
        self._understand()
        self._start = self.filled_in()
        self._warn("")
        self.open()

    def first_field(self) -> QWidget:
        """What is agreed."""
        return self.what

    def _fill_persons(self, chosen: str | None = None) -> None:
        owner = self.owner.currentData()
        members = self._session.members_of(owner) if self._session and owner else ()
        people = ((m.id, " · ".join(part for part in (m.name, m.role) if part)) for m in members)
        _fill(self.person, _("no person in particular"), people, chosen)
        self.person.setEnabled(bool(members))

    def filled_in(self) -> Agreement:
        """The agreement as it stands in the form."""
        text = one_line(self.when.text())
        found = find_when(text, self._session.details.day) if self._session else None
        deadline = found.deadline if found else None
        rhythm = "" if deadline else (found.rhythm if found and found.rhythm else text)
        return replace(
            self._agreement,
            what=one_line(self.what.text()),
            owner_id=self.owner.currentData(),
            owner_participant_id=self.person.currentData(),
            with_ids=tuple(i for i in self.with_whom.chosen() if i != self.owner.currentData()),
            feedback_ids=self.back_to.chosen(),
            feedback=one_line(self.feedback.text()),
            deadline=deadline,
            rhythm=rhythm,
            phase=Phase(self.phase.currentData()) if self.phase.currentData() else None,
            kind=AgreementKind(self.kind.currentData()) if self.kind.currentData() else None,
            details=self.details.toPlainText().strip(),
        )

    def _understand(self) -> None:
        now = self.filled_in()
        if now.deadline is not None:
            self.understood.setText(_("before {day}").format(day=weekday_and_day(now.deadline)))
        elif now.rhythm:
            self.understood.setText(_("no day; kept in words: “{words}”").format(words=now.rhythm))
        else:
            self.understood.setText(_("no date yet"))

    # ---- Enter and Esc

    def _save(self) -> None:
        changed = self.filled_in()
        if changed == self._start or self.save(changed):
            self.shut()

    def give_up(self) -> None:
        """Close; with changes only after asking once."""
        if self.filled_in() == self._start or self._warned:
            self.shut()
        else:
            self._warn(_("Not saved yet. Enter saves, Esc once more throws your changes away."))

    def _warn(self, text: str) -> None:
        self._warned = bool(text)
        self.say(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter saves; in the details it is a new line and Ctrl+Enter saves."""
        pressed = isinstance(QApplication.focusWidget(), QPushButton)
        if event.key() in ENTER and not pressed:
            self._save()
        else:
            super().keyPressEvent(event)


def _combo(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    return box


def _fill(box: QComboBox, none: str, items: Iterable[tuple[str, str]], chosen: str | None) -> None:
    box.blockSignals(True)
    box.clear()
    box.addItem(none, None)
    for item_id, name in items:
        box.addItem(name, item_id)
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen else 0)
    box.blockSignals(False)
