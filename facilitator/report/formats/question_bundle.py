"""Questions for an organisation that knows more: as a text to fill in, and as a mail. Nothing tells who asked them.

Every question has its code and a line for the answer; by the codes the program knows what is answered, however a mail
program quotes, folds or colours it.
"""

from __future__ import annotations

from collections.abc import Sequence, Sized
from datetime import date

from facilitator.core.help_desk import DeskQuestion, Organisation, asked_as
from facilitator.report.dates import in_words
from facilitator.report.formats.mail import Letter, one_line
from facilitator.words import _, ngettext

_LINE_END = "\r\n"
"""Every program for plain text on every system shows it as a line."""


def bundle_text(questions: Sequence[DeskQuestion], organisation: Organisation, day: date) -> bytes:
    """Give the questions as a text file to fill in and send back, with the mark that says it is UTF-8."""
    head = _head(organisation.name, day)
    paragraphs = (head, "=" * len(head), _intro(questions), *_how(), *_asked(questions), _end())
    return f"{_joined(paragraphs)}\n".replace("\n", _LINE_END).encode("utf-8-sig")


def bundle_letter(questions: Sequence[DeskQuestion], organisation: Organisation) -> Letter:
    """Give the same as a mail."""
    count = len(questions)
    subject = ngettext("{count} question of professionals", "{count} questions of professionals", count)
    paragraphs = (
        _greeting(organisation.name),
        _intro(questions),
        *_how(),
        *_asked(questions),
        _end(),
        _("Kind regards,"),
    )
    return Letter(organisation.address, subject.format(count=count), f"{_joined(paragraphs)}\n")


def our_words(questions: Sequence[DeskQuestion]) -> tuple[str, ...]:
    """Give what stands around questions that were put to somebody, so that it is not taken for words of a reply."""
    asked = dict.fromkeys((one.asked_of, one.asked_on) for one in questions if one.asked_on is not None)
    heads = tuple(_head(name, day) for name, day in asked if day is not None)
    lines = tuple("=" * len(head) for head in heads)
    greetings = tuple(dict.fromkeys(_greeting(name) for name, _day in asked))
    return (*heads, *lines, *greetings, _intro(range(1)), _intro(range(2)), *_how())


def _head(name: str, day: date) -> str:
    return _("Questions for {organisation}, {day}").format(organisation=one_line(name), day=in_words(day))


def _greeting(name: str) -> str:
    return _("Dear colleagues of {organisation},").format(organisation=one_line(name))


def _intro(questions: Sized) -> str:
    return ngettext(
        "Professionals asked this question. Our knowledge cards do not answer it.",
        "Professionals asked these questions. Our knowledge cards do not answer them.",
        len(questions),
    )


def _how() -> tuple[str, str, str]:
    return (
        _(
            "Write your answer after 'Antwoord', and after 'Bron' where it comes from: a guideline, a law, a page. "
            "We make a knowledge card of it, with the name of your organisation."
        ),
        _("Leave the codes as they are: by them we know which question you answer."),
        _("Write no names or other data of clients."),
    )


def _asked(questions: Sequence[DeskQuestion]) -> list[str]:
    """Each question with its code, and under it the lines to fill in: read back, so their words are not translated."""
    return [f"[{one.reference}] {one_line(asked_as(one))}\nAntwoord {one.reference}:\nBron:" for one in questions]


def _end() -> str:
    """A line that begins with a word by which is known, when it is read back, that the last answer ends there."""
    told = _("help desk: leave this line as it is")
    return f"(Kenmerk {told}.)"


def _joined(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(paragraphs)
