import threading
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from pypdfium2.internal import bases

from facilitator.ui.after.pdf_pages import open_pages


def test_a_document_is_closed_in_the_thread_that_reads_it_whoever_forgets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    close: Any = bases._close_template

    def recorded(*arguments: Any) -> None:
        closed.append(threading.current_thread().name)
        close(*arguments)

    made = BytesIO()
    with pypdfium2.PdfDocument.new() as document:
        document.new_page(100, 100).close()
        document.save(made)
    monkeypatch.setattr(bases, "_close_template", recorded)
    pages = open_pages(made.getvalue()).result(10)
    pages.picture(0, 72).result(10)
    del pages
    open_pages(made.getvalue()).result(10)  # whatever was to be closed before has been
    assert {name.partition("_")[0] for name in closed} == {"pages"}
    assert len(closed) >= 2
