"""A session while it is being prepared: frozen, rebuilt at every change, so that going back keeps all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from facilitator.core.casus import Case
from facilitator.core.events import Deal, Details
from facilitator.core.pace import ScaledPlan, scaled_plan
from facilitator.core.people import Participant, Partner
from facilitator.core.roles import deal
from facilitator.core.script import Form, Script
from facilitator.core.session import Session
from facilitator.core.text import fold, one_line
from facilitator.ui.prepare.look_back_step import looks_back, with_look_back

USUAL_START = time(13, 30)


@dataclass(frozen=True, slots=True)
class Guest:
    """A row of the table of people. The organisation is the name as typed; it becomes a partner when all is well."""

    id: str
    name: str = ""
    organisation: str = ""
    role: str = ""
    email: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was typed in this row."""
        return not (self.name.strip() or self.organisation.strip() or self.role.strip() or self.email.strip())


@dataclass(frozen=True, slots=True)
class Draft:
    """What was chosen and typed so far.

    `organisations` holds names that were invited as such, with or without a person; `session` is the planned session
    that this changes, None for a new one. `available_minutes` is the whole meeting, `short_on_purpose` says that the
    facilitator accepts a plan that is longer than that. `deals` are the roles of the case over the guests (by id);
    `by_hand` says that the facilitator dealt them and the program leaves them as they are. `open_before` is how many
    agreements of earlier sessions with these organisations are open, `look_back` that a step is wanted for them.
    """

    form: Form
    day: date
    script: Script | None = None
    case: Case | None = None
    place: str = ""
    municipality: str = ""
    start: time = USUAL_START
    available_minutes: int = 120
    short_on_purpose: bool = False
    next_meeting: date | None = None
    contact: str = ""
    keep_months: int = 12
    guests: tuple[Guest, ...] = ()
    organisations: tuple[str, ...] = ()
    session: Session | None = None
    deals: tuple[Deal, ...] = ()
    by_hand: bool = False
    open_before: int = 0
    look_back: bool = True

    @property
    def plan(self) -> ScaledPlan | None:
        """The minutes per step as they would be, None while there is no script."""
        return None if self.led is None else scaled_plan(self.led, self.available_minutes)

    @property
    def led(self) -> Script | None:
        """The script as it is led: with a step that looks back, where that is wanted and there is something to it."""
        wanted = self.look_back and self.open_before > 0 and self.can_look_back
        return with_look_back(self.script) if wanted and self.script is not None else self.script

    @property
    def can_look_back(self) -> bool:
        """Whether a step that looks back can be put in: a planned session keeps its script."""
        return self.session is None and self.script is not None and not looks_back(self.script)

    @property
    def needs_case(self) -> bool:
        """Whether a case has to be chosen."""
        return self.script is not None and self.script.needs_case

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that can be dealt; none where no case is told."""
        return self.case.roles if self.needs_case and self.case is not None else ()

    def roles_of(self, guest_id: str) -> tuple[str, ...]:
        """The roles that a guest holds."""
        return next((deal.roles for deal in self.deals if deal.participant_id == guest_id), ())

    @property
    def at_table(self) -> tuple[Participant, ...]:
        """Those who can hold a role: the persons whose organisation is filled in."""
        return self.participants(self._named_partners())

    def dealt(self) -> Draft:
        """Deal the roles anew over those at the table."""
        if not self.roles or self.case is None:
            return replace(self, deals=(), by_hand=False)
        return replace(self, deals=deal(self.case, self.at_table, self._named_partners()), by_hand=False)

    def with_guests(self, guests: tuple[Guest, ...]) -> Draft:
        """Give the draft with other guests. Roles that the program dealt it deals again; others stay with who comes."""
        changed = replace(self, guests=guests)
        if self.deals and not self.by_hand:
            return changed.dealt()
        there = {guest.id for guest in guests}
        return replace(changed, deals=tuple(one for one in self.deals if one.participant_id in there))

    def with_role(self, guest_id: str, role: str, *, held: bool) -> Draft:
        """Let a guest hold a role, or not any more; the roles of one guest keep the order of the case."""
        before = set(self.roles_of(guest_id))
        now = before | {role} if held else before - {role}
        mine = Deal(guest_id, tuple(each for each in self.roles if each in now))
        others = tuple(one for one in self.deals if one.participant_id != guest_id)
        return replace(self, deals=(*others, mine) if mine.roles else others, by_hand=True)

    def _named_partners(self) -> tuple[Partner, ...]:
        return tuple(Partner(fold(name), name) for name in self.names_at_table)

    @property
    def people(self) -> tuple[Guest, ...]:
        """The rows in which something was typed."""
        return tuple(guest for guest in self.guests if not guest.empty)

    @property
    def names_at_table(self) -> tuple[str, ...]:
        """Every organisation that comes, once, in the order in which it was named first."""
        found: dict[str, str] = {}
        for name in (*self.organisations, *(guest.organisation for guest in self.guests)):
            if tidy := one_line(name):
                found.setdefault(fold(tidy), tidy)
        return tuple(found.values())

    @property
    def details(self) -> Details:
        """When and where, as the session keeps it."""
        written = Details(
            place=one_line(self.place),
            day=self.day,
            start=self.start,
            available_minutes=self.available_minutes,
            municipality=one_line(self.municipality),
            next_meeting=self.next_meeting,
            contact=one_line(self.contact),
            keep_months=self.keep_months,
        )
        return written if self.session is None else replace(written, time_zone=self.session.details.time_zone)

    def partners(self, known: Mapping[str, str], fresh: Iterable[str]) -> tuple[Partner, ...]:
        """Give the organisations with their ids: by folded name from `known`, else the next of `fresh`."""
        ids = iter(fresh)
        return tuple(Partner(known.get(fold(name)) or next(ids), name) for name in self.names_at_table)

    def participants(self, partners: Iterable[Partner]) -> tuple[Participant, ...]:
        """Give the persons whose organisation is among these partners."""
        by_name = {fold(partner.name): partner.id for partner in partners}
        return tuple(
            Participant(
                guest.id,
                one_line(guest.name),
                by_name[fold(guest.organisation)],
                one_line(guest.role),
                one_line(guest.email),
            )
            for guest in self.people
            if fold(guest.organisation) in by_name
        )


def of_session(session: Session) -> Draft:
    """Open a planned session to change it."""
    details = session.details
    guests = tuple(
        Guest(person.id, person.name, partner.name, person.role, person.email)
        for person in session.notebook.participants
        if (partner := session.partner(person.partner_id)) is not None
    )
    draft = Draft(
        form=session.script.form,
        day=details.day,
        script=session.script,
        case=session.case,
        place=details.place,
        municipality=details.municipality,
        start=details.start,
        available_minutes=details.available_minutes,
        short_on_purpose=scaled_plan(session.script, details.available_minutes).short_by > 0,
        next_meeting=details.next_meeting,
        contact=details.contact,
        keep_months=details.keep_months,
        guests=guests,
        organisations=tuple(partner.name for partner in session.notebook.partners),
        session=session,
        deals=session.notebook.deals,
    )
    return replace(draft, by_hand=set(draft.deals) != set(draft.dealt().deals))
