"""People: who is at the table; anybody can join at any moment."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facilitator.core.people import Participant
from facilitator.core.session import Session, State
from facilitator.core.text import fold, one_line
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.entry_field import EntryField, Suggestions, whole_text
from facilitator.ui.console.panel import ENTER, Panel
from facilitator.ui.console.parts import scrolling
from facilitator.ui.console.people_rows import people_rows
from facilitator.ui.console.presence import PresenceForm
from facilitator.ui.console.row_list import RowList
from facilitator.ui.widgets import Button, LineEdit, PlainLabel, PrimaryButton, SectionTitle
from facilitator.words import _

NEW = Participant("", "", "")


class People(Panel):
    """The table in full. Enter in the form adds or saves; on a row Enter opens it in the form, and Space says that the
    person came in or went out.

    An organisation that is typed and not there yet joins with the person; without a person it joins alone.
    """

    widest = 980

    def __init__(self, actions: Actions, host: QWidget) -> None:
        super().__init__(_("Who is at the table"), host)
        self._actions = actions
        self._person = NEW
        self._partner_id = ""
        self.list = RowList(_("At the table"), dense=True)
        self.list.empty = _("Nobody yet. Type who is there beside this list.")
        self.list.opened.connect(self._edit)
        self.list.clicked.connect(lambda _index: self._edit(self.list.chosen or ""))
        self.list.pill_clicked.connect(self._toggle)
        self.form_title = SectionTitle()
        self.organisation = EntryField(_("Organisation"))
        self.suggestions = Suggestions(self.organisation, whole_text, "{name}")
        self.suggestions.setParent(host)
        self.name = LineEdit(_("Name"))
        self.role = LineEdit(_("Role, such as community police officer"))
        self.email = LineEdit(_("E-mail, if you know it"))
        self.present = QCheckBox(_("is present"))
        self.presence = PresenceForm()
        self._presence_label = PlainLabel(_("In the room"), "strong")
        self.keep = PrimaryButton()
        self.fresh = Button(_("Someone else"))
        self.remove = Button(_("Remove"))
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 8, 0)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, field in (
            (_("Organisation"), self.organisation),
            (_("Name"), self.name),
            (_("Role"), self.role),
            (_("E-mail"), self.email),
        ):
            form.addRow(PlainLabel(label), field)
        form.addRow(PlainLabel(), self.present)
        form.addRow(self._presence_label)
        form.addRow(self.presence)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addWidget(self.fresh)
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        right = QVBoxLayout()
        right.addWidget(self.form_title)
        right.addWidget(scrolling(fields), 1)
        right.addLayout(buttons)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(self.list, 3)
        both.addLayout(right, 3)
        self.body.addLayout(both, 1)

    def _wire(self) -> None:
        self.organisation.textEdited.connect(self._offer)
        self.organisation.entered.connect(self._enter_organisation)
        self.organisation.escaped.connect(self._escape_organisation)
        self.organisation.stepped.connect(self._step_organisation)
        self.organisation.tabbed.connect(lambda: self.suggestions.insert(self.suggestions.chosen or ""))
        self.suggestions.picked.connect(self.suggestions.insert)
        self.keep.clicked.connect(self._save)
        self.fresh.clicked.connect(self._start_anew)
        self.remove.clicked.connect(self._remove)

    # ---- what it shows

    def begin(self, partner_id: str = "") -> None:
        """Open, to add somebody; or at an organisation."""
        self._show_rows(self._actions.session)
        self._start_anew()
        if partner_id:
            self._edit(partner_id)
        self.open()

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self.organisation

    def show_session(self, session: Session) -> None:
        """Show who is there now, where it can be seen: who missed what is worked out anew each time."""
        if self.isVisible():
            self._show_rows(session)
            self._follow_presence(session)

    def _show_rows(self, session: Session) -> None:
        self.list.show_rows(people_rows(session, self._actions.running.now()))

    def shut(self) -> None:
        """Close, and take what was offered along."""
        self.suggestions.dismiss()
        super().shut()

    # ---- the form

    def _start_anew(self) -> None:
        self._fill(NEW, "", "")
        self.list.choose(None)
        self.organisation.setFocus()

    def _edit(self, row_id: str) -> None:
        session = self._actions.session
        if person := session.participant(row_id):
            partner = session.partner(person.partner_id)
            self._fill(person, "", partner.name if partner else "")
            self.name.setFocus()
        elif partner := session.partner(row_id):
            self._fill(NEW, partner.id, partner.name)
            self.organisation.setFocus()

    def _fill(self, person: Participant, partner_id: str, organisation: str) -> None:
        self._person, self._partner_id = person, partner_id
        self.suggestions.dismiss()
        self.say("")
        self.organisation.setText(organisation)
        self.name.setText(person.name)
        self.role.setText(person.role)
        self.email.setText(person.email)
        self.present.setChecked(person.present)
        known = bool(person.id or partner_id)
        for widget in (self.name, self.role, self.email, self.present):
            widget.setEnabled(not partner_id)
        self._fill_presence(person)
        self.remove.setEnabled(known)
        title = _("Organisation") if partner_id else _("Change") if person.id else _("Add someone or an organisation")
        self.form_title.setText(title)
        self.keep.say(_("Save (Enter)") if known else _("Add (Enter)"))

    def _fill_presence(self, person: Participant) -> None:
        """Of somebody who is known the times, once the meeting began; else only whether they are there."""
        session = self._actions.session
        timed = bool(person.id) and session.course.state is not State.PLANNED
        self.present.setVisible(not timed)
        for widget in (self.presence, self._presence_label):
            widget.setVisible(timed)
        if timed:
            self.presence.show_person(session, person.id, self._actions.running.now())

    def _follow_presence(self, session: Session, *, anew: bool = False) -> None:
        """Show who is there now, also after an undo. What is typed stays; so do times just put right, unless `anew`."""
        person = session.participant(self._person.id)
        if person is None:
            return
        if self.present.isChecked() == self._person.present:
            self.present.setChecked(person.present)
        self._person = replace(self._person, present=person.present)
        if anew or self.presence.is_outdated(session, person.id):
            inside = self.presence.isAncestorOf(QApplication.focusWidget() or self)
            self._fill_presence(self._person)
            if inside:
                self.name.setFocus()

    def _save(self) -> None:
        organisation = one_line(self.organisation.text())
        if self._partner_id:
            done = self._actions.rename_partner(self._partner_id, organisation)
        elif not organisation:
            self.say(_("Which organisation is it? Type its name first."))
            return
        elif not self._person.id and not any(f.text().strip() for f in (self.name, self.role, self.email)):
            done = self._actions.add_partner(organisation)
        else:
            done = self._save_person(organisation)
        if done:
            self._start_anew()

    def _save_person(self, organisation: str) -> bool:
        partner_id = self._partner_named(organisation)
        if partner_id is None:
            return False
        person = replace(
            self._person,
            partner_id=partner_id,
            name=one_line(self.name.text()),
            role=one_line(self.role.text()),
            email=one_line(self.email.text()),
        )
        if not person.id:
            return self._actions.add_participant(replace(person, present=self.present.isChecked()))
        now = self._actions.session.participant(person.id)  # who came or left meanwhile did
        if not self.presence.isHidden():
            present = person.present if now is None else now.present
            saved = self._actions.save_participant(replace(person, present=present))
            touched = self.presence.changed
            return saved and (not touched or self._actions.correct_presence(person.id, self.presence.stays))
        return self._actions.save_participant(replace(person, present=self.present.isChecked()))

    def _partner_named(self, name: str) -> str | None:
        """Id of the organisation of this name; it joins when it is not there yet."""
        for _attempt in range(2):
            for partner in self._actions.session.notebook.partners:
                if fold(partner.name) == fold(name):
                    return partner.id
            if not self._actions.add_partner(name):
                return None
        return None

    def _toggle(self, row_id: str) -> None:
        if self._actions.toggle_present(row_id) and row_id == self._person.id:
            self._follow_presence(self._actions.session, anew=True)
            self.list.setFocus()

    def _remove(self) -> None:
        gone = (
            self._actions.remove_partner(self._partner_id)
            if self._partner_id
            else self._actions.remove_participant(self._person.id)
        )
        if gone:
            self._start_anew()

    # ---- the keyboard

    def _offer(self) -> None:
        if not self._partner_id:
            self.suggestions.offer(self._actions.session.notebook.partners)

    def _step_organisation(self, by: int) -> None:
        if self.suggestions.isVisible():
            self.suggestions.step(by)

    def _enter_organisation(self) -> None:
        if self.suggestions.isVisible():
            self.suggestions.insert(self.suggestions.chosen or "")
            self.name.setFocus()
        else:
            self._save()

    def _escape_organisation(self) -> None:
        if self.suggestions.isVisible():
            self.suggestions.dismiss()
        else:
            self.give_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter in a field saves."""
        if event.key() in ENTER and not isinstance(QApplication.focusWidget(), QPushButton):
            self._save()
        else:
            super().keyPressEvent(event)
