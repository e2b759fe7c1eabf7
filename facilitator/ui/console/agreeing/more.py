"""More: what unfolds in the form of an agreement, in groups."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from facilitator.core.agreement import Agreement
from facilitator.core.model_agreement import Paragraph
from facilitator.core.session import Session
from facilitator.ui import theme
from facilitator.ui.console.agreeing.direction import Direction, Models
from facilitator.ui.console.agreeing.escalation import Escalations
from facilitator.ui.console.agreeing.fields import Part
from facilitator.ui.console.agreeing.life import life_lines
from facilitator.ui.console.agreeing.naming import Naming
from facilitator.ui.console.agreeing.reasons import Reasons
from facilitator.ui.console.agreeing.watching import Watching
from facilitator.ui.widgets import Button, PlainLabel, SectionTitle
from facilitator.words import _, ngettext


class More(QWidget):
    """Folded until it is asked for; then it stays as it was left.

    Attributes:
        fold: the button that folds and unfolds.
        parts: the groups with fields, in their order.
    """

    def __init__(self, models: Models, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = 0
        self.naming = Naming()
        self.reasons = Reasons()
        self.direction = Direction(models, self._suggest)
        self.escalations = Escalations(self)
        self.watching = Watching()
        self.life = PlainLabel(role="soft", wrap=True)
        self.life_title = _section(_("How it went"))
        self.parts: tuple[Part, ...] = (
            self.naming,
            self.reasons,
            self.direction,
            self.escalations,
            self.watching,
        )
        self.fold = Button()
        self.fold.setProperty("role", "link")
        self.fold.clicked.connect(lambda: self.unfold(not self.is_open))
        self.inside = QWidget()
        self.inside.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        form = form_layout(self.inside)
        titles = (
            _("What sort of agreement"),
            _("Occasion"),
            _("Direction and ground"),
            _("Escalation"),
            _("Following it"),
        )
        for title, part in zip(titles, self.parts, strict=True):
            form.addRow(_section(title))
            part.lay_out(form)
        form.addRow(self.life_title)
        form.addRow(self.life)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.fold)
        column.addWidget(self.inside)

    @property
    def is_open(self) -> bool:
        """Whether the groups are in sight."""
        return not self.inside.isHidden()

    def unfold(self, is_open: bool = True) -> None:
        """Show the groups, or put them away; the keyboard goes along."""
        if is_open and not self.is_open:
            self.direction.offer_models()
        self.inside.setVisible(is_open)
        self._name_fold()

    def show_agreement(self, session: Session, agreement: Agreement) -> None:
        """Fill the groups."""
        for part in self.parts:
            part.show_agreement(session, agreement)
        if self.is_open:
            self.direction.offer_models()
        lines = life_lines(session, agreement)
        self.life.setText("\n".join(lines))
        for widget in (self.life, self.life_title):
            widget.setVisible(bool(lines))
        self._filled = filled(agreement)
        self._name_fold()

    def read(self, agreement: Agreement) -> Agreement:
        """Give the agreement with what stands in the groups."""
        for part in self.parts:
            agreement = part.read(agreement)
        return agreement

    def wrong(self) -> QWidget | None:
        """Tell at each field what is wrong with it, and give the first; it is in sight then."""
        found = next((field for field in [part.wrong() for part in self.parts] if field is not None), None)
        if found is not None:
            self.unfold()
        return found

    @property
    def is_unread(self) -> bool:
        """Whether something is typed as a day that is none."""
        return self.naming.start.is_unread or self.watching.evaluate_on.is_unread

    def _suggest(self, paragraph: Paragraph) -> None:
        self.naming.suggest(paragraph.kind, paragraph.level, paragraph.phase)

    def _name_fold(self) -> None:
        """`Meer · 3 ingevuld (Ctrl+M)`: what is there but folded is not forgotten."""
        if self.is_open:
            self.fold.say(_("Less (Ctrl+M)"))
        elif self._filled:
            words = ngettext("More · {count} filled in (Ctrl+M)", "More · {count} filled in (Ctrl+M)", self._filled)
            self.fold.say(words.format(count=self._filled))
        else:
            self.fold.say(_("More (Ctrl+M)"))
        self.look_changed()

    def look_changed(self) -> None:
        """A plus where it opens, a minus where it folds, in the present ink."""
        look = theme.current()
        self.fold.setIcon(look.icon("less" if self.is_open else "add", look.accent))


def _section(title: str) -> SectionTitle:
    """The title of a group, with air above it."""
    label = SectionTitle(title)
    label.setContentsMargins(0, 12, 0, 0)
    return label


def filled(agreement: Agreement) -> int:
    """How many of the fields that unfold say something."""
    fields = (
        agreement.title,
        agreement.start,
        agreement.kind,
        agreement.level,
        agreement.phase,
        agreement.details,
        agreement.why,
        agreement.origin.frustration,
        agreement.coordination or agreement.directed_by_id,
        agreement.ground,
        agreement.escalation,
        agreement.monitoring or agreement.monitored_by_id,
        agreement.safety_criterion,
        agreement.evaluate_on,
    )
    return sum(bool(field) for field in fields)


def form_layout(inside: QWidget) -> QFormLayout:
    """Labels at the left of their fields; above them where there is no room."""
    form = QFormLayout(inside)
    form.setContentsMargins(0, 0, 0, 0)
    form.setVerticalSpacing(8)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form
