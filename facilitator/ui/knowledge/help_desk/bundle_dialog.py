"""BundleDialog: which questions are put to whom, and in which form. Nothing is sent by the program."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.core.help_desk import DeskQuestion, Doubtful, Organisation, Sorted
from facilitator.core.text import one_line
from facilitator.report.formats.addresses import usable
from facilitator.ui.after.making import breakable
from facilitator.ui.findings import kind_words
from facilitator.ui.start.page import Scrolling
from facilitator.ui.widgets import Dialog, LineEdit, PlainLabel
from facilitator.words import _, ngettext

_FEW = 3
"""With fewer questions the list is short, and all there is to fill in fits on a smaller dialog."""


class Bundle(NamedTuple):
    """What was chosen."""

    questions: tuple[DeskQuestion, ...]
    organisation: Organisation
    as_mail: bool


class BundleDialog(Dialog):
    """The organisation is the coordinator's choice; the program knows none.

    Attributes:
        name, address: the organisation.
        list: the questions that can go, each with a tick.
        doubtful: how many have words that were let stand when they were kept: those are ticked by a person.
        held: how many stay here, because something in them is still to be decided.
        form: a mail, or a text file.
        lack: what is not right yet.
    """

    def __init__(
        self, questions: Sorted, organisation: Organisation | None, folder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Put questions to an organisation"), parent, accept=_("Make it"))
        self._there = (*questions.free, *(one.question for one in questions.doubtful))
        self.begin_at(620, 560 if len(self._there) < _FEW else 660)
        known = organisation or Organisation("", "")
        self.name = LineEdit(_("Organisation"), _("for instance an expert organisation in your region"))
        self.name.setText(known.name)
        self.address = LineEdit(_("Mail address"), "naam@organisatie.nl")
        self.address.setText(known.address)
        self.list = self._list_of(questions)
        self.doubtful = PlainLabel(_doubtful_words(len(questions.doubtful)), "attention", wrap=True)
        self.doubtful.setVisible(bool(questions.doubtful))
        self.held = PlainLabel(_held_words(len(questions.held)), "attention", wrap=True)
        self.held.setVisible(bool(questions.held))
        self.form = QComboBox()
        self.form.setAccessibleName(_("In which form"))
        self.form.addItem(_("As a mail draft, which you send yourself"), "mail")
        self.form.addItem(_("As a text file, which can be filled in and sent back"), "file")
        self.form.setCurrentIndex(0 if known.address or organisation is None else 1)
        self.lack = PlainLabel("", "attention", wrap=True)
        self._lay_out(folder)
        for field in (self.name, self.address):
            field.textChanged.connect(self._look)
        self.list.itemChanged.connect(self._look)
        self.form.currentIndexChanged.connect(self._look)
        self._look()

    def _list_of(self, questions: Sorted) -> QListWidget:
        """What was let stand when it was kept is shown once more, and goes only when a person ticks it."""
        shown = QListWidget()
        shown.setAccessibleName(_("Questions that go along"))
        shown.setWordWrap(True)
        lines = len(questions.free) + 2 * len(questions.doubtful)
        shown.setFixedHeight(self.fontMetrics().lineSpacing() * 2 * min(5, lines + 1))
        ticked = [(question.text, Qt.CheckState.Checked) for question in questions.free]
        others = [(_shown_again(one), Qt.CheckState.Unchecked) for one in questions.doubtful]
        for text, state in (*ticked, *others):
            item = QListWidgetItem(text, shown)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(state)
        return shown

    def _lay_out(self, folder: str) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.held)
        column.addWidget(self.doubtful)
        fields: tuple[QWidget, ...] = (*((self.list,) if self._there else ()), self.name, self.address, self.form)
        for field in fields:
            column.addWidget(PlainLabel(field.accessibleName(), "strong"))
            column.addWidget(field)
        where = _("It comes in {folder}, and is not encrypted. Who asked does not stand in it.")
        column.addWidget(PlainLabel(where.format(folder=breakable(Path(folder))), "small", wrap=True))
        column.addStretch(1)
        self.body.addWidget(Scrolling(holder, 7), 1)
        self.body.addWidget(self.lack)

    @property
    def chosen(self) -> Bundle:
        """What is chosen now."""
        ticked = (
            question
            for number, question in enumerate(self._there)
            if self.list.item(number).checkState() is Qt.CheckState.Checked
        )
        to = Organisation(one_line(self.name.text()), usable(self.address.text()) or "")
        return Bundle(tuple(ticked), to, self.form.currentData() == "mail")

    def _look(self) -> None:
        told = self._lacking()
        self.accept_button.setEnabled(not told)
        self.lack.setText(told)
        self.lack.setVisible(bool(told))

    def _lacking(self) -> str:
        questions, to, as_mail = self.chosen
        if not self._there:
            return _("There is no question that can go along.")
        if not questions:
            return _("Tick at least one question.")
        if not to.name:
            return _("Say which organisation it is for.")
        if self.address.text().strip() and not to.address:
            return _("This is no mail address.")
        if as_mail and not to.address:
            return _("A mail needs an address. Or make a text file.")
        return ""


def _shown_again(one: Doubtful) -> str:
    looks = _("‘{words}’ looks like {kind}.")
    told = (looks.format(words=found.text, kind=kind_words(found.kind.value)) for found in one.found)
    return f"{one.question.text}\n{' '.join(told)}"


def _doubtful_words(count: int) -> str:
    return ngettext(
        "{count} question has words that you let stand here. Read it once more, and tick it only if they may leave.",
        "{count} questions have words that you let stand here. Read them once more, and tick only what may leave.",
        count,
    ).format(count=count)


def _held_words(count: int) -> str:
    return ngettext(
        "{count} question stays here: something in it looks like personal data. Put it right first.",
        "{count} questions stay here: something in them looks like personal data. Put them right first.",
        count,
    ).format(count=count)
