"""A model of agreements between organisations in a region, of which a municipality makes its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.core.card import ReadOn
from facilitator.core.vocabulary import AgreementKind, AgreementLevel, Phase


@dataclass(frozen=True, slots=True)
class Term:
    """What a region fills in itself: `{id}` in the text of a paragraph stands for it."""

    id: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One agreement of the model. `text` is Markdown with a place `{term-id}` for each of its terms."""

    id: str
    title: str
    text: str
    kind: AgreementKind
    level: AgreementLevel
    phase: Phase | None = None
    why: str = ""
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A subject on which a region makes agreements, and what they are for."""

    id: str
    title: str
    purpose: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class ModelAgreement:
    """The whole model. `checked_on` is the day on which somebody last held it against the sources."""

    id: str
    title: str
    about: str
    chapters: tuple[Chapter, ...]
    read_on: tuple[ReadOn, ...]
    checked_on: date

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs, chapter after chapter."""
        return tuple(paragraph for chapter in self.chapters for paragraph in chapter.paragraphs)
