"""A fault in a template that the user changed is told on the page, and the document is there all the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.content.locate import resource
from facilitator.core.session import Session
from facilitator.report.worker import DocumentWorker, Resources
from facilitator.ui.after.after_page import AfterPage
from tests.ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, made: Desk, closed: Session, tmp_path: Path) -> Iterator[AfterPage]:
    (tmp_path / "report.xhtml.j2").write_text("<body>\n<h1>{{ doc.titel }}</h1></body>", "utf-8")
    worker = DocumentWorker(Resources(resource("templates"), resource("fonts"), None, tmp_path))
    made.services = replace(made.services, documents=lambda: worker)
    page = AfterPage(made.services, closed)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.documents.choosing.known)
    yield page
    worker.close()


def test_it_says_file_line_and_what_to_do_and_shows_the_document(page: AfterPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.documents.fault.isVisible, timeout=20_000)
    assert "report.xhtml.j2, line 2" in page.documents.fault.text()
    assert "Put the file right" in page.documents.fault.text()
    assert page.documents.view.pdf
    page.documents.list.setCurrentRow(2)
    qtbot.waitUntil(lambda: not page.documents.fault.isVisible(), timeout=20_000)


def test_making_all_tells_it_once(page: AfterPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.correcting.handed_out, timeout=30_000):
        page.documents.make.click()
    assert page.documents.fault.text().count("report.xhtml.j2") == 1
