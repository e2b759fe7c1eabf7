"""Every kind of document of random sessions: any sequence of events, with words in every script there is."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from random import Random

from facilitator.content.library import read_library
from facilitator.content.locate import content_folder, resource
from facilitator.core.codec import map_text
from facilitator.core.own_agreement import Choice, OwnAgreement, choose, fill, write
from facilitator.core.session import Session
from facilitator.report.archive.writing import ArchiveJob, archive_of
from facilitator.report.bundle import Document, Job, documents_of
from facilitator.report.instruction import Shape, instruction_of
from facilitator.report.press import Press
from tests.random_sessions import random_table

MARKED = re.compile(r"[a-z]+\d{5}x")
WILD = (
    "",
    "café, naïef, ﬁn",
    "👩🏽‍🏫 ✔ → ☐",
    "العربية و עברית",
    "漢字かな",
    "e\u0301\u0323 a\u0308",
    "\ue000\uf6c5\U000f0000",
    "<b>&amp;</b> {{ x }}",
    "donaudampfschifffahrtsgesellschaftskapitän" * 3,
    "regel een\nregel twee\u2028drie",
    "\u202egniN\u202c \u200b\ufeff\u00ad",
    "zin na zin. " * 60,
)


def random_papers(folder: Path, count: int) -> list[Path]:
    """Write so many documents, of as many sessions as that takes; the same ones every time."""
    press = Press(resource("templates"), resource("fonts"))
    made: list[Path] = []
    seed = 0
    while len(made) < count:
        for job in _some(documents_of(random_session(seed)), Random(seed)):
            made.append(folder / f"random-{seed}-{len(made)}-{_kind(job)}.pdf")
            made[-1].write_bytes(job.render(press).pdf)
        seed += 1
    return made[:count]


def random_instructions(folder: Path, count: int) -> list[Path]:
    """Write so many instructions of municipalities that chose at random, and typed whatever there is."""
    press, (model, *_others) = Press(resource("templates"), resource("fonts")), read_library(content_folder()).models
    made: list[Path] = []
    for seed in range(count):
        rnd = Random(seed)
        own = OwnAgreement("eigen", f"Dorp {rnd.choice(WILD)}", model)
        for paragraph in model.paragraphs:
            own = choose(own, paragraph.id, rnd.choice((None, *Choice)))
            own = write(own, paragraph.id, f"{paragraph.text}\n- {rnd.choice(WILD)}\n- {rnd.choice(WILD)}")
            for term in paragraph.terms:
                own = fill(own, paragraph.id, term.id, rnd.choice(WILD))
        made.append(folder / f"instruction-{seed}.pdf")
        made[-1].write_bytes(instruction_of(own, Shape.PDF, model.checked_on).render(press).pdf)
    return made


def _some(jobs: tuple[Job, ...], rnd: Random) -> list[Job | ArchiveJob]:
    """One of each kind, and the report once more with its data."""
    kinds = {job.document: job for job in rnd.sample(jobs, k=len(jobs))}
    report = kinds[Document.REPORT]
    return [*kinds.values(), archive_of(report)]


def _kind(job: Job | ArchiveJob) -> str:
    return job.document.name.lower() if isinstance(job, Job) else "archive"


def random_session(seed: int) -> Session:
    """A random session in which words that somebody wrote are followed by wild ones."""
    rnd = Random(seed)
    session = random_table(seed, 120).session
    lean = replace(session, history=(), undone=(), course=replace(session.course, held=None))
    return map_text(lean, lambda text: MARKED.sub(lambda word: f"{word[0]} {rnd.choice(WILD)}", text))
