"""A case with everything in it, and a script with a step for every way of working."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.casus import Phase, RoleKnowledge, Weighing
from facilitator.core.script import Answering, Question, Reveal, StepKind, Way
from tests.builders import CASE, CASE_SCRIPT, Table, moment, step

ROLES = (RoleKnowledge("wijkagent", "Kent de straat."), RoleKnowledge("Veilig Thuis", "Neemt meldingen aan."))
FIRST = replace(
    moment("m1", "maandag"),
    roles=ROLES,
    questions=(
        Question("m-vt", "Wat adviseer jij?", "Veilig Thuis"),
        Question("m-q", "Wat weet jij?"),
        Question("m-wa", "Wat zag jij?", "wijkagent"),
    ),
    weighing=(Weighing(1, ("Geheim voor ja",), ("Geheim voor nee",)), Weighing(2, ("Geheim acuut",))),
    turning_points=("Geheim **kantelpunt** een", "Geheim kantelpunt twee"),
    goes_wrong=("Geheime misser",),
)
SECOND = replace(moment("m2", "dinsdag"), phase=Phase.STABLE_SAFETY)
FULL_CASE = replace(CASE, moments=(FIRST, SECOND))


FULL_SCRIPT = replace(
    CASE_SCRIPT,
    steps=(
        *CASE_SCRIPT.steps[:2],
        step("ronde", StepKind.ROUND, answering=Answering.FREE, way=Way.LISTENING),
        step("rollen", StepKind.ROUND, answering=Answering.FREE, way=Way.PERSPECTIVES),
        step("stil", answering=Answering.FREE, way=Way.SILENT),
        step("voor", answering=Answering.SCALE, scale_low="nooit", scale_high="altijd"),
        step("na", answering=Answering.SCALE, compare_with="voor"),
        step("kies", answering=Answering.PROPOSALS, reveal=Reveal.AT_ONCE),
        CASE_SCRIPT.steps[2],
    ),
)


def full_table(step_id: str = "casus", page: int = 0) -> Table:
    """The meeting at a step of it."""
    return Table(FULL_SCRIPT, FULL_CASE).started().at_step(step_id, page)
