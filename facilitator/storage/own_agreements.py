"""What municipalities made of a model, with the versions they decided on, and models that a region brought in.

Each is one row with the whole record, in the encrypted store and nowhere else. What cannot be read any more is told
apart from what is not there: nothing is written over it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, TypeVar

from facilitator.core.codec import Unreadable, from_plain, to_plain
from facilitator.core.model_agreement import ModelAgreement
from facilitator.core.own_agreement import Decided, OwnAgreement
from facilitator.storage.database import Connection, transaction
from facilitator.storage.errors import Broken

R = TypeVar("R", OwnAgreement, ModelAgreement)


class Kept(NamedTuple):
    """The agreements of a municipality, when they were kept last (aware), and as they were decided on, newest first."""

    own: OwnAgreement
    at: datetime
    versions: tuple[Decided, ...]


class Everything(NamedTuple):
    """All there is."""

    owns: tuple[Kept, ...]
    models: tuple[ModelAgreement, ...]


def everything(connection: Connection) -> Everything:
    """Give all agreements of municipalities, by name, and all models of a region. Raises Broken."""
    rows = connection.execute("SELECT id, saved_at, body FROM own_agreement ORDER BY municipality, id").fetchall()
    owns = tuple(
        Kept(_read(OwnAgreement, body), datetime.fromisoformat(at), versions(connection, id_)) for id_, at, body in rows
    )
    return Everything(owns, brought_in(connection))


def brought_in(connection: Connection) -> tuple[ModelAgreement, ...]:
    """Give the models that a region brought in. Raises Broken."""
    rows = connection.execute("SELECT body FROM region_model ORDER BY id").fetchall()
    return tuple(_read(ModelAgreement, body) for (body,) in rows)


def versions(connection: Connection, own_id: str) -> tuple[Decided, ...]:
    """Give agreements as a municipality decided on them, the newest first. Raises Broken."""
    found = connection.execute(
        "SELECT at, body FROM own_agreement_version WHERE own_id = ? ORDER BY number DESC", (own_id,)
    )
    return tuple(Decided(_read(OwnAgreement, body), datetime.fromisoformat(at)) for at, body in found)


def keep(connection: Connection, own: OwnAgreement, at: datetime) -> None:
    """Keep agreements as they are now, decided on or not."""
    with transaction(connection):
        _put(connection, own, at)


def keep_version(connection: Connection, own: OwnAgreement, at: datetime) -> tuple[Decided, ...]:
    """Keep agreements that were just decided on, also as a version. Gives all versions, the newest first."""
    with transaction(connection):
        _put(connection, own, at)
        _put_version(connection, Decided(own, at))
    return versions(connection, own.id)


def take_in(connection: Connection, own: OwnAgreement, old: Iterable[Decided], at: datetime) -> None:
    """Keep agreements that came from another laptop, with their versions; those that are here too stay as they are."""
    with transaction(connection):
        _put(connection, own, at)
        for version in old:
            _put_version(connection, version)


def remove(connection: Connection, own_id: str) -> None:
    """Take agreements away, with all their versions."""
    with transaction(connection):
        connection.execute("DELETE FROM own_agreement_version WHERE own_id = ?", (own_id,))
        connection.execute("DELETE FROM own_agreement WHERE id = ?", (own_id,))


def keep_model(connection: Connection, model: ModelAgreement, at: datetime) -> None:
    """Keep a model that a region brought in, in the place of an older one with its id."""
    with transaction(connection):
        connection.execute(
            "INSERT INTO region_model VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET saved_at = excluded.saved_at, body = excluded.body",
            (model.id, at.isoformat(), _body(model)),
        )


def _put(connection: Connection, own: OwnAgreement, at: datetime) -> None:
    connection.execute(
        "INSERT INTO own_agreement VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "municipality = excluded.municipality, saved_at = excluded.saved_at, body = excluded.body",
        (own.id, own.municipality, at.isoformat(), _body(own)),
    )


def _put_version(connection: Connection, version: Decided) -> None:
    own = version.own
    connection.execute(
        "INSERT INTO own_agreement_version VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (own.id, own.version, version.at.isoformat(), _body(own)),
    )


def _body(record: OwnAgreement | ModelAgreement) -> str:
    return json.dumps(to_plain(record), ensure_ascii=False)


def _read(kind: type[R], body: str) -> R:
    try:
        return from_plain(kind, json.loads(body))
    except (ValueError, Unreadable) as error:
        raise Broken(str(error)) from error
