"""Which frustrations keep returning, over all sessions: counted without persons, and small numbers not told."""

from __future__ import annotations

from datetime import date

from facilitator.core import events as ev
from facilitator.core.agreement import Origin, Status
from facilitator.core.vocabulary import Frustration
from facilitator.storage.database import Connection, transaction
from facilitator.storage.frustration_rows import Returning, returning
from facilitator.storage.projection import delete
from tests.storage.keeping import Meeting
from tests.storage.test_paragraph_rows import keep

TRUST = Frustration.TRUST


def meeting(id_: str, day: date, people: int = 0, *agreed: Status) -> Meeting:
    made = Meeting(id_, day=day).led(answers=0)
    if people:
        made.do(ev.FrustrationCounted, frustration=TRUST, people=people, step_id="nodig")
    for status in agreed:
        made.agree("Wij bellen.", status=status, origin=Origin(frustration=TRUST))
    return made


def test_none_was_named_at_first(connection: Connection) -> None:
    keep(connection, meeting("s-1", date(2026, 10, 1)))
    assert returning(connection) == dict.fromkeys(Frustration, Returning())


def test_in_which_sessions_by_how_many_and_what_was_agreed(connection: Connection) -> None:
    keep(
        connection,
        meeting("s-1", date(2026, 10, 1), 7, Status.KEPT, Status.AGREED),
        meeting("s-2", date(2026, 11, 1), 6),
        meeting("s-3", date(2026, 12, 1), 0, Status.BUSY),
    )
    found = returning(connection)[TRUST]
    assert [(each.session_id, each.people, each.agreements) for each in found.seen] == [
        ("s-3", 0, 1),
        ("s-2", 6, 0),
        ("s-1", 7, 2),
    ]
    assert (found.people, found.agreements, found.kept, found.open) == (13, 3, 1, 2)
    assert found.last == date(2026, 12, 1)


def test_a_number_so_small_that_everybody_knows_who_is_not_told_nor_to_be_worked_out(connection: Connection) -> None:
    keep(connection, meeting("s-1", date(2026, 10, 1), 4), meeting("s-2", date(2026, 11, 1), 5))
    found = returning(connection)[TRUST]
    assert [each.people for each in found.seen] == [5, None]
    assert found.people == 5


def test_a_session_that_is_erased_counts_no_more(connection: Connection) -> None:
    keep(connection, meeting("s-1", date(2026, 10, 1), 7, Status.AGREED))
    with transaction(connection):
        delete(connection, "s-1")
    assert returning(connection)[TRUST] == Returning()
