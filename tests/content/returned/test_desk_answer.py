"""Replies to questions: what was answered at each code, with its source, wherever in the mail it stands."""

from __future__ import annotations

from facilitator.content.returned.desk_answer import DeskAnswer, DeskReply, answers_help_desk, read_answers
from tests.content.returned.replies import GMAIL, OUTLOOK, quoted

ASKED = (("K7QM2", "Mag ik melden zonder toestemming? (politie)"), ("M3XYZ", "Wie belt de ouders?"))
LINES = [f"[{code}] {text}\nAntwoord {code}:\nBron:" for code, text in ASKED]
SENT = "\n\n".join((*LINES, "(Kenmerk vraagbaak: laat deze regel staan.)", "Met vriendelijke groet,"))
YES = DeskAnswer("K7QM2", "Ja, dat mag.\n\nLeg wel vast waarom.", "Wmo 2015, artikel 5.1.6")


def filled(sent: str = SENT) -> str:
    return sent.replace(
        "Antwoord K7QM2:\nBron:",
        "Antwoord K7QM2: Ja, dat mag.\n\nLeg wel vast waarom.\nBron: Wmo 2015,\nartikel 5.1.6",
    )


def test_an_answer_and_its_source_are_told_apart() -> None:
    assert read_answers(filled(), ASKED).answers == (YES,)


def test_it_is_found_in_a_quotation_and_above_one() -> None:
    above = (
        "Beste collega,\n\nK7QM2: Ja, dat mag.\n\nLeg wel vast waarom.\nBron: Wmo 2015, artikel 5.1.6\n\nGroet, Jo\n\n"
    )
    assert read_answers(OUTLOOK + filled(), ASKED).answers == (YES,)
    assert read_answers(above + GMAIL + quoted(SENT), ASKED).answers == (YES,)


def test_what_was_sent_answers_nothing() -> None:
    for text in (SENT, GMAIL + quoted(SENT), OUTLOOK + SENT, ""):
        assert read_answers(text, ASKED).answers == ()


def test_an_answer_needs_no_source_and_no_word_is_taken_for_a_status() -> None:
    reply = read_answers(SENT.replace("Antwoord M3XYZ:\nBron:", "Antwoord M3XYZ: Niet nagekomen"), ASKED)
    assert reply.answers == (DeskAnswer("M3XYZ", "Niet nagekomen", ""),)


def test_several_sources_are_one_and_what_stands_below_them_is_answer() -> None:
    text = "Antwoord M3XYZ:\nBronnen: Meldcode 2018\nBron: Richtlijn\n\nHet wijkteam."
    assert read_answers(text, ASKED).answers == (DeskAnswer("M3XYZ", "Het wijkteam.", "Meldcode 2018 Richtlijn"),)


def test_two_answers_at_one_code_are_both_kept() -> None:
    text = "M3XYZ: Het wijkteam.\nK7QM2: Ja.\nM3XYZ: En de school."
    assert read_answers(text, ASKED).answers[1].answer == "Het wijkteam.\n\nEn de school."


def test_what_belongs_to_no_code_is_given_back() -> None:
    assert read_answers(f"Dank voor de vragen!\n\n{OUTLOOK}{SENT}", ASKED).rest == "Dank voor de vragen!"


def test_words_above_the_only_question_answer_it() -> None:
    sent = "[K7QM2] Mag ik melden zonder toestemming?\nAntwoord K7QM2:"
    reply = read_answers(f"Ja hoor.\n\n{GMAIL}{quoted(sent)}", ASKED)
    assert reply == ((DeskAnswer("K7QM2", "Ja hoor.", ""),), "")


def test_an_answer_to_the_help_desk_is_told_apart_from_one_about_agreements() -> None:
    assert answers_help_desk(quoted(SENT))
    assert not answers_help_desk("Antwoord K7QM2: nagekomen\nKenmerk M3XYZ")
    assert not answers_help_desk("Bron: de krant")


def test_what_was_sent_around_the_questions_is_no_answer_also_folded() -> None:
    ours = ("Deze vragen kwamen uit een sessie, en niemand aan tafel wist het antwoord.", "Met vriendelijke groet,")
    sent = f"{ours[0]}\n\n{LINES[0]}\n\n{ours[1]}\n"
    assert read_answers(sent, ASKED[:1], ours) == DeskReply((), "")
    folded = sent.replace("sessie, en", "sessie,\nen")
    assert read_answers(folded, ASKED[:1], ours) == DeskReply((), "")
    above = f"Ja, dat mag.\nBron: Wmo 2015\n\n{folded}"
    assert read_answers(above, ASKED[:1], ours).answers == (DeskAnswer("K7QM2", "Ja, dat mag.", "Wmo 2015"),)
