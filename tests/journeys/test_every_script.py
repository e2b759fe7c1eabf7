"""Every shipped script is played to its end with every shipped case that suits it, at every length it offers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from facilitator import words
from facilitator.content.locate import resource
from facilitator.core.audience import AudienceView, Scene
from facilitator.core.casus import Case
from facilitator.core.fit import fit
from facilitator.core.script import Script
from facilitator.core.session import told_in
from facilitator.report.bundle import report_of, run_sheet_of
from facilitator.report.press import Press
from facilitator.ui import theme
from facilitator.ui.audience import drawn, phrases
from facilitator.ui.audience.picture import _composed, compose
from facilitator.ui.pictures.ahead import pages_ahead
from tests.journeys.playing import Play
from tests.shipped import shipped_library
from tests.ui.audience.drawn import check_places

LIBRARY = shipped_library()
TOLD = [
    (script, case)
    for case, script in product(LIBRARY.cases, LIBRARY.scripts)  # whoever runs a part of it draws the pictures of few
    if script.needs_case and fit(script, case).suits
]
PLAYED: list[tuple[Script, Case | None]] = [*TOLD, *((one, None) for one in LIBRARY.scripts if not one.needs_case)]
SIZES = [(1920, 1080), (1280, 720), (1024, 768)]
every_pair = pytest.mark.parametrize(
    ("script", "case"),
    PLAYED,
    ids=lambda one: getattr(one, "id", "zonder-casus"),
    scope="module",  # all questions about a pair one after the other: it is played once for them
)


@pytest.fixture(scope="module", autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    """The words that a room really reads, and the look they have."""
    theme.apply(qapp, resource("theme"))
    before = words._catalogue
    words.use(resource("i18n"))
    _composed.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        # Every picture is laid out once, however many scripts come past it.
        patch.setattr(drawn, "pages_ahead", lru_cache(maxsize=None)(pages_ahead.__wrapped__))
        yield
    words._catalogue = before
    for kept in (_composed, played, check_view):  # hundreds of megabytes, which every later collection would go through
        kept.cache_clear()


def lengths(script: Script) -> tuple[int, int, int]:
    """The shortest that a script can be led in, its own length, and one that is longer."""
    return script.minimum_minutes, script.minutes, script.minutes * 3 // 2


@cache
def played(script_id: str, case_id: str | None, minutes: int) -> Play:
    """A script that was played to its end."""
    script, case = LIBRARY.script(script_id), LIBRARY.case(case_id) if case_id else None
    assert script is not None
    return Play(script, case, minutes).to_the_end()


def plays(script: Script, case: Case | None) -> list[Play]:
    """It at every length."""
    return [played(script.id, case and case.id, minutes) for minutes in lengths(script)]


def test_every_script_has_a_case_to_be_played_with() -> None:
    assert {script.id for script, _case in PLAYED} == {script.id for script in LIBRARY.scripts}
    assert {case.id for _script, case in TOLD} == {case.id for case in LIBRARY.cases}


@every_pair
def test_every_page_is_entered_in_the_time_there_is(script: Script, case: Case | None) -> None:
    for play, minutes in zip(plays(script, case), lengths(script), strict=True):
        assert play.plan.short_by == 0
        assert sum(play.plan.minutes) == minutes
        told = [len(told_in(step, case)) if case else 0 for step in script.steps]
        assert play.places == [(step, page) for step, count in enumerate(told) for page in range(max(1, count))]
        least = [step.minutes if step.protected else step.minimum_minutes for step in script.steps]
        assert all(given >= needed for given, needed in zip(play.plan.minutes, least, strict=True))
        assert play.paces[-1] == 0, "who takes the planned minutes ends on time"


@every_pair
def test_the_room_sees_the_same_however_long_it_takes(script: Script, case: Case | None) -> None:
    short, full, longer = plays(script, case)
    assert short.views == full.views == longer.views
    scenes = {view.scene for view in full.views}
    lived = {Scene.PICTURE, Scene.TURNING_POINT, Scene.DECISION, Scene.WEIGHING} if case else set()
    assert scenes == {Scene.PAGE, Scene.AGREEMENT, Scene.NEUTRAL, *lived}


@cache  # scripts share the moments of a case, and cases the steps of a script
def check_view(view: AudienceView, size: tuple[int, int]) -> None:
    """Nothing is clipped or too small; what does not fit is paged, and what one looks at stays on one page."""
    picture = compose(view, *size, theme.current())
    check_places(picture, *size)
    for number in range(len(picture.pages)):
        for placed, top in picture.rows(number):
            assert top >= 0, phrases.headline(view)
            assert top + placed.row.height <= size[1], phrases.headline(view)
    if view.scene is not Scene.PICTURE and len(view.answers) == 0:
        assert len(picture.pages) == 1, phrases.headline(view)


@pytest.mark.parametrize("size", SIZES, ids=str)
@every_pair
def test_nothing_is_clipped_on_any_screen(script: Script, case: Case | None, size: tuple[int, int]) -> None:
    views = dict.fromkeys(plays(script, case)[1].views)
    assert len(views) > 2 * len(script.steps)
    for view in views:
        check_view(view, size)


@pytest.mark.parametrize("script", LIBRARY.scripts, ids=lambda script: script.id)
def test_no_page_is_bare_or_crowded(script: Script) -> None:
    for step in script.steps:
        words = f"{step.audience_title} {step.audience_text}".split()
        assert 5 <= len(words) <= 60, step.id


@pytest.mark.parametrize("case", LIBRARY.cases, ids=lambda case: case.id)
def test_what_the_room_reads_of_a_moment_is_neither_bare_nor_crowded(case: Case) -> None:
    for moment in case.moments:
        assert 30 <= len(moment.audience_text.split()) <= 60, moment.id


@pytest.fixture(scope="module")
def press() -> Press:
    """What makes paper."""
    return Press(resource("templates"), resource("fonts"))


@every_pair
def test_what_is_printed_is_whole(press: Press, script: Script, case: Case | None) -> None:
    session = plays(script, case)[0].table.session
    for job in (run_sheet_of(session), report_of(session)):
        paper = job.render(press)
        assert paper.pages
        assert paper.missing == ()
