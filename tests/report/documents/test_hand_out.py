from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.core.casus import Occurrence, Person, PersonKind, Relation, RelationKind
from facilitator.core.script import Question
from facilitator.report import documents
from facilitator.report.bundle import Document, hand_out_of
from facilitator.report.documents.hand_out import HandOutModel, hand_out_paper
from facilitator.report.press import Press
from tests.builders import CASE, CASE_SCRIPT, Table
from tests.report.reading import seen

TOLD = replace(
    CASE,
    persons=(
        Person("sem", "Sem", PersonKind.FAMILY, age=8, about="Stil."),
        Person("oma", "oma", PersonKind.NETWORK),
        Person("tolk", "tolk", PersonKind.PROFESSIONAL),
    ),
    relations=(Relation("tolk", "sem", RelationKind.CONTACT, since="m2"),),
    timeline=(Occurrence("Vroeger", "Een begin."), Occurrence("Toen", "Een eind.", "m2")),
    moments=(
        replace(CASE.moments[0], questions=(Question("q", "Wat nu?"), Question("r", "En jij?", "huisarts"))),
        CASE.moments[1],
    ),
)


def model(moments: int | None) -> HandOutModel:
    shown = hand_out_paper(Table(CASE_SCRIPT, TOLD).session, TOLD, moments).model
    assert isinstance(shown, HandOutModel)
    return shown


def test_the_whole_case_is_for_afterwards() -> None:
    shown = model(None)
    assert (shown.when, shown.summary) == ("The whole case, for afterwards", "Een verzonnen casus.")
    assert shown.persons == (("Sem (8)", "Stil."), ("oma", ""), ("tolk", ""))
    assert shown.timeline == (("Vroeger", "Een begin."), ("Toen", "Een eind."))
    assert [(told.number, told.title) for told in shown.moments] == [("Moment 1", "maandag"), ("Moment 2", "dinsdag")]
    assert shown.moments[0].questions == ("Wat nu?", "huisarts: En jij?")
    assert shown.moments[0].place == "Phase: Direct safety · Reporting code, step 1: Mapping signals"


def test_during_the_meeting_it_gives_nothing_away_of_what_is_to_come() -> None:
    shown = model(1)
    assert (shown.when, shown.summary) == ("Up to moment 1: maandag", "")
    assert [told.title for told in shown.moments] == ["maandag"]
    assert shown.persons == (("Sem (8)", "Stil."), ("oma", ""))
    assert shown.timeline == (("Vroeger", "Een begin."),)


def test_it_holds_nothing_that_a_role_or_the_facilitator_alone_knows(press: Press) -> None:
    session = Table(CASE_SCRIPT, TOLD).session
    (job,) = hand_out_of(session)
    text = seen(job.render(press).pdf)
    assert "Wat er gebeurt op maandag." in text
    for private in ("blauwe plekken", "Kent de moeder", "Wie doet iets", "Sta even stil"):
        assert private not in text


def test_a_job_makes_the_part_it_is_for(press: Press) -> None:
    (job,) = hand_out_of(Table(CASE_SCRIPT, TOLD).session, 1)
    text = seen(job.render(press).pdf)
    assert "Up to moment 1" in text
    assert "dinsdag" not in text


def test_without_a_case_there_is_no_hand_out() -> None:
    session = Table().session
    assert hand_out_of(session) == ()
    for document in (Document.HAND_OUT, Document.ROLE_CARDS):
        with pytest.raises(KeyError):
            documents.of(document, session, None)
