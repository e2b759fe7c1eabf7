"""Whatever happened in a session, the console shows it, and folded it shows nothing private."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitator.core.options import options_here
from facilitator.core.session import Session
from facilitator.ui.console.voting import row_of_option
from tests.random_sessions import random_table
from tests.ui.console.conftest import Led, in_sight

PRIVATE = ("geheim", "mens", "geparkeerd")
"""How the words of private notes, names of people and the parking lot begin in random sessions."""


def hidden_answers(session: Session) -> set[str]:
    """Words of answers that the room has not seen and that stand nowhere in sight for another reason."""
    elsewhere = " ".join(a.what for a in session.notebook.agreements)
    return {a.text for a in session.notebook.answers if not a.shown and "tekst" in a.text and a.text not in elsewhere}


def said_here(session: Session) -> set[str]:
    """What is in sight at this page: its answers, and its turning points with what was needed there."""
    moment = session.moment
    points = {p.id for p in session.notebook.turning_points if moment is not None and p.moment_id == moment.id}
    needs = {a.id for a in session.notebook.answers if a.turning_point_id in points}
    said = {a.id for a in session.answers_here() if a.turning_point_id is None}
    groups = {g.id for g in session.notebook.groups if said & set(g.answer_ids)}
    choices = {row_of_option(session, option) for option in options_here(session)}
    return said | groups | choices | points | needs


@pytest.mark.parametrize("seed", range(8))
def test_any_session_is_shown_and_folded(seed: int, lead: Callable[..., Led]) -> None:
    led = lead(random_table(seed, 0), 1024, 640)
    for tries in range(4, 90, 4):
        led.running.session = random_table(seed, tries).session
        led.running.changed.emit(led.session)
        assert len(led.console.side.agreements.list.rows) == len(led.session.notebook.agreements)
        assert {row.id for row in led.console.step.answers.list.rows} == said_here(led.session)
        led.press("F12")
        seen = in_sight(led.console)
        assert [word for word in (*PRIVATE, *hidden_answers(led.session)) if word in seen] == []
        led.press("F12")
    led.console.grab()
