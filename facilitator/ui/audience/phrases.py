"""The few words that the room's screen adds of its own."""

from __future__ import annotations

from facilitator.core.audience import AudienceView, ShownAgreement, TimeBar
from facilitator.ui.dates import long_day
from facilitator.ui.widgets.markdown import Span
from facilitator.words import _, ngettext


def heading(view: AudienceView) -> tuple[Span, ...]:
    """The line at the top left: the meeting, and the case (always said to be invented) or the place."""
    form = _(view.form.msgid)
    if view.case_title:
        before, after = _("{form}  ·  case {title} (invented)").format(form=form, title="\n").split("\n")
        return Span(before), Span(one_line(view.case_title), bold=True), Span(after)
    return (Span("  ·  ".join(part for part in (form, one_line(view.place)) if part)),)


def corner(view: AudienceView, minutes_left: int | None) -> str:
    """The words at the top right."""
    if view.agreement is not None:
        return _("agreement {number} of {total}").format(number=view.agreement.number, total=view.agreement.total)
    if view.case_title and view.pages > 1:
        return _("moment {number} of {total}").format(number=view.page + 1, total=view.pages)
    if minutes_left is None:
        return ""
    if minutes_left <= 0:
        return _("time to round off")
    return ngettext("{count} min left", "{count} min left", minutes_left).format(count=minutes_left)


def when(agreement: ShownAgreement) -> str:
    """Deadline and rhythm in words, or nothing."""
    parts = [agreement.rhythm]
    if agreement.deadline is not None:
        parts.insert(0, _("before {day}").format(day=long_day(agreement.deadline)))
    return ", ".join(part for part in parts if part)


def feedback(agreement: ShownAgreement) -> str:
    """To whom comes feedback, and what or when."""
    to = ", ".join(agreement.feedback_to)
    if to and agreement.feedback:
        return _("to {partners}: {feedback}").format(partners=to, feedback=agreement.feedback)
    return _("to {partners}").format(partners=to) if to else agreement.feedback


def one_line(text: str) -> str:
    """A text without line ends and double blanks."""
    return " ".join(text.split())


def window_title() -> str:
    """What the system may call the window: no word of the session."""
    return _("Audience screen")


def spoken(bar: TimeBar | None) -> str:
    """What a screen reader is told about the window: where we are, nothing that was said."""
    if bar is None:
        return window_title()
    return _("{name}: step {number} of {total}").format(
        name=window_title(), number=bar.current + 1, total=len(bar.minutes)
    )
