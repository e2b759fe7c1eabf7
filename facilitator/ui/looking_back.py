"""Asking the store what a session looks back on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from concurrent.futures import Future

    from facilitator.core.events import LookBackItem
    from facilitator.core.session import Session
    from facilitator.storage.database import Connection
    from facilitator.storage.writer import Store


def ask_items(store: Store, session: Session) -> Future[tuple[LookBackItem, ...]]:
    """Ask for the open agreements of earlier sessions with the organisations of this one, as they stand now."""
    return ask_items_with(store, frozenset(partner.id for partner in session.notebook.partners), session.id)


def ask_items_with(store: Store, partner_ids: Collection[str], session_id: str) -> Future[tuple[LookBackItem, ...]]:
    """Ask for the open agreements of earlier sessions with these organisations; `session_id` is not looked at."""

    def items(connection: Connection) -> tuple[LookBackItem, ...]:
        from facilitator.storage import look_back  # noqa: PLC0415  asked in the store's thread

        return look_back.items(connection, partner_ids, session_id)

    return store.ask(items)


def ask_count(store: Store, partner_ids: Collection[str], session_id: str) -> Future[int]:
    """Ask how many those are."""

    def count(connection: Connection) -> int:
        from facilitator.storage import look_back  # noqa: PLC0415  asked in the store's thread

        return look_back.count(connection, partner_ids, session_id)

    return store.ask(count)
