from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from facilitator.core.casus import Phase
from facilitator.core.events import Screen, SessionClosed, SessionReopened
from facilitator.core.pace import Pace
from facilitator.core.script import Form, StepKind
from facilitator.ui.console import phrases
from facilitator.ui.console.case_line import told_words
from facilitator.ui.console.guidance import guidance_text, plain
from facilitator.ui.console.saved import SaveState, save_words
from facilitator.ui.console.step_head import screen_words, where_words
from facilitator.ui.widgets import Tone
from tests.builders import CASE, CASE_SCRIPT, PEOPLE, START, Table

ENDS = datetime(2026, 11, 17, 14, 34, tzinfo=UTC)


@pytest.mark.parametrize(
    ("behind", "words"),
    [
        (14.9, "on schedule"),
        (-14.9, "on schedule"),
        (15, "a little behind"),
        (-15, "a little ahead"),
        (59.9, "a little behind"),
        (60, "1 min behind · runs until 15:34"),
        (4 * 60 + 20, "4 min behind · runs until 15:34"),
        (-6 * 60, "6 min ahead"),
        (4 * 24 * 3600, "well behind · runs until 15:34"),
        (-4 * 3600, "well ahead"),
    ],
)
def test_the_pace_in_words(behind: float, words: str) -> None:
    assert phrases.pace_words(Table().session, Pace(0, 0, behind, ENDS)) == words


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (61, "2 min left"),
        (60, "1 min left"),
        (0.04, "round off · 1 min left"),
        (0, "the time is up"),
        (-14.9, "the time is up"),
        (-15, "a little over time"),
        (-60, "1 min over time"),
        (-120, "2 min over time"),
        (-9e5, "well over time"),
    ],
)
def test_what_a_step_has_left(left: float, words: str) -> None:
    assert phrases.step_left_words(Pace(0, left, 0, ENDS)) == words


def test_every_kind_has_a_name() -> None:
    names = [phrases.form_name(form) for form in Form]
    names += [phrases.kind_name(kind) for kind in StepKind]
    names += [phrases.phase_name(phase) for phase in Phase]
    assert all(names)


def test_who_sits_with_an_organisation() -> None:
    one, *_rest, fourth = PEOPLE
    absent = replace(fourth, present=False)
    assert phrases.members_words([]) == "nobody yet"
    assert phrases.members_words([one]) == "wijkagent"
    assert phrases.members_words([absent]) == "coördinator · absent"
    assert phrases.members_words([one, fourth]) == "2 participants"
    assert phrases.members_words([one, absent]) == "1 of 2 present"


def test_what_comes_next_is_named() -> None:
    table = Table()
    assert phrases.next_words(table.session, private=True) == "Begin: Stap welkom"
    assert phrases.next_words(table.started().session, private=True) == "Next: Stap nodig"
    assert phrases.next_words(table.at_step("afspraken").session, private=True) == "Read back and close"


def test_a_session_that_is_not_running_says_so() -> None:
    table = Table()
    assert phrases.state_words(table.session) == "not begun yet"
    table.started().do(SessionClosed)
    assert phrases.state_words(table.session) == "closed · version 1"
    table.do(SessionReopened)
    assert phrases.state_words(table.session) == "reopened to correct · version 2"


def test_all_partners_are_called_so() -> None:
    session = Table().session
    assert phrases.names_of(session, ("p-pol", "p-vt", "p-wijk")) == "all partners"
    assert phrases.names_of(session, ("p-vt", "p-pol")) == "Politie and Veilig Thuis"
    assert phrases.joined(("a", "b", "c")) == "a, b and c"


def test_a_moment_of_a_case_is_told_with_phase_and_meldcode() -> None:
    session = Table(CASE_SCRIPT, CASE).started().at_step("casus", 1).session
    assert where_words(session) == "Step 2 of 3 · Case"
    assert told_words(session) == "moment 2 of 2 · phase: direct safety · meldcode step 1"
    text = guidance_text(session)
    assert "**leerkracht:** Ziet blauwe plekken." in text
    assert "- Wie doet iets?" in text


def test_plain_text_stays_plain_in_markdown() -> None:
    assert plain("a*b_ [x]\n# y") == r"a\*b\_ \[x\] \# y"


def test_what_the_rooms_screen_does_is_told_in_words_and_sign() -> None:
    told = [screen_words(screen, seen=True) for screen in Screen]
    assert len({words for words, _tone in told}) == len(Screen)
    assert screen_words(Screen.LIVE, seen=False) == ("no room screen", Tone.ATTENTION)


def test_whether_it_is_saved() -> None:
    session = Table().session
    assert save_words(session, SaveState()) == ""
    assert save_words(session, SaveState(at=START + timedelta(seconds=7))) == "✓ saved 14:00:07"
    assert save_words(session, SaveState(unsaved_since=START)) == "not saved since 14:00"
    rehearsal = replace(session, rehearsal=True)
    assert save_words(rehearsal, SaveState(unsaved_since=START)) == "rehearsal: nothing is kept"
