"""What the tests of the library share: invented cases, each about something of its own, and a library for them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from facilitator.storage import keys
from facilitator.storage.errors import StoreError
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.keys import DataKey
from facilitator.storage.library.records import (
    Facets,
    Indexed,
    ItemKey,
    ItemKind,
    Line,
    Pack,
    Packed,
    Part,
    Query,
    Results,
    Weight,
)
from facilitator.storage.library.store import LibraryStore

NOW = datetime(2026, 11, 17, 14, 42, 7, tzinfo=UTC)
PACK = Pack("proefpakket", "Proefpakket", "De makers", "1.0", "CC-BY-4.0")


def case_key(id_: str) -> ItemKey:
    return ItemKey(ItemKind.CASE, id_)


def indexed(id_: str, title: str = "Een casus", text: str = "", themes: tuple[str, ...] = (), **facets: Any) -> Indexed:
    """A case as the library finds it."""
    kind = facets.pop("kind", ItemKind.CASE)
    parts = (
        Part("Titel", Weight.TITLE, title),
        Part("Thema's", Weight.HEAD, "\n".join(themes)),
        Part("Tekst", Weight.TEXT, text),
    )
    return Indexed(ItemKey(kind, id_), title, parts, Facets(themes=themes, **facets))


def packed(*cases: Indexed) -> tuple[Packed, ...]:
    return tuple(Packed(case, f"title: {case.title}\n", "De makers", "CC-BY-4.0") for case in cases)


CASES = (
    indexed(
        "stil",
        "Stil in de klas",
        "Een kind is getuige van partnergeweld. De leerkracht en de jeugdverpleegkundige "
        "overleggen. Het schoolplein is leeg.",
        ("kind als getuige", "meldcode"),
        roles=("leerkracht", "wijkagent"),
        phases=("directe-veiligheid",),
        level="basis",
        minutes=50,
    ),
    indexed(
        "pinpas",
        "De pinpas",
        "Een zoon beheert de rekening van zijn moeder. Ouderenmishandeling en financiële "
        "uitbuiting. De notaris twijfelt.",
        ("ouderenmishandeling", "geld"),
        roles=("wijkverpleegkundige", "huisarts"),
        phases=("stabiele-veiligheid",),
        level="gevorderd",
        minutes=45,
    ),
    indexed(
        "bereikbaar",
        "Altijd bereikbaar",
        "Een jongere krijgt dreigende berichten na het uitmaken. Intieme terreur, "
        "stalking en seksueel overschrijdend gedrag.",
        ("stalking", "jongeren"),
        roles=("mentor", "politie"),
        phases=("directe-veiligheid", "herstel"),
        level="expert",
        minutes=60,
    ),
    indexed(
        "baby",
        "De huilbaby",
        "Hoofdletsel bij een zuigeling. De kinderarts meldt, de verloskundige had al zorgen. Verwaarlozing speelt mee.",
        ("kindermishandeling",),
        roles=("kinderarts",),
        level="expert",
        minutes=30,
    ),
    indexed(
        "plan",
        "Samen verder",
        "Het netwerk maakt een veiligheidsplan. Oma bewaakt de afspraken, de gezinsvoogd toetst ze. Met één "
        "blauwe fiets.",
        ("herstel",),
        roles=("gezinsvoogd",),
        phases=("herstel",),
        level="gevorderd",
        minutes=90,
    ),
    indexed(
        "geloof",
        "Achter de voordeur",
        "Eergerelateerd geweld en een gedwongen huwelijk. De vertrouwenspersoon aarzelt. Ĳsbrand is haar coördinator.",
        ("eer",),
        roles=("vertrouwenspersoon",),
        level="expert",
        minutes=60,
    ),
    indexed(
        "scheiding",
        "Twee huizen",
        "Een vechtscheiding waarin de omgangsregeling mislukt. De mediator en de advocaat praten langs elkaar heen.",
        ("scheiding",),
        roles=("mediator",),
        level="basis",
        minutes=40,
    ),
)


def key_of(home: Path) -> DataKey:
    """Fetch the key of a home, making it at its first start."""
    if keys.first_start(home):
        keys.create(home, NoKeyStore())
    return keys.unlock(home, NoKeyStore()).key


def open_library(home: Path, troubles: list[StoreError] | None = None, now: datetime = NOW) -> LibraryStore:
    """Open the library of a home and wait until it is."""
    key = key_of(home)
    heard = [] if troubles is None else troubles
    library = LibraryStore(home, lambda: key, now=lambda: now, trouble=heard.append)
    try:
        library.opened.result(timeout=10)
    except BaseException:
        library.close()
        raise
    return library


def filled(library: LibraryStore) -> LibraryStore:
    """Put the invented cases in a library."""
    assert library.import_pack(PACK, packed(*CASES)).result(10) == len(CASES)
    return library


def found(library: LibraryStore, text: str = "", **filters: Any) -> Results:
    return library.search(Query(text, **filters)).result(10)


def ids(results: Results) -> list[str]:
    return [line.key.id for line in results.first]


def marked(line: Line) -> list[str]:
    """What is marked in the snippet of a line."""
    return [line.snippet[start : start + length] for start, length in line.snippet_spans]
