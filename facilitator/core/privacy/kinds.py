"""What counts as personal data here, and one place in a text where it was seen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.vocabulary import N_


class PersonalData(StrEnum):
    """A kind of personal data. The order is that of certainty: where two overlap, the first one stands."""

    EMAIL = "email"
    IBAN = "iban"
    BIRTH_DATE = "birth_date"
    BSN = "bsn"
    CLIENT_NUMBER = "client_number"
    PHONE = "phone"
    LICENCE_PLATE = "licence_plate"
    ADDRESS = "address"
    POSTCODE = "postcode"
    NAME = "name"
    RARE_COMBINATION = "rare_combination"

    @property
    def msgid(self) -> str:
        """What it is called; the words are looked up in the catalogue where they are shown."""
        return _NAMES[self]

    @property
    def replacement_msgid(self) -> str:
        """What can stand there instead without pointing at anybody."""
        return _REPLACEMENTS[self]


_NAMES = {
    PersonalData.EMAIL: N_("an e-mail address"),
    PersonalData.IBAN: N_("a bank account"),
    PersonalData.BIRTH_DATE: N_("a date of birth"),
    PersonalData.PHONE: N_("a phone number"),
    PersonalData.BSN: N_("a BSN"),
    PersonalData.LICENCE_PLATE: N_("a licence plate"),
    PersonalData.CLIENT_NUMBER: N_("a client or case number"),
    PersonalData.ADDRESS: N_("an address"),
    PersonalData.POSTCODE: N_("a postcode"),
    PersonalData.NAME: N_("a name"),
    PersonalData.RARE_COMBINATION: N_("age, small place and occupation together"),
}
_REPLACEMENTS = {
    PersonalData.EMAIL: N_("[e-mail address]"),
    PersonalData.IBAN: N_("[bank account]"),
    PersonalData.BIRTH_DATE: N_("[date of birth]"),
    PersonalData.PHONE: N_("[phone number]"),
    PersonalData.BSN: N_("[BSN]"),
    PersonalData.LICENCE_PLATE: N_("[licence plate]"),
    PersonalData.CLIENT_NUMBER: N_("[number]"),
    PersonalData.ADDRESS: N_("[address]"),
    PersonalData.POSTCODE: N_("[postcode]"),
    PersonalData.NAME: N_("[name]"),
    PersonalData.RARE_COMBINATION: N_("[place]"),
}


def name_of(kind: str) -> str:
    """The msgid of a kind as it is kept with a session; one that this version does not know is personal at least."""
    return PersonalData(kind).msgid if kind in set(PersonalData) else N_("something personal")


@dataclass(frozen=True, slots=True)
class Finding:
    """Personal data seen at `text[start:end]` of the text that was searched; `text` is what stands there."""

    kind: PersonalData
    start: int
    end: int
    text: str

    @property
    def replacement_msgid(self) -> str:
        """What can stand there instead; a person may of course write something better, such as a role."""
        return self.kind.replacement_msgid
