"""Following up and correcting wait until the disk has all: the desk, unlike the console, shows only what it has."""

from __future__ import annotations

from facilitator.ui.services import Services
from facilitator.words import _


class NotSavedYetError(Exception):
    """Events still wait for the disk, and what was asked for would have to wait behind them."""

    def text(self) -> str:
        """Tell the user what happened, what was kept, and what to do now."""
        return _(
            "Not everything is on the disk yet, so this cannot be opened now. What you did is kept in memory and "
            "the program keeps trying. Make room on the disk, or wait a moment, and try again."
        )


def check_saved(services: Services) -> None:
    """Ask the store to try again at once. Raises NotSavedYetError while something waits for the disk.

    To be called after the store has answered a question, for before that it tries to write what waits.
    """
    if services.store.unsaved:
        services.store.retry()
        raise NotSavedYetError
