"""Detail: all there is to know of one agreement, its life over the sessions, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.storage.agreements import AgreementLine, Party, Said
from facilitator.ui import dates
from facilitator.ui.agreements import phrases
from facilitator.ui.start.page import Scrolling, SideBySide
from facilitator.ui.start.phrases import agreement_name
from facilitator.ui.widgets import Button, Card, Pill, PlainLabel, SectionTitle, Tone
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.core.agreement import Agreement

TO_CHOOSE = tuple(phrases.KEYS.values())


class Detail(Card):
    """The agreement that is chosen, or how many are.

    Signals:
        stands_chosen(Status): what is chosen stands like this now.
        back_wanted(): set the last back.
        session_requested(str): open this session.
        agreement_requested(tuple[str, str]): show this agreement, by the ids of its session and its own.
    """

    stands_chosen = Signal(object)
    back_wanted = Signal()
    session_requested = Signal(str)
    agreement_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: AgreementLine | None = None
        self.what = PlainLabel("", "strong", wrap=True)
        self.pill, self.late = Pill(), Pill()
        self.hint = PlainLabel("", "small", wrap=True)
        self.open = Button(_("Open the session"))
        self.further = Button(_("Show what continues it"))
        self.back = Button(_("Set back"), "Ctrl+Z")
        self.buttons = {status: Button(phrases.with_key(status), phrases.KEY_OF[status]) for status in TO_CHOOSE}
        self._facts = QVBoxLayout()
        self._facts.setContentsMargins(0, 0, 8, 0)
        self._facts.setSpacing(0)
        self._rows: list[QWidget] = []
        self._put_together()
        self.show_nothing()

    def _put_together(self) -> None:
        pills = QHBoxLayout()
        pills.addWidget(self.pill)
        pills.addWidget(self.late)
        pills.addStretch(1)
        self._pick = SideBySide(10.5, gap=6)
        for status, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, status=status: self.stands_chosen.emit(status))
            self._pick.add(button)
        inner = QWidget()
        inner.setLayout(self._facts)
        inner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        foot = SideBySide(11, gap=6)
        for button in (self.open, self.further, self.back):
            foot.add(button)
        self._foot = foot
        self.column.addWidget(self.what)
        self.column.addLayout(pills)
        self.column.addWidget(self.hint)
        self.column.addWidget(self._pick)
        self.column.addWidget(Scrolling(inner, 5), 1)
        self.column.addWidget(foot)
        self.open.clicked.connect(self._open)
        self.further.clicked.connect(self._further)
        self.back.clicked.connect(self.back_wanted)

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self.line = None
        self._show_head(_("Choose an agreement to read all about it."), "")
        self._let_choose(can=False)
        self._clear()

    def show_many(self, lines: Sequence[AgreementLine], count: int) -> None:
        """More than one is chosen: say how they stand in one go."""
        self.line = None
        self._show_head(phrases.chosen(lines, count), _("Say how all of them stand now, in one go."))
        self._let_choose(can=True)
        self._clear()

    def show_line(self, line: AgreementLine, today: date) -> None:
        """Show what is known of it at once; the rest follows with `show_rest`."""
        same = self.line is not None and self.line.ref == line.ref
        self.line = line
        self._show_head(agreement_name(line), "")
        self.pill.say(phrases.stands(line), Tone.CALM if line.open else Tone.PLAIN)
        self.pill.show()
        if line.is_late(today):
            self.late.say(phrases.when(line, today), Tone.ATTENTION)
            self.late.show()
        if line.held:
            self.hint.setText(_("Its words look like personal data. Open the session to decide what happens to them."))
        elif line.continued is not None:
            self.hint.setText(_("A later session took this further: say there how it stands."))
        self.hint.setVisible(bool(self.hint.text()))
        self._let_choose(can=line.continued is None)
        self._foot.show_one(self.open, True)
        self._foot.show_one(self.further, line.continued is not None)
        if not same:
            self._clear()

    def show_rest(
        self, line: AgreementLine, parties: Sequence[Party], life: Sequence[Said], whole: Agreement | None
    ) -> None:
        """Show all fields and its life; `whole` is None while its words wait for a decision."""
        if self.line is None or self.line.ref != line.ref:
            return  # another one was chosen meanwhile
        self._clear()
        for name, value in facts(line, parties, whole):
            self._add(_above(PlainLabel(name, "small")))
            self._add(PlainLabel(value, wrap=True))
        title = SectionTitle(_("Its life so far"))
        title.setContentsMargins(0, 12, 0, 2)
        self._add(title)
        for said in reversed(life):
            what, told = phrases.life_line(said, line.session_id)
            self._add(_above(PlainLabel(what, wrap=True)))
            self._add(PlainLabel(told, "small", wrap=True))
            if said.session_id != line.session_id:
                other = Button(_("Open that session"))
                other.setProperty("role", "link")
                other.clicked.connect(lambda _on=False, id_=said.session_id: self.session_requested.emit(id_))
                self._add(other)

    def show_back(self, shown: bool) -> None:
        """Offer to set the last back, or do not."""
        self._foot.show_one(self.back, shown)

    def _show_head(self, what: str, hint: str) -> None:
        self.what.setText(what)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.pill.hide()
        self.late.hide()
        self._foot.show_one(self.open, False)
        self._foot.show_one(self.further, False)

    def _let_choose(self, *, can: bool) -> None:
        self._pick.setVisible(can)

    def _clear(self) -> None:
        for row in self._rows:
            self._facts.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        self._rows.clear()

    def _add(self, row: QWidget) -> None:
        self._rows.append(row)
        alone = isinstance(row, Button)
        self._facts.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft if alone else Qt.AlignmentFlag(0))

    def _open(self) -> None:
        if self.line is not None:
            self.session_requested.emit(self.line.session_id)

    def _further(self) -> None:
        if self.line is not None and self.line.continued is not None:
            self.agreement_requested.emit(self.line.continued)


def _above(label: PlainLabel) -> PlainLabel:
    """What begins something new: with room above it, so that it is read with what stands under it."""
    label.setContentsMargins(0, 7, 0, 0)
    return label


def facts(line: AgreementLine, parties: Sequence[Party], whole: Agreement | None) -> Iterator[tuple[str, str]]:
    """Give the fields that say something, each with its name."""
    told = (
        (_("What"), line.what if whole is not None and line.title else ""),
        *phrases.by_role(parties),
        (_("Deadline"), "" if line.deadline is None else dates.weekday_and_day(line.deadline)),
        (_("Rhythm"), line.rhythm),
        (_("Starts on"), "" if line.start is None else dates.long_day(line.start)),
        (_("Evaluate on"), "" if line.evaluate_on is None else dates.weekday_and_day(line.evaluate_on)),
        (_("Kind"), "" if line.kind is None else _(line.kind.msgid)),
        (_("Level"), "" if line.level is None else _(line.level.msgid)),
        (_("Phase"), "" if line.phase is None else _(line.phase.msgid)),
        *(() if whole is None else _written(whole)),
        (_("Confirmed by the group"), _("yes") if line.confirmed else _("not yet")),
        (_("Version"), str(line.version) if line.version > 1 else ""),
        (_("Session"), f"{line.session_title} · {phrases.where(line)} · {dates.long_day(line.session_day)}"),
    )
    yield from ((name, value) for name, value in told if value)


def _written(whole: Agreement) -> Iterator[tuple[str, str]]:
    """The fields that the rows do not hold."""
    yield _("Details"), whole.details
    yield _("How and when feedback is given"), whole.feedback
    yield _("Why"), whole.why
    if whole.origin.frustration is not None:
        yield _("What it is to mend"), _(whole.origin.frustration.msgid)
    if whole.coordination is not None:
        yield _("Coordination"), _(whole.coordination.msgid)
    yield _("How it is watched"), whole.monitoring
    yield _("What must at least be true"), whole.safety_criterion
    for step in whole.escalation:
        text = _("level {level}: to {whom}").format(level=step.level, whom=step.to)
        if step.after_days is not None:
            text = _("{step}, after {days} days").format(step=text, days=step.after_days)
        yield _("When it does not work out"), text
    if whole.ground is not None:
        yield _("From the regional agreement"), whole.ground.title
