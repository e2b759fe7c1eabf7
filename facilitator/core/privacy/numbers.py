"""Personal data that is told by its shape or by a check: numbers, addresses, dates of birth.

Every pattern is bounded, so that the time is in step with the length of the text whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.core.privacy.cues import words_of
from facilitator.core.privacy.kinds import PersonalData

Span = tuple[PersonalData, int, int]

_AT = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_IBAN_HEAD = re.compile(r"(?<![^\W_])[A-Za-z]{2}\d{2}(?= ?[A-Za-z0-9])")
_DUTCH_IBAN = re.compile(r"NL\d{2}[A-Z]{4}\d{10}")
_AS_DIGITS = str.maketrans({sign: str(int(sign, 36)) for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"})
_BSN = re.compile(r"(?<![\w+])(?<!\d[.,-])(?:\d{8,9}|\d{3}([. -])\d{3}\1\d{3}|\d{4}([. -])\d{2}\2\d{3})(?!\w|[.,-]\d)")
_BSN_CUE = re.compile(r"(?:bsn|burger ?service|sofi)[^\n]{0,80}$", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w+])(?:"
    r"(?:\+|00)31[ .-]{0,2}(?:\(0\))?[ .-]{0,2}[1-9](?:[ .-]{0,3}\d){8}"
    r"|\(?0[1-9]\d{0,2}\)?[ ./-]{0,3}\d(?:[ .-]{0,2}\d){5,7}"
    r"|(?:\+|00)[1-9]\d{0,2}(?:[ .()/-]{0,2}\d){7,12}"
    r")(?!\w)"
)
_NOT_PERSONAL = re.compile(r"0(?:800|900|906|909)|014")
_POSTCODE = re.compile(r"(?<![\w.,-])[1-9]\d{3}(?: ?[A-Z]{2}|[a-z]{2}| [a-z]{2}| ?[A-Z][a-z])(?!\w)")
_LAW = re.compile(r"\b(?:artikel|art\.?) $", re.IGNORECASE)  # artikel 1401 BW
_SHORT_WORDS = words_of(
    "al af as be bv ca cm co da de di do ed eg el em en er et eu ex ga ge gr ha he hm ie ik in is ja je jl km kg "
    "la le li ma me mg mi ml mm mo mw na no nr nu of om op oo pa pc pp re se si so st te tv uw ut va vd ve wc we "
    "wo ze zn zo"
)
_PLATE = re.compile(
    r"(?<![\w-])(?:[a-z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[a-z]{2}|\d{2}-[a-z]{2}-\d{2}|[a-z]{2}-\d{2}-[a-z]{2}|"
    r"[a-z]{2}-[a-z]{2}-\d{2}|\d{2}-[a-z]{2}-[a-z]{2}|\d{2}-[a-z]{3}-\d|\d-[a-z]{3}-\d{2}|[a-z]{2}-\d{3}-[a-z]|"
    r"[a-z]-\d{3}-[a-z]{2}|[a-z]{3}-\d{2}-[a-z]|[a-z]-\d{2}-[a-z]{3}|\d-[a-z]{2}-\d{3}|\d{3}-[a-z]{2}-\d)(?![\w-])",
    re.IGNORECASE,
)
_PLATE_CUE = re.compile(
    r"\bkenteken(?:plaat|nummer)?(?: (?:is|was|van [a-z]{2,12}))?[ :]{1,3}([a-z0-9 -]{6,8})(?!\w)", re.IGNORECASE
)
_CLIENT = re.compile(
    r"\b(?:(?:cli[eë]nt|dossier|zaak|pati[eë]nt|meldings?|registratie|klant|parket|proces-?verbaal|pv|zorg|polis|relatie|"
    r"kenmerk|incident|mutatie|zorgplan|leerling|burger|v)[- ]?(?:nummer|nrs?\.?|no\.)|dossier|zaak|kenmerk|mutatie)"
    r"(?: (?:is|was|van [a-z]{2,12}))?[ :=#]{1,3}([A-Za-z0-9][A-Za-z0-9./-]{1,24}[A-Za-z0-9])",
    re.IGNORECASE,
)
_MONTHS = (
    "jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
DATE = re.compile(
    rf"(?<![\w/.-])(?:\d{{1,2}}([-/. ])\d{{1,2}}\1(?:\d{{4}}|\d{{2}})"
    rf"|\d{{1,2}} (?:{_MONTHS})\.?(?: (?:\d{{4}}|['’]?\d{{2}}))?)"
    r"(?![\w]|[/-]\d)",
    re.IGNORECASE,
)
_BORN_BEFORE = re.compile(
    r"\b(?:geb(?:oren)?|geb\.? ?dat(?:um)?|geboortedat(?:um|a)|geboortedag|gd|verjaardag|jarig)[.: ]{0,3}"
    r"(?:(?:is|op|was|van|de|in|met)[ :]|[a-z]{1,12} (?:is|op|was) ){0,3}$",
    re.IGNORECASE,
)
_BORN_AFTER = re.compile(r",? (?:(?:is|werd|was) [a-z]{2,12} )?(?:geboren|jarig)\b", re.IGNORECASE)
_SUFFIXES = (
    r"straat|str\.|straatje|laan|weg|plein|gracht|kade|singel|steeg|dreef|plantsoen|dijk|hof|pad|ring|wal|markt|park|boulevard|"
    "haven|baan|poort|brink|erf|donk|akker|zoom|stee|rak"
)
_SURE_SUFFIXES = r"straat|str\.|straatje|laan|weg|plein|gracht|kade|singel|steeg|dreef|plantsoen"
_ALONE = "Straat|Laan|Weg|Plein|Gracht|Kade|Singel|Steeg|Dreef|Plantsoen|Dijk|Hof|Pad|Wal|Markt|Park|Haven|Brink"
_HOUSE = (
    r"\s(?:nr\.? ?|nummer )?\d{1,4}(?:\s?[a-zA-Z](?!\w))?(?:\s?[-/]\s?(?:\d{1,4}|[IVX]{1,4}|[a-zA-Z])(?!\w))?"
    r"(?: (?:bis|hs|boven|beneden)\b)?(?![\w]|[.,:]\d|-\w)"
)
_ADDRESS = re.compile(
    rf"\b(?:Plein \d{{4}}{_HOUSE}"
    rf"|(?:[A-Z]\w{{0,30}}?(?:{_SUFFIXES})|[a-z]{{2,25}}?(?:{_SURE_SUFFIXES})|(?:{_ALONE})){_HOUSE}"
    rf"|(?:Laan|Plein|Weg|Straat|Pad|Singel|Kade|Hof|Park) (?:(?:van|der|den|de|het|['’]t) ){{0,3}}"
    rf"(?:[A-Z][\w'’-]{{1,25}} ?){{1,4}}(?<! ){_HOUSE})"
)
_STREET = re.compile(rf"(?<=[a-z,;] )[A-Z]\w{{2,25}}?(?:{_SURE_SUFFIXES})(?!\w)")
_LIVES = re.compile(
    r"\b(?:wonend?|woon(?:t|de|achtig)|adres(?: is)?:?|verhuisd) (?:aan|op|naar|in)? ?(?:de |het )?"
    rf"((?:[A-Z][\w'’-]{{1,25}}(?: (?:van|de|der|den|het|['’]t)){{0,2}} ?){{1,4}}(?<! ){_HOUSE})"
)
_STREET_LEFT = re.compile(r"[A-Z][\w'’.-]{0,20} (?:(?:van|der|den|de|het|['’]t|[A-Z][\w'’.-]{0,20}) ){0,3}$")
_NO_STREETS = words_of(
    "onderweg snelweg terugweg heenweg uitweg omweg vluchtweg rijksweg speelplein schoolplein spoorweg vanweg autoweg"
)


_YEAR = re.compile(r"\s(?:19|20)\d\d$")  # far more often the year of something than the number of a house


def numbers(text: str) -> Iterator[Span]:
    """Give every place that looks like one of these kinds; they may overlap."""
    if "@" in text:
        yield from _whole(PersonalData.EMAIL, _AT, text)
    yield from _whole(PersonalData.ADDRESS, _STREET, text)
    if not re.search(r"\d", text):
        return
    yield from _ibans(text)
    yield from _birth_dates(text)
    yield from _phones(text)
    yield from _bsns(text)
    yield from _whole(PersonalData.LICENCE_PLATE, _PLATE, text)
    yield from _plates_named(text)
    yield from _client_numbers(text)
    yield from _addresses(text)
    yield from _postcodes(text)


def _whole(kind: PersonalData, pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    for match in pattern.finditer(text):
        yield kind, match.start(), match.end()


def _ibans(text: str) -> Iterator[Span]:
    for head in _IBAN_HEAD.finditer(text):
        end = _iban_end(text, head.start())
        if end:
            yield PersonalData.IBAN, head.start(), end


def _iban_end(text: str, start: int) -> int:
    """Give where the account number that starts here ends; 0 if there is none."""
    signs, at = "", start
    while at < len(text) and len(signs) < 34:
        if text[at].isascii() and text[at].isalnum():
            signs += text[at].upper()
            if len(signs) >= 15 and not text[at + 1 : at + 2].isalnum() and _is_iban(signs):
                return at + 1
        elif text[at] != " " or text[at - 1] == " ":
            return 0
        at += 1
    return 0


def _is_iban(signs: str) -> bool:
    if _DUTCH_IBAN.fullmatch(signs):
        return True  # also with a slip of the finger in it: it still points at somebody
    if int((signs[4:] + signs[:4]).translate(_AS_DIGITS)) % 97 != 1:
        return False
    from stdnum import iban  # noqa: PLC0415  7 ms, and only for texts that hold one

    return iban.is_valid(signs, check_country=False)


def _bsns(text: str) -> Iterator[Span]:
    for match in _BSN.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if _BSN_CUE.search(text, max(0, match.start() - 100), match.start()) or (len(digits) == 9 and _is_bsn(digits)):
            yield PersonalData.BSN, match.start(), match.end()


def _is_bsn(digits: str) -> bool:
    from stdnum.nl import bsn  # noqa: PLC0415  25 ms, and only for texts that hold such a number

    return bsn.is_valid(digits)


def _phones(text: str) -> Iterator[Span]:
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if match.group().startswith(("+", "00")) or (len(digits) == 10 and not _NOT_PERSONAL.match(digits)):
            yield PersonalData.PHONE, match.start(), match.end()


def _postcodes(text: str) -> Iterator[Span]:
    for match in _POSTCODE.finditer(text):
        digits, letters = match.group()[:4], match.group()[-2:]
        year = digits.startswith(("19", "20"))
        if _LAW.search(text, max(0, match.start() - 9), match.start()):
            continue
        if letters.isupper() or not (letters.lower() in _SHORT_WORDS and (" " in match.group() or year)):
            yield PersonalData.POSTCODE, match.start(), match.end()


def _plates_named(text: str) -> Iterator[Span]:
    for match in _PLATE_CUE.finditer(text):
        signs = re.sub("[ -]", "", match.group(1))
        if len(signs) == 6 and not signs.isalpha() and not signs.isdigit():
            yield PersonalData.LICENCE_PLATE, match.start(1), match.end(1)


def _client_numbers(text: str) -> Iterator[Span]:
    for match in _CLIENT.finditer(text):
        if sum(sign.isdigit() for sign in match.group(1)) >= 3:
            yield PersonalData.CLIENT_NUMBER, match.start(1), match.end(1)


def _birth_dates(text: str) -> Iterator[Span]:
    for match in DATE.finditer(text):
        before = _BORN_BEFORE.search(text, max(0, match.start() - 50), match.start())
        if before or _BORN_AFTER.match(text, match.end()):
            yield PersonalData.BIRTH_DATE, match.start(), match.end()


def _addresses(text: str) -> Iterator[Span]:
    for match in _ADDRESS.finditer(text):
        street = match.group().split()[0]
        if street.casefold() in _NO_STREETS or _YEAR.search(match.group()):
            continue
        left = _STREET_LEFT.search(text[max(0, match.start() - 80) : match.start()])
        taken = left.end() - left.start() if left and street[0].isupper() else 0
        yield PersonalData.ADDRESS, match.start() - taken, match.end()
    for match in _LIVES.finditer(text):
        yield PersonalData.ADDRESS, match.start(1), match.end(1)
