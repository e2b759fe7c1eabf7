"""What a frame says: checks that hold every word on it against the view, and every pixel against the words.

Each raises AssertionError. They know nothing of how a view is laid out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from facilitator.core.audience import AudienceView, Scene
from facilitator.core.card_view import SeenClaim
from facilitator.core.case_view import ShownAnswer
from facilitator.core.weighing import QUESTIONS, SHORT, Outcome
from facilitator.ui import theme
from facilitator.ui.audience import phrases
from facilitator.ui.audience.paint import clock_of, paint_view
from facilitator.ui.case_words import meldcode_steps
from facilitator.ui.dates import long_day
from facilitator.ui.widgets.markdown import parse
from tests.ui.audience.recorder import Run, runs_of

WORD = re.compile(r"\w+")
MARKED = re.compile(r"[a-z]+\d{5}x")
T = TypeVar("T")

_SAID = """
    Het Gesprek Learning session case invented Who With whom When Feedback to before confirmed agreement of moment
    min left time round off we in the story start now vote votes Turning point What did you need then and from who
    would decide Phase Meldcode meldcode step Why Has floor One after other Write for yourself first It is quiet a
    The one brought it listens sits with their back group In pairs Direct Stable Recovery safety Weighing question
    weighing framework basic model says yes no doubt Confidentiality
    minute minutes are over half still left dots place shared on average from best always first in order yet no one
    Group Further almost Agreed on its day has passed goes this meeting kept dropped agreed being done handed not
    confirmed yet Remark To whom question You went through all questions
    Stopped at last answer leads nowhere card right Ask Veilig Thuis for advice 0800 2000
    Is this so Guess first True Partly true Not What people say the sources How strong that is you can Sources Source
    There may be a newer figure look it up do You guessed partly
    Each dot Past its From card cards
"""
_NAMED = (*meldcode_steps().values(), *QUESTIONS.values(), *SHORT.values(), *(end.value for end in Outcome))
OWN_WORDS = frozenset(WORD.findall(" ".join((_SAID, *_NAMED))))
"""Words that the room's screen adds of its own, in the English of the code. Numbers too: of pages, minutes, steps."""

SIZES = [(1920, 1080), (1024, 768), (1080, 1920)]


def texts(value: Any) -> Iterator[str]:
    """Every text in a view, deep inside too, as it is painted: no markup, no name of a choice in the code."""
    if isinstance(value, Enum | datetime):
        return
    if isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            said = getattr(value, field.name)
            if field.name == "text" and isinstance(value, AudienceView):
                yield from ("".join(span.text for span in block.spans) for block in parse(said))
            else:
                yield from texts(said)
    elif isinstance(value, date):
        yield long_day(value)
    elif isinstance(value, str):
        yield value


def words(*said: str) -> Counter[str]:
    """The words of texts, counted."""
    return Counter(word for text in said for word in WORD.findall(text))


def _named_once(answers: Iterable[ShownAnswer]) -> Iterator[ShownAnswer]:
    """A group is named above its answers, not with each of them."""
    named: set[object] = set()
    for answer in answers:
        yield replace(answer, group=None) if answer.group in named else answer
        named.add(answer.group)


def _sourced_once(claim: SeenClaim | None) -> SeenClaim | None:
    """A source stands with its figure, and not again among the other sources."""
    if claim is None or claim.answer is None:
        return claim
    named = {figure.source for figure in claim.answer.figures}
    others = tuple(source for source in claim.answer.sources if source not in named)
    return replace(claim, answer=replace(claim.answer, sources=others))


def has_to_say(view: AudienceView) -> Counter[str]:
    """The words of a view that have to be on its pages, each as often as it stands there."""
    if view.scene is Scene.BLACK:
        return Counter()
    if view.scene is Scene.NEUTRAL:
        return words(view.form.msgid, view.place)
    view = replace(view, answers=tuple(_named_once(view.answers)))
    head = words(view.form.msgid, view.case_title or view.place)
    body = {
        Scene.PAGE: tuple(texts(replace(view, case_title="", place="", decision=None))),
        Scene.AGREEMENT: tuple(texts(view.agreement)),
        Scene.LOOK_BACK: tuple(texts(view.look_back)),
        Scene.TURNING_POINT: tuple(texts(view.point)),
        Scene.DECISION: tuple(texts(view.decision)),
        Scene.WEIGHING: tuple(texts(view.weighing)),
        Scene.SLIDE: (view.title, view.words),
        Scene.CONFIDENTIALITY: tuple(texts(replace(view, place=""))),
        Scene.PICTURE: (),
        Scene.PANEL: (),
        Scene.WALK: tuple(texts(view.walk)),
        Scene.CARD: (view.title, *texts(view.card)),
        Scene.CLAIM: (view.title, *texts(_sourced_once(view.claim))),
    }[view.scene]
    if view.scene is Scene.PAGE and (view.tally or not view.way.in_turn):
        turn, low, high = view.turn, *view.scale
        shown = [text for text in body if text not in {turn, low, high}]
        return head + words(*shown)
    return head + words(*body)


def _years(view: AudienceView) -> Iterator[str]:
    """The years of figures: they are numbers in a view."""
    answer = None if view.claim is None else view.claim.answer
    for figures in (view.card.figures if view.card else (), answer.figures if answer else ()):
        yield from (str(figure.year) for figure in figures)


def check_words(view: AudienceView, now: datetime, size: tuple[int, int], *, large: bool = False) -> None:
    """Every word on the pages is the view's or one of the screen's own, and every word of the view is there."""
    pages = runs_of(view, now, size, large=large)
    painted = words(*(run.text for page in pages for run in page))
    known = words(*texts(view), *_years(view))
    corner = words(phrases.corner(view, clock_of(view.bar, now).left))
    strange = {word for word in painted if not (word in known or word in OWN_WORDS or _is_part(word, known))}
    assert not strange, f"not in the view: {sorted(strange)}"
    missing = has_to_say(view) - painted
    assert not missing, f"not painted: {missing}"
    assert all(painted[word] for word in corner), f"the corner does not say {corner}"
    if view.scene not in {Scene.PICTURE, Scene.PANEL} and len(pages) == 1:  # several pages say their title again
        often = {word for word, count in painted.items() if MARKED.fullmatch(word) and count > known[word]}
        assert not often, f"said more often than the view does: {often}"


def _is_part(word: str, known: Iterable[str]) -> bool:
    """Whether it is a number of the screen's own, or what is left of a word that is broken or cut short."""
    number = word.isdigit() and len(word) <= 4
    return number or any(whole.startswith(word) or whole.endswith(word) for whole in known)


# ---- pixels


def frame(view: AudienceView, now: datetime, size: tuple[int, int], page: int = 0) -> QImage:
    """A page as the projector gets it. It is painted twice: the first time Qt's large letters are a shade different."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    for _time in range(2):
        painter = QPainter(image)
        paint_view(painter, QRectF(0, 0, *size), view, now, theme.current(), page)
        painter.end()
    return image


def with_other_words(value: T) -> T:
    """The same with 4 for 8 and 8 for 4 in every marked word: they are equally wide here, so that nothing moves."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return MARKED.sub(lambda found: found.group().translate(_OTHERS), value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(with_other_words(item) for item in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: with_other_words(getattr(value, field.name)) for field in fields(value)})
    return value


_OTHERS = str.maketrans("48", "84")


def check_pixels(view: AudienceView, now: datetime, size: tuple[int, int]) -> int:
    """When words change, pixels change where those words stand, and nowhere else. Gives how many runs changed."""
    changed = with_other_words(view)
    if changed == view:
        return 0
    before, after = runs_of(view, now, size), runs_of(changed, now, size)
    assert len(before) == len(after)
    count = 0
    for page, (runs, others) in enumerate(zip(before, after, strict=True)):
        assert all(_is_near(run.place, other.place) for run, other in zip(runs, others, strict=True))
        turned = [run for run, other in zip(runs, others, strict=True) if run.text != other.text]
        count += len(turned)
        _check_difference(frame(view, now, size, page), frame(changed, now, size, page), turned)
    return count


def _is_near(one: QRectF, other: QRectF) -> bool:
    """Whether two places are the same but for what letters give way to each other."""
    return all(abs(a - b) < 5 for a, b in zip(one.getCoords(), other.getCoords(), strict=True))  # type: ignore[call-overload]


def _check_difference(one: QImage, other: QImage, runs: list[Run]) -> None:
    """Two frames differ in the place of every run, and are the same once those places are painted over."""
    for run in runs:
        place = run.place.toAlignedRect()
        assert one.copy(place) != other.copy(place), f"nothing is painted where {run.text!r} should be"
    for image in (one, other):
        painter = QPainter(image)
        for run in runs:
            painter.fillRect(run.place.adjusted(-4, -4, 4, 4).toAlignedRect(), 0xFF00FF)
        painter.end()
    assert one == other, "a pixel changed where no word did"
