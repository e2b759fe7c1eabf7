"""FirstSheet: what a module is about, before its first step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.core.script import Script
from facilitator.core.self_study import Study
from facilitator.ui.knowledge.self_study.phrases import learner_words, minutes_words, short_title
from facilitator.ui.knowledge.self_study.reading_page import ReadingPage
from facilitator.ui.widgets import PlainLabel, Prose, SectionTitle
from facilitator.words import _


class FirstSheet(ReadingPage):
    """Goal, for whom, what to have at hand.

    Attributes:
        together: several people look at the screen.

    Signals:
        together_chosen(bool): so it is.
    """

    together_chosen = Signal(bool)

    def __init__(self, module: Script, study: Study, parent: QWidget | None = None) -> None:
        super().__init__(short_title(module.title), parent)
        facts = (minutes_words(module.minutes), learner_words(study.learner))
        self.column.addWidget(PlainLabel(" · ".join(facts), "soft", wrap=True))
        self.column.addWidget(Prose(module.goal))
        self.together = QCheckBox(_("There are several of us at this screen"))
        self.together.setChecked(study.together)
        self.together.toggled.connect(self.together_chosen)
        if module.group_max > 1:
            self.column.addWidget(self.together)
        self._add(_("For whom"), module.for_whom)
        self._add(_("To have at hand"), _listed((module.preparation.room, *module.preparation.checklist)))
        self._add(_("House rules"), _listed(module.house_rules))
        kept = _(
            "You can stop at any step: it goes on there next time. What you write down stays on this laptop, "
            "encrypted, and comes into no paper."
        )
        self.column.addWidget(PlainLabel(kept, "soft", wrap=True))
        self._add(_("Sources"), _listed(tuple(source.title for source in module.sources)))
        self.column.addStretch(1)

    def _add(self, title: str, text: str) -> None:
        if text.strip():
            self.column.addWidget(SectionTitle(title))
            self.column.addWidget(Prose(text))


def _listed(items: tuple[str, ...]) -> str:
    return "\n".join(f"- {' '.join(item.split())}" for item in items if item.strip())
