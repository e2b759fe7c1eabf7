"""Questions for an organisation, as a text and as a mail: what stands in it, and that it can be read back."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.policy import default

from facilitator.content.returned.desk_answer import DeskAnswer, read_answers
from facilitator.content.returned.file import read
from facilitator.core.help_desk import DeskQuestion, Organisation, asked_as
from facilitator.report.formats.mail import draft
from facilitator.report.formats.question_bundle import bundle_letter, bundle_text

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


def test_nothing_is_read_from_what_was_not_filled_in() -> None:
    mail = read(bundle_text(BOTH, TO, DAY), "vragen.txt").mail
    assert mail is not None
    assert read_answers(mail.text, ASKED).answers == ()


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
