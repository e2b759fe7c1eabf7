"""What the room sees of a case that is lived through."""

from dataclasses import replace

import pytest

from facilitator.core import events as ev
from facilitator.core.audience import AudienceView, Scene, Tally, audience_view
from facilitator.core.case_view import ShownAnswer, ShownDecision, ShownPoint
from facilitator.core.casus import Occurrence, Person, PersonKind, Relation, RelationKind
from facilitator.core.events import PICTURES, Answer, CaseScene, Judgement, Screen, Spotted, TurningPoint, Weighed
from facilitator.core.script import Way
from facilitator.core.vocabulary import Phase
from facilitator.core.weighing import QUESTIONS, SHORT, Outcome, Verdict
from tests.builders import CASE, CASE_SCRIPT, Table
from tests.random_sessions import LIVED

FOUND = (Spotted("naam", "Jansen"),)


@pytest.fixture
def table() -> Table:
    """At the first moment of the case, with a turning point."""
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    table.do(ev.TurningPointMarked, point=TurningPoint("k", "m1", "De melding bleef liggen"))
    return table


def shown(table: Table, scene: CaseScene, item: str = "") -> AudienceView:
    assert table.do(ev.CaseShown, scene=scene, item=item) is None
    return audience_view(table.session)


def test_a_turning_point_is_shown_with_the_needs_that_were_revealed(table: Table) -> None:
    for name, role in (("a", "huisarts"), ("b", "")):
        needed = Answer(name, "casus", f"nodig {name}", "p-vt", moment_id="m1", role=role, turning_point_id="k")
        table.do(ev.AnswerGiven, answer=needed)
    assert shown(table, CaseScene.TURNING_POINT, "k").point == ShownPoint("De melding bleef liggen", ())
    table.do(ev.AnswersShown, answer_ids=("a", "b"))
    view = audience_view(table.session)
    needs = (ShownAnswer("nodig a", "huisarts"), ShownAnswer("nodig b", "Veilig Thuis"))
    assert (view.scene, view.text, view.point) == (
        Scene.TURNING_POINT,
        "",
        ShownPoint("De melding bleef liggen", needs),
    )
    table.do(ev.CaseShown, scene=None)
    assert audience_view(table.session).answers == ()


def test_a_turning_point_that_went_or_waits_leaves_the_page(table: Table) -> None:
    shown(table, CaseScene.TURNING_POINT, "k")
    table.do(ev.TurningPointMarked, point=TurningPoint("k", "m1", "Jansen belde"), findings=FOUND)
    assert audience_view(table.session).scene is Scene.PAGE
    table.do(ev.TurningPointRemoved, point_id="k")
    assert audience_view(table.session).scene is Scene.PAGE


def test_a_page_says_where_its_moment_stands_and_where_the_group_puts_it(table: Table) -> None:
    told = ShownDecision(Phase.DIRECT_SAFETY, 1, None, None, "")
    assert audience_view(table.session).decision == told
    table.do(ev.MomentJudged, judgement=Judgement("m1", Phase.STABLE_SAFETY, 3, "omdat"))
    view = shown(table, CaseScene.DECISION)
    assert view.scene is Scene.DECISION
    assert view.decision == ShownDecision(Phase.DIRECT_SAFETY, 1, Phase.STABLE_SAFETY, 3, "omdat")
    table.do(ev.MomentJudged, judgement=Judgement("m1", reason="om Jansen"), findings=FOUND)
    assert audience_view(table.session).decision == told


def test_a_weighing_question_is_shown_with_what_was_said(table: Table) -> None:
    bare = shown(table, CaseScene.WEIGHING, "2").weighing
    assert bare is not None
    assert (bare.question, bare.short, bare.verdict, bare.reason) == (QUESTIONS[2], SHORT[2], None, "")
    for number, verdict, reason in ((3, Verdict.NO, ""), (2, Verdict.YES, "onveilig"), (1, None, "denken")):
        table.do(ev.QuestionWeighed, weighed=Weighed("m1", number, verdict, reason))
    weighing = audience_view(table.session).weighing
    assert weighing is not None
    assert (weighing.verdict, weighing.reason, weighing.others) == (Verdict.YES, "onveilig", ((3, Verdict.NO),))
    assert weighing.outcome is Outcome.REPORT_UNSAFE
    table.do(ev.QuestionWeighed, weighed=Weighed("m1", 2, Verdict.YES, "om Jansen"), findings=FOUND)
    held = audience_view(table.session).weighing
    assert held is not None
    assert (held.verdict, held.reason) == (Verdict.YES, "")


def test_why_the_group_decides_so_is_in_no_other_picture(table: Table) -> None:
    table.do(ev.MomentJudged, judgement=Judgement("m1", Phase.STABLE_SAFETY, 3, "omdat"))
    page, genogram = audience_view(table.session), shown(table, CaseScene.GENOGRAM)
    assert (page.scene, genogram.scene) == (Scene.PAGE, Scene.PICTURE)
    assert {view.decision.reason for view in (page, genogram) if view.decision is not None} == {""}


@pytest.mark.parametrize("scene", sorted(PICTURES))
def test_a_picture_knows_only_what_it_draws(scene: CaseScene) -> None:
    case = replace(
        CASE,
        persons=(Person("a", "Noor", PersonKind.FAMILY, about="slaapt slecht"), Person("b", "Ada", PersonKind.FAMILY)),
        relations=(Relation("b", "a", RelationKind.PARENT),),
        timeline=(Occurrence("maandag", "Een melding."),),
    )
    known = shown(Table(CASE_SCRIPT, case).started().at_step("casus"), scene).known
    assert known is not None
    family, occurrences = (known.persons, known.relations), known.occurrences
    bare = (Person("a", "Noor", PersonKind.FAMILY), Person("b", "Ada", PersonKind.FAMILY))
    if scene is CaseScene.TIMELINE:
        assert (family, occurrences) == (((), ()), case.timeline)
    else:
        assert (family, occurrences) == ((bare, case.relations), ())


def test_a_picture_stands_on_a_page_that_tells_no_moment(table: Table) -> None:
    table.at_step("afspraken")
    assert shown(table, CaseScene.GENOGRAM).decision is None


# ---- the ways of a step


def test_who_has_the_floor_is_told_by_name() -> None:
    table = Table(LIVED, CASE).started().at_step("casus").at_step("blik")
    table.do(ev.TurnGiven, whose="huisarts")
    view = audience_view(table.session)
    assert (view.way, view.turn) == (Way.PERSPECTIVES, "huisarts")


def marked(table: Table, step_id: str, *marks: str) -> None:
    table.at_step(step_id)
    for number, mark in enumerate(marks):
        table.do(ev.AnswerGiven, answer=Answer(f"{step_id}{number}", step_id, mark))


def test_marks_stand_beside_those_the_room_saw_before() -> None:
    table = Table(LIVED, CASE).started()
    marked(table, "voor", "3", "3", "8")
    assert audience_view(table.session).scale == ("weinig", "veel")
    table.do(ev.AnswersShown, answer_ids=("voor0", "voor2"))
    marked(table, "na", "7", "8")
    view = audience_view(table.session)
    assert view.compared
    counted = [tally for tally in view.tally if tally.count or tally.before]
    assert counted == [Tally("3", 0, 1), Tally("7", 1), Tally("8", 1, 1)]


def test_without_marks_before_nothing_is_compared() -> None:
    table = Table(LIVED, CASE).started()
    marked(table, "voor", "3")
    marked(table, "na", "7")
    assert not audience_view(table.session).compared


# ---- frozen


def test_a_frozen_room_keeps_what_it_sees_but_no_words_that_are_held_again(table: Table) -> None:
    table.do(ev.AnswerGiven, answer=Answer("a", "casus", "Jansen", moment_id="m1"), findings=FOUND)
    table.do(ev.FindingSettled, subject_id="a", text="Jansen", decision=ev.Decision.SHOWN)
    settled = table.events[-1].id
    table.do(ev.AnswersShown, answer_ids=("a",))
    table.do(ev.ScreenSet, screen=Screen.FROZEN)
    assert audience_view(table.session).answers == (ShownAnswer("Jansen"),)
    for event_id in (table.session.history[-1].event_id, settled):
        assert table.do(ev.Undone, event_id=event_id) is None
    assert audience_view(table.session).answers == ()


def test_what_is_decided_while_the_room_is_frozen_does_not_reach_it(table: Table) -> None:
    table.do(ev.MomentJudged, judgement=Judgement("m1", reason="Jansen"), findings=FOUND)
    table.do(ev.ScreenSet, screen=Screen.FROZEN)
    seen = audience_view(table.session)
    table.do(ev.FindingSettled, subject_id="m1/judgement", text="Jansen", decision=ev.Decision.INVENTED)
    assert audience_view(table.session) == seen
