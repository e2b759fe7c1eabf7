"""The weighing framework as a walk: five questions, one at a time, and where the answers lead.

The questions and where they lead are those of the framework (Basismodel meldcode, 2018; KNMG-meldcode, 2018). People
weigh; this only says which question comes next, and in the framework's words what follows. Acute or structural unsafety
always ends in reporting: help comes beside it and never instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.vocabulary import N_


class Verdict(StrEnum):
    """What a group says to a weighing question."""

    YES = "ja"
    NO = "nee"
    UNSURE = "twijfel"


class Outcome(StrEnum):
    """Where a walk ends; the value is the msgid of the framework's outcome."""

    CLOSE = N_("No suspicion is left. Close it, and record what you saw and considered.")
    REPORT_UNSAFE = N_(
        "Reporting to Veilig Thuis is necessary; is there danger now, call 112. Go through the other questions "
        "together with Veilig Thuis: help comes beside the report, not instead of it."
    )
    REPORT_NO_HELP = N_("Report to Veilig Thuis: you cannot offer or arrange enough help yourself.")
    REPORT_REFUSED = N_("Report to Veilig Thuis: those involved do not accept the help, or do not make an effort.")
    REPORT_NO_RESULT = N_("Report to Veilig Thuis, or report again: the help does not lead to enough safety in time.")
    HELP = N_("Offer or arrange the help, and agree how you will follow whether it is and stays safe.")
    CONSULT = N_(
        "You are in doubt. Ask Veilig Thuis for advice (0800-2000) before you decide. Is there danger now, call 112."
    )


QUESTIONS: dict[int, str] = {
    1: N_("Is there still a suspicion of domestic violence or child abuse, or of a threat of it?"),
    2: N_("Do you judge that there is acute or structural unsafety?"),
    3: N_("Can you offer or arrange effective help yourself, to avert violence?"),
    4: N_("Do those involved accept this help, and do they make an effort?"),
    5: N_("Does the help lead, within the desired time, to enough safety or recovery for all those involved?"),
}
"""The five weighing questions by number, in our own words."""

SHORT: dict[int, str] = {1: N_("Suspicion"), 2: N_("Safety"), 3: N_("Help"), 4: N_("Acceptance"), 5: N_("Result")}
"""Each question in one word."""

_ENDS: dict[tuple[int, Verdict], Outcome] = {
    (1, Verdict.NO): Outcome.CLOSE,
    (3, Verdict.NO): Outcome.REPORT_NO_HELP,
    (4, Verdict.NO): Outcome.REPORT_REFUSED,
    (5, Verdict.NO): Outcome.REPORT_NO_RESULT,
    (5, Verdict.YES): Outcome.HELP,
}


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a walk stands: `ahead` is the question that comes next (None at its end), `outcome` what follows so far."""

    ahead: int | None
    outcome: Outcome | None


def walk(verdicts: Mapping[int, Verdict]) -> Walk:
    """Follow the verdicts by question number from the first one on.

    Acute or structural unsafety outweighs all else that was said. The questions about help are still there to be walked
    then, with Veilig Thuis; nothing said to them changes the outcome. Doubt ends in asking advice.
    """
    if verdicts.get(2) is Verdict.YES:
        return Walk(next((number for number in QUESTIONS if number not in verdicts), None), Outcome.REPORT_UNSAFE)
    said = {number: verdicts.get(number) for number in QUESTIONS}
    number = next(n for n, verdict in said.items() if verdict is None or _end(n, verdict) is not None)
    verdict = said[number]
    return Walk(number, None) if verdict is None else Walk(None, _end(number, verdict))


def _end(number: int, verdict: Verdict) -> Outcome | None:
    """What follows when the walk ends here, None when it goes on. Every verdict on the last question ends it."""
    return Outcome.CONSULT if verdict is Verdict.UNSURE else _ENDS.get((number, verdict))
