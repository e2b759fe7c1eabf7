"""Which text an event writes, and what follows from what was spotted in it."""

from typing import Any

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.core.events import Answer, Decision, Note, Parked, Spotted
from facilitator.core.refusal import Refusal
from facilitator.core.session import State
from facilitator.core.spotting import (
    judgement_subject,
    remark_subject,
    weighing_subject,
    with_findings,
    without_held,
    written,
)
from tests.builders import CASE, CASE_SCRIPT, Table

NAME = Spotted("naam", "Jansen")
FOUND = {"findings": (NAME,)}
WRITES: list[tuple[type[ev.Event], dict[str, Any], str, str]] = [
    (ev.AnswerGiven, {"answer": Answer("xa", "casus", "Jansen zei", moment_id="m1")}, "xa", "Jansen zei"),
    (ev.AnswerChanged, {"answer_id": "a", "text": "Jansen"}, "a", "Jansen"),
    (ev.NoteWritten, {"note": Note("xn", "Jansen")}, "xn", "Jansen"),
    (ev.NoteChanged, {"note_id": "n", "text": "Jansen"}, "n", "Jansen"),
    (ev.ItemParked, {"item": Parked("xp", "Jansen")}, "xp", "Jansen"),
    (ev.AgreementMade, {"agreement": Agreement("xg", "Bel", feedback="aan Jansen")}, "xg", "Bel\naan Jansen"),
    (ev.AgreementChanged, {"agreement": Agreement("g", "Bel", details="Jansen")}, "g", "Bel\nJansen"),
    (ev.AgreementStatusSet, {"agreement_id": "g", "status": Status.BUSY, "remark": "x"}, remark_subject("g"), "x"),
    (ev.TurningPointMarked, {"point": ev.TurningPoint("xt", "m1", "Jansen")}, "xt", "Jansen"),
    (ev.MomentJudged, {"judgement": ev.Judgement("m1", reason="om Jansen")}, judgement_subject("m1"), "om Jansen"),
    (ev.QuestionWeighed, {"weighed": ev.Weighed("m1", 2, None, "Jansen")}, weighing_subject("m1", 2), "Jansen"),
]


@pytest.fixture
def table() -> Table:
    """At the first moment of the case, with one of every text."""
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    table.do(ev.AnswerGiven, answer=Answer("a", "casus", "iets", moment_id="m1"))
    table.do(ev.NoteWritten, note=Note("n", "iets"))
    table.do(ev.ItemParked, item=Parked("k", "iets"))
    table.do(ev.AgreementMade, agreement=Agreement("g", "Bellen"))
    table.do(ev.TurningPointMarked, point=ev.TurningPoint("t", "m1", "iets"))
    return table


@pytest.mark.parametrize(("kind", "fields", "subject", "text"), WRITES)
def test_what_was_spotted_holds_the_text_it_stands_in(
    table: Table, kind: type[ev.Event], fields: dict[str, Any], subject: str, text: str
) -> None:
    assert written(table.event(kind, **fields)) == (subject, text)
    found = with_findings(table.event(kind, **fields), (NAME,))
    assert table.do(type(found), **fields, findings=(NAME,)) is None
    assert table.session.notebook.open_flags(subject) == (NAME,)
    table.do(ev.Undone, event_id=table.events[-1].id)
    assert not table.session.notebook.is_held(subject)


def test_findings_are_put_in_the_event_that_writes() -> None:
    event = Table().event(ev.NoteWritten, note=Note("n", "Jansen"))
    assert getattr(with_findings(event, (NAME,)), "findings", None) == (NAME,)
    assert written(Table().event(ev.SessionStarted)) is None


def test_what_is_written_anew_is_looked_at_anew(table: Table) -> None:
    table.do(ev.AnswerChanged, answer_id="a", text="Jansen", **FOUND)
    table.do(ev.AnswerChanged, answer_id="a", text="de moeder")
    assert table.session.notebook.flags == ()


def test_words_that_still_stand_stay_spotted_when_nobody_looked_again(table: Table) -> None:
    table.do(ev.NoteChanged, note_id="n", text="Jansen belde", **FOUND)
    table.do(ev.NoteChanged, note_id="n", text="JANSEN belde terug")
    assert table.session.notebook.open_flags("n") == (NAME,)
    assert table.do(ev.NoteChanged, note_id="n", text="JANSEN belde terug", released=True) is Refusal.PERSONAL


def test_a_short_name_does_not_stay_spotted_inside_longer_words(table: Table) -> None:
    table.do(ev.NoteChanged, note_id="n", text="An belde vanavond", findings=(Spotted("name", "An"),))
    table.do(ev.NoteChanged, note_id="n", text="een moeder belde vanavond")
    assert not table.session.notebook.is_held("n")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (ev.AnswerRemoved, {"answer_id": "a"}),
        (ev.NoteRemoved, {"note_id": "n"}),
        (ev.ItemUnparked, {"item_id": "xp"}),
        (ev.AgreementRemoved, {"agreement_id": "g"}),
        (ev.TurningPointRemoved, {"point_id": "t"}),
    ],
)
def test_a_text_that_is_taken_away_holds_nothing_any_more(
    table: Table, kind: type[ev.Event], fields: dict[str, Any]
) -> None:
    for writing, words, _subject, _text in WRITES[1:]:
        table.do(writing, **words, **FOUND)
    table.do(ev.TurningPointMarked, point=ev.TurningPoint("t", "m1", "Jansen"), **FOUND)
    before = {flag.subject_id for flag in table.session.notebook.flags}
    table.do(kind, **fields)
    gone = before - {flag.subject_id for flag in table.session.notebook.flags}
    assert gone == ({"g", remark_subject("g")} if kind is ev.AgreementRemoved else set(fields.values()))


# ---- deciding


def at_once(text: str = "Jansen", **fields: Any) -> Table:
    """A step that shows answers at once, with an answer that waits for a decision."""
    table = Table().started().at_step("ronde")
    table.do(ev.AnswerGiven, answer=Answer("a", "ronde", text, "p-pol"), **{**FOUND, **fields})
    return table


def settle(table: Table, decision: Decision, subject: str = "a") -> Refusal | None:
    return table.do(ev.FindingSettled, subject_id=subject, text="Jansen", decision=decision)


@pytest.mark.parametrize("decision", Decision)
def test_an_answer_is_shown_at_once_when_nothing_holds_it_any_more(decision: Decision) -> None:
    table = at_once()
    assert not table.session.notebook.answers[0].shown
    assert settle(table, decision) is None
    assert table.session.notebook.answers[0].shown
    table.do(ev.Undone, event_id=table.events[-1].id)
    assert table.session.notebook.is_held("a")
    assert not table.session.notebook.answers[0].shown


def test_every_finding_in_a_text_waits_for_its_own_decision() -> None:
    table = at_once(findings=(NAME, Spotted("plaats", "Ons Dorp")))
    settle(table, Decision.SHOWN)
    assert table.session.notebook.open_flags("a") == (Spotted("plaats", "Ons Dorp"),)
    assert not table.session.notebook.answers[0].shown


def test_what_is_invented_is_so_wherever_it_stands_and_what_is_let_pass_only_here() -> None:
    for decision, shown in ((Decision.INVENTED, [True, True]), (Decision.SHOWN, [False, True])):
        table = at_once()
        table.do(ev.AnswerGiven, answer=Answer("b", "ronde", "JANSEN", "p-vt"), findings=(Spotted("naam", "JANSEN"),))
        table.do(ev.AnswerGiven, answer=Answer("c", "ronde", "Jansen", "p-vt"), **FOUND)
        settle(table, decision, "c")
        assert [answer.shown for answer in table.session.notebook.answers[1:]] == shown


def test_only_what_was_spotted_can_be_decided_about() -> None:
    table = at_once()
    assert settle(table, Decision.SHOWN, "b") is Refusal.UNKNOWN
    assert table.do(ev.FindingSettled, subject_id="a", text="Smit", decision=Decision.SHOWN) is Refusal.UNKNOWN


def test_a_decision_can_be_made_when_the_session_is_closed() -> None:
    table = at_once()
    table.do(ev.SessionClosed)
    assert settle(table, Decision.INVENTED) is None
    assert (table.session.course.state, table.session.notebook.is_held("a")) == (State.CLOSED, False)


def test_an_answer_whose_words_were_replaced_is_shown_at_once_as_it_would_have_been() -> None:
    table = at_once()
    table.do(ev.AnswerChanged, answer_id="a", text="de leerkracht", partner_id="p-pol")
    assert table.session.notebook.answers[0].shown
    table.do(ev.AnswerChanged, answer_id="a", text="Jansen", partner_id="p-pol", **FOUND)
    assert not table.session.notebook.answers[0].shown


def test_an_answer_that_was_hidden_by_hand_stays_hidden() -> None:
    table = at_once(findings=())
    table.do(ev.AnswersShown, answer_ids=("a",), shown=False)
    table.do(ev.AnswerChanged, answer_id="a", text="anders")
    assert not table.session.notebook.answers[0].shown


def test_what_was_hidden_by_hand_does_not_come_back_by_being_held_and_let_go() -> None:
    table = at_once(findings=())
    table.do(ev.AnswersShown, answer_ids=("a",), shown=False)
    for words, found in (("Jansen", FOUND), ("de leerkracht", {}), ("Jansen", FOUND)):
        table.do(ev.AnswerChanged, answer_id="a", text=words, partner_id="p-pol", **found)
        assert not table.session.notebook.answers[0].shown
    settle(table, Decision.INVENTED)
    assert not table.session.notebook.answers[0].shown


def test_what_is_hidden_by_hand_while_it_is_held_stays_hidden() -> None:
    table = at_once()
    table.do(ev.AnswersShown, answer_ids=("a",), shown=False)
    settle(table, Decision.INVENTED)
    assert not table.session.notebook.answers[0].shown


def test_held_words_are_not_revealed_read_back_or_put_before_the_room(table: Table) -> None:
    table.do(ev.AnswerChanged, answer_id="a", text="Jansen", **FOUND)
    assert table.do(ev.AnswersShown, answer_ids=("a",)) is Refusal.PERSONAL
    assert table.do(ev.AnswersShown, answer_ids=("a",), shown=False) is None
    table.do(ev.AgreementChanged, agreement=Agreement("g", "Jansen bellen"), **FOUND)
    assert table.do(ev.AgreementReadBack, agreement_id="g") is Refusal.PERSONAL
    table.do(ev.TurningPointMarked, point=ev.TurningPoint("t", "m1", "Jansen"), **FOUND)
    shown = {"scene": ev.CaseScene.TURNING_POINT, "item": "t"}
    assert table.do(ev.CaseShown, **shown) is Refusal.PERSONAL
    settle(table, Decision.INVENTED, "t")
    assert table.do(ev.CaseShown, **shown) is None


def test_a_note_that_waits_for_a_decision_is_not_released(table: Table) -> None:
    release = {"note_id": "n", "text": "Jansen", "released": True, **FOUND}
    table.do(ev.NoteChanged, **{**release, "text": "iets", "findings": ()})
    assert table.session.notebook.notes[0].released
    assert table.do(ev.NoteChanged, **release) is None  # new words are never lost, and not released either
    assert table.session.notebook.notes == (Note("n", "Jansen"),)
    assert table.do(ev.NoteChanged, **release) is Refusal.PERSONAL
    settle(table, Decision.SHOWN, "n")
    assert table.do(ev.NoteChanged, **release) is None
    assert table.session.notebook.notes[0].released


# ---- what may be handed out


def test_without_findings_everything_is_handed_out(table: Table) -> None:
    assert without_held(table.session.notebook) == (table.session.notebook, 0)


def test_what_waits_for_a_decision_is_not_handed_out(table: Table) -> None:
    table.do(ev.TurningPointMarked, point=ev.TurningPoint("open", "m1", "Blijft"))
    for name, point in (("los", "t"), ("vast", "open")):
        needed = Answer(name, "casus", "nodig", moment_id="m1", turning_point_id=point)
        table.do(ev.AnswerGiven, answer=needed)
    for kind, fields, _subject, _text in WRITES[1:]:
        table.do(kind, **fields, **FOUND)
    table.do(ev.TurningPointMarked, point=ev.TurningPoint("t", "m1", "Jansen"), **FOUND)
    kept, held = without_held(table.session.notebook)
    assert (held, kept.agreements, kept.notes) == (9, (), ())
    assert [(answer.id, answer.turning_point_id) for answer in kept.answers] == [("los", None), ("vast", "open")]
    assert ([point.id for point in kept.turning_points], [item.id for item in kept.parked]) == (["open"], ["k"])
    assert (kept.judgements[0].reason, kept.weighings[0].reason) == ("", "")


def test_a_remark_that_waits_leaves_its_agreement_there(table: Table) -> None:
    table.do(ev.AgreementStatusSet, agreement_id="g", status=Status.BUSY, remark="Jansen", **FOUND)
    kept, held = without_held(table.session.notebook)
    assert (held, kept.agreements[0].status, kept.agreements[0].status_remark) == (1, Status.BUSY, "")
