"""What the room may see, and nothing else.

`AudienceView` is a type of its own: it has no field for a private note, a participant's name, guidance, an answer that
was not shown or a message of the program, so there is nothing that could leak into the audience window.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from facilitator.core import turns
from facilitator.core.agreement_view import ShownAgreement as ShownAgreement  # noqa: PLC0414  known under this name too
from facilitator.core.agreement_view import shown_agreement
from facilitator.core.card_view import SeenCard, SeenClaim, seen_card, seen_claim
from facilitator.core.case_view import (
    ShownAnswer,
    ShownDecision,
    ShownPoint,
    ShownWeighing,
    may_be_seen,
    shown_answers,
    shown_decision,
    shown_picture,
    shown_point,
    shown_weighing,
)
from facilitator.core.counted import ShownChoice as ShownChoice  # noqa: PLC0414  known under this name too
from facilitator.core.counted import Tally as Tally  # noqa: PLC0414  known under this name too
from facilitator.core.counted import Voted, marks_before, shown_choices, shown_tally, shown_votes
from facilitator.core.course import Visit
from facilitator.core.disclosure import Disclosed
from facilitator.core.events import PICTURES, CaseScene, Screen, Slide
from facilitator.core.infographic import Panel
from facilitator.core.look_back_view import ShownLookBack as ShownLookBack  # noqa: PLC0414  known under this name too
from facilitator.core.look_back_view import shown_look_back
from facilitator.core.script import Form, Way
from facilitator.core.session import Session, State
from facilitator.core.shown_card import ShownCard
from facilitator.core.time_bar import TimeBar as TimeBar  # noqa: PLC0414  known under this name too
from facilitator.core.time_bar import time_bar
from facilitator.core.timing import visits
from facilitator.core.walk_view import ShownWalk as ShownWalk  # noqa: PLC0414  known under this name too
from facilitator.core.walk_view import shown_walk


class Scene(StrEnum):
    """What sort of picture the room sees."""

    BLACK = "black"
    NEUTRAL = "neutral"
    PAGE = "page"
    AGREEMENT = "agreement"
    TURNING_POINT = "turning-point"
    DECISION = "decision"
    WEIGHING = "weighing"
    PICTURE = "picture"
    CONFIDENTIALITY = "confidentiality"
    SLIDE = "slide"
    LOOK_BACK = "look-back"
    WALK = "walk"
    PANEL = "panel"
    CARD = "card"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class ShownSilence:
    """It is to be quiet for so many minutes since a moment."""

    since: datetime
    minutes: int


@dataclass(frozen=True, slots=True)
class AudienceView:
    """One picture for the room. Texts are Markdown only in `text`; all else is plain, also `words`, those of a slide.

    `turn` names the organisation or role that has the floor, `scale` the words at 1 and at 10; `compared` says whether
    there were marks before to compare with. `choices` are what there is to choose from, until the counts of `tally`
    or what was `voted` stand in their place. `decision` says where a moment of a case stands.
    `card` is a knowledge card, `claim` a fact check as far as the group is with it.
    `picture` says which drawing of what is `known` of a case the room looks at; nothing is known that it does not draw.
    """

    scene: Scene
    form: Form
    place: str
    case_title: str = ""
    title: str = ""
    text: str = ""
    question: str = ""
    page: int = 0
    pages: int = 1
    answers: tuple[ShownAnswer, ...] = ()
    choices: tuple[ShownChoice, ...] = ()
    tally: tuple[Tally, ...] = ()
    voted: Voted | None = None
    agreement: ShownAgreement | None = None
    look_back: ShownLookBack | None = None
    bar: TimeBar | None = None
    way: Way = Way.TOGETHER
    turn: str = ""
    scale: tuple[str, str] = ("", "")
    compared: bool = False
    decision: ShownDecision | None = None
    point: ShownPoint | None = None
    weighing: ShownWeighing | None = None
    picture: CaseScene | None = None
    known: Disclosed | None = None
    silence: ShownSilence | None = None
    words: str = ""
    walk: ShownWalk | None = None
    card: SeenCard | None = None
    claim: SeenClaim | None = None
    panel: Panel | None = None


def audience_view(session: Session) -> AudienceView:  # noqa: PLR0911  what lies over what, the highest first
    """Give what the room may see of a session."""
    course = session.course
    plain = AudienceView(Scene.NEUTRAL, session.script.form, session.details.place)
    if course.screen is Screen.BLACK:
        return AudienceView(Scene.BLACK, session.script.form, "")
    if course.screen is Screen.NEUTRAL or (course.state is State.PLANNED and not course.shows_alone):
        return plain
    if course.screen is Screen.FROZEN and course.held is not None:
        return audience_view(_as_frozen(course.held, session))
    if course.confidentiality or course.read_back is not None:
        return _read_aloud_view(session, plain)
    if course.look_back_ref is not None:
        return _look_back_view(session, plain)
    if course.slide_id is not None:
        return _slide_view(session, plain)
    if course.walk is not None:
        return _walk_view(session, plain)
    if course.panel is not None or course.card is not None:
        return _known_view(session, plain)
    if course.state is State.CLOSED or session.notebook.is_held(session.step.id):
        return plain
    page = _page_view(session)
    return page if course.case_scene is None else _case_view(session, page, course.case_scene)


def _look_back_view(session: Session, plain: AudienceView) -> AudienceView:
    """An agreement of an earlier session; its place stays neutral once not all it belongs to sit at this table."""
    shown = shown_look_back(session)
    return plain if shown is None else replace(plain, scene=Scene.LOOK_BACK, look_back=shown, bar=time_bar(session))


def _walk_view(session: Session, plain: AudienceView) -> AudienceView:
    """A question of an instrument, or where it led; its place stays neutral once that is not there any more."""
    shown = shown_walk(session)
    return plain if shown is None else replace(plain, scene=Scene.WALK, walk=shown, bar=time_bar(session))


def _known_view(session: Session, plain: AudienceView) -> AudienceView:
    """What of the knowledge there is stands before the room: a panel of the infographic, or a card."""
    card, panel = session.course.card, session.course.panel
    if panel is not None:
        return panel_view(session, panel)
    assert card is not None  # noqa: S101  asked for when one of them stands there
    return _card_view(session, plain, card)


def _card_view(session: Session, plain: AudienceView, card: ShownCard) -> AudienceView:
    """The public part of a card; of a fact check what the group knows of it by now."""
    timed = replace(plain, bar=time_bar(session))
    if card.claim is None:
        return replace(timed, scene=Scene.CARD, title=card.title, card=seen_card(session, card))
    return replace(timed, scene=Scene.CLAIM, title=card.claim.claim, claim=seen_claim(session, card, card.claim))


def panel_view(session: Session, panel: Panel) -> AudienceView:
    """Give a panel of the infographic as the room would see it."""
    form, place = session.script.form, session.details.place
    return AudienceView(Scene.PANEL, form, place, title=panel.title, panel=panel, bar=time_bar(session))


def _slide_view(session: Session, plain: AudienceView) -> AudienceView:
    """A slide that was prepared; its place stays neutral where words on it wait for a decision."""
    slide = session.slide(session.course.slide_id)
    return plain if slide is None or session.notebook.is_held(slide.id) else slide_view(session, slide)


def slide_view(session: Session, slide: Slide) -> AudienceView:
    """Give a slide as the room would see it."""
    form, place, bar = session.script.form, session.details.place, time_bar(session)
    return AudienceView(Scene.SLIDE, form, place, title=slide.title, words=slide.text, bar=bar)


def _as_frozen(held: Session, session: Session) -> Session:
    """What the room still sees, without words that a person let pass and then took that decision back.

    Its time goes on as in the step it was, and stands still where the meeting does.
    """
    standing = tuple(settled for settled in held.notebook.settled if settled in session.notebook.settled)
    book = replace(held.notebook, settled=standing, pauses=session.notebook.pauses, put_right=())
    return replace(held, notebook=book, course=replace(held.course, visits=_still_there(held, session)))


def _still_there(held: Session, session: Session) -> tuple[Visit, ...]:
    """The visits of a session as if the meeting had stayed where the room was frozen."""
    there = len(held.course.visits)
    made, since = visits(session)[:there], visits(session)[there:]
    for visit in since if made else ():
        if visit.paused != made[-1].paused:
            made = (*made, replace(visit, step_id=held.course.step_id, page=held.course.page))
    return made


def _page_view(session: Session) -> AudienceView:
    step, moment, question = session.step, session.moment, session.question
    if question is not None and session.notebook.is_held(question.id):
        question = None
    shown = tuple(a for a in session.answers_here() if may_be_seen(session, a) and not a.turning_point_id)
    voted = shown_votes(session, shown)
    counted = bool(step.marks) or step.answering.of_options
    return AudienceView(
        Scene.PAGE,
        session.script.form,
        session.details.place,
        case_title="" if moment is None or session.case is None else session.case.title,
        title=step.audience_title if moment is None else moment.title,
        text=step.audience_text if moment is None else moment.audience_text,
        question="" if question is None else question.text,
        page=session.moments_told - 1 if moment is not None else session.course.page,
        pages=len(session.case.moments) if moment is not None and session.case is not None else 1,
        answers=() if counted else shown_answers(session, shown),
        choices=shown_choices(session, shown) if voted is None else (),
        voted=voted,
        tally=shown_tally(session, shown) if step.marks else (),
        bar=time_bar(session),
        way=step.way,
        turn=turns.turn_name(session, session.course.turn),
        scale=(step.scale_low, step.scale_high),
        compared=any(marks_before(session)),
        decision=None if moment is None else shown_decision(session, moment, why=False),
        silence=_silence(session),
    )


def _case_view(session: Session, page: AudienceView, scene: CaseScene) -> AudienceView:
    """Put what was chosen of the case in place of the page; the page itself where that cannot be shown."""
    bare = replace(page, text="", question="", answers=(), choices=(), tally=(), voted=None)
    moment, case = session.moment, session.case
    if case is not None and scene in PICTURES:
        known = shown_picture(case, session.moments_told, scene)
        return replace(bare, scene=Scene.PICTURE, case_title=case.title, picture=scene, known=known)
    if scene is CaseScene.TURNING_POINT:
        point = shown_point(session)
        return page if point is None else replace(bare, scene=Scene.TURNING_POINT, point=point)
    if scene is CaseScene.DECISION:
        decision = None if moment is None else shown_decision(session, moment, why=True)
        return replace(bare, scene=Scene.DECISION, decision=decision)
    return replace(bare, scene=Scene.WEIGHING, weighing=None if moment is None else shown_weighing(session, moment))


def _silence(session: Session) -> ShownSilence | None:
    silence = session.course.silence
    return None if silence is None or silence.ended else ShownSilence(silence.since, silence.minutes)


def _read_aloud_view(session: Session, plain: AudienceView) -> AudienceView:
    """What is read aloud, in place of the page: the text about confidentiality, or an agreement to be confirmed."""
    text = session.course.confidentiality
    if text:
        return replace(plain, scene=Scene.CONFIDENTIALITY, text=text, bar=time_bar(session))
    shown = shown_agreement(session)
    return plain if shown is None else replace(plain, scene=Scene.AGREEMENT, agreement=shown, bar=time_bar(session))
