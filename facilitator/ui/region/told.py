"""What is different between two states of agreements, or between two models, for a person to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitator.content.compare import Difference
from facilitator.core.model_agreement import Paragraph
from facilitator.core.model_update import ParagraphChange
from facilitator.core.own_agreement import Choice, OwnAgreement, flowing, plain, running
from facilitator.words import _


def own_differences(old: OwnAgreement, new: OwnAgreement) -> tuple[Difference, ...]:
    """Give every paragraph that holds otherwise, with the words of both."""
    return tuple(_own_differences(old, new))


def _own_differences(old: OwnAgreement, new: OwnAgreement) -> Iterator[Difference]:
    olds = {paragraph.id: paragraph for paragraph in old.model.paragraphs}
    news = {paragraph.id: paragraph for paragraph in new.model.paragraphs}
    for key in dict.fromkeys((*news, *olds)):
        before = holds(old, olds[key]) if key in olds else ""
        after = holds(new, news[key]) if key in news else ""
        if before != after:
            yield Difference((key,), (news.get(key) or olds[key]).title, before, after)


def holds(own: OwnAgreement, paragraph: Paragraph) -> str:
    """What holds of a paragraph: `Aangepast. Het team belt binnen 1 uur.`"""
    chosen = own.of(paragraph.id)
    if chosen.choice is None:
        return _("Nothing chosen yet.")
    if chosen.choice is Choice.NOT_APPLICABLE:
        return _("Not applicable: {reason}").format(reason=chosen.reason or "…")
    return f"{_(chosen.choice.msgid)}. {plain(running(own, paragraph), '……')}"


def model_differences(change: ParagraphChange) -> tuple[Difference, ...]:
    """Give in which parts a paragraph of a newer model differs from the older one."""
    return tuple(_model_differences(change))


def _model_differences(change: ParagraphChange) -> Iterator[Difference]:
    for name, read in _PARTS.items():
        old = "" if change.old is None else read(change.old)
        new = "" if change.new is None else read(change.new)
        if old != new:
            yield Difference((name,), _label(name), old, new)


def _sort(paragraph: Paragraph) -> str:
    parts = (paragraph.kind, paragraph.level, *((paragraph.phase,) if paragraph.phase is not None else ()))
    return " · ".join(_(part.msgid) for part in parts)


_PARTS: dict[str, Callable[[Paragraph], str]] = {
    "title": lambda paragraph: paragraph.title,
    "text": lambda paragraph: flowing(paragraph.text),
    "why": lambda paragraph: flowing(paragraph.why),
    "terms": lambda paragraph: "\n".join(f"{{{each.id}}} {each.label} ({each.hint})" for each in paragraph.terms),
    "sort": _sort,
}


def _label(name: str) -> str:
    labels = {
        "title": _("What it is called"),
        "text": _("The words"),
        "why": _("Why it is needed"),
        "terms": _("What is filled in"),
        "sort": _("What sort of agreement"),
    }
    return labels[name]
