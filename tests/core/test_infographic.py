"""The number in the value of a figure, as people here write it."""

from __future__ import annotations

import pytest

from facilitator.core.infographic import Amount, PanelForm, amount_of


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        ("8 procent, ongeveer 1,2 miljoen mensen", Amount(8, 8, True)),
        ("28,5%", Amount(28.5, 28.5, True)),
        ("bijna 30 procent van 184", Amount(30, 30, True, "van 184")),
        ("30 tot 60 procent", Amount(30, 60, True)),
        ("ongeveer de helft", Amount(50, 50, True)),
        ("ongeveer 66.000 meldingen", Amount(66_000, 66_000, False, "meldingen")),
        ("90.000 tot 127.000 kinderen", Amount(90_000, 127_000, False, "kinderen")),
        ("127.000 tot 90.000 kinderen", Amount(90_000, 127_000, False, "kinderen")),
        ("1,2 miljoen mensen, van wie velen", Amount(1_200_000, 1_200_000, False, "mensen")),
        ("een op de tien", None),
        ("de helftijd", None),
    ],
)
def test_what_is_counted(value: str, amount: Amount | None) -> None:
    assert amount_of(value) == amount


def test_an_estimate_lies_between_two_numbers() -> None:
    assert Amount(1, 2, True).is_range
    assert not Amount(2, 2, True).is_range


def test_what_draws_figures_draws_no_sentences() -> None:
    assert {form for form in PanelForm if form.counts} == {PanelForm.DOTS, PanelForm.BARS}
