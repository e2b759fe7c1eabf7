"""The report tells which cards the room saw, what was guessed of each claim, and who says what is so."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pikepdf

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.card import Verdict
from facilitator.core.shown_card import ShownCard, ShownClaim
from facilitator.report.archive import form
from facilitator.report.archive.reading import read_report
from facilitator.report.archive.writing import archive_of
from facilitator.report.bundle import report_of
from facilitator.report.documents.cards_shown import CardLine, cards_shown, claims_asked
from facilitator.report.press import Press
from tests.builders import Table
from tests.core.test_cards import CARD, FACT
from tests.report.reading import seen


def asked(*cards: ShownCard) -> Table:
    """A meeting that looked at these."""
    table = Table().started()
    for card in cards:
        table.do(ev.CardShown, card=card)
    return table


def test_a_card_and_a_claim_with_its_guesses() -> None:
    table = asked(CARD, FACT, CARD)
    table.do(ev.CardShown, card=FACT)
    table.do(ev.GuessesCounted, guesses=ev.Guesses("feit", 6, 3, 2))
    table.do(ev.ClaimRevealed, card_id="feit")
    assert cards_shown(table.session) == (CardLine("De vijf stappen", "Zo loopt de meldcode.", ()),)
    (claim,) = claims_asked(table.session)
    assert (claim.verdict, claim.guessed) == ("Not true", "Guessed: true 6 · partly true 3 · not true 2.")
    assert (claim.claim, claim.sources) == ("60 procent is een hermelding.", ("CBS",))


def test_a_claim_nobody_guessed_of_and_that_was_not_revealed() -> None:
    (claim,) = claims_asked(asked(FACT).session)
    assert claim.guessed == "No guesses were counted. The answer was not shown."


def test_it_stands_on_paper_as_it_was_written(press: Press) -> None:
    odd = replace(CARD, title="<b>Vijf</b> & {{ zes }}", sources=("Bron A", "Bron B"))
    table = asked(odd, FACT)
    text = " ".join(seen(report_of(table.session).render(press).pdf).split())
    for words in (
        "Knowledge that was shown",
        "<b>Vijf</b> & {{ zes }}",
        "Sources: Bron A; Bron B",
        "‘38 procent.’",
        "Sterk.",
    ):
        assert words in text


def test_a_claim_without_strength_or_source_has_no_empty_heading(press: Press) -> None:
    bare = ShownClaim("Het stopt vanzelf.", Verdict.TRUE, "", "")
    text = seen(report_of(asked(ShownCard("f", "f", claim=bare)).session).render(press).pdf)
    assert "Het stopt vanzelf." in text
    assert [words for words in ("How strong", "What you can say", "Sources:") if words in text] == []


def test_ten_thousand_letters_are_all_on_paper(press: Press) -> None:
    long = "woord " * 1_700
    claim = ShownClaim(long, Verdict.TRUE, long, long, long)
    card = ShownCard("k", long, long, sources=(long, "x" * 10_000))
    pdf = report_of(asked(card, replace(card, id="f", claim=claim)).session).render(press).pdf
    assert seen(pdf).count("woord") >= 8 * 1_700


def test_without_any_there_is_no_heading(press: Press) -> None:
    assert "Knowledge that was shown" not in seen(report_of(Table().started().session).render(press).pdf)


def test_a_report_with_cards_in_the_archive_is_read_back(press: Press, tmp_path: Path) -> None:
    table = asked(CARD, FACT)
    table.do(ev.AgreementMade, agreement=Agreement("g-1", "Bellen met de huisarts", "p-vt"))
    path = tmp_path / "verslag.pdf"
    path.write_bytes(archive_of(report_of(table.session)).render(press).pdf)
    report = read_report(path).report
    assert [agreement.what for agreement in report.agreements] == ["Bellen met de huisarts"]
    with pikepdf.open(path) as pdf:
        assert FACT.claim is not None
        assert FACT.claim.claim in str(json.loads(pdf.attachments[form.NAME].get_file().read_bytes()))
