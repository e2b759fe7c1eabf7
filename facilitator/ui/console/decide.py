"""Decide: what would you decide now? The group moves a moment to another phase, or another step of the meldcode."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.core.casus import Moment, Phase
from facilitator.core.events import CaseScene, Judgement
from facilitator.core.session import Session
from facilitator.core.spotting import judgement_subject
from facilitator.core.vocabulary import MELDCODE
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.case_line import told_words
from facilitator.ui.console.case_panel import CasePanel
from facilitator.ui.console.choices import Choices
from facilitator.ui.console.phrases import meldcode_step_name, phase_name
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.words import _

PHASES = tuple(Phase)
MELDCODE_STEPS = tuple(MELDCODE)


class Decide(CasePanel):
    """← → or a number move the phase and the step; what is as told is no judgement, and can be taken back."""

    scene = CaseScene.DECISION

    def __init__(self, actions: Actions, host: QWidget) -> None:
        super().__init__(_("What would you decide now?"), actions, host)
        self.title_line = PlainLabel(role="strong", wrap=True)
        self.told = PlainLabel(role="soft", wrap=True)
        phases = [f"{number} {phase_name(phase)}" for number, phase in enumerate(PHASES, 1)]
        self.phase = Choices(_("Phase"), phases, arrows=True)
        steps = [f"{number} {meldcode_step_name(number)}" for number in MELDCODE_STEPS]
        self.meldcode = Choices(_("Meldcode step"), steps, arrows=True)
        self.take_back = Button(_("As it was told"))
        self.phase.picked.connect(self._to_phase)
        self.meldcode.picked.connect(self._to_step)
        self.take_back.clicked.connect(self._take_back)
        bottom = QHBoxLayout()
        bottom.addWidget(self.to_room)
        bottom.addStretch(1)
        bottom.addWidget(self.take_back)
        self.body.addWidget(self.title_line)
        self.body.addWidget(self.told)
        for name, choices in ((_("Phase"), self.phase), (_("Meldcode step"), self.meldcode)):
            self.body.addWidget(PlainLabel(name, "strong"))
            self.body.addWidget(choices)
        self.body.addLayout(self._reason_row())
        self.body.addStretch(1)
        self.body.addLayout(bottom)

    def first_field(self) -> QWidget:
        """The phase."""
        return self.phase.buttons[max(0, self.phase.chosen)]

    def _open_at(self, session: Session) -> None:
        if self._moment is not None:
            self._show(session, self._moment)

    def _show(self, session: Session, moment: Moment) -> None:
        judgement = session.judgement(moment.id)
        self.title_line.setText(moment.title)
        self.told.setText(_("As told: {words}").format(words=told_words(session)))
        self.phase.choose(PHASES.index(judgement.phase or moment.phase))
        step = judgement.meldcode_step or moment.meldcode_step
        self.meldcode.choose(-1 if step is None else MELDCODE_STEPS.index(step))
        self.take_back.setEnabled(judgement != Judgement(moment.id))

    def _reason_in(self, session: Session, moment: Moment) -> str:
        return session.judgement(moment.id).reason

    def _reason_subject(self, moment: Moment) -> str:
        return judgement_subject(moment.id)

    def _save_reason(self, moment: Moment, reason: str) -> None:
        self._actions.judge(replace(self._actions.session.judgement(moment.id), reason=reason))

    def _to_phase(self, index: int) -> None:
        self._move(lambda now: replace(now, phase=None if index < 0 else PHASES[index]))

    def _to_step(self, index: int) -> None:
        self._move(lambda now: replace(now, meldcode_step=None if index < 0 else MELDCODE_STEPS[index]))

    def _move(self, moved: Callable[[Judgement], Judgement]) -> None:
        self._keep_reason()
        if self._moment is not None:
            self._actions.judge(moved(self._actions.session.judgement(self._moment.id)))
            self.show_session(self._actions.session)

    def _take_back(self) -> None:
        if self._moment is not None:
            self.reason.setModified(False)
            self._actions.judge(Judgement(self._moment.id))
            self.phase.take_keyboard()
