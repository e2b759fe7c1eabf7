"""SourceLink: where something comes from, with its address. The browser opens on a click and at no other moment."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.text import breakable
from facilitator.ui.widgets import PlainLabel, TextLink
from facilitator.ui.widgets.tips import as_typed
from facilitator.words import _


class SourceLink(QWidget):
    """A title, as a link where there is an address, and who published it. A tip tells the address.

    Attributes:
        link: the title; None when there is no address.

    Signals:
        wanted(str): open this address in the browser.
    """

    wanted = Signal(str)

    def __init__(self, title: str, publisher: str, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.link: TextLink | None = None
        if address:
            told = _("Open in the browser: {address}").format(address=address)
            self.link = TextLink(breakable(title), "address")
            self.link.setAccessibleName(f"{title}. {told}")
            self.link.setToolTip(as_typed(told))
            self.link.clicked.connect(lambda: self.wanted.emit(address))
            column.addWidget(self.link)
        else:
            column.addWidget(PlainLabel(breakable(title), wrap=True))
        if publisher:
            column.addWidget(PlainLabel(breakable(publisher), "soft", wrap=True))


def open_in_browser(address: str) -> bool:
    """Ask the system to show a web address. Gives whether it took it."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.scheme() in {"http", "https"} and QDesktopServices.openUrl(url)
