"""Questions of the help desk are kept, counted, changed and taken away in the encrypted store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from facilitator.core.help_desk import Organisation, arrived, asked
from facilitator.storage import help_desk, settings
from facilitator.storage.database import Connection
from facilitator.storage.help_desk import Wording

DAY = date(2026, 11, 17)
FIRST = Wording("Mag ik melden\nzonder toestemming?", "politie", "melden", ("jan",))


def test_nothing_is_there_at_first(connection: Connection) -> None:
    assert help_desk.questions(connection) == ()
    assert help_desk.organisation(connection) is None


def test_the_newest_question_comes_first(connection: Connection) -> None:
    first = help_desk.keep(connection, "v-1", FIRST, DAY)
    second = help_desk.keep(connection, "v-2", Wording("En dan?"), DAY)
    assert help_desk.questions(connection) == (second, first)
    assert (first.text, first.role, first.theme) == ("Mag ik melden zonder toestemming?", "politie", "melden")
    assert (first.allowed, first.times, first.kept_on) == (("jan",), 1, DAY)
    assert first.reference != second.reference


def test_the_same_question_is_counted_and_not_kept_twice(connection: Connection) -> None:
    first = help_desk.keep(connection, "v-1", FIRST, DAY)
    again = help_desk.keep(connection, "v-2", Wording("mag ik melden zonder toestemming"), DAY)
    assert again == replace(first, times=2)
    assert help_desk.questions(connection) == (again,)


def test_changes_are_kept_and_what_was_taken_away_stays_away(connection: Connection) -> None:
    first = help_desk.keep(connection, "v-1", FIRST, DAY)
    gone = help_desk.keep(connection, "v-2", Wording("En dan?"), DAY)
    help_desk.remove(connection, gone.id)
    put = partial(asked, organisation="Kenniscentrum", day=DAY)
    help_desk.change(connection, {first.id: put, gone.id: put})
    assert help_desk.questions(connection) == (put(first),)


def test_a_change_is_made_to_what_is_there_by_then(connection: Connection) -> None:
    seen = help_desk.keep(connection, "v-1", FIRST, DAY)
    help_desk.change(connection, {seen.id: partial(asked, organisation="Kenniscentrum", day=DAY)})
    help_desk.change(connection, {seen.id: partial(arrived, answer="Ja.", source="")})
    (now,) = help_desk.questions(connection)
    assert (now.asked_of, now.answer) == ("Kenniscentrum", "Ja.")


@pytest.mark.parametrize("body", ["no json", '{"id": "v-1"}', "[]", "null"])
def test_what_cannot_be_read_is_counted_keeps_nobody_and_is_not_written_over(connection: Connection, body: str) -> None:
    help_desk.keep(connection, "v-1", FIRST, DAY)
    connection.execute("UPDATE desk_question SET body = ?", (body,))
    kept = help_desk.keep(connection, "v-2", Wording("En dan?"), DAY)
    put = partial(asked, organisation="Kenniscentrum", day=DAY)
    help_desk.change(connection, {"v-1": put, kept.id: put})
    assert help_desk.kept(connection) == ((put(kept),), 1)
    assert connection.execute("SELECT body FROM desk_question WHERE id = 'v-1'").fetchall() == [(body,)]


def test_whom_questions_are_put_to_is_remembered(connection: Connection) -> None:
    chosen = Organisation("Kenniscentrum Voorbeeld", "vragen@example.org")
    help_desk.choose(connection, chosen)
    assert help_desk.organisation(connection) == chosen
    settings.keep(connection, "help desk/organisation", ["x"])
    assert help_desk.organisation(connection) is None
