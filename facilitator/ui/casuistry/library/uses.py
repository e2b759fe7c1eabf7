"""In which sessions something of the library was used."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.storage.library.records import ItemKey, ItemKind
from facilitator.storage.overview import UseLine


def uses_of(key: ItemKey) -> Callable[..., tuple[UseLine, ...]]:
    """Give the question for the store; a card is used in none."""

    def question(connection: object) -> tuple[UseLine, ...]:
        from facilitator.storage import overview  # noqa: PLC0415  asked in the store's thread

        if key.kind is ItemKind.CARD:
            return ()
        named = {"case_id": key.id} if key.kind is ItemKind.CASE else {"script_id": key.id}
        return overview.uses(connection, **named)  # type: ignore[arg-type]

    return question
