"""How far people are in self-study and the training plan are kept apart from sessions, and gone when they are to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from facilitator.core.self_study import Finished, Study, note
from facilitator.core.training import Aim
from facilitator.storage import backup, database, overview, self_study, training
from facilitator.storage.database import Connection
from facilitator.storage.writer import Store

AT = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
STUDY = Study("s-1", "Mo", "m", "Proef", finished=(Finished(date(2026, 1, 2), "Proef", 30, "Doel", ("Een",)),))
AIM = Aim("a", "Noord", "verpleegkundigen", "de meldcode", by=date(2026, 12, 1), names=("Mo",))


def test_what_was_kept_last_comes_first(connection: Connection) -> None:
    other = replace(STUDY, id="s-2", learner="Fa")
    self_study.keep(connection, STUDY, AT)
    self_study.keep(connection, other, AT + timedelta(minutes=1))
    assert self_study.studies(connection).rows == (other, STUDY)
    changed = note(STUDY, "een", "voor mij")
    self_study.keep(connection, changed, AT + timedelta(minutes=2))
    assert self_study.studies(connection).rows == (changed, other)


def test_it_is_no_session(connection: Connection) -> None:
    self_study.keep(connection, STUDY, AT)
    assert overview.sessions(connection) == ()
    assert connection.execute("SELECT count(*) FROM event").fetchone() == (0,)


def test_what_is_removed_is_gone_and_the_rest_stays(connection: Connection) -> None:
    for study in (STUDY, replace(STUDY, id="s-2")):
        self_study.keep(connection, study, AT)
    self_study.remove(connection, ["s-1"])
    assert [study.id for study in self_study.studies(connection).rows] == ["s-2"]


def test_what_is_to_be_forgotten_leaves_the_backups_too(store: Store, tmp_path: Path) -> None:
    store.ask(lambda connection: self_study.keep(connection, STUDY, AT)).result(10)
    store.back_up().result(10)
    store.forget(lambda connection: self_study.remove(connection, ["s-1"])).result(10)
    (left,) = backup.backups(tmp_path)
    copy = database.connect(left, store.opened.result().key)
    assert self_study.studies(copy).rows == ()
    copy.close()
    assert store.ask(self_study.studies).result(10).rows == ()


def test_a_private_line_is_not_on_the_disk_in_the_clear(store: Store, tmp_path: Path) -> None:
    secret = "wielewaal-in-de-regen"  # noqa: S105  no password
    store.ask(lambda connection: self_study.keep(connection, note(STUDY, "een", secret), AT)).result(10)
    store.close()
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()]


def test_the_plan_is_changed_all_or_nothing(connection: Connection) -> None:
    other = replace(AIM, id="b")
    training.keep(connection, (AIM, other))
    training.keep(connection, (replace(AIM, done=1),), ("b",))
    assert training.plan(connection).rows == (replace(AIM, done=1),)


@pytest.mark.parametrize("body", ["{", "[]", '{"id": 3}'])
def test_what_cannot_be_read_is_counted_stays_and_hides_nothing(connection: Connection, body: str) -> None:
    connection.execute("INSERT INTO self_study VALUES ('x', '', ?)", (body,))
    connection.execute("INSERT INTO training_aim VALUES ('x', ?)", (body,))
    self_study.keep(connection, STUDY, AT)
    training.keep(connection, (AIM,))
    assert self_study.studies(connection) == ((STUDY,), 1)
    assert training.plan(connection) == ((AIM,), 1)
    assert connection.execute("SELECT body FROM self_study WHERE id = 'x'").fetchone() == (body,)
    assert connection.execute("SELECT body FROM training_aim WHERE id = 'x'").fetchone() == (body,)
