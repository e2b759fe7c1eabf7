"""House styles as the store keeps them, and which one a session or a municipality has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from facilitator.core.session import Session
from facilitator.report.house import HouseStyle, from_plain, to_plain

if TYPE_CHECKING:
    from facilitator.storage.database import Connection

_STYLES, _CHOSEN = "house-styles", "house-style-chosen"
_MOST_SESSIONS = 500
"""So many sessions remember a style of their own, those that chose last."""


@dataclass(frozen=True, slots=True)
class Houses:
    """All styles, and which one was chosen: by session (id) and by municipality, as a style's id or empty for none."""

    styles: tuple[HouseStyle, ...] = ()
    sessions: Mapping[str, str] = field(default_factory=dict)
    municipalities: Mapping[str, str] = field(default_factory=dict)

    def of(self, session: Session) -> HouseStyle | None:
        """The style of a session: its own choice, or else that of its municipality; None is our own look."""
        chosen = self.sessions.get(session.id, self.municipalities.get(session.details.municipality, ""))
        return next((style for style in self.styles if style.id == chosen), None)

    def choosing(self, session: Session, style_id: str) -> Houses:
        """Choose a style for a session; the next session in its municipality begins with it."""
        sessions = {key: kept for key, kept in self.sessions.items() if key != session.id} | {session.id: style_id}
        newest = dict(list(sessions.items())[-_MOST_SESSIONS:])
        municipality = session.details.municipality
        municipalities = dict(self.municipalities) | ({municipality: style_id} if municipality else {})
        return replace(self, sessions=newest, municipalities=municipalities)

    def keeping(self, style: HouseStyle) -> Houses:
        """Put a style in the place of the one with its id, or at the end."""
        known = any(one.id == style.id for one in self.styles)
        styles = tuple(style if one.id == style.id else one for one in self.styles)
        return replace(self, styles=styles if known else (*self.styles, style))

    def without(self, style_id: str) -> Houses:
        """Take a style away; who had it has our own look again."""
        return replace(self, styles=tuple(one for one in self.styles if one.id != style_id))


def read(connection: Connection) -> Houses:
    """Ask it of the store, in the store's thread."""
    from facilitator.storage import settings  # noqa: PLC0415  off the way to the first window

    plain, chosen = settings.kept(connection, _STYLES), settings.kept(connection, _CHOSEN)
    styles = (from_plain(each) for each in plain) if isinstance(plain, list) else ()
    by = chosen if isinstance(chosen, dict) else {}
    known = tuple(style for style in styles if style is not None)
    return Houses(known, _texts(by.get("sessions")), _texts(by.get("municipalities")))


def write(connection: Connection, houses: Houses) -> None:
    """Keep it, in the store's thread."""
    from facilitator.storage import settings  # noqa: PLC0415  off the way to the first window

    settings.keep(connection, _STYLES, [to_plain(style) for style in houses.styles])
    settings.keep(
        connection, _CHOSEN, {"sessions": dict(houses.sessions), "municipalities": dict(houses.municipalities)}
    )


def _texts(plain: object) -> dict[str, str]:
    known = plain if isinstance(plain, dict) else {}
    return {key: value for key, value in known.items() if isinstance(key, str) and isinstance(value, str)}
