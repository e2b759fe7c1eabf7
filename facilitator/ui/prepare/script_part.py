"""ScriptPart: choose a script, and the case it tells when it tells one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from facilitator.core.casus import Case, Level
from facilitator.core.fit import fit
from facilitator.core.script import Script
from facilitator.ui import theme
from facilitator.ui.prepare.draft import Draft
from facilitator.ui.prepare.fit_words import fit_text, reasons_text
from facilitator.ui.prepare.hint_label import HintLabel
from facilitator.ui.prepare.hints import Hint
from facilitator.ui.prepare.steps_preview import StepsPreview, bold, minutes_text
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Card, Prose, SectionTitle
from facilitator.words import _


def level_name(level: Level) -> str:
    """Name how much a group must bring to a case."""
    names = {
        Level.BASIC: _("for beginners"),
        Level.EXPERIENCED: _("for experienced people"),
        Level.EXPERT: _("for experts"),
    }
    return names[level]


def case_text(case: Case, script: Script | None = None) -> str:
    """Tell a case to who has to choose one for a script, as Markdown of our own content."""
    return "\n\n".join(_about(case, script))


def _about(case: Case, script: Script | None) -> Iterator[str]:
    yield f"# {case.title}"
    yield _("An invented case, {level}. Takes about {minutes}.").format(
        level=level_name(case.level), minutes=minutes_text(case.minutes)
    )
    if script is not None:
        yield fit_text(fit(script, case))
    yield case.summary
    if case.learning_goals:
        yield bold(_("What the group learns"))
        yield "\n".join(f"- {goal}" for goal in case.learning_goals)
    yield bold(_("Told in these moments"))
    yield "\n".join(f"{number}. {moment.title}" for number, moment in enumerate(case.moments, 1))
    if case.roles:
        yield bold(_("Roles to hand out"))
        yield ", ".join(case.roles)


class ScriptPart(QWidget):
    """Lists to choose from at the left, what was chosen at the right.

    Signals:
        script_chosen(Script): another script.
        case_chosen(Case): another case.
    """

    script_chosen = Signal(object)
    case_chosen = Signal(object)

    def __init__(self, scripts: Iterable[Script], cases: Iterable[Case], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scripts, self._cases = tuple(scripts), tuple(cases)
        self._fitting: Script | None = None
        self._soft: list[bool] = []
        self.scripts = _choices(_("Script"), (_script_line(script) for script in self._scripts))
        self.cases = _choices(_("Case"), (_case_line(case) for case in self._cases))
        self.scripts.currentRowChanged.connect(self._choose_script)
        self.cases.currentRowChanged.connect(self._choose_case)
        self.hints = {"script": HintLabel(self.scripts), "case": HintLabel(self.cases)}
        self.case_title = SectionTitle(_("Case"))
        self.preview = StepsPreview()
        self.case_words = Prose(scrolls=True)
        self.tabs = QTabWidget()
        self._put_together()

    def show_draft(self, draft: Draft, hints: tuple[Hint, ...]) -> None:
        """Show what was chosen."""
        _select(self.scripts, [script.id for script in self._scripts], draft.script.id if draft.script else None)
        self._put_fitting_first(draft.script if draft.needs_case else None)
        _select(self.cases, [case.id for case in self._cases], draft.case.id if draft.case else None)
        fixed = draft.session is not None
        self.scripts.setEnabled(not fixed)
        self.cases.setEnabled(not fixed)
        for widget in (self.cases, self.case_title):
            widget.setVisible(draft.needs_case)
        self.tabs.setTabVisible(1, draft.needs_case)
        self.preview.show_script(draft.script)
        self.case_words.show_markdown(
            case_text(draft.case, draft.script) if draft.case else _("Choose a case at the left.")
        )
        self.hints["script"].show_hints(tuple(hint for hint in hints if hint.field == "script"))
        self.hints["case"].show_hints(tuple(hint for hint in hints if hint.field in {"case", "fit"}))

    @property
    def offered(self) -> tuple[Script, ...]:
        """The scripts that can be chosen."""
        return self._scripts

    def offer(self, chosen: Script | Case) -> None:
        """Add a script or case that is not among those to choose from yet; a newer text of one takes its place."""
        if isinstance(chosen, Script):
            self._scripts = (*(script for script in self._scripts if script.id != chosen.id), chosen)
            _fill(self.scripts, (_script_line(script) for script in self._scripts))
        else:
            self._cases = (chosen, *(case for case in self._cases if case.id != chosen.id))
            _fill(self.cases, (_case_line(case) for case in self._cases))
            self._fitting, self._soft = None, []

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.scripts

    def _put_fitting_first(self, script: Script | None) -> None:
        """Put the cases that fit a script before the others, which stay readable and say why they do not."""
        if script is None or script is self._fitting:
            return
        self._fitting = script
        found = {case.id: fit(script, case) for case in self._cases}
        self._cases = tuple(sorted(self._cases, key=lambda case: not found[case.id].suits))
        before = self.cases.blockSignals(True)
        self.cases.clear()
        for case in self._cases:
            item = QListWidgetItem(_case_line(case))
            if not found[case.id].suits:
                item.setText(
                    _("{case}\nDoes not fit: {reasons}").format(case=item.text(), reasons=reasons_text(found[case.id]))
                )
            self.cases.addItem(item)
        self._soft = [not found[case.id].suits for case in self._cases]
        self.look_changed()
        self.cases.blockSignals(before)

    def look_changed(self) -> None:
        """Take the colour of what does not fit from the look that holds now."""
        for number, soft in enumerate(self._soft):
            if soft:
                self.cases.item(number).setForeground(QColor(theme.current().soft_ink))

    def _put_together(self) -> None:
        left = Card()
        left.column.addWidget(SectionTitle(_("Script")))
        left.column.addWidget(self.scripts, 2)
        left.column.addWidget(self.hints["script"])
        left.column.addWidget(self.case_title)
        left.column.addWidget(self.cases, 2)
        left.column.addWidget(self.hints["case"])
        for listed in (self.scripts, self.cases):
            listed.setMinimumHeight(self.fontMetrics().height() * 5)
            listed.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # it scrolls
        self.tabs.addTab(self.preview, _("Script"))
        self.tabs.addTab(self.case_words, _("Case"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(_("Script or case"))
        right = Card()
        right.column.addWidget(self.tabs)
        right.setMinimumHeight(self.fontMetrics().height() * 16)
        sides = SideBySide(20, (2, 5))
        sides.add(left)
        sides.add(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sides)

    def _choose_script(self, row: int) -> None:
        if 0 <= row < len(self._scripts):
            self.tabs.setCurrentIndex(0)
            self.script_chosen.emit(self._scripts[row])

    def _choose_case(self, row: int) -> None:
        if 0 <= row < len(self._cases):
            self.tabs.setCurrentIndex(1)
            self.case_chosen.emit(self._cases[row])


def _script_line(script: Script) -> str:
    facts = _("{minutes} · {least} to {most} people").format(
        minutes=minutes_text(script.minutes), least=script.group_min, most=script.group_max
    )
    own = script.title.removeprefix(f"{_(script.form.msgid)}: ")  # all in the list are of one form
    return f"{own[:1].upper()}{own[1:]}\n{facts}"


def _case_line(case: Case) -> str:
    return f"{case.title}\n{minutes_text(case.minutes)} · {level_name(case.level)}"


def _choices(name: str, lines: Iterable[str]) -> QListWidget:
    listed = QListWidget()
    listed.setAccessibleName(name)
    listed.setWordWrap(True)
    listed.setResizeMode(QListWidget.ResizeMode.Adjust)
    listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    _fill(listed, lines)
    return listed


def _fill(listed: QListWidget, lines: Iterable[str]) -> None:
    """Put other lines in a list, without telling that somebody chose."""
    before = listed.blockSignals(True)
    listed.clear()
    for line in lines:
        listed.addItem(QListWidgetItem(line))
    listed.blockSignals(before)


def _select(listed: QListWidget, ids: list[str], chosen: str | None) -> None:
    """Put the selection where the draft has it, without telling that somebody chose."""
    row = ids.index(chosen) if chosen in ids else -1
    if listed.currentRow() != row:
        before = listed.blockSignals(True)
        listed.setCurrentRow(row)
        listed.blockSignals(before)
