"""PdfPages: a PDF turned into pictures, in one thread: the library behind it must not be used by two at once."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

POINTS_PER_INCH = 72.0

_thread = ThreadPoolExecutor(1, thread_name_prefix="pages")


@dataclass(frozen=True, slots=True)
class PdfPages:
    """An open PDF. `sizes` are those of its pages in points."""

    sizes: tuple[QSizeF, ...]
    _document: PdfDocument

    def picture(self, page: int, dots_per_inch: float) -> Future[QImage]:
        """Paint a page, from 0."""
        return _thread.submit(_picture, self._document, page, dots_per_inch)

    def close(self) -> None:
        """Let the document go, after the pictures that were asked for."""
        _thread.submit(self._document.close)

    def __del__(self) -> None:
        """Let it go in that thread too when the page it was on is gone; the library would do it in any."""
        with suppress(RuntimeError):  # at the end of the program there is no thread any more
            self.close()


def open_pages(pdf: bytes) -> Future[PdfPages]:
    """Open a PDF from its bytes."""
    return _thread.submit(_open, pdf)


def _open(pdf: bytes) -> PdfPages:
    from pypdfium2 import PdfDocument  # noqa: PLC0415  70 ms, and only in this thread

    document = PdfDocument(pdf)
    sizes: Sequence[tuple[float, float]] = [document.get_page_size(number) for number in range(len(document))]
    return PdfPages(tuple(QSizeF(*size) for size in sizes), document)


def _picture(document: PdfDocument, number: int, dots_per_inch: float) -> QImage:
    page = document[number]
    bitmap = page.render(scale=dots_per_inch / POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
    try:
        image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
        return image.copy()  # the bytes belong to the bitmap
    finally:
        bitmap.close()
        page.close()
