from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.storage.errors import RecoveryKeyTypo
from facilitator.storage.recovery_key import SIGNS, RecoveryKey

secrets = st.binary(min_size=20, max_size=20).map(RecoveryKey)


@given(secrets)
def test_what_is_shown_reads_back(key: RecoveryKey) -> None:
    assert RecoveryKey.typed(str(key)) == key


@given(secrets, st.sampled_from(["-", " ", "", " – ", "\n", "_"]))
def test_case_dashes_and_look_alikes_do_not_matter(key: RecoveryKey, between: str) -> None:
    typed = str(key).lower().replace("-", between).replace("0", "o").replace("1", "l")
    assert RecoveryKey.typed(typed) == key
    assert RecoveryKey.typed(typed.replace("l", "I")) == key


@given(secrets, st.integers(0, 35), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_noticed(key: RecoveryKey, place: int, sign: str) -> None:
    signs = list(str(key).replace("-", ""))
    if signs[place] != sign:
        signs[place] = sign
        with pytest.raises(RecoveryKeyTypo):
            RecoveryKey.typed("".join(signs))


@given(secrets, st.integers(0, 34))
def test_two_signs_in_the_wrong_order_are_noticed(key: RecoveryKey, place: int) -> None:
    signs = list(str(key).replace("-", ""))
    if signs[place] != signs[place + 1]:
        signs[place : place + 2] = signs[place + 1], signs[place]
        with pytest.raises(RecoveryKeyTypo):
            RecoveryKey.typed("".join(signs))


@pytest.mark.parametrize("text", ["", "ABC", "U" * 36, "0" * 35, "0" * 37, "é" * 36, "\x00" * 36, "0" * 100_000])
def test_what_is_no_recovery_key_is_refused(text: str) -> None:
    with pytest.raises(RecoveryKeyTypo):
        RecoveryKey.typed(text)


def test_two_keys_are_never_the_same() -> None:
    assert len({str(RecoveryKey.new()) for _ in range(50)}) == 50
