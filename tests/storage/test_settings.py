"""Settings are kept in the store itself, under names that are none of the store's own."""

from __future__ import annotations

import pytest

from facilitator.core import events as ev
from facilitator.storage import journal, settings
from facilitator.storage.database import Connection
from tests.storage.keeping import NOW, Meeting
from tests.storage.test_journal import keep


@pytest.mark.parametrize("value", [{"a": [1, True, "ë"]}, [], "x", 0])
def test_plain_values_come_back(connection: Connection, value: object) -> None:
    settings.keep(connection, "x", {"before": 1})
    settings.keep(connection, "x", value)
    assert settings.kept(connection, "x") == value


def test_what_was_never_kept_or_was_taken_away_is_nothing(connection: Connection) -> None:
    assert settings.kept(connection, "x") is None
    settings.keep(connection, "x", 1)
    settings.keep(connection, "x", None)
    assert settings.kept(connection, "x") is None


def test_what_cannot_be_read_is_nothing(connection: Connection) -> None:
    connection.execute("INSERT INTO setting VALUES ('user/x', 'no json')")
    assert settings.kept(connection, "x") is None


def test_the_stores_own_are_out_of_reach(connection: Connection) -> None:
    before = connection.execute("SELECT * FROM setting").fetchall()
    settings.keep(connection, "overview", "broken")
    assert settings.kept(connection, "overview") == "broken"
    assert all(row in connection.execute("SELECT * FROM setting").fetchall() for row in before)


def test_an_erased_session_is_not_remembered_in_settings(connection: Connection) -> None:
    meeting, other = Meeting("gone").led(), Meeting("stays").led()
    meeting.do(ev.NoteWritten, note=ev.Note("note-gone", "x"))
    keep(connection, [*meeting.entries, *other.entries])
    chosen = {"sessions": {"gone": "blauw", "stays": "groen"}, "municipalities": {"Zuid": "blauw"}}
    settings.keep(connection, "house-style-chosen", chosen)
    settings.keep(connection, "contents", {"REPORT": {"names": True, "without_notes": ["note-gone", "note-stays"]}})
    settings.keep(connection, "last", {"session": "gone", "page": 3})
    connection.execute("INSERT INTO setting VALUES ('user/broken', 'no json')")
    connection.execute("INSERT INTO setting VALUES ('own', '[\"gone\"]')")
    journal.erase(connection, "gone", NOW, "asked")
    assert settings.kept(connection, "house-style-chosen") == {**chosen, "sessions": {"stays": "groen"}}
    left = {"names": True, "without_notes": ["note-stays"]}
    assert settings.kept(connection, "contents") == {"REPORT": left}
    assert settings.kept(connection, "last") == {"page": 3}
    others = dict(connection.execute("SELECT name, value FROM setting WHERE name IN ('user/broken', 'own')"))
    assert others == {"user/broken": "no json", "own": '["gone"]'}
