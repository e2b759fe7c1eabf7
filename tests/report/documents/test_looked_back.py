"""What was agreed before, on paper: in the report all of it, on other papers what is the reader's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitator.core import events as ev
from facilitator.core.agreement import Status
from facilitator.core.look_back import carried_over
from facilitator.report.bundle import Document, partners_of
from facilitator.report.documents.looked_back import looked_back
from tests.builders import Table
from tests.core.look_back import agreed, filled, item
from tests.report.documents.test_nothing_leaks import job_markup, markup

LATE = item(agreed("laat", "p-vt", with_ids=("p-pol",), deadline=date(2026, 10, 1)))
POLICE_ONLY = item(agreed("politie", "p-pol", status_remark="vooraf gemeld", status=Status.BUSY))
SHARED = item(agreed("samen", "p-wijk", with_ids=("p-opv",)))


def looked() -> Table:
    """A meeting that looked back on three, and took the late one further."""
    table = filled(POLICE_ONLY, SHARED, LATE)
    table.do(ev.LookBackSaid, ref=LATE.ref, status=Status.NOT_KEPT, remark="er was geen tijd")
    table.do(ev.LookBackSaid, ref=SHARED.ref, status=Status.HANDED_OVER, to="de huisarts")
    made = replace(carried_over(table.session, LATE, "verder"), what="Alsnog bellen")
    assert table.do(ev.AgreementMade, agreement=made) is None
    return table


def test_the_report_tells_how_each_stands_and_why_the_late_ones_first() -> None:
    late, police, shared = looked_back(looked().session)
    assert (late.what, late.who, late.status) == ("Bellen over laat", "Veilig Thuis", "not kept")
    assert late.notes == ("Not kept, because: er was geen tijd", "Taken further in this session.")
    assert late.since.endswith("8 september 2026")
    assert police.notes == ("Not spoken of in this session.",)
    assert (shared.status, shared.notes) == (
        "handed over",
        ("Taken over by de huisarts.", "Not at the table: Opvang Oost."),
    )
    report = markup(looked().session, Document.REPORT)
    assert "er was geen tijd" in report
    assert "Goes on from the meeting of 8 september 2026." in report
    assert "vooraf gemeld" not in report


def test_the_papers_of_others_hold_none_of_it_and_those_of_their_people_the_same() -> None:
    session = looked().session
    told = {job.partner_id or "": job_markup(job) for job in partners_of(session)}
    assert "er was geen tijd" in told["p-pol"]
    assert "Bellen over politie" in told["p-pol"]
    assert "Bellen over politie" not in told["p-vt"]
    assert "er was geen tijd" not in told["p-wijk"]
    assert [name for name, text in told.items() if "Opvang Oost" in text] == []
    people = {person: markup(session, Document.PARTICIPANT, person) for person in ("d-1", "d-2", "d-3")}
    continues = "Goes on from the meeting of 8 september 2026."
    assert [person for person, text in people.items() if continues in text] == ["d-1", "d-2"]
    assert [person for person, text in people.items() if "er was geen tijd" in text] == ["d-1", "d-2"]
    assert [person for person, text in people.items() if "Bellen over politie" in text] == ["d-1"]
    assert [person for person, text in people.items() if "Opvang Oost" in text] == []


def test_what_waits_for_a_decision_is_on_no_paper() -> None:
    table = filled(LATE)
    found = (ev.Spotted("naam", "Fatima"),)
    table.do(ev.LookBackSaid, ref=LATE.ref, status=Status.NOT_KEPT, remark="Fatima was weg", findings=found)
    papers = [markup(table.session, Document.REPORT), *map(job_markup, partners_of(table.session))]
    assert [text for text in papers if "Fatima" in text] == []
    assert all("not kept" in text for text in papers[:3])
