"""By which rules what the user has is found: those of `indexing`, read when the library first needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.storage.library.records import FoundBy

if TYPE_CHECKING:
    from facilitator.storage.library.records import Indexed, ItemKind

VERSION = "3"
"""Raised when an item is to be found by something that it was not found by before."""


def found_by() -> FoundBy:
    """Give the rules of now."""
    return FoundBy(VERSION, _read)


def _read(kind: ItemKind, id_: str, text: str) -> Indexed:
    from facilitator.ui.casuistry.indexing import indexed_text  # noqa: PLC0415  read in the library's thread

    return indexed_text(kind, id_, text)
