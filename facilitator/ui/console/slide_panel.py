"""SlidePanel: slides for the room: written in private, made ready, shown on purpose."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from facilitator.core.audience import slide_view
from facilitator.core.events import Slide
from facilitator.core.session import Session
from facilitator.core.text import one_line
from facilitator.ui import theme
from facilitator.ui.audience.thumbnail import Thumbnail
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.panel import ENTER, Panel
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row, to_check
from facilitator.ui.widgets import Button, LineEdit, PlainLabel, PrimaryButton, SectionTitle, Tone
from facilitator.words import _

NEW = Slide("", "")


def slide_rows(session: Session) -> tuple[Row, ...]:
    """A row per slide, with how far it is."""
    rows = []
    for slide in session.notebook.slides:
        live = slide.id == session.course.slide_id
        pill = _("before the room") if live else _("ready") if slide.ready else _("draft")
        tone = Tone.CALM if live or slide.ready else Tone.PLAIN
        row = Row(slide.id, slide.title or one_line(slide.text), pill=pill, tone=tone)
        rows.append(to_check(row) if session.notebook.is_held(slide.id) else row)
    return tuple(rows)


class SlidePanel(Panel):
    """Enter makes ready what was typed, and that alone changes words that the room reads.

    Nothing that was typed is lost when the panel closes or another slide is chosen: it is kept as a draft. Half a
    sentence is never ready by itself, and what was typed in the slide before the room becomes a slide beside it.

    Attributes:
        list: the slides there are.
        line, text: title and words of the one that is written.
        preview: what the room would see.
    """

    widest = 980

    def __init__(self, actions: Actions, host: QWidget) -> None:
        super().__init__(_("Slides for the room"), host)
        self._actions = actions
        self._slide = NEW
        self.list = RowList(_("Slides"), dense=True)
        self.list.empty = _("None yet. Type one beside this list.")
        self.list.opened.connect(self._choose)
        self.list.clicked.connect(lambda _index: self._choose(self.list.chosen or ""))
        self.line = LineEdit(_("Title"), _("A few large words"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(_("What stands under it"))
        self.text.setPlaceholderText(_("What stands under it; it may stay empty"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.fontMetrics().height() * 5)
        self.preview = Thumbnail(theme.room())
        self.preview.setAccessibleName(_("What the room would see"))
        self.fresh = Button(_("New slide"))
        self.remove = Button(_("Throw away"))
        self.draft = Button(_("Keep as a draft"))
        self.ready = PrimaryButton()
        self._lay_out()
        self.line.textChanged.connect(lambda _text: self._typed())
        self.text.textChanged.connect(self._typed)
        self.fresh.clicked.connect(self._start_new)
        self.remove.clicked.connect(self._remove)
        self.draft.clicked.connect(lambda: self._keep(ready=False))
        self.ready.clicked.connect(self._go_on)

    def _lay_out(self) -> None:
        left, right, below = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(SectionTitle(_("Slides")))
        left.addWidget(self.list, 1)
        left.addWidget(self.fresh)
        right.addWidget(self.line)
        right.addWidget(self.text)
        right.addWidget(PlainLabel(_("This is what the room would see"), "soft"))
        right.addWidget(self.preview, 1)
        below.addWidget(self.remove)
        below.addStretch(1)
        below.addWidget(self.draft)
        below.addWidget(self.ready)
        right.addLayout(below)
        self.lay_beside(left, right)

    # ---- coming and going

    def begin(self) -> None:
        """Open on the newest slide; on a new one when there is none, or when the room looks at one.

        Words that the room reads are changed on purpose: that slide is chosen in the list first.
        """
        session = self._actions.session
        slides = session.notebook.slides
        self._write(slides[-1] if slides and session.course.slide_id is None else NEW)
        self.open()
        self.show_session(session)

    def first_field(self) -> QWidget:
        """The title."""
        return self.line

    def shut(self) -> None:
        """Close. What was typed is kept as a draft; what the room sees stays as it is."""
        if self.isVisible():
            self.kept()
        super().shut()

    def show_session(self, session: Session) -> None:
        """Show the slides as they are now."""
        if not self.isVisible():
            return
        self.list.show_rows(slide_rows(session))
        now = session.slide(self._slide.id)
        if now is not None and now != self._slide:
            changed = self.filled_in() != self._slide
            self._slide = now
            if not changed:
                self._write(now)
        elif now is None and self._slide.id:  # it was taken back, or thrown away: what else was typed stays in sight
            changed = self.filled_in() != self._slide
            self._slide = NEW
            if not changed:
                self._write(NEW)
        self._name_buttons()

    # ---- writing

    def filled_in(self) -> Slide:
        """The slide as it stands in the fields."""
        return replace(self._slide, title=one_line(self.line.text()), text=self.text.toPlainText().strip())

    def kept(self) -> Slide | None:
        """Keep what was typed as a draft; gives the slide that is chosen now, None when there is none.

        The slide before the room is left alone: what was typed in it becomes a draft of its own.
        """
        typed = self.filled_in()
        if typed != self._slide and (typed.title or typed.text):
            self._save(replace(typed, id="" if self._is_live else typed.id, ready=False))
        return self._actions.session.slide(self._slide.id)

    def _start_new(self) -> None:
        self.kept()
        self._write(NEW)

    def _choose(self, slide_id: str) -> None:
        if slide_id == self._slide.id:
            return
        self.kept()
        slide = self._actions.session.slide(slide_id)
        if slide is not None:
            self._write(slide)

    def _write(self, slide: Slide) -> None:
        self._slide = slide
        for field, words in ((self.line, slide.title), (self.text, slide.text)):
            field.blockSignals(True)
            field.setText(words) if isinstance(field, LineEdit) else field.setPlainText(words)
            field.blockSignals(False)
        self.list.choose(slide.id or None)
        self._typed()
        self.line.setFocus()

    def _typed(self) -> None:
        self.preview.set_now(self._actions.running.now())
        self.preview.show_view(slide_view(self._actions.session, self.filled_in()))
        self._name_buttons()

    def _name_buttons(self) -> None:
        typed, live = self.filled_in(), self._is_live
        something = bool(typed.title or typed.text)
        changed = typed != self._slide
        self.ready.setEnabled(something)
        self.ready.say(
            _("Save")
            if live and changed
            else _("Take away  Ctrl+Shift+O")
            if live
            else _("Show to the room  Ctrl+Shift+O")
            if self._slide.ready and not changed
            else _("Make ready  Enter")
        )
        self.draft.setEnabled(something and not live)
        self.remove.setEnabled(bool(self._slide.id) and not live)

    @property
    def _is_live(self) -> bool:
        return bool(self._slide.id) and self._actions.session.course.slide_id == self._slide.id

    def _save(self, slide: Slide) -> bool:
        slide = slide if slide.id else replace(slide, id=self._actions.running.new_id())
        before, self._slide = self._slide, slide
        if self._actions.write_slide(slide):
            self.list.choose(slide.id)
            return True
        self._slide = before
        return False

    def _keep(self, *, ready: bool) -> None:
        if self._save(replace(self.filled_in(), ready=ready)):
            self._typed()
            self.say("")

    def _go_on(self) -> None:
        """One step on: from what was typed to ready, from ready to the room, and back from there."""
        typed = self.filled_in()
        if typed != self._slide or not typed.ready:
            self._keep(ready=True)
        else:
            self._actions.show_slide(None if self._is_live else self._slide.id)

    def _remove(self) -> None:
        if self._actions.remove_slide(self._slide.id):
            slides = self._actions.session.notebook.slides
            self._slide = NEW
            self._write(slides[-1] if slides else NEW)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter makes it ready; in the text it is a new line and Ctrl+Enter does."""
        pressed = isinstance(QApplication.focusWidget(), QPushButton)
        typed = self.filled_in()
        if event.key() in ENTER and not pressed and (typed.title or typed.text):
            self._keep(ready=True)
        else:
            super().keyPressEvent(event)
