"""What is said and written down, in the room and in private, and what is prepared for the room."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.events.base import Change, Event, Spotted


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said. It belongs to a step, and to a question and a case moment where there was one.

    `role` is the role of the case it was said from; `turning_point_id` the turning point at which it says what was
    needed; `votes` how many chose it where a group chooses between proposals. `waits` says that the room would see it,
    were nothing in it to be decided first: what was hidden by hand does not wait. `order` makes it an order of the
    options of its step, best first: each a choice by its words, or a proposal by its id.
    """

    id: str
    step_id: str
    text: str
    partner_id: str | None = None
    question_id: str | None = None
    moment_id: str | None = None
    shown: bool = False
    role: str = ""
    turning_point_id: str | None = None
    votes: int = 0
    waits: bool = False
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A private note. `released` puts it in the report; it never reaches the audience."""

    id: str
    text: str
    step_id: str | None = None
    released: bool = False


@dataclass(frozen=True, slots=True)
class Slide:
    """A few words for the room, prepared in private. `ready` says that it may be shown; until then it is a draft."""

    id: str
    title: str
    text: str = ""
    ready: bool = False


@dataclass(frozen=True, slots=True)
class Parked:
    """Something for later, kept on the parking lot."""

    id: str
    text: str
    step_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven(Event, Change):
    """An answer was typed. Whether it is shown follows from its step."""

    answer: Answer
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChanged(Event, Change):
    """The words, the partner or the role of an answer were put right; an order keeps its order unless there is one."""

    answer_id: str
    text: str
    partner_id: str | None = None
    role: str = ""
    findings: tuple[Spotted, ...] = ()
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VotesCounted(Event, Change):
    """So many chose this answer."""

    answer_id: str
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRemoved(Event, Change):
    """An answer was taken away."""

    answer_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersShown(Event, Change):
    """Answers were revealed to the room, or hidden again: one, several, or all of a page at once."""

    answer_ids: tuple[str, ...]
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Dots:
    """How many dots lie at an option of a step: a choice by its words, or a proposal by the id of its answer."""

    step_id: str
    option: str
    count: int
    moment_id: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Answers of one page that belong together, under a short name (empty: it has none yet)."""

    id: str
    step_id: str
    name: str
    answer_ids: tuple[str, ...]
    moment_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsCounted(Event, Change):
    """So many dots lie at this option."""

    dots: Dots


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsShown(Event, Change):
    """How the dots of a page lie was shown to the room, or hidden again."""

    step_id: str
    moment_id: str | None = None
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersGrouped(Event, Change):
    """Answers were put together, or a group got another name or other answers; found by its id.

    An answer is in one group at most: it leaves the one it was in.
    """

    group: AnswerGroup
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersUngrouped(Event, Change):
    """A group was taken apart; its answers stay."""

    group_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWritten(Event, Change):
    """A private note was written."""

    note: Note
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteChanged(Event, Change):
    """A private note was put right, or released for the report."""

    note_id: str
    text: str
    released: bool = False
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRemoved(Event, Change):
    """A private note was taken away."""

    note_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemParked(Event, Change):
    """Something was put on the parking lot."""

    item: Parked
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedChanged(Event, Change):
    """The words of something on the parking lot were put right; found by its id."""

    item: Parked
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemUnparked(Event, Change):
    """Something was taken off the parking lot."""

    item_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideWritten(Event, Change):
    """A slide was written, put right, or made ready; found by its id."""

    slide: Slide
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideRemoved(Event, Change):
    """A slide was thrown away."""

    slide_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideShown(Event):
    """A slide that is ready stands before the room, or is taken away (None)."""

    slide_id: str | None
