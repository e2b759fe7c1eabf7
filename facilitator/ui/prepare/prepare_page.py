"""The page on which a session is prepared: three parts, forward and back, and everything stays filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from facilitator.core.casus import Case
from facilitator.core.fit import fit
from facilitator.core.script import Form, Script
from facilitator.core.session import Session
from facilitator.core.text import fold
from facilitator.ui.prepare.asking_before import AskingBefore
from facilitator.ui.prepare.draft import Draft, Guest, of_session
from facilitator.ui.prepare.hints import Hint, Part, blocked, hints
from facilitator.ui.prepare.meeting_part import MeetingPart
from facilitator.ui.prepare.people_part import PeoplePart
from facilitator.ui.prepare.planner import Planner
from facilitator.ui.prepare.roles_part import RolesPart
from facilitator.ui.prepare.script_part import ScriptPart
from facilitator.ui.prepare.stepper import Stepper
from facilitator.ui.services import Services
from facilitator.ui.start.page import Page, Scrolling, SideBySide, beside
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button, PrimaryButton
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _

PARTS = tuple(Part)
"""The parts in order; the last is there only where a case has roles to deal."""

_EMPTY_FIELDS = {"script", "case", "place"}
"""What is only asked for after somebody tried to go on without it."""


class PreparePage(Page):
    """Holds the draft; the parts show it and tell what changed.

    Attributes:
        draft: what was chosen and typed so far.
        asking: asking organisations how their agreements of before stand.

    Signals:
        left(): back to where one came from; what is filled in stays.
        planned(str): the session of this id is kept, to be led later.
        begin_requested(str): it is kept, and is to be led now.
        rehearsal_requested(Session): lead it without keeping anything.
        papers_requested(Session): show what is printed before it begins.
        waiting(str): it is handed in, and the store cannot write it yet.
        failed(Exception): the store does not take it.
    """

    left = Signal()
    planned = Signal(str)
    begin_requested = Signal(str)
    rehearsal_requested = Signal(object)
    papers_requested = Signal(object)
    waiting = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, start: Form | Session, parent: QWidget | None = None) -> None:
        form = start if isinstance(start, Form) else start.script.form
        super().__init__(_(form.msgid), parent)
        self._services = services
        self._told: set[Part] = set()
        self._begin_when_kept = False
        library = services.library()
        scripts = [script for script in library.scripts if script.form is form]
        if isinstance(start, Session):
            self.draft = of_session(start)
            scripts = [start.script]
            self._told.update(PARTS)
        else:
            self.draft = _new_draft(services, form, scripts)
        cases = library.cases if self.draft.session is None else tuple(filter(None, [self.draft.case]))
        self.planner = Planner(services, self)
        self.script_part = ScriptPart(scripts, cases)
        self.meeting_part = MeetingPart()
        self.people_part = PeoplePart(services.new_id)
        self.roles_part = RolesPart()
        self.stepper = Stepper([_("1. Script"), _("2. Day, place and time"), _("3. People"), _("4. Roles")])
        self.stack = QStackedWidget()
        for part in self._widgets:
            self.stack.addWidget(Scrolling(part))
        self._put_together()
        self.asking = AskingBefore(services, self.planner, self.people_part.look_back, self)
        self._connect()
        self._show()
        self.planner.ask_known()

    def enter(self) -> None:
        """Put the keyboard at the beginning of the part in sight."""
        first = self._widgets[self.stack.currentIndex()].first()
        (first if first.isEnabled() else self.previous).setFocus()

    def go_to(self, number: int) -> None:
        """Go to a part, by its number from 0."""
        self.stack.setCurrentIndex(number)
        self._show()
        self.enter()

    def change(self, **fields: Any) -> None:  # noqa: ANN401  fields of a draft
        """Change the draft and show it."""
        self.draft = replace(self.draft, **fields)
        self._show()

    def take(self, chosen: Script | Case) -> None:
        """Choose this script or case, also one that is not among those that come with the program."""
        self.script_part.offer(chosen)
        if isinstance(chosen, Script):
            self._choose_script(chosen)
            return
        self._choose_case(chosen)
        script = self.draft.script
        if script is None or not (script.needs_case and fit(script, chosen).suits):
            suiting = (s for s in self.script_part.offered if s.needs_case and fit(s, chosen).suits)
            if (first := next(suiting, None)) is not None:
                self._choose_script(first)

    # ---- what changed

    def _choose_script(self, script: Script) -> None:
        """Take another script; the minutes follow it unless somebody chose their own."""
        before = self.draft.script
        own = before is not None and self.draft.available_minutes != before.minutes
        minutes = self.draft.available_minutes if own else script.minutes
        self.change(script=script, available_minutes=minutes, short_on_purpose=False)

    def _choose_case(self, case: Case) -> None:
        self.change(case=case, deals=(), by_hand=False)

    def _change_guests(self, guests: tuple[Guest, ...]) -> None:
        self.draft = self.draft.with_guests(guests)
        self._show()

    def _deal(self) -> None:
        self.draft = self.draft.dealt()
        self._show()

    def _change_role(self, guest_id: str, role: str, held: bool) -> None:
        self.draft = self.draft.with_role(guest_id, role, held=held)
        self._show()

    def _add_organisation(self, name: str) -> None:
        self.change(organisations=(*self.draft.organisations, name))

    def _remove_organisation(self, name: str) -> None:
        self.change(organisations=tuple(other for other in self.draft.organisations if fold(other) != fold(name)))

    # ---- going on

    def _on(self) -> None:
        part = PARTS[self.stack.currentIndex()]
        self._told.add(part)
        if blocked(self._hints, part):
            self._show()
            return
        self.go_to(min(self.stack.currentIndex() + 1, self._last))

    def _back(self) -> None:
        self.go_to(max(self.stack.currentIndex() - 1, 0))

    def _ready(self) -> bool:
        """Whether nothing must be put right first; otherwise goes to the part where it must."""
        self._told.update(PARTS)
        first = next((number for number, part in enumerate(PARTS) if blocked(self._hints, part)), None)
        if first is not None:
            self.go_to(first)
        return first is None

    def _plan(self) -> None:
        self._keep(begin=False)

    def _begin(self) -> None:
        self._keep(begin=True)

    def _keep(self, *, begin: bool) -> None:
        if self._ready():
            self._begin_when_kept = begin
            self._enable_actions(on=False)
            self.planner.keep(self.draft)

    def _kept(self, session_id: str) -> None:
        self._enable_actions(on=True)
        (self.begin_requested if self._begin_when_kept else self.planned).emit(session_id)

    def _late(self, session_id: str) -> None:
        """Leading goes on in memory; planning for later has to wait for the disk."""
        self._enable_actions(on=True)
        (self.begin_requested if self._begin_when_kept else self.waiting).emit(session_id)

    def _not_kept(self, error: Exception) -> None:
        self._enable_actions(on=True)
        self.failed.emit(error)

    def _rehearse(self) -> None:
        if self._ready():
            self.rehearsal_requested.emit(self.planner.as_session(self.draft, rehearsal=True))

    def _explain_quiet(self) -> None:
        from facilitator.ui.quiet_dialog import QuietDialog  # noqa: PLC0415  seldom needed

        dialog = QuietDialog(self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_papers(self) -> None:
        if self._ready():
            self.papers_requested.emit(self.planner.as_session(self.draft))

    # ---- the parts

    @property
    def _widgets(self) -> tuple[ScriptPart, MeetingPart, PeoplePart, RolesPart]:
        return self.script_part, self.meeting_part, self.people_part, self.roles_part

    @property
    def _last(self) -> int:
        """The number of the last part there is."""
        return len(PARTS) - 1 if self.draft.roles else len(PARTS) - 2

    @property
    def _hints(self) -> tuple[Hint, ...]:
        return hints(self.draft, self._services.now().astimezone().date())

    def _show(self) -> None:
        self.planner.ask_before(self.draft)
        found = tuple(hint for hint in self._hints if hint.part in self._told or hint.field not in _EMPTY_FIELDS)
        here = self.stack.currentIndex()
        self._widgets[here].show_draft(self.draft, tuple(hint for hint in found if hint.part is PARTS[here]))
        self.stepper.mark(here, [blocked(found, part) for part in PARTS], shown=self._last + 1)
        last = here == self._last
        self.papers.say(_("Papers as PDF") if self.draft.needs_case else _("Run sheet as PDF"))
        self.previous.setVisible(here > 0)
        self.on.setVisible(not last)
        for button in self._actions:
            button.setVisible(last)

    def _enable_actions(self, *, on: bool) -> None:
        for button in self._actions:
            button.setEnabled(on)

    def _put_together(self) -> None:
        new = self.draft.session is None
        self.back = BackButton(self)
        self.previous = Button(_("Previous"))
        self.on = PrimaryButton(_("Next"), "Ctrl+Return")
        self.papers = Button()
        self.quiet = Button(_("Messages off …"))
        self.rehearse = Button(_("Rehearse"))
        self.plan = Button(_("Keep for later") if new else _("Save the changes"))
        self.begin = PrimaryButton(_("Begin now"), "Ctrl+Return")
        self.rehearse.setToolTip(_("Rehearsing keeps nothing."))
        self.rehearse.setAccessibleDescription(self.rehearse.toolTip())
        self._actions = (self.papers, self.quiet, self.rehearse, self.plan, self.begin)
        foot = SideBySide(27, (1, 2))
        foot.add(beside(self.previous, self.papers, self.quiet, stretch_at=3))
        foot.add(beside(self.rehearse, self.plan, self.begin, self.on))
        self.stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # its parts scroll
        self.column.insertWidget(0, TopRow(self.back))
        self.column.addWidget(self.stepper)
        self.column.addWidget(self.stack, 1)
        self.column.addWidget(foot)

    def _connect(self) -> None:
        self.stepper.chosen.connect(self.go_to)
        self.script_part.script_chosen.connect(self._choose_script)
        self.script_part.case_chosen.connect(self._choose_case)
        self.meeting_part.changed.connect(lambda fields: self.change(**fields))
        self.people_part.guests_changed.connect(self._change_guests)
        self.people_part.organisation_added.connect(self._add_organisation)
        self.people_part.organisation_removed.connect(self._remove_organisation)
        self.roles_part.deal_requested.connect(self._deal)
        self.roles_part.role_changed.connect(self._change_role)
        self.people_part.look_back.wished.connect(lambda on: self.change(look_back=on))
        self.planner.known_changed.connect(self._offer_known)
        self.planner.before_counted.connect(lambda count: self.change(open_before=count))
        self.asking.failed.connect(self.failed)
        self.planner.kept.connect(self._kept)
        self.planner.waiting.connect(self._late)
        self.planner.failed.connect(self._not_kept)
        self.back.clicked.connect(self.left)
        self.previous.clicked.connect(self._back)
        self.on.clicked.connect(self._on)
        self.papers.clicked.connect(self._show_papers)
        self.quiet.clicked.connect(self._explain_quiet)
        self.rehearse.clicked.connect(self._rehearse)
        self.plan.clicked.connect(self._plan)
        self.begin.clicked.connect(self._begin)
        go_on = QShortcut(QKeySequence("Ctrl+Return"), self)
        go_on.activated.connect(self._go_on)

    def _go_on(self) -> None:
        (self.begin if self.on.isHidden() else self.on).click()

    def _offer_known(self) -> None:
        self.people_part.show_known(tuple(partner.name for partner in self.planner.known))
        self.planner.ask_before(self.draft)


def _new_draft(services: Services, form: Form, scripts: list[Script]) -> Draft:
    """Begin with the next half hour (late in the evening that is tomorrow), and the script when there is only one."""
    now = services.now().astimezone()
    soon = now + timedelta(minutes=30 - now.minute % 30)
    draft = Draft(form, soon.date(), start=soon.time().replace(second=0, microsecond=0))
    if not scripts:
        return draft
    return replace(draft, script=scripts[0], available_minutes=scripts[0].minutes)
