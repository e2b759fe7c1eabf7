"""The words of the program on the room's screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.core.audience import AudienceView, Scene, ShownAgreement, Tally
from facilitator.core.case_view import ShownAnswer
from facilitator.core.script import Form, Way
from facilitator.core.weighing import QUESTIONS
from facilitator.ui.audience import phrases
from facilitator.words import _


def _agreement(view: AudienceView) -> ShownAgreement:
    assert view.agreement is not None
    return view.agreement


def test_deadline_and_rhythm_stand_together(agreement_view: AudienceView) -> None:
    agreement = _agreement(agreement_view)
    deadline = _("before {day}").format(day="1 december 2026")
    assert phrases.when(agreement) == f"{deadline}, elke maand"
    assert phrases.when(replace(agreement, deadline=None)) == "elke maand"
    assert phrases.when(replace(agreement, deadline=None, rhythm="")) == ""


def test_feedback_names_who_gets_it(agreement_view: AudienceView) -> None:
    agreement = _agreement(agreement_view)
    assert "Wijkteam" in phrases.feedback(agreement)
    assert "na twee weken" in phrases.feedback(agreement)
    assert phrases.feedback(replace(agreement, feedback_to=())) == "na twee weken"
    assert phrases.feedback(replace(agreement, feedback="")) == _("to {partners}").format(partners="Wijkteam")


@pytest.mark.parametrize(("left", "empty"), [(None, True), (9, False), (1, False), (0, False)])
def test_the_corner_tells_the_time_calmly(page_view: AudienceView, left: int | None, empty: bool) -> None:
    words = phrases.corner(page_view, left)
    assert (words == "") is empty
    assert "-" not in words
    assert not left or str(left) in words


def test_the_corner_of_a_case_and_of_an_agreement(page_view: AudienceView, agreement_view: AudienceView) -> None:
    case = replace(page_view, case_title="Stil in de klas", page=1, pages=4)
    assert phrases.corner(case, 9) == _("moment {number} of {total}").format(number=2, total=4)
    assert phrases.corner(agreement_view, 9) == _("agreement {number} of {total}").format(number=3, total=12)


def test_the_corner_of_a_turning_point_names_no_moment(point_view: AudienceView, case_view: AudienceView) -> None:
    assert phrases.corner(point_view, 9) == phrases.corner(replace(case_view, case_title=""), 9)


def test_every_scene_has_a_headline(
    agreement_view: AudienceView, case_view: AudienceView, point_view: AudienceView, weighing_view: AudienceView
) -> None:
    assert phrases.headline(agreement_view) == _agreement(agreement_view).what
    assert phrases.headline(case_view) == case_view.title
    assert phrases.headline(point_view) == "Niemand belde terug."
    assert phrases.headline(weighing_view) == _(QUESTIONS[2])


def test_votes_are_counted_in_words_and_none_is_nothing() -> None:
    assert (phrases.votes(0), phrases.votes(1), phrases.votes(2)) == ("", "1 vote", "2 votes")


@pytest.mark.parametrize("form", Form)
def test_every_form_has_a_name(page_view: AudienceView, form: Form) -> None:
    (span,) = phrases.heading(replace(page_view, form=form))
    assert span.text == f"{_(form.msgid)}  ·  Wijk Noord"


def test_the_title_of_a_case_stands_out(page_view: AudienceView) -> None:
    spans = phrases.heading(replace(page_view, case_title="Stil {form}"))
    assert [span.text for span in spans if span.bold] == ["Stil {form}"]


def test_a_screen_reader_hears_where_we_are_and_nothing_said(page_view: AudienceView) -> None:
    assert "4" in phrases.spoken(page_view)
    assert not any(answer.text in phrases.spoken(page_view) for answer in page_view.answers)
    assert phrases.spoken(replace(page_view, bar=None)) == phrases.window_title()


def test_nobody_is_asked_to_be_quiet_over_what_was_written() -> None:
    silent = AudienceView(Scene.PAGE, Form.LEERBIJEENKOMST, "", way=Way.SILENT)
    assert phrases.way(silent)
    assert phrases.way(replace(silent, tally=(Tally("7", 2),))) == ""
    assert phrases.way(replace(silent, answers=(ShownAnswer("Bellen", ""),))) == ""
