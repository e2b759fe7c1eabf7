"""The training plan: what it lacks, what is late, and who is counted in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitator.core import training as tr

TODAY = date(2026, 11, 27)
AIM = tr.Aim("a", "Team Noord", "wijkverpleegkundigen", "de meldcode", people=4, by=date(2026, 12, 1))


@pytest.mark.parametrize(
    ("aim", "lacks"),
    [
        (AIM, ()),
        (replace(AIM, who="", names=("Mo Bakker",)), ()),
        (replace(AIM, team=" ", who=" ", what=""), (tr.Lack.TEAM, tr.Lack.WHO, tr.Lack.WHAT)),
        (replace(AIM, people=0, done=0), (tr.Lack.PEOPLE,)),
        (replace(AIM, people=10_000), (tr.Lack.PEOPLE,)),
        (replace(AIM, done=5), (tr.Lack.DONE,)),
        (replace(AIM, done=-1), (tr.Lack.DONE,)),
    ],
)
def test_what_an_aim_lacks(aim: tr.Aim, lacks: tuple[tr.Lack, ...]) -> None:
    assert tr.lacks(aim) == lacks


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1 maart", (date(2027, 3, 1), "")),
        ("over 2 weken", (date(2026, 12, 11), "")),
        ("1-1-2020", (date(2020, 1, 1), "")),
        ("na de  zomer", (None, "na de zomer")),
        ("31 februari", (None, "31 februari")),
        ("", (None, "")),
    ],
)
def test_by_when_is_a_day_or_the_words_as_they_are(typed: str, read: tuple[date | None, str]) -> None:
    assert tr.read_by(typed, TODAY) == read


def test_late_is_a_day_that_is_over_with_somebody_to_go() -> None:
    over = replace(AIM, by=date(2026, 11, 26))
    assert over.is_late(TODAY)
    assert not AIM.is_late(TODAY)
    assert not replace(over, by=TODAY).is_late(TODAY)
    assert not replace(over, by=None, by_words="na de zomer").is_late(TODAY)
    assert not replace(over, done=4).is_late(TODAY)


def test_how_far_they_are_together() -> None:
    late = replace(AIM, id="b", people=2, done=1, by=date(2026, 1, 1))
    assert tr.far((AIM, late), TODAY) == tr.Far(2, 1, 6, 1)
    assert tr.far((), TODAY) == tr.Far(0, 0, 0, 0)


def test_a_double_says_the_same_of_the_same_people_by_the_same_day() -> None:
    same = replace(AIM, id="b", team="TEAM NOORD", note="iets anders")
    assert tr.double(same, (AIM, same)) == AIM
    assert tr.double(replace(same, by=None), (AIM,)) is None
    assert tr.double(replace(same, names=("Mo",)), (AIM,)) is None
    assert tr.double(AIM, (AIM,)) is None


def test_teams_and_aims_stand_in_order() -> None:
    done = replace(AIM, id="b", done=4)
    someday = replace(AIM, id="c", by=None)
    south = replace(AIM, id="d", team="Eerst")
    assert [aim.id for aim in tr.in_order((done, someday, AIM, south))] == ["d", "a", "c", "b"]
    assert tr.teams((AIM, south, replace(AIM, team="team noord"))) == ("Eerst", "team noord")


def test_a_change_leaves_all_others() -> None:
    new, other = replace(AIM, note="nieuw"), replace(AIM, id="b")
    assert tr.changed((AIM, other), {"a": new}) == (new, other)
    assert tr.changed((AIM,), {"b": other}) == (AIM, other)
    assert tr.changed((AIM, other), {"a": None, "c": None}) == (other,)


def test_names_that_finished_are_counted_once() -> None:
    aim = replace(AIM, names=("Mo Bakker", "Fatima Yilmaz", "mo bakker"))
    once = tr.counted_in(aim, ("MO BAKKER", "iemand anders"))
    assert (once.done, once.counted) == (1, ("mo bakker",))
    assert tr.counted_in(once, ("Mo Bakker",)) is once
    assert tr.counted_in(replace(aim, done=4), ("Mo Bakker",)).done == 4


def test_every_way_has_a_name() -> None:
    assert [way.msgid for way in tr.Way] == ["self-study", "session", "something else"]
