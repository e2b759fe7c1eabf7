"""What a session follows: a script (draaiboek) of steps with their questions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.vocabulary import Form as Form  # noqa: PLC0414  known under this name too
from facilitator.core.vocabulary import Frustration, Phase


class StepKind(StrEnum):
    """What happens in a step."""

    WELCOME = "welcome"
    QUESTION = "question"
    ROUND = "round"
    CASE = "case"
    KNOWLEDGE = "knowledge"
    CHOICE = "choice"
    AGREEMENTS = "agreements"
    LOOK_BACK = "look-back"
    EVALUATION = "evaluation"
    BREAK = "break"
    AFTERCARE = "aftercare"


class Answering(StrEnum):
    """How answers are taken in a step."""

    FREE = "free"
    PER_PARTNER = "per-partner"
    SCALE = "scale"
    CHOICE = "choice"
    PROPOSALS = "proposals"
    DOTS = "dots"
    RANKING = "ranking"
    NONE = "none"

    @property
    def of_options(self) -> bool:
        """Whether a group divides something over options: the choices of the step, or else proposals that it makes."""
        return self in {Answering.DOTS, Answering.RANKING}


class Reveal(StrEnum):
    """When the room sees an answer."""

    ON_REVEAL = "on-reveal"
    AT_ONCE = "at-once"
    NEVER = "never"


class Way(StrEnum):
    """How the group works in a step: who speaks, who writes, who only listens."""

    TOGETHER = "together"
    SILENT = "silent"
    ROUND = "round"
    LISTENING = "listening"
    BACK = "back"
    PAIRS = "pairs"
    PERSPECTIVES = "perspectives"

    @property
    def in_turn(self) -> bool:
        """Whether one after the other has the floor, so that nobody is forgotten."""
        return self in {Way.ROUND, Way.LISTENING, Way.BACK, Way.PERSPECTIVES}

    @property
    def has_presenter(self) -> bool:
        """Whether one at the table brought it in and only listens."""
        return self in {Way.LISTENING, Way.BACK}


class Tells(StrEnum):
    """Which moments of the case a step tells."""

    ALL = "all"
    FIRST = "first"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose from, and why it is right or not. `because` is Markdown."""

    text: str
    because: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A guiding question; `role` is empty when it is for everyone, `options` when no answer is right or wrong."""

    id: str
    text: str
    role: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Guidance:
    """What the facilitator alone reads: what to say, ask, do and watch for. Each item is Markdown."""

    say: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact or a way of working comes from; `address` is a web address or empty."""

    title: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a script.

    `minutes` is the time at the script's full length, `minimum_minutes` the least it can be led in. A `protected`
    step keeps its minutes whatever the plan does. `audience_text` and the guidance are Markdown. A case step tells the
    moments that `tells` and, where there is one, `phase` say. `compare_with` is the id of an earlier scale step whose
    marks are shown beside those of this one; `scale_low` and `scale_high` are the words at 1 and at 10. `dots` is how
    many each person has where dots are divided; `frustrations` says which frustration each choice names, in their
    order; a step that begins in silence asks for `silent_minutes`.
    """

    id: str
    title: str
    kind: StepKind
    minutes: int
    minimum_minutes: int
    audience_title: str
    audience_text: str = ""
    protected: bool = False
    guidance: Guidance = Guidance()
    questions: tuple[Question, ...] = ()
    answering: Answering = Answering.NONE
    reveal: Reveal = Reveal.ON_REVEAL
    choices: tuple[str, ...] = ()
    frustrations: tuple[Frustration, ...] = ()
    cards: tuple[str, ...] = ()
    follow_up: tuple[str, ...] = ()
    way: Way = Way.TOGETHER
    tells: Tells = Tells.ALL
    phase: Phase | None = None
    compare_with: str | None = None
    scale_low: str = ""
    scale_high: str = ""
    dots: int = 3
    silent_minutes: int = 0

    @property
    def marks(self) -> tuple[str, ...]:
        """What an answer can be where answers are counted: a choice, or a whole number from 1 to 10."""
        if self.answering is Answering.SCALE:
            return tuple(str(number) for number in range(1, 11))
        return self.choices if self.answering is Answering.CHOICE else ()

    def question(self, question_id: str | None) -> Question | None:
        """Find a guiding question of this step."""
        return next((q for q in self.questions if q.id == question_id), None)


@dataclass(frozen=True, slots=True)
class Preparation:
    """What to arrange beforehand. `invitation` is a text to send."""

    room: str = ""
    materials: tuple[str, ...] = ()
    invitation: str = ""
    checklist: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseNeeds:
    """What a script asks of a case: moments in these phases, so many moments and roles, and what it works with."""

    phases: tuple[Phase, ...] = ()
    moments: int = 1
    roles: int = 0
    weighing: bool = False
    turning_points: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """A whole session on paper: goal, group, preparation and steps (at least one, each id once).

    `roles` says where those who take part work; it is empty when it is for everyone.
    `confidentiality` is what the group promises each other, in Markdown; empty where the program's own text is read.
    """

    id: str
    title: str
    form: Form
    goal: str
    for_whom: str
    group_min: int
    group_max: int
    steps: tuple[Step, ...]
    preparation: Preparation = Preparation()
    house_rules: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    needs: CaseNeeds = CaseNeeds()
    confidentiality: str = ""
    roles: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """Minutes of the script at its full length."""
        return sum(step.minutes for step in self.steps)

    @property
    def minimum_minutes(self) -> int:
        """The least minutes this script can be led in: protected steps whole, the others at their minimum."""
        return sum(step.minutes if step.protected else step.minimum_minutes for step in self.steps)

    @property
    def needs_case(self) -> bool:
        """Whether some step tells a case."""
        return any(step.kind is StepKind.CASE for step in self.steps)

    def index(self, step_id: str) -> int | None:
        """Position of a step, or None when it is not of this script."""
        return next((i for i, step in enumerate(self.steps) if step.id == step_id), None)
