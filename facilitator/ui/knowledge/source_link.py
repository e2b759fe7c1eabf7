"""SourceLink: where something comes from, with its address. The browser opens on a click and at no other moment."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.text import breakable
from facilitator.ui.widgets import PlainLabel, TextLink
from facilitator.words import _


class SourceLink(QWidget):
    """A title, who published it, and the address as a link where there is one.

    Attributes:
        link: the address; None when there is none.

    Signals:
        wanted(str): open this address in the browser.
    """

    wanted = Signal(str)

    def __init__(self, title: str, publisher: str, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PlainLabel(breakable(title), wrap=True))
        if publisher:
            column.addWidget(PlainLabel(breakable(publisher), "soft", wrap=True))
        self.link: TextLink | None = None
        if address:
            self.link = TextLink(address, "address")
            self.link.setAccessibleName(_("Open in the browser: {address}").format(address=address))
            self.link.setToolTip(_("Opens in your browser"))
            self.link.clicked.connect(lambda: self.wanted.emit(address))
            column.addWidget(self.link)


def open_in_browser(address: str) -> bool:
    """Ask the system to show a web address. Gives whether it took it."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.scheme() in {"http", "https"} and QDesktopServices.openUrl(url)
