"""What looks like a client's data in a line of the training plan."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.privacy import Finding, PersonalData
from facilitator.core.training import Aim
from facilitator.core.training_check import first_undecided, for_staff, words_of

AIM = Aim("a", "Noord", "verpleegkundigen", "de meldcode")
KINDS = {"jansen": PersonalData.NAME, "mo": PersonalData.NAME, "123456782": PersonalData.BSN}


def search(text: str, known: frozenset[str]) -> tuple[Finding, ...]:
    """Find the words above; names unless they are known."""
    looked_for = (word for word, kind in KINDS.items() if word not in known or kind is not PersonalData.NAME)
    found = ((text.casefold().find(word), word) for word in looked_for)
    return tuple(
        Finding(KINDS[word], at, at + len(word), text[at : at + len(word)]) for at, word in sorted(found) if at >= 0
    )


def seen(aim: Aim) -> tuple[str, ...]:
    return tuple(finding.text for finding in for_staff(search)(words_of(aim), frozenset()))


def test_everything_that_was_typed_is_looked_at() -> None:
    told = "na\n gezin Jansen"
    assert seen(replace(AIM, team=told)) == ("Jansen",)
    assert seen(replace(AIM, who=told)) == ("Jansen",)
    assert seen(replace(AIM, what=told)) == ("Jansen",)
    assert seen(replace(AIM, by_words=told)) == ("Jansen",)
    assert seen(replace(AIM, note=told)) == ("Jansen",)


def test_the_title_of_a_module_was_not_typed() -> None:
    assert seen(replace(AIM, what="Werken met Mo", ref="m")) == ()


def test_staff_may_be_named_and_nothing_else_of_them() -> None:
    assert seen(replace(AIM, names=("Mo Jansen",), note="Mo begint in mei")) == ()
    assert seen(replace(AIM, names=("Mo 123456782",))) == ("123456782",)
    assert seen(replace(AIM, names=("Mo",), note="cliënt Jansen")) == ("Jansen",)


def test_the_first_line_about_which_something_is_undecided() -> None:
    held = replace(AIM, id="b", note="Cliënt Jansen, 123456782")
    assert first_undecided((AIM,), search) is None
    found = first_undecided((AIM, held), search)
    assert found is not None
    assert (found.aim.id, found.finding.text) == ("b", "Jansen")
    found = first_undecided((replace(held, allowed=("jansen",)),), search)
    assert found is not None
    assert found.finding.kind is PersonalData.BSN
    assert first_undecided((replace(held, allowed=("123456782", "jansen")),), search) is None
