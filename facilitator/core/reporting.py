"""How organisations say between two meetings how their agreements stand, on a form or in a mail, without an account.

What is asked carries marks that only the laptop that asked can make: a reference that names session and organisation, a
code for each agreement, and on a form a seal over all of it. They are made with a key and kept nowhere. Whoever gets
them learns nothing of other sessions, and cannot make those of another organisation.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from facilitator.core.agreement import Agreement
from facilitator.core.events import LookBackItem
from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel, Status

ANSWERS = (Status.KEPT, Status.BUSY, Status.NOT_KEPT, Status.DROPPED, Status.HANDED_OVER)
"""What can be said of an agreement."""

TOLD_BY = frozenset({Channel.FORM, Channel.MAIL})
"""The ways along which an organisation itself tells how it stands."""

LONGEST = 4_000
"""So many characters of what somebody wrote are kept."""

_SIGNS = "23456789BCDFGHJKMNPQRSTVWXYZ"
"""No vowels, so that no word comes about, and no signs that look like another."""

_REFERENCE, _HALF, _CODE, _SEAL, _REPORT = 10, 5, 5, 16, 24
_WRITTEN_REFERENCE = re.compile(rf"(?<![\w-])([{_SIGNS}]{{{_HALF}}})[-\u2010-\u2013 ]([{_SIGNS}]{{{_HALF}}})(?![\w-])")


@dataclass(frozen=True, slots=True)
class Slip:
    """The marks on what one organisation is asked.

    `codes` is (agreement id, code) of each agreement in its order. `issue` counts what was said of them before, so that
    a form made later is another form.
    """

    partner_id: str
    reference: str
    version: int
    issue: int
    codes: tuple[tuple[str, str], ...]
    seal: str

    @property
    def name(self) -> str:
        """The name of the form in the file: all its marks but the codes."""
        return f"facilitator-{self.reference}-{self.version}-{self.issue}-{self.seal}"


@dataclass(frozen=True, slots=True)
class Told:
    """What was written at one code: a status (None where that is not clear), and words with it.

    `answered` says that something was filled in at all.
    """

    code: str
    status: Status | None = None
    words: str = ""
    to: str = ""

    @property
    def answered(self) -> bool:
        """Whether anything was filled in."""
        return self.status is not None or bool(self.words) or bool(self.to)


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back, as it was read. `mark` names this very form or mail; `seal` is empty for a mail."""

    channel: Channel
    reference: str
    told: tuple[Told, ...]
    mark: str = ""
    version: int = 0
    issue: int = 0
    seal: str = ""
    remark: str = ""
    by: str = ""


class Doubt(StrEnum):
    """Why something that came back cannot be taken as it is."""

    UNCLEAR = "unclear"
    TO_WHOM = "to-whom"
    READ_ALREADY = "read-already"
    CHANGED = "changed"
    CONTINUED = "continued"
    SAID_SINCE = "said-since"
    NOT_THEIRS = "not-theirs"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Line:
    """What was said of one agreement, beside how it stands. `agreement` is None when it is not there any more."""

    agreement: Agreement | None
    told: Told
    report_id: str
    doubt: Doubt | None = None
    later: Later | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """What a later session, held on `day`, did with an agreement: said how it stands now, or takes it further."""

    status: Status
    day: date
    continued: bool = False

    @property
    def settled(self) -> bool:
        """Whether there is nothing more to ask in the older session."""
        return self.continued or not (self.status.open or self.status is Status.NOT_KEPT)


Elsewhere = Mapping[str, Later]
"""What later sessions did with the agreements of a session, by the id of the agreement."""

NOWHERE: Elsewhere = {}
"""No later session did anything."""


def asked_of(session: Session, partner_id: str, elsewhere: Elsewhere = NOWHERE) -> tuple[Agreement, ...]:
    """The agreements an organisation is asked about: those it owns, not done with, and not waiting for a decision."""
    book = session.notebook
    settled = {agreement_id for agreement_id, later in elsewhere.items() if later.settled}
    return tuple(
        one
        for one in book.agreements
        if one.owner_id == partner_id
        and (one.status.open or one.status is Status.NOT_KEPT)
        and not book.is_held(one.id)
        and one.id not in settled
    )


def asked(session: Session) -> tuple[str, ...]:
    """The ids of the organisations that have something to tell, in the order of the table."""
    return tuple(partner.id for partner in session.notebook.partners if asked_of(session, partner.id))


def last_told(session: Session, partner_id: str) -> datetime | None:
    """When an organisation last told by itself how an agreement of its own stands (aware), or None."""
    own = (one for one in session.notebook.agreements if one.owner_id == partner_id)
    told = [at for at in (_told_at(one, partner_id) for one in own) if at is not None]
    return max(told, default=None)


def _told_at(agreement: Agreement, partner_id: str) -> datetime | None:
    told = (one.at for one in agreement.standings if one.by_id == partner_id and one.channel in TOLD_BY)
    return max(told, default=None)


# ---- the marks


def reference_of(key: bytes, session_id: str, partner_id: str) -> str:
    """Give the reference of an organisation in a session: "K7QMX-2WDB9"."""
    signs = _signs(key, _REFERENCE, "reference", session_id, partner_id)
    return f"{signs[:_HALF]}-{signs[_HALF:]}"


def code_of(key: bytes, session_id: str, agreement_id: str) -> str:
    """Give the code of an agreement: "K7QM2"."""
    return _signs(key, _CODE, "code", session_id, agreement_id)


def seal_of(key: bytes, session_id: str, partner_id: str, asked_for: tuple[int, int], codes: Iterable[str]) -> str:
    """Give the seal of a form; `asked_for` is its version and issue."""
    return _signs(key, _SEAL, "seal", session_id, partner_id, *map(str, asked_for), *codes)


def slip_of(session: Session, partner_id: str, key: bytes, elsewhere: Elsewhere = NOWHERE) -> Slip:
    """Give the marks for what an organisation is asked now."""
    agreements = asked_of(session, partner_id, elsewhere)
    codes = tuple((one.id, code_of(key, session.id, one.id)) for one in agreements)
    issue = sum(len(one.standings) for one in agreements)
    seal = seal_of(key, session.id, partner_id, (session.version, issue), (code for _id, code in codes))
    return Slip(partner_id, reference_of(key, session.id, partner_id), session.version, issue, codes, seal)


def reference_in(text: str) -> str:
    """Find the one reference that a text names; empty where there is none, or more than one."""
    found = {f"{first}-{second}" for first, second in _WRITTEN_REFERENCE.findall(text.upper())}
    return found.pop() if len(found) == 1 else ""


def place_of(key: bytes, reference: str, seats: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """Find whose reference it is, among the organisations of all sessions: (session id, partner id), or None."""
    wanted = reference.upper()
    return next((seat for seat in seats if hmac.compare_digest(reference_of(key, *seat), wanted)), None)


def is_genuine(returned: Returned, session: Session, partner_id: str, key: bytes) -> bool:
    """Whether the seal on a form fits what it asks; a mail has none."""
    codes = (told.code for told in returned.told)
    made = seal_of(key, session.id, partner_id, (returned.version, returned.issue), codes)
    return not returned.seal or hmac.compare_digest(made, returned.seal)


def _signs(key: bytes, count: int, *parts: str) -> str:
    """Give `count` signs that only who has the key can make of these parts."""
    message = b"".join(len(part.encode()).to_bytes(4) + part.encode() for part in parts)
    number = int.from_bytes(hmac.digest(key, message, hashlib.sha256))
    signs = []
    for _ in range(count):
        number, sign = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[sign])
    return "".join(signs)


# ---- what came back


def lines_of(
    returned: Returned, session: Session, partner_id: str, key: bytes, elsewhere: Elsewhere = NOWHERE
) -> tuple[Line, ...]:
    """Put what was told beside the agreements it is about, with the doubt there is about each."""
    known = {code_of(key, session.id, one.id): one for one in session.notebook.agreements}
    return tuple(
        _line(returned, told, known.get(told.code), partner_id, elsewhere) for told in returned.told if told.answered
    )


def _line(returned: Returned, told: Told, agreement: Agreement | None, partner_id: str, elsewhere: Elsewhere) -> Line:
    mark = report_id(returned, told)
    if agreement is None:
        return Line(None, told, mark, Doubt.GONE)
    later = elsewhere.get(agreement.id)
    doubts = (
        (Doubt.NOT_THEIRS, agreement.owner_id != partner_id),
        (Doubt.READ_ALREADY, any(standing.report_id == mark for standing in agreement.standings)),
        (Doubt.CONTINUED, later is not None and later.continued),
        (Doubt.SAID_SINCE, later is not None),
        (Doubt.UNCLEAR, told.status is None),
        (Doubt.TO_WHOM, told.status is Status.HANDED_OVER and not told.to),
        (Doubt.CHANGED, 0 < returned.version < agreement.edition),
    )
    doubt = next((doubt for doubt, there in doubts if there), None)
    return Line(agreement, told, mark, doubt, later)


def report_id(returned: Returned, told: Told) -> str:
    """Name what was told on this form or in this mail: the same read twice has the same name."""
    parts = (returned.mark, told.code, told.status or "", told.words, told.to)
    whole = b"".join(len(part.encode()).to_bytes(4) + part.encode() for part in parts)
    return f"{returned.channel.value}-{hashlib.sha256(whole).hexdigest()[:_REPORT]}"


@dataclass(frozen=True, slots=True)
class Awaited:
    """An organisation of which it is good to hear: how many agreements it is asked about, and when it last told."""

    partner_id: str
    name: str
    count: int
    told_at: datetime | None


def awaited_of(items: Iterable[LookBackItem]) -> tuple[Awaited, ...]:
    """Who is asked of what a coming session looks back on, and who told, in the order in which they come up."""
    found: dict[str, Awaited] = {}
    for item in items:
        owner = next((partner for partner in item.partners if partner.id == item.agreement.owner_id), None)
        if owner is not None:
            before = found.get(owner.id, Awaited(owner.id, owner.name, 0, None))
            told = [at for at in (before.told_at, _told_at(item.agreement, owner.id)) if at is not None]
            found[owner.id] = Awaited(owner.id, owner.name, before.count + 1, max(told, default=None))
    return tuple(found.values())


def awaited(session: Session, elsewhere: Elsewhere = NOWHERE) -> Iterator[Awaited]:
    """Who is asked how things stand, and who told, in the order of the table."""
    for partner in session.notebook.partners:
        count = len(asked_of(session, partner.id, elsewhere))
        told_at = last_told(session, partner.id)
        if count or told_at is not None:
            yield Awaited(partner.id, partner.name, count, told_at)
