"""What can be wrong with what the library is asked to do.

StoreError
└── LibraryError
    ├── NotThere    there is no such item, or no such version of it
    ├── IdTaken     there is an item with this id already
    └── NotYours    it comes from elsewhere, and is adapted in a copy
"""

# ruff: noqa: N818  the names say what happened, as their readers do

from __future__ import annotations

from facilitator.storage.errors import StoreError
from facilitator.words import _


class LibraryError(StoreError):
    """The library cannot do what was asked."""

    def text(self) -> str:
        """Tell the user."""
        return _("The library cannot do this. Nothing was changed. Close the library and open it again.")


class NotThere(LibraryError):
    """There is no such item."""

    def text(self) -> str:
        """Tell the user."""
        return _("This is no longer in the library. Nothing was changed. Look in the trash, or import it again.")


class IdTaken(LibraryError):
    """There are items with these ids already."""

    def __init__(self, ids: tuple[str, ...] = ()) -> None:
        super().__init__(", ".join(ids))
        self.ids = ids

    def text(self) -> str:
        """Tell the user."""
        return _(
            "The library already has something with this name: {ids}. Nothing was changed. "
            "Choose another name, or remove what is there. Look in the trash too."
        ).format(ids=", ".join(self.ids[:3]) + (" …" if len(self.ids) > 3 else ""))


class NotYours(LibraryError):
    """It comes with the program or with a pack."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "This comes with the program or from somebody else, and stays as it is. Nothing was changed. "
            "Make a copy, and change that."
        )
