"""How agreements of a region are told on the screen."""

from __future__ import annotations

from facilitator.core.model_agreement import Paragraph
from facilitator.core.own_agreement import Lack, OwnAgreement, Progress, lack, missing_terms
from facilitator.words import _, ngettext


def progress_words(far: Progress) -> str:
    """`12 van 31 gekozen · 3 in te vullen`."""
    said = [_("{chosen} of {count} chosen").format(chosen=far.chosen, count=far.of)]
    if left := far.terms + far.words:
        said.append(ngettext("{count} to fill in", "{count} to fill in", left).format(count=left))
    return " · ".join(said)


def state_words(own: OwnAgreement, paragraph: Paragraph) -> str:
    """`Overgenomen · 1 in te vullen`."""
    choice, what = own.of(paragraph.id).choice, lack(own, paragraph)
    if choice is None or what is Lack.CHOICE:
        return _(Lack.CHOICE)
    said = [_(choice.msgid)]
    if missing := len(missing_terms(own, paragraph)):
        said.append(ngettext("{count} to fill in", "{count} to fill in", missing).format(count=missing))
    elif what is not None:
        said.append(_(what))
    return " · ".join(said)


def news_words(count: int) -> str:
    """`Er is een nieuwer model. Daarin zijn 2 paragrafen anders.`"""
    said = ngettext(
        "There is a newer model. It changes {count} paragraph.",
        "There is a newer model. It changes {count} paragraphs.",
        count,
    )
    return said.format(count=count)
