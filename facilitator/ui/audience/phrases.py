"""The few words that the room's screen adds of its own."""

from __future__ import annotations

from datetime import date

from facilitator.core.audience import AudienceView, Scene, ShownAgreement, ShownLookBack
from facilitator.core.card import Verdict
from facilitator.core.case_view import ShownDecision, ShownGroup, ShownWeighing
from facilitator.core.casus import Phase
from facilitator.core.options import Ranked
from facilitator.core.script import Way
from facilitator.core.weighing import QUESTIONS, SHORT
from facilitator.ui.case_words import meldcode_steps, verdict_name
from facilitator.ui.dates import long_day
from facilitator.ui.widgets.markdown import Span
from facilitator.words import _, ngettext, pgettext


def heading(view: AudienceView) -> tuple[Span, ...]:
    """The line at the top left: the meeting, and the case (always said to be invented) or the place."""
    form = _(view.form.msgid)
    if view.case_title:
        before, after = _("{form}  ·  case {title} (invented)").format(form=form, title="\n").split("\n")
        return Span(before), Span(one_line(view.case_title), bold=True), Span(after)
    return (Span("  ·  ".join(part for part in (form, one_line(view.place)) if part)),)


def corner(view: AudienceView, minutes_left: int | None) -> str:
    """The words at the top right."""
    counted = view.agreement or view.look_back
    if counted is not None:
        return _("agreement {number} of {total}").format(number=counted.number, total=counted.total)
    told = view.scene is not Scene.TURNING_POINT  # which may be of another moment than the present one
    if told and view.case_title and view.pages > 1:
        return _("moment {number} of {total}").format(number=view.page + 1, total=view.pages)
    if minutes_left is None:
        return ""
    if minutes_left <= 0:
        return _("time to round off")
    return ngettext("{count} min left", "{count} min left", minutes_left).format(count=minutes_left)


def when(agreement: ShownAgreement | ShownLookBack) -> str:
    """Deadline and rhythm in words, or nothing."""
    parts = [agreement.rhythm]
    if agreement.deadline is not None:
        parts.insert(0, _("before {day}").format(day=long_day(agreement.deadline)))
    return ", ".join(part for part in parts if part)


def agreed_on(day: date) -> str:
    """In which earlier meeting something was agreed."""
    return _("Agreed on {day}").format(day=long_day(day))


def feedback(agreement: ShownAgreement) -> str:
    """To whom comes feedback, and what or when."""
    to = ", ".join(agreement.feedback_to)
    if to and agreement.feedback:
        return _("to {partners}: {feedback}").format(partners=to, feedback=agreement.feedback)
    return _("to {partners}").format(partners=to) if to else agreement.feedback


def headline(view: AudienceView) -> str:
    """What a picture is about, in its own words; empty when it says nothing of a session."""
    said = view.agreement or view.look_back
    if said is not None:
        return said.what
    if view.point is not None:
        return view.point.text
    if view.weighing is not None:
        return _(view.weighing.question)
    if view.walk is not None:
        return view.walk.question or view.walk.outcome or view.walk.title
    if view.picture is not None:
        from facilitator.pictures import PictureKind  # noqa: PLC0415  drawing costs 40 ms that others do without

        return _(PictureKind(view.picture.value).msgid)
    own = {Scene.DECISION: decide, Scene.CONFIDENTIALITY: confidentiality}.get(view.scene)
    return (view.title or one_line(view.words)) if own is None else own()


def confidentiality() -> str:
    """What stands above the text about it."""
    return _("Confidentiality")


# ---- a case that is lived through


def needed() -> str:
    """What is asked at a turning point."""
    return _("What did you need then, and from whom?")


def decide() -> str:
    """What is asked at a moment of a case."""
    return _("What would you decide now?")


def whose(*, told: bool, ours: bool) -> str:
    """Who puts a moment here."""
    parts = (_("in the story") if told else "", pgettext("the group", "we") if ours else "")
    return "  ·  ".join(part for part in parts if part)


def phase_place(name: str, decision: ShownDecision, phase: Phase) -> str:
    """A phase, and who puts the moment there once the group moved it."""
    if decision.group_phase in {None, decision.phase}:
        return name
    sign = whose(told=phase is decision.phase, ours=phase is decision.group_phase)
    return f"{name} ({sign})" if sign else name


def meldcode(decision: ShownDecision) -> str:
    """Where a moment stands in the meldcode, for the story and for the group when it moved it; or nothing."""
    told, ours, total = decision.meldcode_step, decision.group_meldcode_step, len(meldcode_steps())
    if ours in {None, told}:
        return "" if told is None else _("meldcode step {step} of {total}").format(step=told, total=total)
    if told is None:
        return _("meldcode · we: step {step} of {total}").format(step=ours, total=total)
    return _("meldcode · in the story: step {told} · we: step {ours} of {total}").format(
        told=told, ours=ours, total=total
    )


def weighing_head(weighing: ShownWeighing) -> str:
    """Which weighing question it is."""
    return _("Weighing question {number} of {total}  ·  {name}").format(
        number=weighing.number, total=len(QUESTIONS), name=_(weighing.short)
    )


def other_verdicts(weighing: ShownWeighing) -> str:
    """What was said to the other weighing questions, on one line."""
    said = (f"{number} {_(SHORT[number])}: {verdict_name(verdict)}" for number, verdict in weighing.others)
    return "  ·  ".join(said)


# ---- how the group works


def way(view: AudienceView) -> str:
    """How the group works now, and who has the floor; nothing when it works together."""
    words = {
        Way.SILENT: _("Write for yourself first. It is quiet for a moment."),
        Way.LISTENING: _("The one who brought it in listens."),
        Way.BACK: _("The one who brought it in sits with their back to the group."),
        Way.PAIRS: _("In pairs."),
    }.get(view.way, "")
    if view.way is Way.SILENT and (view.answers or view.tally or view.voted or view.silence):
        return ""  # what was written is on the screen: now people talk about it
    turn = one_line(view.turn) if view.way.in_turn else ""
    floor = _("Has the floor: {name}").format(name=turn) if turn else ""
    if view.way in {Way.ROUND, Way.PERSPECTIVES}:
        return floor or _("One after the other")
    return "  ·  ".join(part for part in (words, floor) if part)


def votes(count: int) -> str:
    """How many chose an answer; nothing when nobody did."""
    return ngettext("{count} vote", "{count} votes", count).format(count=count) if count else ""


def compared(view: AudienceView) -> tuple[str, str]:
    """What the two bars of a comparison are called, each with how many marks it is made of."""
    before, now = (sum(counts) for counts in zip(*((each.before, each.count) for each in view.tally), strict=True))
    return (
        _("at the start ({count})").format(count=before),
        _("now ({count})").format(count=now),
    )


def orders(count: int) -> str:
    """Of how many orders an order is made."""
    from facilitator.pictures.result_words import order_words  # noqa: PLC0415  drawing costs 40 ms

    return order_words(count)


def ranked(each: Ranked) -> str:
    """What is behind a place: the mean, how far the orders lie apart, how often it came first."""
    from facilitator.pictures.result_words import ranking_details  # noqa: PLC0415  drawing costs 40 ms

    if not each.place:
        return _("in no order yet")
    return "  ·  ".join(((_("shared place"),) if each.shared else ()) + ranking_details(each))


def guessed(guesses: tuple[int, int, int]) -> str:
    """How many guessed what, on one line."""
    counts = (f"{_(verdict.msgid).lower()} {count}" for verdict, count in zip(Verdict, guesses, strict=True))
    return _("You guessed: {counts}").format(counts="  ·  ".join(counts))


def results(view: AudienceView) -> str:
    """What was counted, in sentences, for who cannot see the picture of it; nothing where nothing is shown."""
    if view.claim is not None and view.claim.guesses is not None:
        return guessed(view.claim.guesses)
    if not view.tally and view.voted is None:
        return ""
    from facilitator.pictures import result_words  # noqa: PLC0415  drawing costs 40 ms

    if view.voted is None:
        said = result_words.tally_sentences(view.tally, compared=view.compared)
    elif view.voted.dots:
        said = result_words.dot_sentences(view.voted.dots)
    else:
        said = result_words.ranking_sentences(view.voted.ranking, view.voted.orders)
    return " ".join(said)


def group(heading: ShownGroup | None) -> str:
    """What stands above answers that belong together, or above those that are in no group."""
    if heading is None:
        return _("Further")
    return one_line(heading.name) or _("Group {number}").format(number=heading.number)


def silence(minutes: int, left: int) -> tuple[str, str]:
    """What is said while it is quiet, and how long that still lasts."""
    if left <= 0:
        return ngettext("The minute is over.", "The {count} minutes are over.", minutes).format(count=minutes), ""
    if left <= 10:
        still = _("almost over")
    elif left <= 30:
        still = _("half a minute left")
    else:
        count = -(-left // 60)
        still = ngettext("{count} minute left", "{count} minutes left", count).format(count=count)
    return _("It is quiet for a moment. Write for yourself."), still


def one_line(text: str) -> str:
    """A text without line ends and double blanks."""
    return " ".join(text.split())


def window_title() -> str:
    """What the system may call the window: no word of the session."""
    return _("Audience screen")


def spoken(view: AudienceView) -> str:
    """What a screen reader is told about the window: where we are, and what was counted; nobody's words."""
    bar = view.bar
    if bar is None:
        return window_title()
    where = _("{name}: step {number} of {total}").format(
        name=window_title(), number=bar.current + 1, total=len(bar.minutes)
    )
    counted = results(view)
    return f"{where}. {counted}" if counted else where
