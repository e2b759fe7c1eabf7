"""Doors: where the line that searches everywhere can lead; the main window opens them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.core.vocabulary import Form
    from facilitator.ui.agreements.agreements_page import AgreementsPage
    from facilitator.ui.casuistry.casuistry import Casuistry
    from facilitator.ui.knowledge.knowledge import Knowledge
    from facilitator.ui.start.sessions_page import SessionsPage


@dataclass(frozen=True, slots=True)
class Doors:
    """One function for each; parts and pages are built when they are first asked for.

    `here` names the destination that is in sight; empty for a page that is none.
    """

    go: Callable[[str], None]
    here: Callable[[], str]
    prepare: Callable[[Form], None]
    open_session: Callable[[str], None]
    sessions: Callable[[], SessionsPage]
    agreements: Callable[[], AgreementsPage]
    casuistry: Callable[[], Casuistry]
    knowledge: Callable[[], Knowledge]
    read_returned: Callable[[], None]
    appearance: Callable[[], None]
    safety: Callable[[], None]
