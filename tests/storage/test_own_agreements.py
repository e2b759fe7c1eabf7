"""What municipalities made of a model is kept whole, with every version that was decided on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from facilitator.core.model_agreement import Chapter, ModelAgreement, Paragraph
from facilitator.core.own_agreement import Choice, Decided, OwnAgreement, choose, decide
from facilitator.core.vocabulary import AgreementKind, AgreementLevel
from facilitator.storage import own_agreements
from facilitator.storage.database import Connection
from facilitator.storage.errors import Broken

AT = datetime(2026, 11, 17, 12, 0, tzinfo=UTC)
TALK = Paragraph("praten", "Praten", "Praat.", AgreementKind.WORKING, AgreementLevel.WORK)
MODEL = ModelAgreement("model", "Model", "Over", (Chapter("een", "Een", "Doel", (TALK,)),), (), date(2026, 1, 2))
OWN = OwnAgreement("eigen", "Dorp", MODEL)


def test_nothing_is_there_at_first(connection: Connection) -> None:
    assert own_agreements.everything(connection) == ((), ())


def test_what_was_kept_last_is_what_is_there(connection: Connection) -> None:
    own_agreements.keep(connection, OWN, AT)
    changed = choose(OWN, "praten", Choice.TAKEN_OVER)
    own_agreements.keep(connection, changed, AT)
    (kept,) = own_agreements.everything(connection).owns
    assert (kept.own, kept.at, kept.versions) == (changed, AT, ())


def test_versions_are_kept_beside_what_goes_on(connection: Connection) -> None:
    first = decide(OWN, "college", date(2026, 2, 3))
    second = decide(choose(first, "praten", Choice.TAKEN_OVER), "raad", date(2026, 3, 4))
    own_agreements.keep_version(connection, first, AT)
    found = own_agreements.keep_version(connection, second, AT)
    own_agreements.keep(connection, OWN, AT)
    assert [each.own for each in found] == [second, first]
    assert own_agreements.everything(connection).owns[0].versions == found


def test_a_version_is_never_written_over(connection: Connection) -> None:
    first = decide(OWN, "college", date(2026, 2, 3))
    own_agreements.keep_version(connection, first, AT)
    other = Decided(replace(first, decided_by="een ander"), AT)
    own_agreements.take_in(connection, OWN, (other,), AT)
    assert [each.own.decided_by for each in own_agreements.versions(connection, OWN.id)] == ["college"]


def test_agreements_of_another_laptop_come_with_their_versions(connection: Connection) -> None:
    old = Decided(decide(OWN, "college", date(2026, 2, 3)), AT)
    own_agreements.take_in(connection, OWN, (old,), AT)
    assert own_agreements.everything(connection).owns[0].versions == (old,)


def test_what_is_removed_is_gone_with_its_versions(connection: Connection) -> None:
    own_agreements.keep_version(connection, decide(OWN, "college", date(2026, 2, 3)), AT)
    own_agreements.remove(connection, OWN.id)
    assert own_agreements.everything(connection).owns == ()
    assert own_agreements.versions(connection, OWN.id) == ()


def test_a_newer_model_takes_the_place_of_the_older(connection: Connection) -> None:
    newer = replace(MODEL, checked_on=date(2027, 1, 1))
    own_agreements.keep_model(connection, MODEL, AT)
    own_agreements.keep_model(connection, newer, AT)
    assert own_agreements.everything(connection).models == (newer,)


@pytest.mark.parametrize("body", ["{", "[]", '{"id": 3}'])
def test_what_cannot_be_read_is_told_and_not_taken_for_nothing(connection: Connection, body: str) -> None:
    own_agreements.keep(connection, OWN, AT)
    connection.execute("UPDATE own_agreement SET body = ?", (body,))
    with pytest.raises(Broken):
        own_agreements.everything(connection)
