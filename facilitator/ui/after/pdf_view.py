"""PdfView: a PDF as it is, page under page, with zoom. What is seen is the file itself, not a likeness."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.ui import theme
from facilitator.ui.after.pdf_pages import POINTS_PER_INCH, PdfPages, open_pages
from facilitator.ui.futures import deliver
from facilitator.ui.widgets import IconButton, PlainLabel
from facilitator.words import _

ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
NARROWEST, WIDEST = 0.3, 1.5  # what fitting the width makes of a page
MARGIN = 10
SHARPNESS = 1.6
"""Pages are painted with so many dots per pixel of the screen, so that small letters stay readable."""


class PdfView(QWidget):
    """Shows a PDF; Page Up and Page Down turn pages, Ctrl+plus and Ctrl+minus zoom.

    Attributes:
        sheets: the pages, in order.
        pdf: the file that is shown; empty while there is none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets: list[PdfSheet] = []
        self.pdf = b""
        self._zoom: float | None = None
        self._wanted = 0
        self._pages: PdfPages | None = None
        self.where = PlainLabel(role="small")
        self.smaller = IconButton("less", _("Smaller"), "Ctrl+-")
        self.larger = IconButton("add", _("Larger"), "Ctrl++")
        self.smaller.clicked.connect(lambda: self.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.zoom_by(1))
        head = QHBoxLayout()
        head.addWidget(self.where, 1)
        head.addWidget(self.smaller)
        head.addWidget(self.larger)
        self.area = _Area(self)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # its width must not depend on zoom
        self.area.verticalScrollBar().valueChanged.connect(self._tell_where)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        self._show_sheets([])

    def clear(self) -> None:
        """Show nothing."""
        self._wanted += 1
        self.pdf = b""
        self._take_pages(None)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF from its bytes."""
        self._wanted += 1
        self.pdf = pdf
        deliver(open_pages(pdf), partial(self._opened, self._wanted))

    def turn(self, pages: int) -> None:
        """Go so many pages on, or back."""
        if self.sheets:
            number = min(max(self.page + pages, 0), len(self.sheets) - 1)
            self.area.verticalScrollBar().setValue(self.sheets[number].y())

    def zoom_by(self, steps: int) -> None:
        """Make the pages larger or smaller; the page in sight stays in sight."""
        others = [zoom for zoom in ZOOMS if (zoom > self.factor if steps > 0 else zoom < self.factor)]
        if others:
            self._zoom = others[0] if steps > 0 else others[-1]
            self.fit()

    @property
    def factor(self) -> float:
        """How large pages are, 1 being the size on paper. As wide as there is room for, until somebody zooms."""
        if self._zoom is not None or self._pages is None:
            return self._zoom or 1.0
        widest = max(size.width() for size in self._pages.sizes) * self.logicalDpiX() / POINTS_PER_INCH
        return min(max((self.area.viewport().width() - 2 * MARGIN) / widest, NARROWEST), WIDEST)

    def fit(self) -> None:
        """Give the pages their size; the one in sight stays in sight."""
        page = self.page
        for sheet in self.sheets:
            sheet.zoom(self.factor)
        self._sheet_column.activate()
        self.turn(page - self.page)
        self._tell_where()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Follow the width."""
        super().resizeEvent(event)
        self.fit()

    @property
    def page(self) -> int:
        """The page in sight, from 0."""
        top = self.area.verticalScrollBar().value() + self.area.viewport().height() // 3
        return max((number for number, sheet in enumerate(self.sheets) if sheet.y() <= top), default=0)

    def _opened(self, wanted: int, pages: PdfPages) -> None:
        if wanted == self._wanted:
            self._take_pages(pages)
        else:
            pages.close()  # another document was asked for meanwhile

    def _take_pages(self, pages: PdfPages | None) -> None:
        before, self._pages = self._pages, pages
        sheets = [PdfSheet(pages, number) for number in range(len(pages.sizes))] if pages else []
        self._show_sheets(sheets)
        if before is not None:
            before.close()

    def _show_sheets(self, sheets: list[PdfSheet]) -> None:
        self.sheets = sheets
        holder = QWidget()
        self._sheet_column = QVBoxLayout(holder)
        self._sheet_column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._sheet_column.setSpacing(14)
        for sheet in sheets:
            sheet.zoom(self.factor)
            self._sheet_column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._sheet_column.addStretch(1)
        self.area.setWidget(holder)
        self.area.verticalScrollBar().setValue(0)
        self._tell_where()

    def _tell_where(self) -> None:
        count = len(self.sheets)
        text = _("page {page} of {pages} · {zoom} %").format(
            page=self.page + 1, pages=count, zoom=round(self.factor * 100)
        )
        self.where.setText(text if count else "")
        self.smaller.setEnabled(count > 0 and self.factor > ZOOMS[0])
        self.larger.setEnabled(count > 0 and self.factor < ZOOMS[-1])


class PdfSheet(QWidget):
    """One page. It is painted when it first comes into sight."""

    def __init__(self, pages: PdfPages, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._number = number
        self._asked = 0.0
        self.image: QImage | None = None
        self.setAccessibleName(_("Page {number}").format(number=number + 1))

    def zoom(self, factor: float) -> None:
        """Take another size; 1 is the size on paper."""
        size: QSizeF = self._pages.sizes[self._number] * (factor * self.logicalDpiX() / POINTS_PER_INCH)
        self.setFixedSize(size.toSize())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Paint the picture there is, and ask for a sharper one when the size changed."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))  # paper is white in every look
        if self.image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self.image)
        painter.setPen(QPen(QColor(theme.current().line)))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
        self._ask()

    def _ask(self) -> None:
        dots = self.width() / self._pages.sizes[self._number].width() * POINTS_PER_INCH
        dots *= max(SHARPNESS, self.devicePixelRatioF())
        if abs(dots - self._asked) > 1:
            self._asked = dots
            deliver(self._pages.picture(self._number, dots), self._take)

    def _take(self, image: QImage) -> None:
        self.image = image
        self.update()


class _Area(QScrollArea):
    """The pages, with the keys that turn them."""

    def __init__(self, view: PdfView) -> None:
        super().__init__(view)
        self._view = view
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview"))
        self.setProperty("role", "reading")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Turn pages and zoom; the arrows scroll."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Home: -10_000, Qt.Key.Key_End: 10_000}
        key = Qt.Key(event.key())
        if control and key in zooms:
            self._view.zoom_by(zooms[key])
        elif key in turns:
            self._view.turn(turns[key])
        else:
            super().keyPressEvent(event)
