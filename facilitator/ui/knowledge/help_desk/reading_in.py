"""ReadingIn: answers that came back, from a file or a mail that was pasted, each to its question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.content.returned.desk_answer import DeskReply, read_answers
from facilitator.content.returned.file import read_file
from facilitator.content.returned.mail_file import read_pasted
from facilitator.content.returned.trouble import Read, Trouble
from facilitator.core.help_desk import MOST_OF_ANSWER, Stage, arrived, asked_as
from facilitator.core.text import one_line, shorten
from facilitator.storage.help_desk import Change
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.knowledge.help_desk.kept_questions import KeptQuestions
from facilitator.ui.returned.paste_dialog import PasteDialog
from facilitator.ui.widgets.file_choice import ask_file
from facilitator.words import _, ngettext

_SHORT = 160


class ReadingIn(QObject):
    """Nothing becomes a card by itself: an answer waits at its question until somebody looked at it.

    Attributes:
        dialog: the dialog that was opened last.

    Signals:
        said(str), warned(str): tell the user.
        failed(Exception): the store does not let it.
    """

    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, kept: KeptQuestions) -> None:
        super().__init__(kept)
        self._kept = kept
        self.dialog: QDialog | None = None

    def choose(self, page: QWidget, folder: Path) -> None:
        """Let the user choose a file."""
        title = _("Choose the answer")
        self.dialog = ask_file(page.window(), title, folder, self.read, names=f"{title} (*.eml *.txt)")

    def paste(self, page: QWidget) -> None:
        """Let the user paste a mail."""
        dialog = PasteDialog(page.window())
        dialog.accepted.connect(lambda: self.take(read_pasted(dialog.text.toPlainText(), "")))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read_all(self, paths: Sequence[Path]) -> None:
        """Read files."""
        for path in paths:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file."""
        deliver(in_background(partial(read_file, path)), self.take, self._fail)

    def take(self, read: Read) -> None:
        """Put what was read to the questions it answers."""
        from facilitator.report.formats.question_bundle import our_words  # noqa: PLC0415  Babel's calendar

        if read.mail is None:
            self.warned.emit((read.trouble or Trouble.NO_TEXT).explain(size=25))
            return
        waiting = [one for one in self._kept.questions if one.stage is not Stage.ANSWERED]
        asked = [(one.reference, asked_as(one)) for one in waiting]
        reply = read_answers(read.mail.text, asked, our_words(waiting))
        given = {one.code: one for one in reply.answers}
        changes: dict[str, Change] = {
            one.id: partial(arrived, answer=given[one.reference].answer, source=given[one.reference].source)
            for one in waiting
            if one.reference in given
        }
        if changes:
            self._kept.change(changes, partial(self._tell, len(changes), reply))
        else:
            self.warned.emit(_nothing_words(reply))

    def _tell(self, count: int, reply: DeskReply) -> None:
        said = ngettext(
            "{count} answer came in. Look it over and make a card of it.",
            "{count} answers came in. Look them over and make a card of each.",
            count,
        ).format(count=count)
        more = " ".join(part for part in (_long_words(reply), _rest_words(reply)) if part)
        if more:
            self.warned.emit(f"{said} {more}")
        else:
            self.said.emit(said)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def _nothing_words(reply: DeskReply) -> str:
    said = _("No answer was found at the code of a question. Nothing was changed. Type the answer at its question.")
    return f"{said} {_rest_words(reply)}".strip()


def _long_words(reply: DeskReply) -> str:
    if all(len(one.answer) <= MOST_OF_ANSWER for one in reply.answers):
        return ""
    most = f"{MOST_OF_ANSWER:,}".replace(",", ".")
    return _(
        "An answer has more than {most} characters. All of it is kept; make it shorter before you make a card of it."
    ).format(most=most)


def _rest_words(reply: DeskReply) -> str:
    if not reply.rest:
        return ""
    return _("This belongs to no question: “{words}”").format(words=shorten(one_line(reply.rest), _SHORT))
