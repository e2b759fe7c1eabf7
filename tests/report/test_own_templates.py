"""Templates that a user changed: they are used, kept in a sandbox, and named with file and line when they are wrong."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementRef
from facilitator.core.people import Partner
from facilitator.core.vocabulary import AgreementKind
from facilitator.report import own_folder, own_templates, worker
from facilitator.report.bundle import Job, documents_of, run_sheet_of
from facilitator.report.markup import parse
from facilitator.report.press import Press, Rendered
from facilitator.report.worker import DocumentWorker, Resources
from tests.builders import CASE, CASE_SCRIPT, DETAILS, START, Table
from tests.report.conftest import RESOURCES
from tests.report.reading import spoken

SESSION = Table().started().session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / own_folder.FOLDER
    made.mkdir()
    return made


def printed(folder: Path, job: Job | None = None) -> Rendered:
    press = Press(RESOURCES / "templates", RESOURCES / "fonts", folder)
    return (job or run_sheet_of(SESSION)).render(press)


def write(folder: Path, text: str, name: str = "run-sheet.xhtml.j2") -> None:
    (folder / name).write_text(text, "utf-8")


def test_a_template_of_the_same_name_takes_precedence(folder: Path) -> None:
    write(folder, "<body><h1>Van ons</h1><p>{{ doc.title }}</p></body>")
    made = printed(folder)
    assert made.fault is None
    assert "Van ons" in spoken(made.pdf)
    assert "Proefdraaiboek" in spoken(made.pdf)


def test_parts_that_are_shared_can_be_changed_too(folder: Path) -> None:
    shipped = (RESOURCES / "templates" / "_parts.xhtml.j2").read_text("utf-8")
    ours = shipped.replace('<p class="strong">{{ agreement.what|lines }}</p>', "<p>Van ons: {{ agreement.what }}</p>")
    write(folder, ours, "_parts.xhtml.j2")
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("a", "bellen", "p-pol"))
    overview = documents_of(table.session)[1]
    assert "Van ons: bellen" in spoken(printed(folder, overview).pdf)


@pytest.mark.parametrize("there", [False, True])
def test_without_any_the_shipped_ones_are_used(folder: Path, tmp_path: Path, there: bool) -> None:
    made = printed(folder if there else tmp_path / "weg")
    assert made.fault is None
    assert made == printed(folder)


WRONG = {
    "<body>\n<h1>x</h1>\n{% if doc.title %}\n</body>": (4, "cannot be read"),
    "<body><h1>x</h1>\n\n<p>{{ doc.titel }}</p></body>": (3, "is not there"),
    "<body><h1>x</h1>\n{% include 'weg.j2' %}</body>": (2, "is not there"),
    "<body>\n<blink>x</blink></body>": (0, "cannot be put on paper"),
    "<body><p>x</body>": (0, "cannot be put on paper"),
    "<body><h1>x</h1>\n<p>{{ 1 / 0 }}</p></body>": (2, "cannot be put on paper"),
    "<body><h1>x</h1>\n{{ ''.__class__.__mro__ }}</body>": (2, "not allowed"),
    "<body><h1>x</h1>\n{{ doc.title|safe }}</body>": (2, "cannot be read"),
    "<body><h1>x</h1>\n{% autoescape false %}{{ doc.title }}{% endautoescape %}</body>": (2, "autoescape"),
    "<body><h1>x</h1>\n<p>{{ 'x' * 10 ** 9 }}</p></body>": (2, "not allowed"),
    "<body><h1>x</h1>\n<p>{{ 'x' * 1000000000 }}</p></body>": (2, "not allowed"),
    "<body><h1>x</h1>\n{% for a in range(1000000) %}x{% endfor %}</body>": (2, ""),
    "<body><h1>x</h1>\n<picture name='/etc/passwd'/></body>": (0, "cannot be put on paper"),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_fault_is_named_with_file_line_and_what_to_do_and_the_shipped_one_is_used(folder: Path, text: str) -> None:
    write(folder, text)
    made = printed(folder)
    line, what = WRONG[text]
    assert made.fault is not None
    assert (made.fault.file, made.fault.line) == ("run-sheet.xhtml.j2", line)
    assert what in made.fault.what
    assert "run-sheet.xhtml.j2" in made.fault.explain()
    assert "Put the file right" in made.fault.explain()
    assert dataclasses.replace(made, fault=None) == printed(folder / "weg")


def test_a_fault_in_the_parts_is_named_there(folder: Path) -> None:
    write(folder, "\n{% macro promises(items, second, field) %}{% endif %}", "_parts.xhtml.j2")
    fault = printed(folder, documents_of(SESSION)[-1]).fault
    assert fault is not None
    assert (fault.file, fault.line) == ("_parts.xhtml.j2", 2)


def test_a_file_that_is_no_text_or_far_too_large_is_told(folder: Path) -> None:
    (folder / "run-sheet.xhtml.j2").write_bytes(b"\xff\xfe\x00")
    fault = printed(folder).fault
    assert fault is not None
    assert "UTF-8" in fault.what
    write(folder, "x" * 2_000_000)
    fault = printed(folder).fault
    assert fault is not None
    assert "too large" in fault.what


def test_thousands_of_pages_are_not_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_templates, "MOST_CHARACTERS", 1000)
    write(folder, "<body><h1>x</h1>{% for a in range(999) %}<p>{{ a }}</p>{% endfor %}</body>")
    fault = printed(folder).fault
    assert fault is not None
    assert "thousands" in fault.what


def test_memory_is_bounded(folder: Path) -> None:
    write(folder, "<body><h1>x</h1>\n<p>{{ ('%9999999999d'|format(1))|length }}</p></body>")
    fault = printed(folder).fault
    assert fault is not None
    assert fault.line == 2


def test_the_form_that_comes_back_is_never_changed(folder: Path) -> None:
    write(folder, "<body/>", "status-form.xhtml.j2")
    shipped, own = RESOURCES / "templates", own_templates.OwnTemplates(folder, RESOURCES / "templates", lambda _e: None)
    assert (shipped / "status-form.xhtml.j2").is_file()
    assert not own.has("status-form.xhtml.j2")


@pytest.fixture
def busy(folder: Path) -> Iterator[DocumentWorker]:
    write(folder, "<body>{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}</body>")
    made = DocumentWorker(Resources(RESOURCES / "templates", RESOURCES / "fonts", None, folder))
    yield made
    made.close()


def test_one_that_goes_on_for_ever_is_ended_and_waited_for_once(
    busy: DocumentWorker, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_OWN_PATIENCE", 3.0)
    first = busy.render(run_sheet_of(SESSION)).result(60)
    assert first.fault is not None
    assert "for ever" in first.fault.what
    assert first.pages > 0
    monkeypatch.setattr(worker, "_OWN_PATIENCE", 1000.0)
    assert busy.render(run_sheet_of(SESSION)).result(60).pages == first.pages
    write(folder, "<body><h1>Hersteld</h1></body>")
    assert "Hersteld" in spoken(busy.render(run_sheet_of(SESSION)).result(60).pdf)


# ---- text is never markup


def everything() -> Iterator[Job]:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    table.do(ev.AnswerGiven, answer=ev.Answer("a1", "casus", "antwoord", "p-pol", moment_id="m1"))
    table.do(ev.ItemParked, item=ev.Parked("k", "geparkeerd"))
    table.do(ev.NoteWritten, note=ev.Note("n", "notitie", released=True))
    table.do(
        ev.AgreementMade,
        agreement=Agreement(
            "g", "bellen", "p-pol", "d-1", ("p-vt",), ("p-wijk",), "per mail", kind=AgreementKind.PREVENTION
        ),
    )
    item = ev.LookBackItem(
        AgreementRef("s", "o"), Agreement("o", "oud", "p-pol"), (Partner("p-pol", "P"),), "X", DETAILS.day
    )
    table.do(ev.LookBackFilled, items=(item,))
    table.at = max(table.at, START.replace(hour=15))
    table.do(ev.SessionClosed)
    yield from documents_of(table.session)


JOBS = {job.document: job for job in everything()}
PRESS = Press(RESOURCES / "templates", RESOURCES / "fonts")
_STRUCTURE = {"columns", "figure", "contents"}
"""Fields that no user fills in: shares of a width, names of pictures, what goes in."""


def filled(value: Any, text: str) -> Any:
    """The same model with this text in each of its fields that says something."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return text if value else value
    if isinstance(value, tuple):
        return tuple(filled(each, text) for each in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    names = (field.name for field in dataclasses.fields(value) if field.name not in _STRUCTURE)
    return dataclasses.replace(value, **{name: filled(getattr(value, name), text) for name in names})


def shape(job: Job, text: str) -> Counter[str]:
    model = filled(job.paper().model, text)
    return Counter(str(element.tag) for element in parse(PRESS.markup(job.document.value, {"doc": model})).iter())


@settings(max_examples=20, deadline=None)
@example("<b>&amp;</b>")
@example("]]><!-- --><img src='/etc/passwd'/>")
@example("{{ doc }}{% raw %}")
@given(st.text(st.sampled_from("<>&\"'/={}%;ab \u202e\u00e9\x00"), min_size=1, max_size=30))
@pytest.mark.parametrize("document", JOBS)
def test_text_never_becomes_markup_in_any_template(document: Any, text: str) -> None:
    hostile = f"x{text}x"  # one that is only white space, or begins a list, says something else in Markdown
    if re.search(r"https?:|www\.", hostile):
        return
    assert shape(JOBS[document], hostile) == shape(JOBS[document], "xx")


def test_every_kind_is_asked() -> None:
    kinds = {job.document.name for job in JOBS.values()}
    assert kinds >= {"REPORT", "PARTICIPANT", "PARTNER", "OVERVIEW", "CERTIFICATE", "PREVENTION"}
    assert kinds >= {"RUN_SHEET", "HAND_OUT"}
