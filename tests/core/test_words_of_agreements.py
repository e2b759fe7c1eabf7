"""The privacy check sees every word that can be typed in an agreement, and can put another one in its place."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Escalation
from facilitator.core.held import replaced
from facilitator.core.spotting import remark_subject, without_held, words_of, written
from facilitator.core.vocabulary import Status
from tests.builders import Table

LIFE = {"status", "status_remark", "handed_to"}
"""What is said of how it stands: a text of its own, with an id of its own."""

NO_WORDS = {"id", "owner_id", "owner_participant_id", "directed_by_id", "monitored_by_id", *LIFE}

TYPED = sorted({field.name for field in fields(Agreement) if "str" in str(field.type)} - NO_WORDS - {"with_ids"})
TYPED.remove("feedback_ids")


def with_word(name: str, word: str) -> Agreement:
    said: dict[str, Any] = {"what": "bellen", name: f"vraag {word} eerst"}
    return Agreement("a", owner_id="p-pol", **said)


WRITTEN = [
    *(with_word(name, "Fatima") for name in TYPED),
    Agreement("a", "bellen", escalation=(Escalation(1, "Fatima"),)),
]


def test_all_fields_that_hold_words_are_known_here() -> None:
    assert [
        *("details", "feedback", "monitoring", "rhythm", "safety_criterion", "title", "what", "why"),
    ] == TYPED


@pytest.mark.parametrize("agreement", WRITTEN)
def test_every_word_is_looked_at_held_back_and_replaced(agreement: Agreement) -> None:
    assert "Fatima" in words_of(agreement)
    table = Table().started()
    seen = (ev.Spotted("naam", "Fatima"),)
    assert table.do(ev.AgreementMade, agreement=agreement, findings=seen) is None
    assert "Fatima" not in repr(without_held(table.session.notebook)[0].agreements)
    rewriting = replaced(table.session, "a", "Fatima", "[naam]")
    assert rewriting is not None
    assert table.do(rewriting[0], **rewriting[1]) is None
    assert "Fatima" not in repr(table.session.notebook.agreements)
    assert "[naam]" in repr(without_held(table.session.notebook)[0].agreements)


@pytest.mark.parametrize("field", ["remark", "to"])
def test_what_is_said_of_how_it_stands_is_looked_at_too(field: str) -> None:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("a", "bellen", "p-pol"))
    said: dict[str, Any] = {"agreement_id": "a", "status": Status.HANDED_OVER, field: "aan Fatima"}
    assert written(table.event(ev.AgreementStatusSet, **said)) == (remark_subject("a"), "aan Fatima")
    table.do(ev.AgreementStatusSet, **said, findings=(ev.Spotted("naam", "Fatima"),))
    assert "Fatima" not in repr(without_held(table.session.notebook)[0].agreements)
