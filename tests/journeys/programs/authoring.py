"""The real program with an author at it, to be killed: it writes on in a case, or is in the middle of an import.

Run as `python -m tests.journeys.programs.authoring HOME [PACK]`. It tells on standard output, a line each: `there ITEMS
PACKS` what the library has, `found TITLE` the case as it is at the start (empty at the first), `typed TITLE` after each
sign, `kept TITLE` once the editor said so. With a pack it ends itself at the first progress of the import.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import words
from facilitator.app import Program, World
from facilitator.content.locate import resource
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.library.records import ItemKind, Query
from facilitator.ui.casuistry.casuistry import Casuistry
from facilitator.ui.casuistry.editor.fields import LineField
from facilitator.ui.casuistry.editor.forms import FieldBox
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.casuistry.packs.import_page import ImportPage
from facilitator.ui.threshold.recovery_page import RecoveryPage
from facilitator.words import _

PAUSE_MS = 60
"""So short a pause that a life of a second has many."""

BEGINNING = "Wielewaal"
"""How the title of its case begins: a word that stands nowhere else."""


def tell(*line: object) -> None:
    """Say it to whoever reads."""
    print(*line, flush=True)  # noqa: T201  the test reads it


class Authoring:
    """The program, with its library in sight."""

    def __init__(self, home: Path) -> None:
        numbers = count(time.monotonic_ns())
        world = World(home, home, NoKeyStore(), lambda: datetime.now(UTC), lambda: f"n-{next(numbers)}")
        self.program = Program(world)
        self.program.open()
        self.wait(lambda: self.program.desk is not None or isinstance(self._page(), RecoveryPage))
        page = self._page()
        if isinstance(page, RecoveryPage):
            page.sure.setChecked(True)
            page.go_on.click()
            self.wait(lambda: self.program.desk is not None)
        assert self.program.desk is not None
        self.desk = self.program.desk
        self.desk.show()
        self.desk.go("casuistry")
        self.library = self.page_of(LibraryPage)
        self.wait(lambda: self.library.details.content is not None)

    def _page(self) -> QWidget | None:
        return self.program.window.centralWidget()

    def page_of(self, kind: type) -> LibraryPage:
        """The page in sight, once it is of this kind."""
        self.wait(lambda: isinstance(self.desk.stack.currentWidget(), kind))
        return self.desk.stack.currentWidget()  # type: ignore[return-value]

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the program work until it is so."""
        end = time.monotonic() + 20
        while not until():
            assert time.monotonic() < end, "it took too long"
            QApplication.processEvents()
            time.sleep(0.002)

    def there(self) -> tuple[int, int]:
        """How many items and packs the library has."""
        shelf = self.program.services.shelf()
        return shelf.search(Query("")).result(10).total, len(shelf.packs().result(10))

    def write(self) -> None:
        """Go on with the case there is, or begin one; type until killed."""
        self.library.search.setText(BEGINNING)
        self.wait(lambda: self._asked() == BEGINNING)
        if self.library.model.rowCount():
            self.wait(self._own)
            content = self.library.details.content
            tell("found", content.item.title if content else "")
            self.library.details.edit.click()
        else:
            tell("found")
            self.library.new_wanted.emit(ItemKind.CASE)
        editor: object = self.page_of(EditorPage)
        assert isinstance(editor, EditorPage)
        self._type_on(editor)

    def _asked(self) -> str:
        results = self.library.model.results
        return "" if results is None else results.query.text

    def _own(self) -> bool:
        content = self.library.details.content
        return content is not None and content.item.title.startswith(BEGINNING)

    def _type_on(self, editor: EditorPage) -> None:
        editor._pause.setInterval(PAUSE_MS)
        field = next(box.field for box in editor.form.findChildren(FieldBox) if box.path == ("title",))
        assert isinstance(field, LineField)
        if not field.text().startswith(BEGINNING):
            field.selectAll()
            QTest.keyClicks(field, BEGINNING)
        said = _("kept at {clock}").split("{", maxsplit=1)[0]
        for number in count(1):
            QTest.keyClicks(field, "abcdefghij"[number % 10])
            tell("typed", field.text())
            if number % 7 == 0:
                self.wait(lambda: editor.saved.text().startswith(said))
                tell("kept", field.text())

    def bring_in(self, pack: Path) -> None:
        """Import a pack, and be killed at the first progress."""
        casuistry = self.desk.findChild(Casuistry)
        assert casuistry is not None
        shelf = self.program.services.shelf()
        whole = shelf.import_pack

        def killed(about: object, items: object, _tell: object) -> object:
            return whole(about, items, lambda _count: os.kill(os.getpid(), signal.SIGKILL))  # type: ignore[arg-type]

        shelf.import_pack = killed  # type: ignore[method-assign, assignment]
        casuistry.importing.read(pack)
        offered: object = self.page_of(ImportPage)
        assert isinstance(offered, ImportPage)
        offered.bring.click()
        self.wait(lambda: False)


def main() -> None:
    """Write, or import."""
    words.use(resource("i18n"))
    _app = QApplication(sys.argv[:1])
    author = Authoring(Path(sys.argv[1]))
    tell("there", *author.there())
    if sys.argv[2:]:
        author.bring_in(Path(sys.argv[2]))
    else:
        author.write()


if __name__ == "__main__":
    main()
