"""Settings are kept in the store itself, under names that are none of the store's own."""

from __future__ import annotations

import pytest

from facilitator.storage import settings
from facilitator.storage.database import Connection


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
