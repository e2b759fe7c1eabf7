"""Whatever is typed: the search ends, in time, with findings that fit the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.content.lexicon import read_lexicon
from facilitator.core.privacy import Lexicon, PersonalData, find
from tests.growth import IN_STEP, growth

LEXICON = read_lexicon(Path(__file__).parents[3] / "resources" / "privacy")
PIECES = st.sampled_from(
    [
        "Karin",
        "van der",
        "mevrouw ",
        " ",
        "\n",
        ". ",
        "06-",
        "12",
        "BSN ",
        "'t",
        "-",
        "(8)",
        "geb. ",
        "Straat",
        "@",
        "é",
        "NL",
    ]
)
TEXTS = st.text() | st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join)
AROUND = st.text(alphabet="abc \n.,", max_size=20)
HOSTILE = [
    "a",
    "A",
    "1",
    ".",
    "A. ",
    "@",
    "a@",
    "06-",
    "van ",
    "Van ",
    "Aa ",
    "nl11 ",
    "-",
    "'",
    "1-1-",
    "Laan van ",
    "0 ",
    "Karin, ",
    "Xofyv ",
    "XOFYV ",
    "Xofyv. ",
]


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_findings_are_in_order_in_range_and_apart(text: str) -> None:
    last = 0
    for finding in find(text, LEXICON):
        assert last <= finding.start < finding.end <= len(text)
        assert finding.text == text[finding.start : finding.end]
        last = finding.end


@given(TEXTS)
@settings(deadline=None)
def test_a_bare_lexicon_will_do(text: str) -> None:
    find(text, Lexicon())


@given(st.integers(10_000_000, 999_999_999), AROUND, AROUND)
@settings(deadline=None)
def test_a_bsn_is_found_anywhere(number: int, before: str, after: str) -> None:
    digits = f"{number:09d}"[:8]
    rest = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
    if rest == 10:
        return
    bsn = f"{digits}{rest}"
    assert _has(PersonalData.BSN, f"{before} {bsn} {after}", bsn)


@given(st.sampled_from(["ABNA", "INGB", "RABO"]), st.integers(0, 10**10 - 1), AROUND, AROUND)
@settings(deadline=None)
def test_an_iban_is_found_anywhere(bank: str, account: int, before: str, after: str) -> None:
    digits = "".join(str(int(sign, 36)) for sign in f"{bank}{account:010d}NL00")
    iban = f"NL{98 - int(digits) % 97:02d}{bank}{account:010d}"
    assert _has(PersonalData.IBAN, f"{before} {iban} {after}", iban)


@given(
    st.from_regex(r"[a-z][a-z0-9]{0,9}([._+-][a-z0-9]{1,9}){0,2}@[a-z0-9]{1,12}\.(nl|com|example)", fullmatch=True),
    AROUND,
)
@settings(deadline=None)
def test_an_address_for_mail_is_found_anywhere(address: str, before: str) -> None:
    assert _has(PersonalData.EMAIL, f"{before} {address} belt", address)


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_time_is_in_step_with_the_length(piece: str) -> None:
    assert growth(lambda length: find(piece * (length // len(piece)), LEXICON), 25_000) < IN_STEP


def _has(kind: PersonalData, text: str, sought: str) -> bool:
    return any(finding.kind is kind and sought in finding.text for finding in find(text, LEXICON))
