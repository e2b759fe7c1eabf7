"""What the help desk says of answers and of questions, in words."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.core.card import Card
from facilitator.core.help_desk import MOST_CHARACTERS, DeskQuestion, Lack, Stage, lack_of
from facilitator.core.text import fold, one_line
from facilitator.storage.library.records import Found, ItemKind, Line, Origin, Weight, Why
from facilitator.ui.casuistry.names import KINDS, ORIGINS
from facilitator.ui.dates import long_day
from facilitator.ui.widgets.message import Tone
from facilitator.words import _, ngettext

MOST_WHYS = 4
"""So many words are told by which something was found."""

EVERYONE = ""


def kind_words(line: Line, shipped: Card | None) -> str:
    """`Feitencheck`, `Casus`, `Kaart · van jezelf`."""
    if shipped is not None and shipped.fact_check is not None:
        return _("Fact check")
    if shipped is not None and shipped.instrument is not None:
        return _("Instrument")
    name = _("Knowledge card") if line.key.kind is ItemKind.CARD else _(KINDS[line.key.kind])
    return name if line.origin is Origin.SHIPPED else f"{name} · {_(ORIGINS[line.origin])}"


def why_words(found: Found) -> str:
    """Why it is there: what people ask of it, or `gaat over ‘melden’, noemt ‘ouders’`."""
    if found.asked:
        return _("people ask this of it: ‘{question}’").format(question=found.asked)
    places = (
        ({Weight.TITLE, Weight.HEAD}, _("is about {words}")),
        ({Weight.TEXT}, _("names {words}")),
        ({Weight.ASKED}, _("questions about it have {words}")),
    )
    told, left = [], MOST_WHYS
    for there, saying in places:
        words = _told(one for one in found.why if one.found_in in there)[:left]
        left -= len(words)
        if words:
            told.append(saying.format(words=", ".join(words)))
    return ", ".join(told)


def _told(whys: Iterable[Why]) -> list[str]:
    return list(dict.fromkeys(map(_why, whys)))


def _why(why: Why) -> str:
    if not why.read_as or fold(why.asked) == fold(why.read_as):
        return f"‘{why.asked}’"
    return _("‘{read}’ (for ‘{asked}’)").format(asked=why.asked, read=why.read_as)


def lack_words(text: str) -> str:
    """Why this is no short question, and that nothing is lost; empty when it is one, or when nothing is typed."""
    if lack_of(text) is not Lack.TOO_LONG:
        return ""
    count = len(one_line(text))
    return _(
        "Ask a short question: at most {most} characters, and this is {count}. Only the first {most} are looked at; "
        "your text stays as it is."
    ).format(most=MOST_CHARACTERS, count=f"{count:,}".replace(",", "."))


def full_words(most: int) -> str:
    """That the line is full, and where the rest is."""
    return _(
        "The line is full: it holds {most} characters. What did not fit of what you pasted is where you copied it."
    ).format(most=f"{most:,}".replace(",", "."))


def too_long_words(text: str) -> str:
    """How much shorter a question must become to be kept; empty when it is short enough."""
    if lack_of(text) is not Lack.TOO_LONG:
        return ""
    count = len(one_line(text))
    return _("A question has at most {most} characters, and this is {count}. Make it shorter.").format(
        most=MOST_CHARACTERS, count=f"{count:,}".replace(",", ".")
    )


def unread_words(unread: Iterable[str]) -> str:
    """Which words no card has: `Op geen kaart staat: ‘xyz’.`"""
    words = ", ".join(f"‘{word}’" for word in list(dict.fromkeys(unread))[:MOST_WHYS])
    return _("No card has: {words}.").format(words=words) if words else ""


def stage_words(question: DeskQuestion) -> tuple[str, Tone]:
    """How far a question is: `gesteld`."""
    match question.stage:
        case Stage.ANSWERED:
            return _("answered"), Tone.CALM
        case Stage.ARRIVED:
            return _("an answer came"), Tone.ATTENTION
        case Stage.ASKED:
            return _("asked"), Tone.CALM
        case _:
            return _("kept for now"), Tone.PLAIN


def facts_words(question: DeskQuestion) -> str:
    """`Kenmerk K7QM2 · politie · stalking · 3 keer gesteld · sinds 17 november 2026 · gevraagd aan …`."""
    parts = (
        _("Reference {reference}").format(reference=question.reference),
        question.role,
        question.theme,
        _("asked {count} times").format(count=question.times) if question.times > 1 else "",
        _("since {day}").format(day=long_day(question.kept_on)),
        _asked_words(question),
    )
    return " · ".join(part for part in parts if part)


def _asked_words(question: DeskQuestion) -> str:
    if question.asked_on is None:
        return ""
    told = _("put before {organisation} on {day}")
    return told.format(organisation=question.asked_of, day=long_day(question.asked_on))


def kept_words(question: DeskQuestion) -> str:
    """What is said when a question was kept, or was there already."""
    if question.times == 1:
        return _("Your question is kept. You find it under ‘Kept questions’.")
    said = _("This question was there already. It was asked {count} times now.").format(count=question.times)
    there_is = _("It is answered: look at its card.")
    return f"{said} {there_is}" if question.stage is Stage.ANSWERED else said


def count_words(count: int) -> str:
    """`3 vragen`."""
    return ngettext("{count} question", "{count} questions", count).format(count=count)
