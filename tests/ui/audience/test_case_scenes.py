"""A case that is lived through, as the room sees it: nothing but what the view says, and every word of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage

from facilitator.core import events as ev
from facilitator.core.audience import AudienceView, audience_view
from facilitator.core.case_view import ShownAnswer, ShownDecision, ShownPoint, ShownWeighing
from facilitator.core.casus import Phase
from facilitator.core.events import CaseScene
from facilitator.core.weighing import QUESTIONS, SHORT, Outcome, Verdict
from facilitator.ui.audience import phrases
from facilitator.ui.audience.case_scenes import REPORTS
from facilitator.ui.audience.picture import Picture, compose
from facilitator.ui.audience.pieces import Box, Piece, Stack
from facilitator.ui.audience.text import NORMAL
from facilitator.ui.case_words import meldcode_steps, phase_name, verdict_name
from facilitator.ui.theme import Theme
from facilitator.words import _
from tests.builders import CASE, CASE_SCRIPT, PEOPLE, Table
from tests.ui.audience.drawn import check_places, drawn, squeezed
from tests.ui.audience.test_picture import HOSTILE, SIZES

Painted = Callable[..., QImage]


def _point(view: AudienceView) -> ShownPoint:
    assert view.point is not None
    return view.point


def _decision(view: AudienceView) -> ShownDecision:
    assert view.decision is not None
    return view.decision


def _weighing(view: AudienceView) -> ShownWeighing:
    assert view.weighing is not None
    return view.weighing


def _says(picture: Picture, parts: tuple[str, ...]) -> bool:
    """Whether a picture draws these words and no others."""
    return sorted(drawn(picture)) == sorted(squeezed("".join(parts)))


# ---- hostile words


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_turning_point_is_drawn_whole(
    themed: Theme, point_view: AudienceView, text: str, size: tuple[int, int]
) -> None:
    needs = (ShownAnswer(text, text), *_point(point_view).needs)
    picture = compose(replace(point_view, point=ShownPoint(text, needs)), *size, themed)
    check_places(picture, *size)
    said = (text, *(part for need in needs for part in (need.text, need.partner)))
    assert _says(picture, (_("Turning point"), phrases.needed(), *said))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", HOSTILE)
def test_the_reason_of_a_judgement_is_drawn_whole(
    themed: Theme, decision_view: AudienceView, text: str, size: tuple[int, int]
) -> None:
    picture = compose(replace(decision_view, decision=replace(_decision(decision_view), reason=text)), *size, themed)
    check_places(picture, *size)
    names = (*map(phase_name, Phase), *(f"{number}{name}" for number, name in meldcode_steps().items()))
    signs = (phrases.whose(told=True, ours=False), phrases.whose(told=False, ours=True)) * 2
    assert _says(picture, (phrases.decide(), _("Phase"), _("Meldcode"), *names, *signs, _("Why"), text))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", HOSTILE)
def test_the_reason_of_a_verdict_is_drawn_whole(
    themed: Theme, weighing_view: AudienceView, text: str, size: tuple[int, int]
) -> None:
    weighing = replace(_weighing(weighing_view), reason=text)
    picture = compose(replace(weighing_view, weighing=weighing), *size, themed)
    check_places(picture, *size)
    framework = (_("The weighing framework (basic model) says"), _(Outcome.REPORT_UNSAFE.value))
    others = f"1 {_(SHORT[1])}: {verdict_name(Verdict.YES)}"
    head = phrases.weighing_head(weighing)
    assert _says(picture, (head, _(QUESTIONS[2]), verdict_name(Verdict.YES), text, *framework, others))


# ---- what would you decide


def _boxes(picture: Picture) -> list[Box]:
    """The boxes in the columns of the first page."""
    columns = [piece for placed in picture.pages[0].rows for piece in placed.row.pieces if isinstance(piece, Stack)]
    return [piece for column in columns for row in column.rows for piece in row.pieces if isinstance(piece, Box)]


def _fills(picture: Picture) -> list[tuple[str, float]]:
    """The ground and the border of every phase, then of every step."""
    return [(box.fill, box.border) for box in _boxes(picture)]


def test_story_and_group_are_marked_apart(themed: Theme, decision_view: AudienceView) -> None:
    plain, told, ours = ("", 2.0), (themed.card, 4.0), (themed.accent, 4.0)
    fills = _fills(compose(decision_view, 1920, 1080, themed))
    assert fills == [told, ours, plain, plain, told, plain, ours, plain]


def test_a_moment_nobody_moved_stands_where_the_story_is(themed: Theme, decision_view: AudienceView) -> None:
    decision = ShownDecision(Phase.RECOVERY, None, None, None, "")
    picture = compose(replace(decision_view, decision=decision), 1920, 1080, themed)
    assert [fill for fill, _border in _fills(picture)] == ["", "", themed.card, "", "", "", "", ""]
    assert drawn(picture).count(squeezed(phrases.whose(told=True, ours=False))) == 1
    assert squeezed(_("Why")) not in drawn(picture)


def test_who_agrees_with_the_story_says_both(themed: Theme, decision_view: AudienceView) -> None:
    decision = ShownDecision(Phase.RECOVERY, 5, Phase.RECOVERY, 5, "")
    picture = compose(replace(decision_view, decision=decision), 1920, 1080, themed)
    assert drawn(picture).count(squeezed(phrases.whose(told=True, ours=True))) == 2


# ---- weighing


def test_a_question_stands_alone_until_something_is_said(themed: Theme, weighing_view: AudienceView) -> None:
    bare = ShownWeighing(1, QUESTIONS[1], SHORT[1], None, "", (), None)
    picture = compose(replace(weighing_view, weighing=bare), 1920, 1080, themed)
    assert _says(picture, (phrases.weighing_head(bare), _(QUESTIONS[1])))
    assert max(line.look.size for line, _rect in picture.lines(0)) == 104


def test_yes_and_no_look_the_same(themed: Theme, weighing_view: AudienceView) -> None:
    looks = set()
    for verdict in Verdict:
        weighing = replace(_weighing(weighing_view), verdict=verdict, outcome=None)
        picture = compose(replace(weighing_view, weighing=weighing), 1920, 1080, themed)
        lines = {line.text: line.look.colour for line, _rect in picture.lines(0)}
        (box,) = _boxes(picture)
        looks.add((lines[verdict_name(verdict)], box.fill, box.edge, box.border, box.height))
    assert len(looks) == 1


@pytest.mark.parametrize("outcome", Outcome)
def test_reporting_is_a_dark_block_among_light_ones(
    painted: Painted, themed: Theme, weighing_view: AudienceView, outcome: Outcome
) -> None:
    view = replace(weighing_view, weighing=replace(_weighing(weighing_view), outcome=outcome))
    picture = compose(view, 1920, 1080, themed)
    (placed,) = (row for row in picture.pages[0].rows if squeezed(_(outcome.value)) in _row_words(row.row.pieces))
    spot = painted(view, size=(1920, 1080)).pixelColor(
        int(picture.sheet.left + 16), int(picture.sheet.top + placed.top + 40)
    )
    assert (spot.lightness() < 128) is (outcome in REPORTS)
    assert spot == QColor(themed.attention if outcome in REPORTS else themed.accent_wash)
    assert (outcome.name.startswith("REPORT")) is (outcome in REPORTS)


def _row_words(pieces: tuple[Piece, ...]) -> str:
    return squeezed("".join(line.text for piece in pieces for line, _rect in piece.lines(0, 0)))


def test_a_verdict_is_as_high_as_its_word(themed: Theme, weighing_view: AudienceView) -> None:
    long = replace(_weighing(weighing_view), reason="Het houdt niet op. " * 60, outcome=None)
    short, tall = (
        compose(replace(weighing_view, weighing=weighing), 1920, 1080, themed)
        for weighing in (replace(long, reason=""), long)
    )
    assert _boxes(tall)[0].height <= _boxes(short)[0].height < 120


def test_an_outcome_is_said_to_be_the_framework_s(themed: Theme, weighing_view: AudienceView) -> None:
    words = drawn(compose(weighing_view, 1920, 1080, themed))
    assert squeezed(_("The weighing framework (basic model) says")) in words
    without = replace(weighing_view, weighing=replace(_weighing(weighing_view), outcome=None))
    assert squeezed(_("The weighing framework (basic model) says")) not in drawn(compose(without, 1920, 1080, themed))


# ---- turning points and votes


def test_needs_stand_on_cards_in_their_order(themed: Theme, point_view: AudienceView) -> None:
    picture = compose(point_view, 1920, 1080, themed)
    assert picture.pages[0].rows[-1].row.answers == (0, 1, 2)
    many = replace(point_view, point=ShownPoint("Niemand belde terug.", _point(point_view).needs * 20))
    picture = compose(many, 1920, 1080, themed)
    assert picture.page_of(59) == len(picture.pages) - 1 > 0


def test_votes_stand_on_the_card_and_change_no_order(themed: Theme, page_view: AudienceView) -> None:
    answers = (ShownAnswer("Eerst", "Politie", 1), ShownAnswer("Dan", "", 12), ShownAnswer("Niemand"))
    picture = compose(replace(page_view, title="", text="", answers=answers), 1920, 1080, themed)
    votes = [f"Politie · {phrases.votes(1)}", phrases.votes(12), ""]
    said = "".join(answer.text + count for answer, count in zip(answers, votes, strict=True))
    assert drawn(picture) == squeezed(said)
    assert {line.look.weight for line, _rect in picture.lines(0) if phrases.votes(12) in line.text} == {NORMAL}


def test_votes_do_not_run_through_a_name_from_right_to_left(themed: Theme, page_view: AudienceView) -> None:
    answers = (ShownAnswer("Eerst", "שלום", 2),)
    picture = compose(replace(page_view, title="", text="", answers=answers), 1920, 1080, themed)
    assert [line.text for line, _rect in picture.lines(0)][-3:] == ["Eerst", "שלום", phrases.votes(2)]


# ---- a whole session


def test_no_scene_of_a_session_shows_a_person_or_what_was_not_shown(themed: Theme) -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    point = ev.TurningPoint("t-1", "m1", "Niemand belde terug.")
    needs = [
        ev.Answer(f"a-{number}", "casus", text, "p-pol", moment_id="m1", role=role, turning_point_id="t-1")
        for number, (text, role) in enumerate((("Een vast gezicht", "huisarts"), ("Nog geheim", "leerkracht")))
    ]
    done = [
        table.do(ev.TurningPointMarked, point=point),
        *(table.do(ev.AnswerGiven, answer=need) for need in needs),
        table.do(ev.AnswersShown, answer_ids=("a-0",)),
        table.do(ev.MomentJudged, judgement=ev.Judgement("m1", Phase.RECOVERY, 5, "Het is stil.")),
        table.do(ev.QuestionWeighed, weighed=ev.Weighed("m1", 1, Verdict.NO, "Er is niets.")),
    ]
    assert not any(done)
    seen = []
    for scene, item in ((CaseScene.TURNING_POINT, "t-1"), (CaseScene.DECISION, ""), (CaseScene.WEIGHING, "1")):
        assert table.do(ev.CaseShown, scene=scene, item=item) is None
        picture = compose(audience_view(table.session), 1920, 1080, themed)
        seen.append("".join(line.text for page in range(len(picture.pages)) for line, _rect in picture.lines(page)))
    assert "Een vast gezichthuisarts" in seen[0]
    assert "Het is stil." in seen[1]
    assert "Er is niets." in seen[2]
    hidden = ("geheim", "Politie", *(person.name for person in PEOPLE))
    assert not [word for words in seen for word in hidden if word in words]
