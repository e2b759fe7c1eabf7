"""Every script that is shipped, with every case it can be led with, becomes a run sheet without a hole in it."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from facilitator.content.library import read_library
from facilitator.core.casus import Case
from facilitator.core.script import Script
from facilitator.report.bundle import documents_of
from facilitator.report.press import Press
from tests.builders import Table

LIBRARY = read_library(Path(__file__).parents[3])
LED = [(script, case) for script, case in product(LIBRARY.scripts, LIBRARY.cases) if script.needs_case] + [
    (script, None) for script in LIBRARY.scripts if not script.needs_case
]


def test_there_is_something_to_print() -> None:
    assert len(LED) >= 2


@pytest.mark.parametrize(("script", "case"), LED, ids=lambda each: getattr(each, "id", "zonder casus"))
def test_all_documents_of_shipped_content_are_whole(press: Press, script: Script, case: Case | None) -> None:
    for job in documents_of(Table(script, case).started().session):
        paper = job.render(press)
        assert paper.pages
        assert paper.missing == ()
