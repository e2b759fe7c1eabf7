"""What papers say of an agreement: every field that was filled in, and nothing of one that was not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementKind, Escalation, Ground, Origin, Status
from facilitator.core.vocabulary import AgreementLevel, Coordination, Frustration, Phase
from facilitator.report.documents.participant import ParticipantModel, Promise, participant_paper
from facilitator.report.documents.session_report import Agreed, ReportModel, report_paper
from tests.builders import Table

WHOLE = Agreement(
    "a",
    "bellen als het stil blijft",
    "p-pol",
    title="Bellen",
    start=date(2026, 12, 1),
    kind=AgreementKind.FEEDBACK,
    level=AgreementLevel.TEAM,
    phase=Phase.RECOVERY,
    why="wij horen niets",
    origin=Origin("nodig", frustration=Frustration.TRUST),
    coordination=Coordination.CASE,
    directed_by_id="p-vt",
    escalation=(Escalation(1, "teamleider", 5), Escalation(3, "directeur")),
    monitoring="elke maand",
    monitored_by_id="p-wijk",
    safety_criterion="iedereen slaapt thuis",
    evaluate_on=date(2027, 3, 1),
    ground=Ground("m", "p", "Warm", 2),
)


def table_with(agreement: Agreement) -> Table:
    table = Table().started()
    assert table.do(ev.AgreementMade, agreement=agreement) is None
    assert table.do(ev.AgreementConfirmed, agreement_id=agreement.id) is None
    return table


def of_participant(table: Table, person_id: str) -> ParticipantModel:
    person = table.session.participant(person_id)
    assert person is not None
    model = participant_paper(table.session, person).model
    assert isinstance(model, ParticipantModel)
    return model


def in_report(table: Table) -> Agreed:
    model = report_paper(table.session).model
    assert isinstance(model, ReportModel)
    return model.agreements[0]


def test_the_report_tells_every_field() -> None:
    told = in_report(table_with(WHOLE))
    assert (told.what, told.body) == ("Bellen", "bellen als het stil blijft")
    assert told.under_who == ("Case coordination: Veilig Thuis", "Monitoring by Wijkteam Noord: elke maand")
    assert told.under_when == ("begins on 1 december", "evaluation on 1 maart 2027")
    assert told.notes == (
        "Safety criterion: iedereen slaapt thuis",
        "When it does not work out: AVE 1, after 5 days to teamleider; AVE 3, to directeur",
        "Why: wij horen niets",
        "Fills in “Warm” of the regional agreement, version 2",
        "Frustration: I do not trust leaving things to others",
        "Sort: Feedback · Team · Recovery",
    )


def test_what_was_not_filled_in_is_not_told() -> None:
    table = table_with(Agreement("a", "bellen", "p-pol"))
    told, mine = in_report(table), of_participant(table, "d-1").mine[0]
    assert (told.what, told.body, told.notes, told.under_who, told.under_when) == ("bellen", "", (), (), ())
    assert (mine.body, mine.notes, mine.under_who, mine.under_when) == ("", (), (), ())


def only(*parts: tuple[Promise, ...]) -> Promise:
    (found,) = [promise for part in parts for promise in part]
    return found


def test_who_only_directs_or_watches_reads_it_apart_and_as_you() -> None:
    table = table_with(WHOLE)
    safe, team, police = (of_participant(table, person) for person in ("d-2", "d-3", "d-1"))
    assert only(safe.mine, safe.others, safe.followed) in safe.followed
    assert safe.followed[0].under_who[0] == "Case coordination: you"
    assert only(team.mine, team.others, team.followed) in team.followed
    assert team.followed[0].under_who[1] == "Your organisation watches whether it works: elke maand"
    assert only(police.mine, police.others, police.followed) in police.mine


def test_one_who_is_there_alone_watches_in_person() -> None:
    alone = replace(WHOLE, monitored_by_id="p-vt", directed_by_id="p-wijk", monitoring="")
    assert of_participant(table_with(alone), "d-2").followed[0].under_who[1] == "You watch whether it works"
    assert of_participant(table_with(alone), "d-3").followed[0].under_who[0] == "Case coordination: your organisation"


def test_who_also_gets_feedback_reads_it_among_what_others_do() -> None:
    model = of_participant(table_with(replace(WHOLE, feedback_ids=("p-vt",))), "d-2")
    assert not model.followed
    assert model.others[0].under_who[0] == "Case coordination: you"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"coordination": Coordination.PROCESS}, "Process coordination: nobody yet"),
        ({"directed_by_id": "p-vt"}, "Direction: Veilig Thuis"),
        ({"monitoring": "elke week"}, "Monitoring: elke week"),
        ({"monitored_by_id": "p-vt"}, "Monitoring by Veilig Thuis"),
    ],
)
def test_what_is_known_of_direction_and_monitoring_is_told(fields: dict[str, object], told: str) -> None:
    agreement = replace(Agreement("a", "bellen", "p-pol"), **fields)  # type: ignore[arg-type]
    assert in_report(table_with(agreement)).under_who == (told,)


def test_how_it_stands_is_told_with_its_day_and_why() -> None:
    table = table_with(Agreement("a", "bellen", "p-pol"))
    table.at = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
    table.do(ev.AgreementStatusSet, agreement_id="a", status=Status.NOT_KEPT, remark="te druk")
    told = in_report(table)
    assert (told.status, told.notes) == ("not kept, 3 december", ("Not kept, because: te druk",))
    assert of_participant(table, "d-1").mine[0].notes == (
        "How it stands: not kept, 3 december",
        "Not kept, because: te druk",
    )


def test_who_took_it_over_is_told() -> None:
    table = table_with(Agreement("a", "bellen", "p-pol"))
    table.do(ev.AgreementStatusSet, agreement_id="a", status=Status.HANDED_OVER, to="de GGD", remark="sinds mei")
    assert in_report(table).notes == ("Handed over to de GGD", "sinds mei")
    table.do(ev.AgreementStatusSet, agreement_id="a", status=Status.DROPPED, remark="verhuisd")
    assert in_report(table).notes == ("Dropped, because: verhuisd",)
