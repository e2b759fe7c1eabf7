"""What the report is measured against can set all that a report is made of."""

from __future__ import annotations

from facilitator.core import events as ev
from facilitator.report.press import Press
from tests.bench.bench_report import floor
from tests.builders import CASE, Table
from tests.random_sessions import LIVED


def test_the_floor_sets_a_report_with_all_its_parts(press: Press) -> None:
    table = Table(LIVED, CASE).started().at_step("casus")
    table.do(ev.TurningPointMarked, point=ev.TurningPoint("k", "m1", "De melding bleef liggen"))
    table.do(ev.AnswerGiven, answer=ev.Answer("a", "casus", "toen al bellen", "p-vt", moment_id="m1"))
    table.do(ev.ItemParked, item=ev.Parked("p", "wie belt er"))
    assert floor(table.session, press)().startswith(b"%PDF")
