"""What the ways of working and the phases mean."""

from facilitator.core.script import Way
from facilitator.core.vocabulary import Phase


def test_who_has_the_floor_in_turn_and_who_only_listens() -> None:
    assert [way for way in Way if way.in_turn] == [Way.ROUND, Way.LISTENING, Way.BACK, Way.PERSPECTIVES]
    assert [way for way in Way if way.has_presenter] == [Way.LISTENING, Way.BACK]


def test_every_phase_has_its_name() -> None:
    assert [phase.msgid for phase in Phase] == ["Direct safety", "Stable safety", "Recovery"]
