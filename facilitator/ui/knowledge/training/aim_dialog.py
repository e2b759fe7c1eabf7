"""AimDialog: one line of the training plan, to be filled in or changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QGridLayout, QPlainTextEdit, QSpinBox, QWidget

from facilitator.content.names_list import names_in
from facilitator.core.help_desk import Search
from facilitator.core.script import Script
from facilitator.core.text import clean, fold, one_line
from facilitator.core.training import MOST_PEOPLE, Aim, Way, double, lacks, read_by
from facilitator.core.training_check import for_staff, words_of
from facilitator.core.vocabulary import Form
from facilitator.ui.dates import long_day
from facilitator.ui.knowledge.help_desk.check_row import CheckRow
from facilitator.ui.knowledge.training import phrases
from facilitator.ui.start.page import Scrolling, beside
from facilitator.ui.widgets import Dialog, LineEdit, PlainLabel
from facilitator.words import _

_NAME_LINES = 2


class AimDialog(Dialog):
    """Says at once what was made of a day and of names, and on leaving what is still missing.

    Attributes:
        team, who, names, people, trained, what, by, note: the fields.
        check: what looks like a client's data in them. Names in the field for names are those of staff.
        wrong: what is missing or to be decided, or that it stands there already.
    """

    def __init__(
        self,
        aim: Aim,
        others: Sequence[Aim],
        scripts: Sequence[Script],
        today: date,
        search: Search,
        parent: QWidget | None = None,
    ) -> None:
        """`others` are all lines there are; `scripts` can be chosen as what is learnt."""
        new = not (aim.who or aim.names)
        super().__init__(
            _("Add to the training plan") if new else _("Change the line"),
            parent,
            accept=_("Add") if new else _("Change"),
        )
        self._aim, self._others, self._today = aim, others, today
        self._scripts = {fold(script.title): script for script in scripts}
        self._accepting = False
        self.check = CheckRow(for_staff(search), aim.allowed)
        fields = QWidget()
        self._grid = QGridLayout(fields)
        self._grid.setContentsMargins(0, 0, 6, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self.body.addWidget(Scrolling(fields, 4), 1)
        self._add_fields(sorted({other.team for other in others}, key=fold), [script.title for script in scripts])
        self.body.addWidget(self.check)
        self.wrong = self.add_text("", "attention")
        self.wrong.hide()
        self._fill(aim)
        self.check.turned.connect(self._turn)
        self.check.replace_wanted.connect(self._replace)
        self._look()
        self.begin_at(720, 640)

    def _add_fields(self, teams: list[str], titles: list[str]) -> None:
        self.team = _combo(_("Team"), teams, _("name of the team or organisation"))
        self.who = LineEdit(_("Who"), _("a function, for example: community nurses"))
        self.names = QPlainTextEdit()
        self.names.setAccessibleName(_("Names"))
        self.names.setTabChangesFocus(True)
        self.people = QSpinBox(minimum=0, maximum=MOST_PEOPLE)
        self.people.setAccessibleName(_("How many people"))
        self.what = _combo(_("What"), titles, _("choose a module or session, or type something else"))
        self.by = LineEdit(_("Before"), _("a day"))
        self.trained = QSpinBox(minimum=0, maximum=MOST_PEOPLE)
        self.trained.setAccessibleName(_("How many are done"))
        self.note = LineEdit(_("Note"), _("nothing about clients"))
        self.names_told, self.by_told = (PlainLabel("", "small", wrap=True) for _label in range(2))
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("Team"), self.team),
            (_("Who"), self.who),
            (_("Names"), self.names),
            ("", self.names_told),
            (_("How many people"), self._side_by_side()),
            (_("What"), self.what),
            (_("Before"), self.by),
            ("", self.by_told),
            (_("Note"), self.note),
        )
        for row, (label, field) in enumerate(rows):
            self._grid.addWidget(PlainLabel(label, "strong"), row, 0)
            self._grid.addWidget(field, row, 1)
        self._grid.setRowStretch(len(rows), 1)
        self.names.textChanged.connect(self._look)
        for field in (self.who, self.by, self.note):
            field.textChanged.connect(self._look)
        for combo in (self.team, self.what):
            combo.editTextChanged.connect(self._look)

    def _side_by_side(self) -> QWidget:
        label = PlainLabel(_("How many are done"), "strong")
        return beside(self.people, label, self.trained, stretch_at=3)

    def look_changed(self) -> None:
        """Let the field of names be a few lines high."""
        self.names.setFixedHeight(self.names.fontMetrics().lineSpacing() * _NAME_LINES + 24)
        super().look_changed()

    def _fill(self, aim: Aim) -> None:
        self.team.setEditText(aim.team)
        self.who.setText(aim.who)
        self.names.setPlainText(", ".join(aim.names))
        self.people.setValue(aim.people)
        self.what.setEditText(aim.what)
        self.by.setText(long_day(aim.by) if aim.by is not None else aim.by_words)
        self.trained.setValue(aim.done)
        self.note.setText(aim.note)

    def _look(self) -> None:
        names = names_in(self.names.toPlainText())
        self.names_told.setText(phrases.names_words(names))
        self.people.setEnabled(not names)
        if names:
            self.people.setValue(len(names))
        self.by_told.setText(phrases.read_words(*read_by(self.by.text(), self._today), self._today))
        self._accepting = False
        self.check.look(words_of(self.aim))

    @property
    def aim(self) -> Aim:
        """The line as it is filled in now."""
        what = one_line(self.what.currentText())
        script = self._scripts.get(fold(what))
        way = Way.OTHER if script is None else Way.MODULE if script.form is Form.ZELFSTUDIE else Way.SESSION
        day, words = read_by(self.by.text(), self._today)
        return replace(
            self._aim,
            team=one_line(self.team.currentText()),
            who=one_line(self.who.text()),
            names=names_in(self.names.toPlainText()),
            people=self.people.value(),
            what=what,
            way=way,
            ref="" if script is None else script.id,
            by=day,
            by_words=words,
            done=self.trained.value(),
            note=clean(self.note.text()).strip(),
            allowed=tuple(sorted(self.check.allowed)),
        )

    def accept(self) -> None:
        """Be done once somebody looked at it, unless something is missing, undecided or stands there already."""
        aim = self.aim
        missing = [_(lack) for lack in lacks(aim)]
        if not missing and double(aim, self._others) is not None:
            missing = [_("This stands in the plan already. Change that line, or give another day.")]
        self._tell(" ".join(missing))
        if not missing and self.check.ready:
            super().accept()
        elif not missing:
            self._accepting = True
            self.check.look_now()

    def _turn(self) -> None:
        accepting, self._accepting = self._accepting, False
        if accepting and self.check.ready:
            super().accept()
        elif accepting:
            self._tell(_("This looks like personal data. Decide first what to do with it."))
        else:
            self.look_changed()  # the check may have come or gone

    def _tell(self, wrong: str) -> None:
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        self.look_changed()

    def _replace(self, words: str, instead: str) -> None:
        for field in (self.who, self.by, self.note):
            field.setText(field.text().replace(words, instead))
        for combo in (self.team, self.what):
            combo.setEditText(combo.currentText().replace(words, instead))
        self.names.setPlainText(self.names.toPlainText().replace(words, instead))


def _combo(name: str, texts: list[str], placeholder: str) -> QComboBox:
    combo = QComboBox()
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setAccessibleName(name)
    combo.addItems(texts)
    combo.setEditText("")
    line = combo.lineEdit()
    if line is not None:
        line.setPlaceholderText(placeholder)
        line.setAccessibleName(name)
    return combo
