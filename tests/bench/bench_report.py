"""What paper costs: all PDFs of a session with 15 participants, and the report against plain untagged Platypus."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from reportlab.lib.fonts import addMapping

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.events import Answer
from facilitator.core.people import Participant, Partner
from facilitator.core.session import Session
from facilitator.report import documents, fonts
from facilitator.report.bundle import Document, documents_of, report_of
from facilitator.report.press import Press
from facilitator.report.worker import DocumentWorker, Resources
from tests.bench.plain_platypus import typeset
from tests.builders import Table

ROUNDS = 15
EXPORTS = 5
RESOURCES = Path(__file__).parents[2] / "resources"
WORDS = (
    "de school",
    "belt",
    "binnen vijf werkdagen",
    "met het wijkteam",
    "over een",
    "vaste contactpersoon",
    "en koppelt",
)
FAMILY = ((0, 0, fonts.REGULAR), (1, 0, fonts.BOLD), (0, 1, fonts.ITALIC), (1, 1, fonts.BOLD_ITALIC))


def run() -> dict[str, float]:
    """Measure; interleaved medians in milliseconds."""
    session = _session()
    return _all_documents(session) | _report(session)


def _session() -> Session:
    rnd = Random(7)
    partners = tuple(Partner(f"p{n}", f"Organisatie {n}") for n in range(6))
    people = tuple(Participant(f"d{n}", f"Deelnemer {n}", f"p{n % 6}", "medewerker") for n in range(15))
    table = Table(partners=partners, participants=people).started()
    for number in range(60):
        answer = Answer(f"a{number}", "nodig", _text(rnd, 18), f"p{number % 6}", "q1")
        table.do(ev.AnswerGiven, answer=answer)
    for number in range(25):
        ours = Agreement(
            f"g{number}", _text(rnd, 12), f"p{number % 6}", None, (f"p{(number + 1) % 6}",), rhythm="elke week"
        )
        table.do(ev.AgreementMade, agreement=ours)
        table.do(ev.ItemParked, item=ev.Parked(f"k{number}", _text(rnd, 10)))
    table.do(ev.SessionClosed)
    return table.session


def _text(rnd: Random, count: int) -> str:
    return " ".join(rnd.choices(WORDS, k=count // 2)).capitalize()


def _all_documents(session: Session) -> dict[str, float]:
    jobs = documents_of(session)
    worker = DocumentWorker(Resources(RESOURCES / "templates", RESOURCES / "fonts", None))
    started = time.perf_counter()
    worker.warm().result()
    worker.render(jobs[0]).result()
    first = time.perf_counter() - started
    with TemporaryDirectory() as folder:
        taken = [_timed(lambda: worker.export(jobs, Path(folder)).result()) for _ in range(EXPORTS)]
    worker.close()
    return {
        "all documents of 15 participants, warm, ms": statistics.median(taken) * 1000,
        "first document, worker cold, ms": first * 1000,
    }


def floor(session: Session, press: Press) -> Callable[[], bytes]:
    """Give what sets the report of a session in plain Platypus."""
    typeface = fonts.Typeface(RESOURCES / "fonts")
    for bold, italic, face in FAMILY:
        typeface.covers(face)  # which makes it known to ReportLab
        addMapping(fonts.REGULAR, bold, italic, face)
        addMapping(fonts.SEMIBOLD, bold, italic, face)

    def plain() -> bytes:
        model = documents.of(Document.REPORT, session, None).model
        return typeset(press.markup(Document.REPORT.value, {"doc": model}))

    return plain


def _report(session: Session) -> dict[str, float]:
    press = Press(RESOURCES / "templates", RESOURCES / "fonts")
    job, plain = report_of(session), floor(session, press)
    pages = job.render(press).pages
    plain()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_timed(lambda: job.render(press)))
        theirs.append(_timed(plain))
    tagged, bare = statistics.median(ours) * 1000, statistics.median(theirs) * 1000
    return {
        "pages of the report": pages,
        "the report, tagged, ms": tagged,
        "the same in plain Platypus, ms": bare,
        "report / plain Platypus": tagged / bare,
    }


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    print(run())  # noqa: T201  a bench is run by hand too
