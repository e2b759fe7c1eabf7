"""How lists of people name their columns, and by which words a role is told from an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from facilitator.core.text import fold

_HEADINGS = {
    "name": "naam namen volledigenaam deelnemer deelnemers naamdeelnemer contactpersoon persoon medewerker "
    "weergavenaam name fullname displayname participant",
    "first": "voornaam voornamen roepnaam voorletters voorletter initialen firstname givenname",
    "infix": "tussenvoegsel tussenvoegsels tussenv tv voorvoegsel voorvoegsels infix middlename",
    "last": "achternaam familienaam lastname surname familyname",
    "organisation": "org organisatie organisaties organisatienaam naamorganisatie organisatieinstelling partij partner "
    "ketenpartner instelling bedrijf bedrijfsnaam werkgever organisation organization company companyname employer",
    "role": "rol functie functienaam functietitel rolfunctie functierol beroep role function jobtitle",
    "email": "email emailadres mail mailadres emailaddress mailaddress epost",
}
_FIELD_OF = {heading: field for field, headings in _HEADINGS.items() for heading in headings.split()}

_ROLE = re.compile(
    r"(?:agent|arts|kracht|kundige|werker|adviseur|regisseur|manager|coordinator|begeleider|directeur|leider|loog|goog|"
    r"consulent|officier|wethouder|voogd|therapeut|docent|mentor|advocaat|rechter|ondersteuner|assistent|poh|specialist|"
    r"functionaris|voorzitter|secretaris|rechercheur|tolk|vrijwilliger|verlener|ambtenaar|burgemeester|bestuurder)\b"
)
_ORGANISATION = re.compile(
    r"(?:gemeente|politie|school|college|lyceum|thuis|ggd|ggz|team|stichting|reclassering|praktijk|ziekenhuis|centrum|om|"
    r"ministerie|opvang|jeugdbescherming|raad|zorg|halt|welzijn|instelling|groep|huis|kliniek|rechtbank|bureau|dienst)\b"
)


def field_of_heading(heading: str) -> str | None:
    """Give the field a column heading stands for, or None: name, first, infix, last, organisation, role or email."""
    return _FIELD_OF.get(re.sub("[^a-z]", "", fold(heading)))


def fields_of(columns: Sequence[Iterable[str]]) -> tuple[str, ...]:
    """Tell for up to two columns beside the name which is the role and which the organisation.

    Without words to go by one column is the organisation, and of two the role comes first ("Naam, rol, organisatie").
    """
    if not columns:
        return ()
    scores = [sum(leaning(cell) for cell in column) for column in columns]
    if len(scores) == 1:
        return ("role",) if scores[0] < 0 else ("organisation",)
    return ("organisation", "role") if scores[0] > scores[1] else ("role", "organisation")


def leaning(text: str) -> int:
    """Give 1 for the words of an organisation, -1 for those of a role, 0 when it is not clear."""
    folded = fold(text)
    return bool(_ORGANISATION.search(folded)) - bool(_ROLE.search(folded))
