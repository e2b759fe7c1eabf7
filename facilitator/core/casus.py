"""What a learning session studies: an invented case, told in moments ("wat wisten we wanneer")."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.script import Guidance, Question, Source
from facilitator.core.vocabulary import Phase as Phase  # noqa: PLC0414  known under this name too


class Level(StrEnum):
    """How much a group must bring to a case."""

    BASIC = "basis"
    EXPERIENCED = "gevorderd"
    EXPERT = "expert"


class Sex(StrEnum):
    """Which symbol a person gets in a genogram: square, circle or diamond."""

    MALE = "man"
    FEMALE = "vrouw"
    UNKNOWN = "onbekend"


class PersonKind(StrEnum):
    """Whether a person belongs to the family, to its own network, or works for an organisation."""

    FAMILY = "gezin"
    NETWORK = "netwerk"
    PROFESSIONAL = "professional"


class RelationKind(StrEnum):
    """How two persons of a case stand to each other. `VIOLENCE_BETWEEN` says not by whom: that is not known yet."""

    PARTNERS = "partners"
    MARRIED = "getrouwd"
    SEPARATED = "uit-elkaar"
    DIVORCED = "gescheiden"
    PARENT = "ouder-van"
    SIBLING = "broer-of-zus"
    VIOLENCE = "geweld"
    VIOLENCE_BETWEEN = "geweld-tussen"
    CONFLICT = "conflict"
    SUPPORT = "steun"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person. `age` is in years, None when it does not matter; `about` says what the group may know.

    `since` names the moment from which the group knows the person; `deceased` persons died before the case begins.
    """

    id: str
    name: str
    kind: PersonKind
    sex: Sex = Sex.UNKNOWN
    age: int | None = None
    about: str = ""
    since: str | None = None
    deceased: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """`one` stands to `other` as `kind` says; `since` names the moment from which the group knows it."""

    one: str
    other: str
    kind: RelationKind
    label: str = ""
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One line of a case's timeline; `when` is told in words, for an invented case has no calendar."""

    when: str
    what: str
    moment: str | None = None


@dataclass(frozen=True, slots=True)
class RoleCard:
    """Who somebody is who takes a role; `merges_with` names the role that one person can hold beside it."""

    role: str
    about: str = ""
    merges_with: str = ""


@dataclass(frozen=True, slots=True)
class RoleKnowledge:
    """What one role knows at a moment, and others do not. Markdown."""

    role: str
    knows: str


@dataclass(frozen=True, slots=True)
class Weighing:
    """One of the five weighing questions (1-5) with what speaks for yes and for no at this moment."""

    question: int
    speaks_for: tuple[str, ...] = ()
    speaks_against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of a case. `meldcode_step` is 1-5 or None; texts are Markdown."""

    id: str
    title: str
    audience_text: str
    roles: tuple[RoleKnowledge, ...]
    guidance: Guidance
    questions: tuple[Question, ...]
    phase: Phase
    meldcode_step: int | None = None
    weighing: tuple[Weighing, ...] = ()
    turning_points: tuple[str, ...] = ()
    goes_wrong: tuple[str, ...] = ()

    def question(self, question_id: str | None) -> Question | None:
        """Find a guiding question of this moment."""
        return next((q for q in self.questions if q.id == question_id), None)


@dataclass(frozen=True, slots=True)
class Case:
    """An invented case, playable in about `minutes` minutes; at least one moment."""

    id: str
    title: str
    summary: str
    themes: tuple[str, ...]
    level: Level
    minutes: int
    learning_goals: tuple[str, ...]
    persons: tuple[Person, ...]
    relations: tuple[Relation, ...]
    timeline: tuple[Occurrence, ...]
    moments: tuple[Moment, ...]
    aftercare: str
    sources: tuple[Source, ...] = ()
    role_cards: tuple[RoleCard, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role that knows something in this case, in order of appearance."""
        return tuple(dict.fromkeys(known.role for moment in self.moments for known in moment.roles))

    def role_card(self, role: str) -> RoleCard:
        """What is told of a role; an empty card for one of which nothing is told."""
        return next((card for card in self.role_cards if card.role == role), RoleCard(role))

    def index(self, moment_id: str | None) -> int | None:
        """Position of a moment, or None when it is not of this case."""
        return next((i for i, moment in enumerate(self.moments) if moment.id == moment_id), None)
