"""A question in plain words to its answer, with 2,000 cards, beside a bare FTS5 query for the same words."""

from __future__ import annotations

import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from facilitator.content.library import read_library
from facilitator.content.locate import content_folder, resource
from facilitator.content.question_words import read_question_words
from facilitator.storage import database
from facilitator.storage.database import Connection, transaction
from facilitator.storage.errors import StoreError
from facilitator.storage.keys import DataKey
from facilitator.storage.library.records import ItemKind, Pack, Packed, Weight
from facilitator.storage.library.store import LibraryStore
from facilitator.storage.library.words import words
from facilitator.ui.casuistry.indexing import shipped_items

CARDS = 2_000
ROUNDS = 3
_QUESTIONS = Path(__file__).resolve().parents[1] / "storage" / "library" / "questions.yaml"
_MOST = 8
_OTHER = 0.35  # of the words that say something are another one in a card that was made
_WORD = re.compile(r"[^\W\d_]{5,}")
_LONG = "Ik wil een situatie voorleggen over een gezin in de wijk waar wij al lang mee werken. " * 200


def run() -> dict[str, float]:
    """Measure, in milliseconds unless said otherwise. Every question is asked in turn with its floor."""
    with tempfile.TemporaryDirectory() as name:
        return _measured(Path(name))


def _measured(home: Path) -> dict[str, float]:
    key, problems, shipped = DataKey.new(), list[StoreError](), shipped_items(read_library(content_folder()))
    made = list(_made([item for item in shipped if item.indexed.key.kind is ItemKind.CARD], CARDS))
    asked: list[dict[str, Any]] = yaml.safe_load(_QUESTIONS.read_text("utf-8"))
    bare = _bare(home / "bare.db", key, [*shipped, *made])
    with LibraryStore(
        home,
        lambda: key,
        now=lambda: datetime.now(UTC),
        trouble=problems.append,
        words=lambda: read_question_words(resource("language")),
    ) as library:
        library.tell_shipped(shipped, "bench").result(60)
        library.import_pack(Pack("bench", "Bench"), made).result(600)
        _rested(library)
        figures = _asked(library, bare, asked)
    bare.close()
    if problems:
        raise problems[0]
    return {f"{CARDS:,} cards: {what}": value for what, value in figures.items()}


def _asked(library: LibraryStore, bare: Connection, asked: Sequence[dict[str, Any]]) -> dict[str, float]:
    first, _ = _timed(lambda: library.answer(asked[0]["ask"]).result(60))
    ours, theirs, work = [], [], []
    for question in [str(one["ask"]) for _ in range(ROUNDS) for one in asked]:
        spent = time.process_time()
        taken, _ = _timed(lambda question=question: library.answer(question).result(60))  # type: ignore[misc]
        work.append((time.process_time() - spent) * 1000)
        ours.append(taken)
        theirs.append(_timed(lambda question=question: _bare_answer(bare, question))[0])  # type: ignore[misc]
    longest, _ = _timed(lambda: library.answer(_LONG).result(60))
    return {
        "a question, p50": statistics.median(ours),
        "a question, p99": _p99(ours),
        "of which work of the processor, p50": statistics.median(work),
        "of which work of the processor, p99": _p99(work),
        "bare FTS5 query for any of its words, p50": statistics.median(theirs),
        "bare FTS5 query for any of its words, p99": _p99(theirs),
        "question / bare, p50": statistics.median(ours) / statistics.median(theirs),
        "question / bare, p99": _p99(ours) / _p99(theirs),
        "the first question, with the words of questions read": first,
        "a question of 10,000 characters": longest,
        "questions": len(ours),
    }


def _p99(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.perf_counter()
    outcome = work()
    return (time.perf_counter() - begin) * 1000, outcome


def _rested(library: LibraryStore) -> None:
    """Wait until the index is brought together, as it is when nobody asks for anything for a while."""
    time.sleep(1)
    while _timed(lambda: library.tell_uses(()).result(60))[0] >= 1:
        time.sleep(0.5)


# ---- cards in any number


def _made(cards: Sequence[Packed], count: int) -> Iterator[Packed]:
    """Give cards that have the titles and themes of the shipped ones, and texts with a third of the words of others.

    So have the questions that people ask of them, some 25 a card.
    """
    rnd = random.Random(32)
    known = [word for card in cards for part in card.indexed.parts for word in _WORD.findall(part.text)]
    for number in range(count - len(cards)):
        card = cards[number % len(cards)]
        parts = tuple(
            part._replace(text=_WORD.sub(lambda found: _other(rnd, known, found[0]), part.text))
            if part.weight in {Weight.TEXT, Weight.ASKED}
            else part
            for part in card.indexed.parts
        )
        key = card.indexed.key._replace(id=f"{card.indexed.key.id}--{number}")
        yield replace(card, indexed=replace(card.indexed, key=key, parts=parts))


def _other(rnd: random.Random, known: Sequence[str], word: str) -> str:
    return rnd.choice(known) if rnd.random() < _OTHER else word


# ---- the floor


def _bare(path: Path, key: DataKey, cards: Sequence[Packed]) -> Connection:
    connection = database.create(path, key)
    connection.execute(
        "CREATE VIRTUAL TABLE bare USING fts5 (title, text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
    )
    with transaction(connection):
        for card in cards:
            text = "\n".join(part.text for part in card.indexed.parts[1:])
            connection.execute("INSERT INTO bare VALUES (?, ?)", (card.indexed.title, text))
    return connection


def _bare_answer(bare: Connection, question: str) -> list[object]:
    """Ask for the best rows that have any of the words, as anybody would."""
    asked = " OR ".join(f'"{word}"' for word in words(question))
    return bare.execute(
        "SELECT rowid, title FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT ?", (asked, _MOST)
    ).fetchall()


if __name__ == "__main__":
    for what, value in run().items():
        print(f"{what}: {value:,.2f}")  # noqa: T201  a bench is run by hand too
