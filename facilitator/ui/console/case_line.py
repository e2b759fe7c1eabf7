"""CaseLine: where a case is, for the story and for the group, and what of it can be put before the room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.events import CaseScene
from facilitator.core.session import Session
from facilitator.ui.console.keys import Command, key_of
from facilitator.ui.console.parts import ElidedLabel, command_button
from facilitator.ui.console.phrases import phase_name, way_words
from facilitator.ui.widgets import Button
from facilitator.words import N_, _

SCENES: dict[Command, tuple[CaseScene, str]] = {
    Command.GENOGRAM: (CaseScene.GENOGRAM, N_("Genogram")),
    Command.NETWORK: (CaseScene.NETWORK, N_("Network")),
    Command.TIMELINE: (CaseScene.TIMELINE, N_("Timeline")),
    Command.TURNING_POINT: (CaseScene.TURNING_POINT, N_("Turning point")),
    Command.DECIDE: (CaseScene.DECISION, N_("Decide")),
    Command.WEIGH: (CaseScene.WEIGHING, N_("Weigh")),
}
"""What each command puts before the room, and its name."""


def told_words(session: Session) -> str:
    """`moment 2 van 4 · fase: directe veiligheid · meldcode stap 1`, as it is told; empty without a moment."""
    moment, case = session.moment, session.case
    if moment is None or case is None:
        return ""
    parts = [_("moment {told} of {count}").format(told=session.moments_told or 1, count=len(case.moments))]
    parts.append(_("phase: {phase}").format(phase=phase_name(moment.phase).lower()))
    if moment.meldcode_step is not None:
        parts.append(_("meldcode step {step}").format(step=moment.meldcode_step))
    return " · ".join(parts)


def group_words(session: Session) -> str:
    """Where the group would put the moment: `groep: stabiele veiligheid · stap 2`; empty where that is as told."""
    moment = session.moment
    judgement = None if moment is None else session.judgement(moment.id)
    if judgement is None:
        return ""
    parts = [] if judgement.phase is None else [phase_name(judgement.phase).lower()]
    if judgement.meldcode_step is not None:
        parts.append(_("meldcode step {step}").format(step=judgement.meldcode_step))
    return _("group: {words}").format(words=" · ".join(parts)) if parts else ""


class CaseLine(QWidget):
    """Two slim lines; out of sight in a step that tells no case.

    Signals:
        wanted(Command): this is to be put before the room, or taken away.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = ElidedLabel(role="soft")
        self.group = ElidedLabel(role="accent")
        self.buttons: dict[Command, Button] = {}
        words, row = QHBoxLayout(), QHBoxLayout()
        words.setSpacing(10)
        words.addWidget(self.told)
        words.addWidget(self.group)
        words.addStretch(1)
        row.setSpacing(2)
        for command, (_scene, name) in SCENES.items():
            button = command_button(command, _(name), shows_key=False)
            button.setProperty("role", "scene")
            button.setCheckable(True)
            button.clicked.connect(lambda on, command=command: self._clicked(command, on=on))
            self.buttons[command] = button
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(words)
        column.addLayout(row)

    def _clicked(self, command: Command, *, on: bool) -> None:
        self.buttons[command].setChecked(not on)  # what the room sees says so, not the click
        self.wanted.emit(command)

    def show_session(self, session: Session) -> None:
        """Show the moment that is told."""
        moment = session.moment
        self.setVisible(moment is not None)
        told = " · ".join(part for part in (way_words(session), told_words(session)) if part)
        for label, text in ((self.told, told), (self.group, group_words(session))):
            if label.text() != text:
                label.setText(text)
            label.setVisible(bool(text))
        for command, (scene, _name) in SCENES.items():
            self.buttons[command].setChecked(session.course.case_scene is scene)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """The keys stand on the buttons where there is room for them; they are in the tooltips anyhow."""
        super().resizeEvent(event)
        metrics = self.buttons[Command.GENOGRAM].fontMetrics()
        names = {command: _(name) for command, (_scene, name) in SCENES.items()}
        with_keys = {command: f"{name}  {key_of(command).sign}" for command, name in names.items()}
        wide = sum(metrics.horizontalAdvance(text) + 20 for text in with_keys.values())
        for command, text in (with_keys if wide <= self.width() else names).items():
            if self.buttons[command].text() != text:
                self.buttons[command].setText(text)
