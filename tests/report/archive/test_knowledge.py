"""What was used of knowledge travels in a report, as far as its pages tell it, and reads the same when it is back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings

from facilitator.core import events as ev
from facilitator.core.apply import apply, judge
from facilitator.core.archived import planned
from facilitator.core.codec import Unreadable, to_plain
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session
from facilitator.core.vocabulary import WalkEnd
from facilitator.core.walk import Answered, Walk
from facilitator.report.archive import form
from facilitator.report.archive.formatted import MOST_EACH, MOST_TOGETHER, bare
from facilitator.report.archive.reading import read_report
from facilitator.report.archive.writing import archived
from facilitator.report.bundle import report_of
from facilitator.report.contents import Contents
from facilitator.report.documents.session_report import ReportModel, report_paper
from facilitator.report.press import Press
from tests.builders import Table
from tests.core.test_cards import CARD, FACT
from tests.random_sessions import INSTRUMENT
from tests.report.archive.test_writing import PRESS, data_in, made
from tests.report.documents.test_nothing_leaks import sessions

MARKUP = "<b>Is</b> het {{ veilig }} & =1+1?"
SAID = "Noor Bakker zag <i>niets</i>\n=1+1"


def known() -> Table:
    """A meeting that walked, looked at cards and guessed of a claim."""
    table = Table().started()
    question = replace(INSTRUMENT.questions[0], text=MARKUP)
    instrument = replace(INSTRUMENT, questions=(question, *INSTRUMENT.questions[1:]), plans=True)
    table.do(ev.WalkBegun, walk=Walk("w-1", "instrument", "Wegen", instrument))
    said = Answered("veilig", 1, SAID, "GGD", "bellen", table.session.details.day)
    table.do(ev.WalkAnswered, walk_id="w-1", said=said)
    table.do(ev.WalkBegun, walk=Walk("w-2", "instrument", "Nog eens wegen", INSTRUMENT))
    table.do(ev.WalkAnswered, walk_id="w-2", said=Answered("veilig", 0))
    table.do(ev.WalkStopped, walk_id="w-2")
    table.do(ev.CardShown, card=CARD)
    table.do(ev.CardShown, card=FACT)
    table.do(ev.GuessesCounted, guesses=ev.Guesses("feit", 6, 3, 2))
    table.do(ev.ClaimRevealed, card_id="feit")
    return table


def model(session: Session) -> ReportModel:
    paper = report_paper(session).model
    assert isinstance(paper, ReportModel)
    return paper


def read_back(session: Session, contents: Contents = Contents()) -> Session:  # noqa: B008  it is frozen
    """What a session is after its report was read in."""
    report = archived(report_of(session, contents), PRESS)
    back = apply(None, planned(report, ev.ReadFrom("v.pdf", "ab"), "e-p", session.planned_end + timedelta(days=99)))
    assert back is not None
    return back


def parts(paper: ReportModel) -> tuple[object, ...]:
    return paper.walks, paper.cards_shown, paper.claims


def test_what_was_used_reads_the_same_when_it_is_back(tmp_path: Path) -> None:
    session = known().session
    (tmp_path / "v.pdf").write_bytes(made(session))
    report = read_report(tmp_path / "v.pdf").report
    assert report == archived(report_of(session), PRESS)
    assert [walk.end for walk in report.walks] == [WalkEnd.OUTCOME, WalkEnd.STOPPED]
    assert report.walks[0].lines[0].reason == SAID
    back = read_back(session)
    assert parts(model(back)) == parts(model(session))
    assert all(parts(model(back)))
    again = archived(report_of(back), PRESS)
    assert (again.walks, again.cards, again.claims) == (report.walks, report.cards, report.claims)


@settings(max_examples=40, deadline=None)
@given(sessions())
def test_whatever_was_used_reads_the_same_when_it_is_back(session: Session) -> None:
    told = report_of(session).paper().model
    assert isinstance(told, ReportModel)
    assert parts(model(read_back(session))) == parts(told)


def test_what_was_left_out_is_not_in_the_data() -> None:
    session = known().session
    without = archived(report_of(session, Contents(answers=False)), PRESS)
    assert (without.walks, len(without.cards), len(without.claims)) == ((), 1, 1)
    without = archived(report_of(session, Contents(cards=False)), PRESS)
    assert (len(without.walks), without.cards, without.claims) == (2, (), ())


def test_roles_only_names_nobody_in_a_walk() -> None:
    plain = json.dumps(to_plain(archived(report_of(known().session, Contents(names=False)), PRESS)))
    assert "[wijkagent]" in plain
    assert "Bakker" not in plain


def test_what_waits_in_a_walk_is_not_in_the_data() -> None:
    table = known()
    spotted = (ev.Spotted("naam", "Noor Bakker"),)
    said = Answered("veilig", 1, SAID)
    table.do(ev.WalkAnswered, walk_id="w-1", said=said, findings=spotted)
    (walk, _other) = archived(report_of(table.session), PRESS).walks
    assert [(line.answer, line.reason) for line in walk.lines] == [("nee", "")]


def test_what_was_not_come_by_and_what_no_page_tells_is_not_in_the_data() -> None:
    plain = json.dumps(to_plain(archived(report_of(known().session), PRESS)))
    assert "instrument" not in plain
    assert "Is er hulp?" in plain  # there it was stopped
    assert CARD.to_do[0] not in plain
    assert FACT.title not in plain


def test_an_answer_that_was_not_heard_is_told_as_not_heard() -> None:
    table = known()
    table.do(ev.ClaimRevealed, card_id="feit", revealed=False)
    (claim,) = archived(report_of(table.session), PRESS).claims
    assert (claim.revealed, claim.true, claim.partly, claim.false) == (False, 6, 3, 2)


LINKED = "Lees [de *gids*](https://example.org) op <https://example.org>.\n\n- 1. en *zo*\n\n[x]: /weg 'verborgen'"


def test_an_address_is_left_out_and_its_words_stay() -> None:
    claim = FACT.claim
    assert claim is not None
    table = known()
    table.do(ev.CardShown, card=replace(FACT, claim=replace(claim, may_say=LINKED, strength="x" * (MOST_EACH + 1))))
    report = archived(report_of(table.session), PRESS)
    (told,) = report.claims
    assert (told.may_say, told.strength) == (bare(LINKED), "")
    assert "verborgen" not in told.may_say
    plain = {"format": form.FORMAT, "version": form.VERSION, "document": [_printed(table)], "session": to_plain(report)}
    assert form.from_json(json.dumps(plain).encode()) == report


def _printed(table: Table) -> dict[str, str]:
    from facilitator.report.archive.told import words  # noqa: PLC0415
    from facilitator.report.markup import parse  # noqa: PLC0415

    return {"p": words(parse(PRESS.markup("report.xhtml.j2", {"doc": report_of(table.session).paper().model})))}


def test_what_would_be_longer_without_its_addresses_is_left_out() -> None:
    assert bare("[x](/y)" + "." * (MOST_EACH - 7)) == ""


def _first(plain: dict[str, Any], part: str) -> dict[str, Any]:
    found: dict[str, Any] = plain["session"][part][0]
    return found


def _off_the_page(plain: dict[str, Any]) -> None:
    _first(plain, "walks")["lines"][0]["reason"] = "Iets anders"


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "a note that is not on the pages": _off_the_page,
    "an outcome that is not on the pages": lambda plain: _first(plain, "walks").update(text="Doe **niets**."),
    "a thing to do that is not on the pages": lambda plain: _first(plain, "walks").update(to_do=["Wacht af."]),
    "a claim that is not on the pages": lambda plain: _first(plain, "claims").update(claim="Iets anders."),
    "a saying that is not on the pages": lambda plain: _first(plain, "claims").update(may_say="Iets anders."),
    "words of the pages with an address under them": lambda plain: _first(plain, "walks").update(
        text="[Bel](https://kwaad.example) vandaag."
    ),
    "words of the pages with a note that is not printed": lambda plain: _first(plain, "walks").update(
        text="Bel **vandaag**.\n\n[a]: /b 'verborgen'"
    ),
    "a text made to be slow": lambda plain: _first(plain, "walks").update(text="*a_ " * MOST_EACH),
    "texts that are too much together": lambda plain: _first(plain, "walks").update(
        to_do=["Bel 0800-2000."] * (MOST_TOGETHER // 10)
    ),
    "hands in words": lambda plain: _first(plain, "claims").update(true="zes"),
    "half a hand": lambda plain: _first(plain, "claims").update(true=6.5),
    "yes for a number": lambda plain: _first(plain, "claims").update(true=True),
    "heard by a number": lambda plain: _first(plain, "claims").update(revealed=1),
    "a verdict that is none": lambda plain: _first(plain, "claims").update(verdict="misschien"),
    "an end that is none": lambda plain: _first(plain, "walks").update(end="ergens"),
    "an end of a list": lambda plain: _first(plain, "walks").update(end=["gestopt"]),
    "a day that is none": lambda plain: _first(plain, "walks")["lines"][0].update(by="morgen"),
    "lines that are one": lambda plain: _first(plain, "walks").update(lines={}),
    "walks that are a text": lambda plain: plain["session"].update(walks="alle"),
    "an id that names nothing": lambda plain: _first(plain, "walks").update(card_id="weg"),
    "sources that are one": lambda plain: _first(plain, "cards").update(sources="CBS"),
    "a card of nothing": lambda plain: plain["session"].update(cards=[None]),
}


@pytest.fixture(scope="module")
def plain() -> str:
    return json.dumps(data_in(made(known().session)))


@pytest.mark.parametrize("change", CHANGES)
def test_data_that_somebody_changed_are_refused(change: str, plain: str) -> None:
    data = json.loads(plain)
    assert form.from_json(json.dumps(data).encode()).walks
    CHANGES[change](data)
    with pytest.raises(Unreadable):
        form.from_json(json.dumps(data).encode())


@pytest.mark.parametrize("version", [1, 2])
def test_reports_of_before_this_was_told_are_read(version: int, plain: str) -> None:
    data = json.loads(plain) | {"version": version}
    for part in ("walks", "cards", "claims"):
        del data["session"][part]
    report = form.from_json(json.dumps(data).encode())
    assert (report.walks, report.cards, report.claims) == ((), (), ())


class _Bare:
    """A press whose template leaves out a text, as one of the user's own may."""

    def __init__(self, text: str) -> None:
        self._text = text

    def markup(self, document: str, context: dict[str, Any]) -> str:
        return PRESS.markup(document, context).replace(self._text, "")


@pytest.mark.parametrize("text", [CARD.title, FACT.claim.claim if FACT.claim else ""])
def test_a_card_whose_name_the_pages_leave_out_does_not_keep_the_report_from_being_read(text: str) -> None:
    session = known().session
    report = archived(report_of(session), cast("Press", _Bare(text)))
    assert len(report.cards) + len(report.claims) == 1
    at = session.planned_end + timedelta(days=99)
    assert not isinstance(judge(None, planned(report, ev.ReadFrom("v.pdf", "ab"), "e-p", at)), Refusal)
