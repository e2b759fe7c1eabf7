"""StepsPreview: a script before it is chosen: what it is for, and every step with its minutes and texts."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QWidget

from facilitator.core.script import Question, Script, Step
from facilitator.ui.option_words import option_words
from facilitator.ui.widgets import Prose
from facilitator.words import _, ngettext


def step_text(step: Step) -> str:
    """Give what the facilitator and the room get in a step, as Markdown of our own content."""
    return "\n\n".join(_paragraphs(step))


def _paragraphs(step: Step) -> Iterator[str]:
    yield f"# {step.title}"
    kept = _("always keeps its minutes") if step.protected else _("at least {count}").format(count=step.minimum_minutes)
    yield _("{minutes} ({kept})").format(minutes=minutes_text(step.minutes), kept=kept)
    yield bold(_("The room sees"))
    yield step.audience_title
    if step.audience_text:
        yield step.audience_text
    guidance = step.guidance
    parts = (
        (_("Say"), guidance.say),
        (_("Ask"), guidance.ask),
        (_("Do"), guidance.do),
        (_("Watch for"), guidance.watch),
        (_("Questions to the room"), tuple(_question(question) for question in step.questions)),
        (_("To go deeper"), step.follow_up),
    )
    for title, items in parts:
        if items:
            yield bold(title)
            yield "\n".join(f"- {_indented(item)}" for item in items)


def bold(title: str) -> str:
    """Give a small heading in Markdown."""
    return f"**{title}**"


def _question(question: Question) -> str:
    return "\n".join((question.text, *(f"- {words}" for words in option_words(question))))


def _indented(item: str) -> str:
    return item.strip().replace("\n", "\n  ")


def minutes_text(minutes: int) -> str:
    """`1 minuut`, `20 minuten`."""
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def script_text(script: Script) -> str:
    """Give what a facilitator wants to know of a script before choosing it, as Markdown of our own content."""
    facts = _("At least {least} and at most {most} people. {minutes}, or {shortest} at its shortest.").format(
        least=script.group_min,
        most=script.group_max,
        minutes=minutes_text(script.minutes),
        shortest=minutes_text(script.minimum_minutes),
    )
    parts = (
        ("", f"# {script.title}"),
        ("", facts),
        (_("What for"), script.goal),
        (_("For whom"), script.for_whom),
        (_("The room"), script.preparation.room),
        (_("Have ready"), "\n".join(f"- {thing}" for thing in script.preparation.materials)),
        (_("House rules"), "\n".join(f"- {rule}" for rule in script.house_rules)),
    )
    told = ((f"{bold(title)}\n\n" if title else "") + text for title, text in parts if text)
    return "\n\n".join(told)


class StepsPreview(QSplitter):
    """What it is about and the steps at the left, the words of one of them at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._script: Script | None = None
        self.steps = QListWidget()
        self.steps.setAccessibleName(_("Steps of the script"))
        self.steps.setWordWrap(True)
        self.steps.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.steps.currentRowChanged.connect(self._show_step)
        self.words = Prose(scrolls=True)
        self.words.setAccessibleName(_("What happens in this step"))
        self.addWidget(self.steps)
        self.addWidget(self.words)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(14)

    def show_script(self, script: Script | None) -> None:
        """Show the steps of a script."""
        if script == self._script:
            return
        self._script = script
        self.steps.clear()
        if script is not None:
            self.steps.addItem(QListWidgetItem(_("About this script")))
        for number, step in enumerate(script.steps if script else (), 1):
            title = _("{number}. {title}").format(number=number, title=step.title)
            item = QListWidgetItem(f"{title}\n{minutes_text(step.minutes)}")
            if step.protected:
                item.setText(_("{step} · protected").format(step=item.text()))
                item.setToolTip(_("This step always keeps its minutes."))
            self.steps.addItem(item)
        self.steps.setCurrentRow(0)

    def _show_step(self, row: int) -> None:
        self.words.show_markdown(self._text(row))
        self.words.verticalScrollBar().setValue(0)

    def _text(self, row: int) -> str:
        if self._script is None or row < 0:
            return ""
        return step_text(self._script.steps[row - 1]) if row else script_text(self._script)
