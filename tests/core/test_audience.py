from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import given, settings

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.audience import AudienceView, Scene, ShownChoice, Tally, audience_view
from facilitator.core.case_view import ShownAnswer
from facilitator.core.events import Answer, Note, Parked, Screen
from facilitator.core.notebook import Notebook
from facilitator.core.script import Reveal
from tests.builders import CASE, CASE_SCRIPT, DETAILS, SCRIPT, Table
from tests.random_sessions import tables


def words(value: Any) -> str:
    """Every text in a view, deep inside too."""
    if isinstance(value, tuple):
        return " ".join(words(item) for item in value)
    if is_dataclass(value):
        return " ".join(words(getattr(value, field.name)) for field in fields(value))
    return str(value)


@given(tables())
def test_the_room_never_sees_a_private_word(table: Table) -> None:
    session = table.session
    seen = words(audience_view(session))
    hidden = [a.text for a in session.notebook.answers if not a.shown and len(a.text) > 3]
    shown = {a.text for s in (session, session.course.held) if s for a in s.notebook.answers if a.shown}
    private = ["geheim", "geparkeerd", "mens", *(text for text in hidden if text not in shown)]
    private += [person.name for person in session.notebook.participants]
    private += [text for step in session.script.steps for text in step.guidance.say]
    assert [word for word in private if word in seen] == []


@settings(max_examples=300)
@given(tables(120))
def test_the_room_never_sees_what_waits_for_a_decision(table: Table) -> None:
    book = table.session.notebook
    held = [f.spotted.text for f in book.flags if f.spotted in book.open_flags(f.subject_id)]
    seen = words(audience_view(table.session))
    assert [text for text in held if text.endswith("x") and text in seen] == []


@settings(max_examples=300)
@given(tables(120))
def test_a_group_is_named_only_above_answers_that_the_room_sees(table: Table) -> None:
    book, view = table.session.notebook, audience_view(table.session)
    held = table.session.course.held
    seen = {answer.text for answer in view.answers}
    shown = [
        g for b in (book, *([held.notebook] if held else [])) for g in b.groups if set(g.answer_ids) & _ids(b, seen)
    ]
    named = {group.name for group in shown}
    assert [g.name for g in book.groups if g.name and g.name in words(view) and g.name not in named] == []


def _ids(book: Notebook, texts: set[str]) -> set[str]:
    return {answer.id for answer in book.answers if answer.text in texts}


@settings(max_examples=300)
@given(tables(120))
def test_votes_are_seen_once_they_are_shown(table: Table) -> None:
    course, view = table.session.course, audience_view(table.session)
    session = course.held if course.held is not None and course.screen is Screen.FROZEN else table.session
    if view.voted is None:
        return
    if view.voted.dots:
        assert any(step_id == session.step.id for step_id, _moment in session.notebook.dots_shown)
    orders = [answer for answer in session.answers_here() if answer.order and answer.shown]
    assert view.voted.orders <= len(orders)
    assert sum(each.firsts for each in view.voted.ranking) <= len(orders)


@given(tables())
def test_agreements_are_seen_only_while_they_are_read_back(table: Table) -> None:
    view = audience_view(table.session)
    assert ("afspraak" in words(view)) <= (view.scene is Scene.AGREEMENT)


@settings(max_examples=300)
@given(tables(120))
def test_of_before_the_room_sees_one_agreement_of_this_table_and_nothing_from_beforehand(table: Table) -> None:
    view, seen = audience_view(table.session), words(audience_view(table.session))
    assert ("eerder" in seen) == (view.scene is Scene.LOOK_BACK)
    assert [
        word for word in ("vreemd", "vooraf", "titel", "waarom") if word in words(replace(view, look_back=None))
    ] == []
    assert [word for word in ("vreemd", "vooraf", "titel") if word in seen] == []
    sessions = [session for session in (table.session, table.session.course.held) if session is not None]
    if view.look_back is not None:
        here = {p.id for session in sessions for p in session.notebook.partners}
        there = [item for session in sessions for item in session.course.look_back if item.agreement.what in seen]
        assert any(item.agreement.parties <= here for item in there)


@given(tables())
def test_black_is_nothing_at_all(table: Table) -> None:
    table.do(ev.ScreenSet, screen=Screen.BLACK)
    assert audience_view(table.session) == AudienceView(Scene.BLACK, table.session.script.form, "")


def test_before_the_start_and_after_the_end_the_slide_is_neutral() -> None:
    table = Table()
    assert audience_view(table.session).scene is Scene.NEUTRAL
    table.started()
    assert audience_view(table.session).scene is Scene.PAGE
    table.do(ev.ScreenSet, screen=Screen.NEUTRAL)
    assert audience_view(table.session).scene is Scene.NEUTRAL
    table.do(ev.SessionClosed)
    table.do(ev.ScreenSet, screen=Screen.LIVE)
    assert audience_view(table.session).scene is Scene.NEUTRAL


def test_a_page_shows_its_title_question_and_shown_answers() -> None:
    table = Table().started().at_step("nodig")
    table.do(ev.QuestionChosen, question_id="q1")
    for name, partner in (("a", "p-pol"), ("b", None), ("c", None)):
        table.do(ev.AnswerGiven, answer=Answer(name, "nodig", f"tekst {name}", partner))
    table.do(ev.AnswersShown, answer_ids=("a", "b"))
    view = audience_view(table.session)
    assert (view.title, view.text, view.question) == ("Titel nodig?", "Noem **één** ding.", "Wat heb jij nodig?")
    assert view.answers == (ShownAnswer("tekst a", "Politie"), ShownAnswer("tekst b"))


def test_a_moment_tells_where_it_stands_in_the_case() -> None:
    view = audience_view(Table(CASE_SCRIPT, CASE).started().at_step("casus", 1).session)
    assert (view.case_title, view.title, view.page, view.pages) == ("Stil", "dinsdag", 1, 2)


def test_choices_and_marks_are_counted() -> None:
    table = Table().started().at_step("kies")
    before = audience_view(table.session)
    assert (before.tally, before.choices) == ((), (ShownChoice("1", "ja"), ShownChoice("2", "nee")))
    for name, text in (("a", "ja"), ("b", "ja"), ("c", "nee")):
        table.do(ev.AnswerGiven, answer=Answer(name, "kies", text))
    table.do(ev.AnswersShown, answer_ids=("a", "b"))
    view = audience_view(table.session)
    assert (view.tally, view.answers, view.choices) == ((Tally("ja", 2), Tally("nee", 0)), (), ())


def test_the_ends_of_a_scale_are_told_before_the_marks_are() -> None:
    scale = next(step for step in SCRIPT.steps if step.id == "schaal")
    told = replace(scale, reveal=Reveal.ON_REVEAL, scale_low="niet veilig", scale_high="veilig")
    table = Table(replace(SCRIPT, steps=(SCRIPT.steps[0], told))).started().at_step("schaal")
    assert audience_view(table.session).choices == (ShownChoice("1", "niet veilig"), ShownChoice("10", "veilig"))
    table.do(ev.AnswerGiven, answer=Answer("a", "schaal", "7"))
    table.do(ev.AnswersShown, answer_ids=("a",))
    assert audience_view(table.session).choices == ()


def test_marks_are_counted_from_one_to_ten() -> None:
    table = Table().started().at_step("schaal")
    table.do(ev.AnswerGiven, answer=Answer("a", "schaal", "7"))
    assert audience_view(table.session).tally == ()


def test_frozen_keeps_what_the_room_saw() -> None:
    table = Table().started().at_step("nodig")
    seen = audience_view(table.session)
    table.do(ev.ScreenSet, screen=Screen.FROZEN)
    table.at_step("ronde")
    table.do(ev.NoteWritten, note=Note("n", "geheim"))
    table.do(ev.ItemParked, item=Parked("k", "later"))
    assert audience_view(table.session) == seen
    table.do(ev.ScreenSet, screen=Screen.LIVE)
    assert audience_view(table.session).title == "Titel ronde?"


def test_an_agreement_is_read_back_with_names_and_number() -> None:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("f", "Eerst"))
    made = Agreement("g", "Bellen", "p-vt", "d-2", ("p-pol",), ("p-wijk",), "per mail", DETAILS.next_meeting)
    table.do(ev.AgreementMade, agreement=made)
    table.do(ev.AgreementReadBack, agreement_id="g")
    shown = audience_view(table.session).agreement
    assert shown is not None
    assert (shown.owner, shown.with_partners, shown.feedback_to) == ("Veilig Thuis", ("Politie",), ("Wijkteam Noord",))
    assert (shown.number, shown.total, shown.confirmed) == (2, 2, False)
    table.do(ev.AgreementReadBack, agreement_id="f")
    ownerless = audience_view(table.session).agreement
    assert ownerless is not None
    assert ownerless.owner == ""


def test_an_agreement_taken_away_while_it_is_read_back_leaves_a_neutral_slide() -> None:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("g", "Bellen"))
    table.do(ev.AgreementReadBack, agreement_id="g")
    table.do(ev.AgreementRemoved, agreement_id="g")
    assert audience_view(table.session).scene is Scene.NEUTRAL


def test_the_time_bar_knows_earlier_visits() -> None:
    table = Table().started().at_step("nodig").at_step("welkom")
    bar = audience_view(table.session).bar
    assert bar is not None
    assert (bar.current, bar.before, bar.since) == (0, 60, table.session.course.visits[-1].at)


def test_the_time_bar_stands_still_after_reopening() -> None:
    table = Table().started()
    for kind in (ev.SessionClosed, ev.SessionReopened):
        table.do(kind)
    table.do(ev.ScreenSet, screen=Screen.LIVE)
    bar = audience_view(table.session).bar
    assert bar is not None
    assert bar.since is None


@given(tables())
def test_a_text_about_confidentiality_stands_alone_before_the_room(table: Table) -> None:
    table.do(ev.ScreenSet, screen=Screen.LIVE)
    if table.do(ev.ConfidentialityShown, text="Wat je hier hoort, blijft hier.") is None:
        view = audience_view(table.session)
        bare = AudienceView(Scene.CONFIDENTIALITY, view.form, view.place, text=view.text, bar=view.bar)
        assert view == bare
