"""Mending: a library that is damaged is put right, when the user wants it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from shiboken6 import isValid

from facilitator.storage.backup import Restored, made_at
from facilitator.storage.errors import Damaged, Gone
from facilitator.storage.library.store import LibraryStore
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.dates import long_day
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.widgets.dialog import Dialog
from facilitator.words import _, ngettext


class Mending(QObject):
    """Asks first, and mends beside the windows: a session can be led meanwhile.

    Attributes:
        question: what is asked now, if anything is.

    Signals:
        mended(str): the library can be opened again, told in words.
        declined(): not now.
        failed(Exception): it could not be mended.
    """

    mended = Signal(str)
    declined = Signal()
    failed = Signal(object)

    def __init__(self, shelf: LibraryStore, page: LibraryPage) -> None:
        super().__init__(page)
        self._shelf = shelf
        self._page = page
        self.question: Dialog | None = None

    def ask(self, damage: Damaged) -> None:
        """Ask, unless the user went elsewhere: then it is asked when the page is opened again."""
        if self.question is not None:
            return  # one question is enough, however much cannot be read
        self._page.tell_shut(_("Your casuistry is not open. Choose Casuistry again to have it mended."))
        if not self._page.isVisible():
            self.declined.emit()
            return
        title = _("Your casuistry is gone") if isinstance(damage, Gone) else _("Your casuistry is damaged")
        question = Dialog(title, self._page.window(), accept=_("Mend it"), cancel=_("Not now"))
        question.add_text("\n\n".join(_told(damage)))
        question.ask_for(580)
        question.accepted.connect(self._mend)
        question.rejected.connect(self.declined)
        question.finished.connect(question.deleteLater)
        self.question = question
        self._page.installEventFilter(self)
        question.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Take the question back when a session takes the place of the page: it would bar the way there."""
        question = self.question
        if event.type() == QEvent.Type.Hide and not event.spontaneous() and question is not None and isValid(question):
            QTimer.singleShot(0, question, question.reject)  # the page cannot be let go while it is being hidden
        return super().eventFilter(watched, event)

    def _mend(self) -> None:
        self._page.tell_shut(_("Your casuistry is being mended. You can go on with your sessions meanwhile."))
        deliver(in_background(self._shelf.mend), self._done, self.failed.emit)

    def _done(self, restored: Restored) -> None:
        said = [_("Your casuistry is open again.")]
        if restored.backup is not None:
            said.append(_("The backup of {day} was put back.").format(day=_day(restored.backup)))
        if restored.saved or (restored.backup is None and restored.kept is not None):
            saved = ngettext(
                "{count} text was saved from the damaged file.",
                "{count} texts were saved from the damaged file.",
                restored.saved,
            )
            said.append(saved.format(count=restored.saved))
        self.mended.emit(" ".join(said))


def _told(damage: Damaged) -> Iterator[str]:
    """What happened, what can be done, what is lost, and that sessions go on."""
    yield from _of_gone(damage) if isinstance(damage, Gone) else _of_damaged(damage.backup)
    yield _("Nothing happens to your sessions.")


def _of_damaged(backup: Path | None) -> Iterator[str]:
    yield _("A part of the file with your casuistry cannot be read any more. The file is kept, under another name.")
    if backup is not None:
        yield _(
            "The program can put back the backup of {day}. It then also saves what you wrote since and can still be "
            "read."
        ).format(day=_day(backup))
        yield _(
            "Lost is what you wrote since and cannot be read, and what you chose since: favourites, and decisions "
            "about personal data. Packs that you imported since have to be imported again."
        )
    else:
        yield _(
            "There is no backup that can be read. The program can begin an empty casuistry, and save in it what you "
            "wrote and can still be read. What comes with the program comes back by itself."
        )
        yield _(
            "Lost is what cannot be read, and what you chose: favourites, and decisions about personal data. Packs "
            "have to be imported again."
        )


def _of_gone(gone: Gone) -> Iterator[str]:
    yield _(
        "The file with your casuistry is not there any more. Was it moved? Then choose Not now, and put {name} back "
        "in the folder {folder}."
    ).format(name=gone.path.name, folder=gone.path.parent.name)
    if gone.backup is not None:
        yield _(
            "The program can put back the backup of {day}. Lost is what you wrote and chose since. Packs that you "
            "imported since have to be imported again."
        ).format(day=_day(gone.backup))
    else:
        yield _(
            "There is no backup that can be read. The program can begin an empty casuistry: what comes with the "
            "program comes back by itself, and what you wrote is lost."
        )


def _day(backup: Path) -> str:
    return long_day(made_at(backup).astimezone().date())
