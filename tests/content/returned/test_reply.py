"""Replies to a mail: the codes and the answers at them, wherever in the mail they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content.returned.mail_file import plain_of, read_pasted
from facilitator.content.returned.reply import Reply, read_reply
from facilitator.content.returned.trouble import Trouble
from facilitator.core.reporting import Told
from facilitator.core.vocabulary import Status
from tests.content.returned.replies import ASKED, GMAIL, HTML, LONG, OUTLOOK, PLAIN, SENT, TOP, quoted, with_answers

ILL = "niet gelukt omdat we ziek waren"


def read(text: str) -> Reply:
    pasted = read_pasted(text, "x")
    assert pasted.mail is not None
    return read_reply(pasted.mail.text, ASKED)


def check(reply: Reply) -> None:
    first, second, third = reply.told
    assert first == Told("K7QM2", Status.KEPT)
    assert (second.code, second.status, second.words.lower()) == ("M3XYZ", Status.NOT_KEPT, ILL)
    assert third == Told("9BCDF")


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_the_same_answers_along_every_road(text: str) -> None:
    check(read(text))


@pytest.mark.parametrize("markup", HTML.values(), ids=HTML)
def test_the_same_answers_in_html(markup: str) -> None:
    check(read(plain_of(markup)))


def test_what_was_sent_answers_nothing() -> None:
    for text in (SENT, GMAIL + quoted(SENT), OUTLOOK + SENT, "Dank!\n" + OUTLOOK + SENT):
        assert all(not told.answered for told in read(text).told)


def test_what_belongs_to_no_code_is_given_back() -> None:
    assert read("Beste Mo,\n\nAlles is gelukt!\n\nGroet, Jan\n\n" + GMAIL + quoted(SENT)).rest == "Alles is gelukt!"
    assert read(TOP + GMAIL + quoted(SENT)).rest == ""
    assert read("Zie onder\n" + OUTLOOK + with_answers()).rest == "Zie onder"


def test_nothing_is_guessed_from_what_belongs_to_no_code() -> None:
    assert all(told.status is None for told in read("Alles is gelukt!\n" + GMAIL + quoted(SENT)).told)


def test_an_answer_to_the_only_question_is_shown_with_it_and_not_guessed() -> None:
    sent = f"[K7QM2] {LONG}\nAntwoord K7QM2:"
    reply = read_reply(f"Dat is gelukt\n\n{GMAIL}{quoted(sent)}", ASKED)
    assert reply == Reply((Told("K7QM2", None, "Dat is gelukt"), Told("M3XYZ"), Told("9BCDF")), "")


def test_two_answers_that_differ_are_left_to_settle() -> None:
    (first, *_others) = read("K7QM2: bezig\n\n" + GMAIL + quoted(with_answers())).told
    assert (first.status, first.words) == (None, "bezig\nnagekomen")


def test_the_same_answer_twice_is_one() -> None:
    (first, *_others) = read("K7QM2: nagekomen\n\n" + GMAIL + quoted(with_answers())).told
    assert first == Told("K7QM2", Status.KEPT)


def test_what_is_not_understood_is_kept_in_full() -> None:
    (first, *_others) = read(OUTLOOK + SENT.replace("Antwoord K7QM2:", "Antwoord K7QM2: daar kom ik op terug")).told
    assert first == Told("K7QM2", None, "daar kom ik op terug")


def test_to_whom_it_was_handed_over() -> None:
    (first, *_others) = read("K7QM2: overgedragen aan Veilig Thuis\nM3XYZ: bezig").told
    assert first == Told("K7QM2", Status.HANDED_OVER, "", "Veilig Thuis")
    (first, *_others) = read("K7QM2: overgedragen aan Veilig Thuis, want zij gaan erover").told
    assert (first.to, first.words) == ("Veilig Thuis", "overgedragen aan Veilig Thuis, want zij gaan erover")


def test_an_answer_over_several_lines_ends_at_the_signature() -> None:
    (first, *_others) = read("K7QM2: bezig\nDe scholing is in mei.\n\nMet vriendelijke groet,\nJan\n06 12345678").told
    assert (first.status, first.words) == (Status.BUSY, "bezig\nDe scholing is in mei.")


def test_codes_that_were_not_asked_mean_nothing() -> None:
    assert read("XXXXX: gelukt").rest == "XXXXX: gelukt"


@given(st.lists(st.sampled_from([*SENT.split("\n"), "> K7QM2", "gelukt", "Van: x", "-- ", "", ">>> ", "K7QM2: bezig"])))
def test_any_mail_gives_an_answer_or_none_for_each_question(lines: list[str]) -> None:
    reply = read_reply("\n".join(lines), ASKED)
    assert [told.code for told in reply.told] == [code for code, _title in ASKED]
    assert all(told.status is None or told.answered for told in reply.told)


@given(st.sampled_from(["gelukt", "nog bezig", "vervallen"]), st.integers(0, 3), st.sampled_from(["\n", " "]))
def test_an_answer_survives_being_quoted_again(answer: str, times: int, between: str) -> None:
    text = SENT.replace("Antwoord M3XYZ:", f"Antwoord M3XYZ:{between}{answer}")
    for _ in range(times):
        text = f"Zie onder\n\n{GMAIL}{quoted(text)}"
    statuses = {"gelukt": Status.KEPT, "nog bezig": Status.BUSY, "vervallen": Status.DROPPED}
    assert [told.status for told in read_reply(text, ASKED).told] == [None, statuses[answer], None]


def test_a_mail_without_words() -> None:
    assert read_pasted(" \n", "x").trouble is Trouble.NO_TEXT


RENAMED = (("K7QM2", "Rapport is afgerond en gedeeld"), *ASKED[1:])
"""The first agreement is called otherwise since the mail was sent, and its old words say "gedaan"."""


def test_words_of_the_question_are_no_answer() -> None:
    for text in (SENT, GMAIL + quoted(SENT)):
        assert all(not told.answered for told in read_reply(text, RENAMED).told)
    assert read_reply(OUTLOOK + with_answers(), RENAMED).told[0].status is Status.KEPT


def test_words_between_the_question_and_its_answer_are_kept_for_who_reads() -> None:
    between = SENT.replace("is gedaan\n", "is gedaan\nzie bijlage\n")
    (first, *_others) = read_reply(between, RENAMED).told
    assert first.status is None
    assert first.words.endswith("zie bijlage")


def test_a_question_without_its_line_for_the_answer_is_not_guessed_at() -> None:
    (first, *_others) = read_reply(f"[K7QM2] {LONG}", RENAMED).told
    assert (first.status, first.words) == (None, LONG)
    (first, *_others) = read_reply("[K7QM2] gelukt, in mei", RENAMED).told
    assert first.status is Status.KEPT
    assert read_reply("[K7QM2]", RENAMED).told[0] == Told("K7QM2")


def test_a_question_that_lost_words_on_its_way_is_not_guessed_at() -> None:
    cut = SENT.replace("casusoverleg van het wijkteam", "overleg")
    (first, *_others) = read(cut).told
    assert (first.status, first.words.endswith("is gedaan")) == (None, True)
