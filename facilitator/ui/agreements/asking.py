"""What the page of agreements asks of the store; each is answered in the store's own thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from facilitator.storage.agreement_rows import Ref

if TYPE_CHECKING:
    from facilitator.core.agreement import Agreement
    from facilitator.storage.agreement_search import Choices, Day, Found, Wanted
    from facilitator.storage.agreement_words import Terms
    from facilitator.storage.agreements import AgreementLine, Party, Said
    from facilitator.storage.database import Connection


FIRST = 64
"""So many lines come along with what was found."""


class Whole(NamedTuple):
    """One agreement with all that is known of it; `agreement` is None while its words wait for a decision."""

    line: AgreementLine
    parties: tuple[Party, ...]
    life: tuple[Said, ...]
    agreement: Agreement | None


class Answer(NamedTuple):
    """What was found, with the lines that come into sight first."""

    found: Found
    first: tuple[AgreementLine, ...]


def find(wanted: Wanted, today: date, terms: list[Terms]) -> Callable[[Connection], Answer]:
    """Ask which agreements fit. `terms` holds what one search of a page leaves for the next."""

    def ask(connection: Connection) -> Answer:
        from facilitator.storage import agreement_search, agreement_words  # noqa: PLC0415  asked in the store's thread

        if not terms:
            terms.append(agreement_words.Terms())
        found = agreement_search.find(connection, wanted, today, terms[0])
        return Answer(found, agreement_search.lines(connection, found.numbers[:FIRST]))

    return ask


def choices(connection: Connection) -> Choices:
    """Ask what there is to choose from."""
    from facilitator.storage import agreement_search  # noqa: PLC0415  asked in the store's thread

    return agreement_search.choices(connection)


def days(wanted: Wanted, shown: tuple[date, date], today: date) -> Callable[[Connection], tuple[Day, ...]]:
    """Ask what falls on these days."""

    def ask(connection: Connection) -> tuple[Day, ...]:
        from facilitator.storage import agreement_search  # noqa: PLC0415  asked in the store's thread

        return agreement_search.days(connection, wanted, *shown, today)

    return ask


def whole(ref: Ref) -> Callable[[Connection], Whole | None]:
    """Ask for all there is to know of one agreement. What its rows do not hold is read from its session."""

    def ask(connection: Connection) -> Whole | None:
        from facilitator.storage import agreements, journal  # noqa: PLC0415  asked in the store's thread

        line = agreements.one(connection, ref)
        if line is None:
            return None
        session = None if line.held else journal.load(connection, ref[0])
        agreement = None if session is None else session.agreement(ref[1])
        return Whole(line, agreements.parties(connection, ref), agreements.life(connection, ref), agreement)

    return ask
