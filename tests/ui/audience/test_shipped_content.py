"""Everything that is shipped to be shown to a room fits on one page, on the screens that rooms have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import islice, product

import pytest

from facilitator import words
from facilitator.content.locate import resource
from facilitator.core import events as ev
from facilitator.core.audience import AudienceView, Scene, audience_view
from facilitator.core.case_view import ShownAnswer, ShownDecision, ShownPoint, ShownWeighing
from facilitator.core.casus import Case, Phase
from facilitator.core.script import Form, Script, StepKind, Way
from facilitator.core.shown_card import public_part
from facilitator.core.weighing import QUESTIONS, SHORT, Outcome, Verdict
from facilitator.ui.audience import phrases
from facilitator.ui.audience.picture import _composed, compose
from facilitator.ui.theme import Theme
from tests.builders import Table
from tests.shipped import shipped_library
from tests.ui.audience.drawn import check_places
from tests.ui.audience.frames import words as words_of
from tests.ui.audience.recorder import runs_of

REASON = "Er is genoeg om samen te wegen. Wachten op zekerheid maakt het voor Sem en Noor niet veiliger."


@cache
def _shipped() -> tuple[tuple[Script, ...], tuple[Case, ...]]:
    library = shipped_library()
    return tuple(library.scripts), tuple(library.cases)


def _views() -> Iterator[AudienceView]:
    scripts, cases = _shipped()
    for script in scripts:
        for step in script.steps:
            base = AudienceView(
                Scene.PAGE, script.form, "Wijk Noord", title=step.audience_title, text=step.audience_text
            )
            if step.kind is not StepKind.CASE:
                yield base
                for question in step.questions:
                    yield AudienceView(base.scene, base.form, base.place, "", base.title, base.text, question.text)
    for case in cases:
        form = next(script.form for script in scripts if script.needs_case)
        for page, moment in enumerate(case.moments):
            for asked in ("", *(question.text for question in moment.questions)):
                yield AudienceView(
                    Scene.PAGE,
                    form,
                    "Noord",
                    case.title,
                    moment.title,
                    moment.audience_text,
                    asked,
                    page,
                    len(case.moments),
                    decision=ShownDecision(moment.phase, moment.meldcode_step, None, None, ""),
                )


def _case_scenes() -> Iterator[AudienceView]:
    """Every scene of a case that the shipped words can make, in its fullest state."""
    for case in _shipped()[1]:
        page = AudienceView(Scene.PAGE, Form.LEERBIJEENKOMST, "Noord", case.title, pages=len(case.moments))
        for moment in case.moments:
            needs = tuple(ShownAnswer("Weten of een signaal is opgepakt, en door wie", role) for role in case.roles[:3])
            for text in moment.turning_points:
                yield replace(page, scene=Scene.TURNING_POINT, point=ShownPoint(text, needs))
            for phase, step in product(Phase, range(1, 6)):
                decision = ShownDecision(moment.phase, moment.meldcode_step, phase, step, REASON)
                yield replace(page, scene=Scene.DECISION, decision=decision)
                yield replace(page, title=moment.title, text=moment.audience_text, decision=decision)
        others = tuple((number, Verdict.UNSURE) for number in range(2, 6))
        for (number, asked), outcome in product(QUESTIONS.items(), Outcome):
            weighing = ShownWeighing(number, asked, SHORT[number], Verdict.UNSURE, REASON, others, outcome)
            yield replace(page, scene=Scene.WEIGHING, weighing=weighing, way=Way.PERSPECTIVES, turn=case.roles[0])


@pytest.fixture
def _dutch(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The words that a room really reads; pictures laid out in one language are not kept for another."""
    monkeypatch.setattr(words, "_catalogue", words._catalogue)
    words.use(resource("i18n"))
    _composed.cache_clear()
    yield
    _composed.cache_clear()


@pytest.mark.usefixtures("_dutch")
@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (1280, 720)])
def test_every_scene_of_a_case_fits_on_one_page(themed: Theme, size: tuple[int, int]) -> None:
    views = tuple(_case_scenes())
    assert {view.scene for view in views} == {Scene.PAGE, Scene.TURNING_POINT, Scene.DECISION, Scene.WEIGHING}
    for view in views:
        picture = compose(view, *size, themed)
        assert len(picture.pages) == 1, phrases.headline(view)
        check_places(picture, *size)
        least = 50 if view.scene in {Scene.TURNING_POINT, Scene.WEIGHING} else 47  # pages and decisions are read
        assert max(line.look.size for line, _rect in picture.lines(0)) >= least * size[1] / 1080, phrases.headline(view)


@pytest.mark.usefixtures("_dutch")
def test_the_framework_s_questions_are_huge(themed: Theme) -> None:
    for number, question in QUESTIONS.items():
        weighing = ShownWeighing(number, question, SHORT[number], None, "", (), None)
        view = AudienceView(Scene.WEIGHING, Form.LEERBIJEENKOMST, "Noord", "Stil in de klas", weighing=weighing)
        picture = compose(view, 1920, 1080, themed)
        assert max(line.look.size for line, _rect in picture.lines(0)) >= 92


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (1280, 720)])
def test_every_page_fits_and_is_large(themed: Theme, size: tuple[int, int]) -> None:
    views = tuple(_views())
    assert len(views) > 20
    for view in views:
        picture = compose(view, *size, themed)
        assert len(picture.pages) == 1, view.title
        sizes = [line.look.size for line, _rect in picture.lines(0)]
        assert min(sizes) >= 28 * size[1] / 1080, view.title
        assert max(sizes) >= 60 * size[1] / 1080, view.title


@pytest.mark.usefixtures("_dutch")
@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (1080, 1920)])
def test_in_large_type_no_word_of_what_ships_is_broken(themed: Theme, now: datetime, size: tuple[int, int]) -> None:
    for view in islice(_views(), 0, None, 3):
        pages = runs_of(view, now, size, large=True)
        assert len(pages) <= 4, view.title
        painted = words_of(*(run.text for page in pages for run in page))
        assert words_of(view.title, view.question).keys() <= painted.keys()
        check_places(compose(view, *size, themed, large=True), *size)


@pytest.mark.usefixtures("_dutch")
@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_every_card_is_whole_on_few_pages_and_never_under_the_least_size(
    themed: Theme, now: datetime, size: tuple[int, int]
) -> None:
    for card in shipped_library().cards:
        table = Table().started()
        table.do(ev.CardShown, card=public_part(card))
        table.do(ev.ClaimRevealed, card_id=card.id)
        view = audience_view(table.session)
        picture = compose(view, *size, themed)
        assert len(picture.pages) <= 2, card.id
        check_places(picture, *size)
        sizes = [line.look.size for page in range(len(picture.pages)) for line, _rect in picture.lines(page)]
        assert min(sizes) >= 28 * size[1] / 1080, card.id
        painted = words_of(*(run.text for page in runs_of(view, now, size) for run in page))
        check = card.fact_check
        told = card.to_do if check is None else (card.summary, check.strength, check.may_say)
        told = (*told, *(figure.value for figure in card.figures))
        assert words_of(view.title.strip("‘’"), *(text.replace("*", "") for text in told)).keys() <= painted.keys()
