"""What the pages of the main window may be able to do, apart from being shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from facilitator.ui.start.facts import Facts


@runtime_checkable
class Enters(Protocol):
    """A page that puts the keyboard where work begins when it comes into sight."""

    def enter(self) -> None:
        """Put it there."""
        ...


@runtime_checkable
class ShowsFacts(Protocol):
    """A page that shows how sessions and agreements stand."""

    def show_facts(self, facts: Facts) -> None:
        """Show it."""
        ...


@runtime_checkable
class Holds(Protocol):
    """A page on which something is written: it is not let go before that is kept."""

    def holds_unkept(self, seconds: float = 0.0) -> bool:
        """Whether anything is not kept after so many seconds."""
        ...

    def when_kept(self, then: Callable[[], object]) -> None:
        """Call this whenever all that was written is kept."""
        ...
