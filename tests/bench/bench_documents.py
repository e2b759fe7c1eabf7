"""Many papers and a long one: pages a second, memory, and the same content set by others.

WeasyPrint and LibreOffice are measured where they are: `FACILITATOR_WEASYPRINT` names a Python that has WeasyPrint, and
`soffice` stands on the path. They get the same markup as a page of HTML; their starting is measured apart and left out.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pypdfium2
from lxml import etree

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.people import Participant, Partner
from facilitator.core.session import Session
from facilitator.report import documents
from facilitator.report.bundle import Document, participants_of, report_of
from facilitator.report.markup import parse
from facilitator.report.press import Press
from facilitator.report.worker import DocumentWorker, Resources
from tests.bench.bench_report import RESOURCES, floor
from tests.builders import Table

ROUNDS = 3
PEOPLE, PARTNERS, AGREEMENTS = 60, 12, 120
ANSWERS = 2000
"""Which makes a report of about 200 pages."""
WORDS = (
    *("de school", "belt", "binnen", "vijf werkdagen", "met het wijkteam", "over een"),
    *("vaste contactpersoon", "en", "koppelt", "dat terug"),
)
TINY = "<html><body><p>.</p></body></html>"
CSS = """@page { size: A4; margin: 68pt 56pt 58pt } body { font: 10.5pt/15pt "Atkinson Hyperlegible Next", sans-serif }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top; padding: 7pt }
thead { display: table-header-group; background: #e3efee }"""


def run() -> dict[str, float]:
    """Measure; medians."""
    return _all_papers() | _long_report()


def _text(rnd: Random, count: int) -> str:
    return " ".join(rnd.choices(WORDS, k=count)).capitalize()


def _session(answers: int) -> Session:
    rnd = Random(11)
    partners = tuple(Partner(f"p{n}", f"Organisatie {n}") for n in range(PARTNERS))
    people = tuple(Participant(f"d{n}", f"Deelnemer {n}", f"p{n % PARTNERS}", "medewerker") for n in range(PEOPLE))
    table = Table(partners=partners, participants=people).started().at_step("nodig")
    for number in range(AGREEMENTS):
        owner, other = f"p{number % PARTNERS}", f"p{(number + 1) % PARTNERS}"
        what, details = _text(rnd, 12), _text(rnd, 20)
        agreed = Agreement(f"g{number}", what, owner, None, (other,), (other,), rhythm="elke week", details=details)
        table.do(ev.AgreementMade, agreement=agreed)
    given = tuple(ev.Answer(f"a{n}", "nodig", _text(rnd, 32), f"p{n % PARTNERS}", "q1") for n in range(answers))
    book = replace(table.session.notebook, answers=given)  # one by one would take longer than all else
    return replace(table.session, notebook=book)


def _all_papers() -> dict[str, float]:
    jobs = participants_of(_session(40))
    worker = DocumentWorker(Resources(RESOURCES / "templates", RESOURCES / "fonts", None))
    worker.warm().result()
    worker.render(jobs[0]).result()
    taken, pages = [], 0
    with TemporaryDirectory() as folder:
        for number in range(ROUNDS):
            started = time.perf_counter()
            target = Path(folder) / str(number)
            target.mkdir()
            exported = worker.export(jobs, target).result()
            taken.append(time.perf_counter() - started)
            pages = sum(made.pages for made in exported.made)
    worker.close()
    seconds = statistics.median(taken)
    return {
        f"all papers of {PEOPLE} participants, {AGREEMENTS} agreements, warm, ms": seconds * 1000,
        "of which pages": pages,
        "pages a second, one paper each": pages / seconds,
    }


def _long_report() -> dict[str, float]:
    session, press = _session(ANSWERS), Press(RESOURCES / "templates", RESOURCES / "fonts")
    job, plain = report_of(session), floor(session, press)
    pages = job.render(press).pages
    plain()
    ours, bare = [], []
    for _ in range(ROUNDS):
        ours.append(_timed(lambda: job.render(press)))
        bare.append(_timed(plain))
    tagged, untagged = statistics.median(ours), statistics.median(bare)
    html = _as_html(press.markup(Document.REPORT.value, {"doc": documents.of(Document.REPORT, session, None).model}))
    return {
        "pages of a long report": pages,
        "a long report, tagged, ms": tagged * 1000,
        "pages a second": pages / tagged,
        "the same in plain Platypus, ms": untagged * 1000,
        "a long report / plain Platypus": tagged / untagged,
        "most memory while making it, a process of its own, MB": _memory(),
        **_peers(html, tagged / pages),
    }


def _timed(work: object) -> float:
    assert callable(work)
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _memory() -> float:
    """What a process holds at most that does nothing but make the long report."""
    code = "from tests.bench import bench_documents; bench_documents.make_long()"
    told = subprocess.run([sys.executable, "-P", "-c", _path(code)], capture_output=True, text=True, check=True)
    return float(told.stdout)


def _path(code: str) -> str:
    root = str(Path(__file__).parents[2])
    return f"import sys; sys.path.insert(0, {root!r}); {code}"


def make_long() -> None:
    """Make the long report and say how much memory was held at most, in MB."""
    report_of(_session(ANSWERS)).render(Press(RESOURCES / "templates", RESOURCES / "fonts"))
    sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


# ---- others


def _as_html(markup: str) -> str:
    body = parse(markup)
    for picture in list(body.iter("picture")):
        picture.clear()  # they would be handed over in another form
    return f"<html lang='nl'><head><style>{CSS}</style></head>{etree.tostring(body, encoding='unicode')}</html>"


def _peers(html: str, ours: float) -> dict[str, float]:
    found: dict[str, float] = {}
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "long.html").write_text(html, "utf-8")
        (folder / "tiny.html").write_text(TINY, "utf-8")
        if python := os.environ.get("FACILITATOR_WEASYPRINT"):
            found |= _peer("WeasyPrint", lambda what: _weasyprint(python, folder, what), folder, ours)
        if office := shutil.which("soffice"):
            found |= _peer("LibreOffice", lambda what: _libreoffice(office, folder, what), folder, ours)
    return found


def _peer(name: str, convert: object, folder: Path, ours: float) -> dict[str, float]:
    assert callable(convert)
    convert("tiny")  # its caches
    start, whole = _timed(lambda: convert("tiny")), _timed(lambda: convert("long"))
    with pypdfium2.PdfDocument(folder / "long.pdf") as document:
        pages = len(document)
    seconds = max(whole - start, 0.001)
    return {
        f"{name}: the same content, without its start, ms": seconds * 1000,
        f"{name}: pages": pages,
        f"{name}: time for a page / ours": seconds / pages / ours,
    }


def _weasyprint(python: str, folder: Path, what: str) -> None:
    call = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
    files = str(folder / f"{what}.html"), str(folder / f"{what}.pdf")
    subprocess.run([python, "-c", call, *files], check=True, capture_output=True, timeout=600)


def _libreoffice(office: str, folder: Path, what: str) -> None:
    home = f"-env:UserInstallation=file://{folder}/office"
    to = 'pdf:writer_web_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    call = [office, home, "--headless", "--convert-to", to, "--outdir", str(folder), str(folder / f"{what}.html")]
    subprocess.run(call, check=True, capture_output=True, timeout=600)


if __name__ == "__main__":
    print(run())  # noqa: T201  a bench is run by hand too
