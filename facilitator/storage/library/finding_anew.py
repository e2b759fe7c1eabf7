"""What the user wrote or imported before, found by the rules of now."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime

from facilitator.storage.library import index, items
from facilitator.storage.library.catalogue import Catalogue, put_setting
from facilitator.storage.library.records import FoundBy, Origin, Progress
from facilitator.storage.library.shelf import Entry


def find_anew(catalogue: Catalogue) -> Generator[Progress, None, None]:
    """Let what the user has be found by the rules of now, once for each version of them.

    An item was read when it was written or brought in, by the rules of then. Cut off, it begins anew the next time;
    what is right already is left alone.
    """
    found_by = catalogue.found_by
    if found_by is None or catalogue.setting("found by") == found_by.version:
        return
    catalogue.growing = True
    numbers = [number for number, entry in catalogue.shelf.entries.items() if entry.origin is not Origin.SHIPPED]
    for done, number in enumerate(numbers):
        yield Progress(done, len(numbers))
        entry = catalogue.shelf.entries.get(number)  # it may be gone by now
        if entry is not None:
            _find_one_anew(catalogue, entry, found_by)
    with catalogue.writing() as connection:
        put_setting(connection, "found by", found_by.version)
    catalogue.growing = False


def _find_one_anew(catalogue: Catalogue, entry: Entry, found_by: FoundBy) -> None:
    with catalogue.reading() as connection:
        text, parts, updated_at = connection.execute(
            "SELECT s.text, s.parts, i.updated_at FROM item AS i JOIN source AS s ON s.number = i.number "
            "WHERE i.number = ?",
            (entry.number,),
        ).fetchone()
    fresh = found_by.read(entry.key.kind, entry.key.id, text)
    if (fresh.title, fresh.facets, index.written(fresh.parts)) == (entry.title, entry.facets, parts):
        return
    with catalogue.writing() as connection:
        items.write_over(catalogue, connection, entry.number, fresh, text, datetime.fromisoformat(updated_at))
    catalogue.shelf.put(entry._replace(title=fresh.title, facets=fresh.facets))
