"""People as they come out of a list, whatever list it was: checked, doubles brought together, every doubt reported."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice, product

from facilitator.content.problem import shown
from facilitator.core.text import fold, one_line
from facilitator.words import _

MOST_LETTERS = 200
"""The longest name, role or organisation that is taken whole."""

MOST_PEOPLE = 10_000
"""The most people that are taken from one list."""

WHOLE_LIST = 0
"""The row number of a remark about the list as a whole."""

_MAIL = re.compile(r"""[^\s@<>(),;:"\[\]\\]+@[^\s@<>(),;:"\[\]\\]+\.[^\s@<>(),;:"\[\]\\.]{2,}""")
_DEGREE = re.compile(r"(?:(?:bsc|msc|ba|ma|llm|mba|phd|md|rn)\b\.?[\s,]*)+", re.IGNORECASE)
_TRAILER = re.compile(r"\s*(\([^()]*\))\s*$")
_INFIXES = frozenset({"aan", "de", "den", "der", "het", "in", "op", "te", "ten", "ter", "van", "von"})
# Where anybody can have an address, two people with the same domain are no colleagues.
_PUBLIC_MAIL = frozenset(
    f"{name}.{end}"
    for end in ("com", "nl", "me")
    for name in (
        *(
            "gmail",
            "outlook",
            "hotmail",
            "live",
            "msn",
            "icloud",
            "me",
            "mac",
            "yahoo",
            "proton",
            "protonmail",
            "ziggo",
        ),
        *("ziggo", "kpnmail", "planet", "xs4all", "home", "casema", "upcmail", "hetnet", "chello", "online", "telfort"),
    )
)
_ANY = "\0"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person. `suggestion`: the organisation of others with the same mail domain, where none was given."""

    name: str
    organisation: str = ""
    role: str = ""
    email: str = ""
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class RowReport:
    """What was odd in a row (from 1, as a spreadsheet counts; 0 is the whole list), and what was kept of it."""

    row: int
    why: str
    kept: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column that was recognised: the field it fills, and its heading (empty when there were no headings)."""

    field: str
    heading: str


@dataclass(frozen=True, slots=True)
class PeopleImport:
    """The people of a list. When the whole list could not be used `refused` says why and what to do."""

    rows: tuple[PersonRow, ...] = ()
    report: tuple[RowReport, ...] = ()
    columns: tuple[Column, ...] = ()
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A person as a list has it, unchecked. `row` is where."""

    row: int
    name: str = ""
    organisation: str = ""
    role: str = ""
    email: str = ""


def is_mail(text: str) -> bool:
    """Whether a text looks like a mail address."""
    return _MAIL.fullmatch(text) is not None


def in_order(name: str) -> str:
    """Turn 'Berg, Anna van den' into 'Anna van den Berg'; degrees after a comma stay where they are."""
    last, comma, first = name.partition(",")
    if not comma or "," in first or _DEGREE.fullmatch(first.strip()) or not last.strip() or not first.strip():
        return name
    trailer = _TRAILER.search(first)
    if trailer is not None and trailer.start() > 0:
        return f"{first[: trailer.start()].strip()} {last.strip()} {trailer[1]}"
    return f"{first.strip()} {last.strip()}"


def gather(found: Iterable[Found], report: list[RowReport], columns: tuple[Column, ...] = ()) -> PeopleImport:
    """Check people and bring doubles together. Every row that was changed or left out gets a line in the report.

    `report` may still grow while `found` is gone through.
    """
    gathering = _Gathering(report)
    people = iter(found)
    for person in islice(people, MOST_PEOPLE):
        gathering.take(person)
    if next(people, None) is not None:
        why = _("there are more than {count} people in this list").format(count=MOST_PEOPLE)
        report.append(RowReport(WHOLE_LIST, why, _("the first {count}").format(count=MOST_PEOPLE)))
    rows = gathering.with_suggestions()
    return PeopleImport(tuple(rows), tuple(sorted(report, key=lambda line: line.row)), columns)


@dataclass(slots=True)
class _Gathering:
    """The rows so far, and where a name or an address was seen before."""

    report: list[RowReport]
    rows: list[PersonRow] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    by_key: dict[tuple[str, str, str], int] = field(default_factory=dict)
    by_mail: dict[str, int] = field(default_factory=dict)

    def take(self, found: Found) -> None:
        """Take a person: as a new row, or into the row where they already stand."""
        person = self._checked(found)
        if not person.name:
            person = self._named(found.row, person)
        if not person.name:
            return
        same = self._same_person(person)
        if same is None:
            self._tell_lookalike(found.row, person)
            self.rows.append(person)
            self.numbers.append(found.row)
            self._remember(len(self.rows) - 1)
            return
        self.rows[same] = _merged(self.rows[same], person)
        self._remember(same)
        why = _("{name} already stands in row {row}").format(name=shown(person.name), row=self.numbers[same])
        self.report.append(RowReport(found.row, why, _("what was not known yet was added there")))

    def _checked(self, found: Found) -> PersonRow:
        """Clean and check each field; the name is still empty when there was none."""
        name = self._short(found.row, in_order(one_line(found.name).strip("\"' ,;")))
        email = re.sub(r"^.*<([^<>]*)>.*$", r"\1", one_line(found.email))
        email = email.removeprefix("mailto:").strip("<>()\"' ,;")
        if email and not is_mail(email):
            why = _("'{address}' is not a mail address").format(address=shown(email))
            kept = _("the rest of the row") if name else _("the text as a name; check it")
            self.report.append(RowReport(found.row, why, kept))
            name, email = name or self._short(found.row, email), ""
        organisation = self._short(found.row, one_line(found.organisation))
        return PersonRow(name, organisation, self._short(found.row, one_line(found.role)), email)

    def _named(self, row: int, person: PersonRow) -> PersonRow:
        """Give a person without a name the one their address is known by, or seems to hold."""
        known = self.by_mail.get(fold(person.email)) if person.email else None
        if known is not None:
            return replace(person, name=self.rows[known].name)
        if person.email:
            name = _name_from_mail(person.email)
            why = _("there is only the address {address}").format(address=shown(person.email))
            self.report.append(RowReport(row, why, _("'{name}' as the name; check it").format(name=name)))
            return replace(person, name=name)
        rest = ", ".join(part for part in (person.role, person.organisation) if part)
        if rest:
            why = _("there is no name with '{rest}'").format(rest=shown(rest))
            self.report.append(RowReport(row, why, _("nothing of this row")))
        return person

    def _short(self, row: int, text: str) -> str:
        if len(text) <= MOST_LETTERS:
            return text
        why = _("'{text}' is very long").format(text=shown(text))
        kept = _("the first {count} letters").format(count=MOST_LETTERS)
        self.report.append(RowReport(row, why, kept))
        return text[:MOST_LETTERS]

    def _remember(self, index: int) -> None:
        """Make a row findable by name with its address or any, and with its organisation or any."""
        name, email, organisation = _folded(self.rows[index])
        for key in product((name,), (email, _ANY), (organisation, _ANY)):
            self.by_key.setdefault(key, index)
        if email:
            self.by_mail.setdefault(email, index)

    def _same_person(self, person: PersonRow) -> int | None:
        """Find a row with the same name, whose address and organisation are the same or not known on one side."""
        name, email, organisation = _folded(person)
        emails = (email, "") if email else (_ANY,)
        organisations = (organisation, "") if organisation else (_ANY,)
        found = (self.by_key.get(key) for key in product((name,), emails, organisations))
        return next((index for index in found if index is not None and _agree(self.rows[index], person)), None)

    def _tell_lookalike(self, row: int, person: PersonRow) -> None:
        """Report what may be the same person twice, but is not certain to be; both are kept."""
        name, email, _organisation = _folded(person)
        kept = _("both; check whether it is one person")
        by_mail, by_name = self.by_mail.get(email), self.by_key.get((name, _ANY, _ANY))
        if by_mail is not None:
            why = _("the address {address} also stands in row {row}")
            why = why.format(address=shown(person.email), row=self.numbers[by_mail])
            self.report.append(RowReport(row, why, kept))
        elif by_name is not None:
            why = _("the name {name} also stands in row {row}")
            why = why.format(name=shown(person.name), row=self.numbers[by_name])
            self.report.append(RowReport(row, why, kept))

    def with_suggestions(self) -> list[PersonRow]:
        """Suggest, where there is no organisation, the one that all others with the same mail domain have."""
        known: dict[str, Counter[str]] = defaultdict(Counter)
        for person in self.rows:
            if person.organisation and person.email:
                known[_domain(person)][person.organisation] += 1
        missing = [index for index, person in enumerate(self.rows) if not person.organisation]
        if missing and len(missing) == len(self.rows):
            why, kept = _("there are no organisations in this list"), _("the people; choose an organisation for each")
            self.report.append(RowReport(WHOLE_LIST, why, kept))
            return self.rows
        for index in missing:
            person = self.rows[index]
            names = known.get(_domain(person), Counter())
            suggestion = next(iter(names)) if len(names) == 1 and _domain(person) not in _PUBLIC_MAIL else ""
            self.rows[index] = replace(person, suggestion=suggestion)
            why = _("{name} has no organisation").format(name=shown(person.name))
            kept = _("the person, perhaps of {name}").format(name=suggestion) if suggestion else _("the person")
            self.report.append(RowReport(self.numbers[index], why, kept))
        return self.rows


def _folded(person: PersonRow) -> tuple[str, str, str]:
    return fold(person.name), fold(person.email), fold(person.organisation)


def _agree(one: PersonRow, other: PersonRow) -> bool:
    pairs = zip(_folded(one), _folded(other), strict=True)
    return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)


def _merged(first: PersonRow, second: PersonRow) -> PersonRow:
    return PersonRow(
        first.name,
        first.organisation or second.organisation,
        first.role or second.role,
        first.email or second.email,
    )


def _domain(person: PersonRow) -> str:
    return person.email.rpartition("@")[2].casefold()


def _name_from_mail(email: str) -> str:
    local = email.partition("@")[0].partition("+")[0]
    words = [word for word in re.split(r"[._\s]+", local) if word] or [email]
    return " ".join(w if w.lower() in _INFIXES and i else w[:1].upper() + w[1:] for i, w in enumerate(words))
