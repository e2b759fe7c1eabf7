"""Everything that can happen in a session, as frozen records.

Every event carries its own `id` (unique over all sessions) and `at`, the moment it happened (aware, UTC). Events are
kept for ever and folded again at every start, so a field may be added with a default, and never renamed or removed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from facilitator.core.agreement import Agreement, Status
from facilitator.core.casus import Case
from facilitator.core.people import Participant, Partner, Stay
from facilitator.core.script import Question, Script, Step
from facilitator.core.vocabulary import Phase
from facilitator.core.weighing import Verdict


class Screen(StrEnum):
    """What the audience window is told to do."""

    LIVE = "live"
    BLACK = "black"
    FROZEN = "frozen"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Details:
    """When and where. `available_minutes` is the whole meeting; `contact` is whom participants may ask afterwards.

    `start` is local wall-clock time; `time_zone` names the zone it is told in. `keep_months` is how long the session
    is kept before the program proposes to erase it.
    """

    place: str
    day: date
    start: time
    available_minutes: int
    municipality: str = ""
    next_meeting: date | None = None
    contact: str = ""
    keep_months: int = 12
    time_zone: str = "Europe/Amsterdam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened."""

    id: str
    at: datetime


class Change:
    """Marks an event that undo can take back: it changes what was written, not how the session goes."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Spotted:
    """Words in a written text that look like personal data of this kind (a value of `privacy.PersonalData`).

    They are noted in the event that writes the text: what the detector of that day saw is what counts for ever after.
    """

    kind: str
    text: str


class Decision(StrEnum):
    """What a person said of something that was spotted: it is invented, or it may be shown all the same."""

    INVENTED = "verzonnen"
    SHOWN = "toon-toch"


# ---- the session itself


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlanned(Event):
    """The first event: the whole script (and case) as it was that day, the people invited, and the minutes per step."""

    session_id: str
    script: Script
    details: Details
    minutes: tuple[int, ...]
    case: Case | None = None
    partners: tuple[Partner, ...] = ()
    participants: tuple[Participant, ...] = ()
    rehearsal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStarted(Event):
    """The meeting begins, at its first step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionClosed(Event):
    """The meeting is over and its documents may be handed out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionReopened(Event):
    """A closed session is opened to correct it; what is handed out next replaces what was."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsChanged(Event, Change):
    """Date, place or times were put right. The minutes per step stay as they were planned."""

    details: Details


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChanged(Event):
    """The minutes per step were planned anew, before the meeting began."""

    minutes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeDivided(Event, Change):
    """The minutes per step were divided anew while the meeting runs."""

    minutes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeChanged(Event, Change):
    """Steps were put in another order, dropped, or taken up again, while the meeting runs.

    `order` names every step of the programme once, `minutes` is theirs in that order (0 for one that is dropped).
    """

    order: tuple[str, ...]
    minutes: tuple[int, ...]
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWritten(Event, Change):
    """A step that the script does not have comes before another (None: at the end), or its words were put right."""

    step: Step
    before: str | None = None
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWritten(Event, Change):
    """A guiding question that the script does not have is to be asked at a step, or at a moment of the case."""

    step_id: str
    question: Question
    moment_id: str | None = None
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSwitched(Event, Change):
    """Another case, whole as it was that day, is studied from here on."""

    case: Case


# ---- going through it


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEntered(Event):
    """A person moved to a step; `page` counts from 0 (a case step has a page per moment)."""

    step_id: str
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionChosen(Event):
    """A guiding question of the present page is put to the room, or taken away again (None)."""

    question_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceBegun(Event):
    """A silence of so many minutes begins; one that is going on becomes that long, counted from its beginning."""

    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceEnded(Event):
    """A person ended the silence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenSet(Event):
    """The audience window goes black, frozen (the room keeps what it sees) or neutral, over what it was; or live."""

    screen: Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenBack(Event):
    """What came over the audience window last is taken away: what was there before is there again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReadBack(Event):
    """An agreement is shown to the room to be confirmed, or the reading back is over (None)."""

    agreement_id: str | None


# ---- the clock


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one moment to another (aware)."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPaused(Event):
    """The meeting stands still, where it is: no step takes time until it goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingContinued(Event):
    """A meeting that stood still goes on, at the same step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseCounted(Event, Change):
    """Time that is over counts as a pause, as when the laptop slept while the group waited."""

    stretch: Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCorrected(Event, Change):
    """A step, or with it the meeting, began at another moment than the key was pressed.

    `visit` is the place (from 0) of that entry among all entries of the meeting, `began` when it was (aware).
    """

    visit: int
    began: datetime


# ---- people


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerAdded(Event, Change):
    """An organisation joins the table."""

    partner: Partner


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRenamed(Event, Change):
    """An organisation's name is put right."""

    partner_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRemoved(Event, Change):
    """An organisation was added by mistake; refused while anything names it."""

    partner_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantAdded(Event, Change):
    """A person joins."""

    participant: Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantChanged(Event, Change):
    """Name, role, organisation, address or presence of a person changed; found by its id."""

    participant: Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRemoved(Event, Change):
    """A person was added by mistake; refused while an agreement names them."""

    participant_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnersSeated(Event, Change):
    """The organisations sit at the table in this order; whoever is not named comes after them."""

    partner_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceSet(Event, Change):
    """A person came into the room or left it, at `since` or else now."""

    participant_id: str
    present: bool
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceCorrected(Event, Change):
    """When a person was in the room is put right as a whole; no stay at all says that they never came."""

    participant_id: str
    stays: tuple[Stay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidentialityShown(Event):
    """A text about confidentiality is put before the room to be read aloud, or taken away (None)."""

    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidentialityPledged(Event, Change):
    """These persons agreed to keep to the text that was read, or that is taken back."""

    participant_ids: tuple[str, ...]
    text: str = ""
    pledged: bool = True


# ---- what is said


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


# ---- what is prepared for the room


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


# ---- what is agreed


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementMade(Event, Change):
    """An agreement was recorded."""

    agreement: Agreement
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementChanged(Event, Change):
    """An agreement was completed or put right; found by its id. A change takes its confirmation back."""

    agreement: Agreement
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRemoved(Event, Change):
    """An agreement was taken away."""

    agreement_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementConfirmed(Event, Change):
    """The room said yes to an agreement, or took that back."""

    agreement_id: str
    confirmed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementStatusSet(Event, Change):
    """How an agreement stands now; also after the session was closed."""

    agreement_id: str
    status: Status
    remark: str = ""
    findings: tuple[Spotted, ...] = ()


# ---- a case that is lived through


class CaseScene(StrEnum):
    """What of a case stands before the room instead of the text of its moment."""

    GENOGRAM = "genogram"
    NETWORK = "network"
    TIMELINE = "timeline"
    TURNING_POINT = "turning-point"
    DECISION = "decision"
    WEIGHING = "weighing"


PICTURES = frozenset({CaseScene.GENOGRAM, CaseScene.NETWORK, CaseScene.TIMELINE})
"""The scenes that draw what is known of a case."""


@dataclass(frozen=True, slots=True)
class Deal:
    """The roles of the case that a participant holds: one, several in a small group, or shared with others."""

    participant_id: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A point in a moment where, the group says, it could have gone another way."""

    id: str
    moment_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Where the group would put a moment now: its phase, its step of the meldcode (1-5), and why. None: as told."""

    moment_id: str
    phase: Phase | None = None
    meldcode_step: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the group says to a weighing question (1-5) at a moment, and why; no verdict yet while there are reasons."""

    moment_id: str
    question: int
    verdict: Verdict | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesDealt(Event, Change):
    """The roles of the case were dealt; whoever is not named holds none."""

    deals: tuple[Deal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningPointMarked(Event, Change):
    """The group marked a turning point, or put the words of one right; found by its id."""

    point: TurningPoint
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningPointRemoved(Event, Change):
    """A turning point was marked by mistake. What was said to be needed there stays, as an answer of its moment."""

    point_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentJudged(Event, Change):
    """The group moved a moment to another phase or step of the meldcode; a second judgement replaces the first."""

    judgement: Judgement
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWeighed(Event, Change):
    """The group weighed a question; weighing it again replaces what it said before."""

    weighed: Weighed
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseShown(Event):
    """Something of the case is put before the room, or taken away (None).

    `item` is the id of a turning point, or the number of a weighing question.
    """

    scene: CaseScene | None
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenterChosen(Event):
    """Who brought in what the group talks about, and only listens: a partner's id, a role of the case, or nobody."""

    whose: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnGiven(Event):
    """The floor went to a partner (by id) or a role of the case; None when nobody in particular has it."""

    whose: str | None


# ---- what looks like personal data


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSettled(Event, Change):
    """A person decided about something that was spotted in the text with this id.

    What is invented is invented wherever it stands; what is shown all the same is shown in this text alone.
    """

    subject_id: str
    text: str
    decision: Decision


# ---- undo


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone(Event):
    """The newest change still standing is taken back."""

    event_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Redone(Event):
    """The change taken back last is made again."""

    event_id: str


EVENT_TYPES: dict[str, type[Event]] = {kind.__name__: kind for kind in Event.__subclasses__()}
"""Every kind of event by its stored name."""
