"""DeskStack: the pages of the main window. A page that only passes goes when the next one comes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtWidgets import QWidget

from facilitator.ui.pages import Holds
from facilitator.ui.widgets.page_stack import PageStack


class DeskStack(PageStack):
    """Shows one page at a time; what is written on a page is kept before that page goes."""

    def __init__(self, staying: Callable[[], Collection[QWidget]], parent: QWidget | None = None) -> None:
        """Ask `staying` for the pages that stay when another one is shown."""
        super().__init__(parent)
        self._staying = staying

    def go_to(self, page: QWidget) -> None:
        """Show a page that is here already."""
        self._leave_passing_page(page)
        self.setCurrentWidget(page)

    def remove(self, page: QWidget) -> None:
        """Let go of a page."""
        self.removeWidget(page)
        page.deleteLater()

    def holds_unkept(self, seconds: float) -> bool:
        """Whether a page holds what was written there and is not kept after so many seconds."""
        pages = (self.widget(number) for number in range(self.count()))
        return any(isinstance(page, Holds) and page.holds_unkept(seconds) for page in pages)

    def _leave_passing_page(self, coming: QWidget) -> None:
        current = self.currentWidget()
        if current is None or current is coming or current in self._staying():
            return
        if isinstance(current, Holds) and current.holds_unkept():
            current.when_kept(partial(self._let_go, current))
        else:
            self.remove(current)

    def _let_go(self, page: QWidget) -> None:
        """What was written on a page is kept: it can go, unless it was come back to."""
        if page is not self.currentWidget():
            self.remove(page)
