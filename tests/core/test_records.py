from facilitator.core.script import Form, Question
from tests.builders import CASE, CASE_SCRIPT, SCRIPT


def test_a_script_counts_its_minutes() -> None:
    assert (SCRIPT.minutes, SCRIPT.minimum_minutes) == (100, 70)
    assert (SCRIPT.needs_case, CASE_SCRIPT.needs_case) == (False, True)


def test_steps_and_questions_are_found_by_id() -> None:
    assert (SCRIPT.index("nodig"), SCRIPT.index("nergens")) == (1, None)
    assert SCRIPT.steps[1].question("q1") == Question("q1", "Wat heb jij nodig?")
    assert SCRIPT.steps[1].question("x") is None
    assert CASE.moments[0].question("m-q") == Question("m-q", "Wat weet jij?")
    assert CASE.moments[0].question(None) is None


def test_every_form_of_meeting_has_a_name_of_its_own() -> None:
    assert len({form.msgid for form in Form}) == len(Form)


def test_roles_of_a_case_are_named_once_in_order() -> None:
    assert CASE.roles == ("leerkracht", "huisarts")
