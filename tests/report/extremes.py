"""Sessions of little, of usual and of far too much: what paper must bear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Escalation, Status
from facilitator.core.people import Participant, Partner
from facilitator.core.session import Session
from facilitator.core.vocabulary import AgreementKind, AgreementLevel, Channel, Coordination, Phase
from tests.builders import CASE, CASE_SCRIPT, DETAILS, SCRIPT, Table

LONG_NAME = ("Samenwerkingsverband Veiligheid, Zorg en Welzijn in de regio Noord-Oost " * 6)[:400]
ARABIC = "الشرطة المحلية في الحي الشمالي"
EMOJI = "Buurtteam 👩‍👩‍👧 De Brug ☀️ ✓ → ☐"
HEBREW_ANSWER = "אנחנו נפגשים כל שבוע (יום שני, 14:00) עם Wijkteam Noord ומדברים על בטיחות"
ARABIC_ANSWER = "أنا أعمل مع الشرطة (منذ 12 سنة) ونلتقي في Wijkteam Noord ونتحدث عن السلامة كل أسبوع. " * 6
WORD = "Aansprakelijkheidswaardevaststellingsveranderingen" * 4
SENTENCE = "De school belt binnen vijf werkdagen met het wijkteam over een vaste contactpersoon en koppelt dat terug. "
SIXTY_PAGES = SENTENCE * 1750


@cache
def short() -> Session:
    """One agreement, one person, next to nothing said."""
    table = Table(partners=(Partner("p", "X"),), participants=(Participant("d", "", "p"),)).started().at_step("nodig")
    table.do(ev.AnswerGiven, answer=ev.Answer("a", "nodig", "?", None, "q1"))
    table.do(ev.AgreementMade, agreement=Agreement("g", "Bel."))
    table.do(ev.SessionClosed)
    return table.session


@cache
def usual() -> Session:
    """A learning session as it goes."""
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    for number in range(12):
        answer = ev.Answer(f"a{number}", "casus", SENTENCE, "p-pol", "m-q", "m1")
        table.do(ev.AnswerGiven, answer=answer)
    for number in range(8):
        table.do(ev.AgreementMade, agreement=_full(number, "p-vt", "p-pol"))
    table.do(ev.SessionClosed)
    return table.session


@cache
def extreme() -> Session:
    """300 agreements, 60 people, names of 400 characters, other scripts, and an answer of sixty pages."""
    names = (LONG_NAME, ARABIC, EMOJI, WORD[:120], *(f"{LONG_NAME[:380]} {number}" for number in range(8)))
    partners = tuple(Partner(f"p{number}", name) for number, name in enumerate(names))
    people = tuple(
        Participant(
            f"d{number}", (ARABIC, WORD[:90], f"Deelnemer {number}")[number % 3], f"p{number % 12}", LONG_NAME[:120]
        )
        for number in range(60)
    )
    table = Table(SCRIPT, partners=partners, participants=people, details=DETAILS).started().at_step("nodig")
    for number, text in enumerate((SIXTY_PAGES, ARABIC_ANSWER, HEBREW_ANSWER, WORD * 30, EMOJI * 40, "<b>&amp;</b>")):
        table.do(ev.AnswerGiven, answer=ev.Answer(f"a{number}", "nodig", text, f"p{number}", "q1"))
    for number in range(300):
        table.do(ev.AgreementMade, agreement=_full(number, f"p{number % 12}", f"p{(number + 1) % 12}"))
    table.do(ev.AgreementStatusSet, agreement_id="g3", status=Status.NOT_KEPT, remark=SENTENCE * 10)
    table.do(ev.SessionClosed)
    return _corrected(table).session


def _corrected(table: Table) -> Table:
    """Everybody got the first version; then a third of it was changed, a tenth taken away."""
    people = tuple(person.id for person in table.session.notebook.participants)
    partners = tuple(partner.id for partner in table.session.notebook.partners)
    table.do(ev.DocumentsHandedOut, channel=Channel.FILE, participant_ids=people, partner_ids=partners)
    table.do(ev.SessionReopened, reason="fout")
    for number, agreement in enumerate(table.session.notebook.agreements):
        if number % 3 == 0:
            table.do(ev.AgreementChanged, agreement=replace(agreement, title=SENTENCE * 4))
        elif number % 10 == 1:
            table.do(ev.AgreementRemoved, agreement_id=agreement.id)
    table.do(ev.SessionClosed)
    return table


def _full(number: int, owner: str, other: str) -> Agreement:
    """An agreement in which every field says something; each fifth says very much."""
    many = 12 if number % 5 == 3 else 1
    day = date(2026, 12, 1) + timedelta(days=number)
    return Agreement(
        f"g{number}",
        f"Afspraak {number}. {SENTENCE * many}",
        owner,
        None,
        (other,),
        (other,),
        "per mail, elke maand",
        deadline=day if number % 2 else None,
        rhythm="" if number % 2 else "elke twee weken",
        phase=Phase.STABLE_SAFETY,
        kind=AgreementKind.HANDOVER,
        details=SENTENCE * many,
        title=f"Overdracht {number}",
        start=date(2026, 11, 20),
        level=AgreementLevel.TEAM,
        why=SENTENCE,
        coordination=Coordination.CASE,
        directed_by_id=owner,
        escalation=tuple(Escalation(level, f"teamleider {level}", 5 * level) for level in (1, 2, 3, 4)),
        monitoring="elke maand",
        monitored_by_id=other,
        safety_criterion=SENTENCE,
        evaluate_on=day + timedelta(days=60),
    )
