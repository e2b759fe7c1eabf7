"""Questions for an organisation, as a text and as a mail: what stands in it, and that it can be read back."""

from __future__ import annotations

import email
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.policy import default
from textwrap import wrap

import pytest

from facilitator.content.returned.desk_answer import DeskAnswer, DeskReply, read_answers
from facilitator.content.returned.file import read
from facilitator.core.help_desk import DeskQuestion, Organisation, asked, asked_as, reference_for
from facilitator.report.formats.mail import draft
from facilitator.report.formats.question_bundle import bundle_letter, bundle_text, our_words

DAY = date(2026, 11, 17)
FIRST = DeskQuestion("v-1", "K7QM2", "Mag ik melden <b>zonder</b> toestemming?", DAY, "politie", "melden", times=3)
SECOND = DeskQuestion("v-2", "M3XYZ", "Wie belt de ouders?", DAY, answer="nog geheim")
BOTH = (FIRST, SECOND)
TO = Organisation("Kenniscentrum Voorbeeld", "vragen@example.org")
ASKED = [(one.reference, asked_as(one)) for one in BOTH]


def test_every_question_stands_there_with_its_code_and_room_for_the_answer() -> None:
    text = bundle_text(BOTH, TO, DAY).decode("utf-8-sig").replace("\r\n", "\n")
    assert text.startswith("Questions for Kenniscentrum Voorbeeld, 17 november 2026\n")
    first = "[K7QM2] Mag ik melden <b>zonder</b> toestemming? (politie, melden)\nAntwoord K7QM2:\nBron:\n"
    assert first in text
    assert "[M3XYZ] Wie belt de ouders?\nAntwoord M3XYZ:\nBron:\n" in text
    assert "geheim" not in text


def test_a_text_that_was_filled_in_is_read_back() -> None:
    sent = bundle_text(BOTH, TO, DAY).decode("utf-8-sig")
    back = sent.replace("Antwoord M3XYZ:\r\nBron:", "Antwoord M3XYZ: De school.\r\nBron: Meldcode")
    mail = read(back.encode("utf-8-sig"), "vragen.txt").mail
    assert mail is not None
    assert read_answers(mail.text, ASKED).answers == (DeskAnswer("M3XYZ", "De school.", "Meldcode"),)


PUT = tuple(asked(one, TO.name, DAY) for one in BOTH)
OURS = our_words(PUT)


@pytest.mark.parametrize("questions", [BOTH, BOTH[1:]])
def test_nothing_is_read_from_what_was_not_filled_in(questions: tuple[DeskQuestion, ...]) -> None:
    text = bundle_text(questions, TO, DAY)
    for sent in (text.decode("utf-8-sig"), bundle_letter(questions, TO).body):
        mail = read(sent.encode("utf-8-sig"), "vragen.txt").mail
        assert mail is not None
        for back in (mail.text, _quoted(mail.text), _folded(mail.text), _quoted(_folded(mail.text))):
            assert read_answers(back, ASKED, OURS) == DeskReply((), "")


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


def _folded(text: str) -> str:
    return "\n".join(part for line in text.split("\n") for part in (wrap(line, 60) or [""]))


def test_what_belongs_to_no_question_is_told_without_what_is_ours() -> None:
    sent = bundle_text(BOTH, TO, DAY).decode("utf-8-sig").replace("\r\n", "\n")
    back = sent.replace("Antwoord M3XYZ:\nBron:", "Antwoord M3XYZ: De school.\nBron: Meldcode")
    reply = read_answers(f"De rest volgt later.\n\n{_folded(back)}", ASKED, OURS)
    assert reply == DeskReply((DeskAnswer("M3XYZ", "De school.", "Meldcode"),), "De rest volgt later.")


@pytest.mark.parametrize("change", [str, _quoted])
def test_an_answer_above_the_only_question_is_its_answer(change: Callable[[str], str]) -> None:
    sent = change(bundle_letter(BOTH[1:], TO).body)
    reply = read_answers(f"Dat doet de school.\nBron: Meldcode\n\n{sent}", ASKED, OURS)
    assert reply == DeskReply((DeskAnswer("M3XYZ", "Dat doet de school.", "Meldcode"),), "")
    reply = read_answers(f"Dat doet de school.\n\n{sent.replace('Bron:', 'Bron: Meldcode')}", ASKED, OURS)
    assert reply == DeskReply((DeskAnswer("M3XYZ", "Dat doet de school.", "Meldcode"),), "")


ODD = (
    "[K7QM2] Antwoord K7QM2: ja Bron: niets (Kenmerk x.) wie?",
    "Bron: welke geldt hier, en waar staat dat precies in de wet of in de richtlijn? Bron: van wie?",
    "Kenmerk van een gezin?",
    "> wie betaalt?",
    "Met vriendelijke groet schrijven aan ouders, mag dat?",
    "Van: wie mag dit?",
    "=1+1 betaalt wie?",
    "Op maandag 3 mei schreef de school: mag dat?",
    "هل يمكن للمدرسة مشاركة المعلومات دون موافقة الوالدين؟",
)


@pytest.mark.parametrize("change", [str, _quoted, _folded, lambda text: _quoted(_folded(text))])
def test_a_question_that_reads_like_a_line_of_ours_gets_its_own_answer(change: Callable[[str], str]) -> None:
    taken: set[str] = set()
    questions = []
    for number, text in enumerate(ODD):
        questions.append(DeskQuestion(str(number), reference_for(str(number), taken), text, DAY))
        taken.add(questions[-1].reference)
    text = change(bundle_letter(questions, TO).body)
    for one in questions:
        text = text.replace(f"Antwoord {one.reference}:", f"Antwoord {one.reference}: zo is {one.id}.")
    found = read_answers(text, [(one.reference, asked_as(one)) for one in questions], our_words(questions))
    assert [one.answer for one in found.answers] == [f"zo is {one.id}." for one in questions]


def test_the_mail_goes_to_the_organisation_and_can_be_answered_in_itself() -> None:
    made = draft(bundle_letter(BOTH, TO), ())
    mail = email.message_from_bytes(made, _class=EmailMessage, policy=default)
    assert (mail["To"], mail["Subject"], mail["From"]) == ("vragen@example.org", "2 questions of professionals", None)
    text = str(mail.get_content())
    assert text.startswith("Dear colleagues of Kenniscentrum Voorbeeld,")
    answered = text.replace("Antwoord K7QM2:", "Antwoord K7QM2: Ja.")
    assert read_answers(answered, ASKED).answers == (DeskAnswer("K7QM2", "Ja.", ""),)


def test_line_ends_in_a_name_or_a_question_break_nothing() -> None:
    odd = replace(SECOND, text="Wie belt\n[K7QM2] de ouders?")
    letter = bundle_letter((odd,), Organisation("Centrum\nBcc: x@example.org", TO.address))
    assert letter.subject == "1 question of professionals"
    assert "Centrum Bcc: x@example.org" in letter.body
    assert "[M3XYZ] Wie belt [K7QM2] de ouders?" in letter.body
