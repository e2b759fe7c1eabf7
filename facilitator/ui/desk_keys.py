"""The places and keys of the desk: one table for the sidebar, for tooltips and for search everywhere."""

from __future__ import annotations

from typing import Final, NamedTuple

from facilitator.words import N_

START, SESSIONS, CASUISTRY, AGREEMENTS = "start", "sessions", "casuistry", "agreements"
KNOWLEDGE, REGION = "knowledge", "region"

APPEARANCE_KEY = "Ctrl+,"
SEARCH_KEY = "Ctrl+K"


class Place(NamedTuple):
    """A destination of the sidebar: its name in the code, what it is called (msgid), and its key."""

    name: str
    title: str
    key: str


DESTINATIONS: Final = tuple(
    Place(name, title, f"Ctrl+{number}")
    for number, (name, title) in enumerate(
        (
            (START, N_("Start")),
            (SESSIONS, N_("Sessions")),
            (CASUISTRY, N_("Casuistry")),
            (AGREEMENTS, N_("Agreements")),
            (KNOWLEDGE, N_("Knowledge")),
            (REGION, N_("Regional agreements")),
        ),
        1,
    )
)
