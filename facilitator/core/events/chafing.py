"""Which paragraphs of a regional agreement chafe in practice, and which work."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.agreement import Ground
from facilitator.core.events.base import Change, Event, Spotted


@dataclass(frozen=True, slots=True)
class ParagraphMark:
    """A paragraph chafes, or works (`chafes` False), and why in a line; at which step or agreement that was said."""

    id: str
    ground: Ground
    chafes: bool = True
    why: str = ""
    step_id: str | None = None
    agreement_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphMarked(Event, Change):
    """It was said of a paragraph; found by the id of the mark, said again it is put right."""

    mark: ParagraphMark
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphUnmarked(Event, Change):
    """What was said of a paragraph was taken away."""

    mark_id: str
