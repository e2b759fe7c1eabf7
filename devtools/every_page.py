"""Every card, every step of every module and the infographic, at three sizes of the window, to be looked at.

`dev.py screenshots --every FOLDER` makes a picture of each page as long as it is, and sheets of them side by side. A
page that is wider than the window is named, and the exit code is 1.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from devtools.studio import Studio, save, set_up_displays
from facilitator import words
from facilitator.content.locate import resource
from facilitator.core.script import Form
from facilitator.ui import theme
from facilitator.ui.destinations import KNOWLEDGE
from facilitator.ui.knowledge.card_page import CardPage
from facilitator.ui.knowledge.hub_page import HubPage
from facilitator.ui.knowledge.infographic.infographic_page import InfographicPage
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.self_study.self_study import SelfStudy
from facilitator.ui.knowledge.self_study.study_page import StudyPage

PageT = TypeVar("PageT", bound=QWidget)

SIZES = ((1280, 720), (1440, 900), (1920, 1080))

_PER_SHEET = 12
_ACROSS = 6
_THUMB = 420
"""The width of a page on a sheet, in pixels: what is wrong at first sight is seen; the page itself lies beside it."""
_GAP = 12


class _Round:
    """One round past all pages at one size of the window."""

    def __init__(self, studio: Studio, size: tuple[int, int], folder: Path) -> None:
        self._studio = studio
        self._folder = folder / f"{size[0]}x{size[1]}"
        self._folder.mkdir(parents=True, exist_ok=True)
        self._size = size
        self.too_wide: list[str] = []

    def go(self) -> None:
        """Take every page, and put them on sheets."""
        self._studio.desk.resize(*self._size)
        for kind, pages in (("kaart", self._cards()), ("module", self._modules()), ("cijfers", self._infographic())):
            taken = [self._take(f"{kind}-{name}", page) for name, page in pages]
            for number in range(0, len(taken), _PER_SHEET):
                sheet = _sheet(taken[number : number + _PER_SHEET])
                save(sheet, self._folder / f"vel-{kind}-{number // _PER_SHEET + 1}.png")

    def _cards(self) -> Iterator[tuple[str, QScrollArea]]:
        self._hub()
        knowledge = self._studio.desk.findChild(Knowledge)
        if knowledge is None:
            raise SystemExit("the page of knowledge did not open")
        for card in self._studio.program.services.library().cards:
            self._hub()
            knowledge.open_card(card.id)
            yield card.id, _page_of(self._studio, CardPage)

    def _modules(self) -> Iterator[tuple[str, QScrollArea]]:
        for module in self._studio.program.services.library().scripts:
            if module.form is not Form.ZELFSTUDIE:
                continue
            self._hub().rooms["self-study"].button.click()
            room = self._studio.desk.findChild(SelfStudy)
            if room is None:
                raise SystemExit("the modules did not open")
            self._studio.wait(partial(_lists_modules, room))
            room.open(module.id)
            page = _page_of(self._studio, StudyPage)
            for number in range(len(module.steps) + 2):
                page.go_to(number)
                page.choose(1)
                yield f"{module.id}-{number}", page.sheet

    def _infographic(self) -> Iterator[tuple[str, QScrollArea]]:
        self._hub().rooms["infographic"].button.click()
        page = _page_of(self._studio, InfographicPage)
        page.use_folder(Path("Documenten", "Facilitator"))
        yield "beeld", page
        page.in_words.setChecked(True)
        yield "woorden", page

    def _hub(self) -> HubPage:
        self._studio.desk.go(KNOWLEDGE)
        return _page_of(self._studio, HubPage)

    def _take(self, name: str, page: QScrollArea) -> Path:
        """Save a picture of a page from its first to its last line."""
        self._studio.wait(lambda: True)
        sheet = page.widget()
        if sheet is None or sheet.width() > page.maximumViewportSize().width():
            self.too_wide.append(f"{self._folder.name} {name}")
        path = self._folder / f"{name}.png"
        picture = QPixmap((sheet or page).size())
        picture.fill(QColor(theme.current().paper))  # a sheet lies on the window and has no ground of its own
        (sheet or page).render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        picture.save(str(path))
        return path


def _lists_modules(room: SelfStudy) -> bool:
    return room.page is not None and bool(room.page.rows)


def _page_of(studio: Studio, kind: type[PageT]) -> PageT:
    """Wait for the page of this kind to be in sight."""
    studio.wait(lambda: isinstance(studio.desk.stack.currentWidget(), kind))
    page = studio.desk.stack.currentWidget()
    if not isinstance(page, kind):
        raise SystemExit(f"{kind.__name__} did not open")
    return page


def _sheet(pages: list[Path]) -> Image.Image:
    """Put pages side by side, each from its top."""
    small: list[Image.Image] = []
    for path in pages:
        with Image.open(path) as whole:
            small.append(whole.convert("RGB").resize((_THUMB, round(whole.height * _THUMB / whole.width))))
    rows = [small[i : i + _ACROSS] for i in range(0, len(small), _ACROSS)]
    heights = [max(picture.height for picture in row) for row in rows]
    sheet = Image.new("RGB", (_GAP + _ACROSS * (_THUMB + _GAP), _GAP + sum(high + _GAP for high in heights)), "#888888")
    top = _GAP
    for row, high in zip(rows, heights, strict=True):
        for place, picture in enumerate(row):
            sheet.paste(picture, (_GAP + place * (_THUMB + _GAP), top))
        top += high + _GAP
    return sheet


def main(arguments: list[str]) -> int:
    """Go round once at each size."""
    if len(arguments) != 1:
        sys.exit("say in which folder the pictures go")
    folder = Path(arguments[0])
    words.use(resource("i18n"))
    set_up_displays()
    app = QApplication([])
    too_wide: list[str] = []
    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Path(home), folder)
        for size in SIZES:
            tour = _Round(studio, size, folder)
            tour.go()
            too_wide += tour.too_wide
        studio.close()
    print(f"{len(list(folder.glob('*/*.png')))} pictures in {folder}")
    for name in too_wide:
        print(f"wider than the window: {name}")
    del app
    return bool(too_wide)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
