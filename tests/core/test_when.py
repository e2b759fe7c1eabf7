from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.days import add_months, add_working_days
from facilitator.core.when import clock_in, day_in, find_when

TODAY = date(2026, 11, 17)  # a Tuesday


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("vóór 1 dec", date(2026, 12, 1)),
        ("voor 1 december", date(2026, 12, 1)),
        ("uiterlijk op 3 jan.", date(2027, 1, 3)),
        ("17 nov", date(2027, 11, 17)),
        ("18 nov", date(2026, 11, 18)),
        ("1 maart 2028", date(2028, 3, 1)),
        ("29 feb", date(2028, 2, 29)),
        ("op 15-12", date(2026, 12, 15)),
        ("op 15/12/27", date(2027, 12, 15)),
        ("15-12-2027", date(2027, 12, 15)),
        ("over 2 weken", date(2026, 12, 1)),
        ("over een dag", date(2026, 11, 18)),
        ("binnen twee weken", date(2026, 12, 1)),
        ("over 3 werkdagen", date(2026, 11, 20)),
        ("over drie maanden", date(2027, 2, 17)),
        ("over een kwartaal", date(2027, 2, 17)),
        ("over 1 jaar", date(2027, 11, 17)),
        ("op vrijdag", date(2026, 11, 20)),
        ("uiterlijk dinsdag", date(2026, 11, 24)),
        ("vandaag", TODAY),
        ("morgen", date(2026, 11, 18)),
        ("overmorgen", date(2026, 11, 19)),
        ("volgende  week", date(2026, 11, 24)),
        ("volgende maand", date(2026, 12, 17)),
    ],
)
def test_days_as_people_say_them(line: str, expected: date) -> None:
    found = find_when(f"iets doen {line}", TODAY)
    assert found is not None
    assert (found.deadline, found.rhythm, found.end) == (expected, "", len(f"iets doen {line}"))


MONTHS = (
    *("jan januari", "feb februari", "mrt maart", "apr april", "mei", "jun juni"),
    *("jul juli", "aug augustus", "sep sept september", "okt oktober", "nov november", "dec december"),
)


@pytest.mark.parametrize(("month", "words"), tuple(enumerate(MONTHS, 1)))
def test_months_are_read_short_and_long(month: int, words: str) -> None:
    for word in words.split():
        found = find_when(f"klaar vóór 3 {word} 2027", TODAY)
        assert found is not None
        assert found.deadline == date(2027, month, 3)


@pytest.mark.parametrize(
    ("days", "word"),
    [
        (1, "een"),
        *enumerate(("één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"), 1),
    ],
)
def test_numbers_are_read_as_words(days: int, word: str) -> None:
    found = find_when(f"terugbellen over {word} dagen", TODAY)
    assert found is not None
    assert found.deadline == TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    "line",
    [
        "elke maand",
        "elke 2 weken",
        "iedere week",
        "om de twee weken",
        "wekelijks",
        "per kwartaal",
        "2 keer per jaar",
        "binnen 24 uur",
    ],
)
def test_rhythms_stay_words(line: str) -> None:
    found = find_when(f"overleg {line}", TODAY)
    assert found is not None
    assert (found.deadline, found.rhythm) == (None, line)


@pytest.mark.parametrize(
    "line",
    ["", "Bel Bob?", "31 feb", "op 3-13", "op 40-1", "de meimaand", "1 decembermaand", "1-2", "over 999 x", "mei"],
)
def test_what_is_no_day_is_no_day(line: str) -> None:
    assert find_when(line, TODAY) is None


def test_days_out_of_the_calendar_are_no_day() -> None:
    assert find_when("over 999 jaar", date(9900, 1, 1)) is None
    assert find_when("over 999 weken", date(9999, 1, 1)) is None


def test_the_last_one_counts() -> None:
    found = find_when("verslag van 3 nov sturen vóór 1 dec", TODAY)
    assert found is not None
    assert found.deadline == date(2026, 12, 1)


def test_months_end_where_they_end() -> None:
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert add_months(date(2026, 12, 31), 4) == date(2027, 4, 30)


def test_working_days_skip_the_weekend() -> None:
    assert add_working_days(date(2026, 11, 20), 1) == date(2026, 11, 23)


@given(st.text(max_size=80), st.dates())
def test_any_line_can_be_read(line: str, today: date) -> None:
    found = find_when(line, today)
    assert found is None or 0 <= found.start < found.end <= len(line)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("14:05", time(14, 5)),
        (" 9.05 uur ", time(9, 5)),
        ("1405", time(14, 5)),
        ("905", time(9, 5)),
        ("14", time(14)),
        ("9 uur", time(9)),
        ("00:00", time(0)),
        ("24:00", None),
        ("14:60", None),
        ("14:5", None),
        ("", None),
        ("straks", None),
        ("14:05:30", None),
        ("١٤:٠٥", None),
    ],
)
def test_an_hour_as_people_type_it(line: str, found: time | None) -> None:
    assert clock_in(line) == found


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("1 mrt", date(2027, 3, 1)),
        ("op 1 maart 2028", date(2028, 3, 1)),
        ("1-3", date(2027, 3, 1)),
        ("1/3/27", date(2027, 3, 1)),
        ("vrijdag", date(2026, 11, 20)),
        (" over 2 weken ", date(2026, 12, 1)),
        ("volgende maand", date(2026, 12, 17)),
        ("na de zomer", None),
        ("1 mrt of later", None),
        ("begin 1 mrt", None),
        ("elke maand", None),
        ("31 feb 2027", None),
        ("", None),
    ],
)
def test_a_line_that_names_a_day_and_nothing_else(line: str, day: date | None) -> None:
    assert day_in(line, TODAY) == day
