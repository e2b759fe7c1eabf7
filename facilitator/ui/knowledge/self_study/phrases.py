"""How far somebody is, in words."""

from __future__ import annotations

from facilitator.core.script import Script
from facilitator.core.self_study import Study, finished_on, has_changed, progress
from facilitator.ui.dates import long_day
from facilitator.words import _, ngettext


def short_title(title: str) -> str:
    """Leave out that it is self-study: all here are."""
    kind = _("Self-study")
    own = title.removeprefix(f"{kind}: ")
    return own[:1].upper() + own[1:]


def minutes_words(minutes: int) -> str:
    """`30 minuten`."""
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def learner_words(learner: str) -> str:
    """Who learns."""
    return learner or _("Only on this laptop")


def unread_words(unreadable: int, *, read: bool) -> str:
    """What the list cannot tell of how far people are; empty when it tells all."""
    if not read:
        return _("How far you are could not be read now. You can learn all the same.")
    if not unreadable:
        return ""
    return ngettext(
        "How far somebody is in {count} module could not be read. What is kept of it stays as it is.",
        "How far people are in {count} modules could not be read. What is kept of it stays as it is.",
        unreadable,
    ).format(count=unreadable)


def where_words(study: Study, module: Script) -> str:
    """`Stap 3 van 8, nog 5 na deze`."""
    far = progress(study, module)
    if far.at == 0:
        return ngettext("{count} step", "{count} steps", far.of).format(count=far.of)
    if far.at > far.of:
        return _("After the last step")
    left = far.of - far.at
    step = _("Step {number} of {of}").format(number=far.at, of=far.of)
    if not left:
        return _("{step}, the last one").format(step=step)
    return ngettext("{step}, {count} more after this", "{step}, {count} more after this", left).format(
        step=step, count=left
    )


def progress_words(study: Study | None, module: Script) -> str:
    """How far somebody is in a module, for the list."""
    if study is None:
        return _("not begun")
    done, far = finished_on(study), progress(study, module)
    said = [] if done is None else [_("done on {day}").format(day=long_day(done))]
    if study.complete:
        return said[0]
    begun = bool(study.gone or study.tried or study.noted or far.at)
    if begun and not far.at:
        said.append(_("{done} of {of} steps done").format(done=far.done, of=far.of))
    elif begun:
        said.append(_("step {number} of {of}").format(number=min(far.at, far.of), of=far.of))
    elif done is None:
        said.append(_("not begun"))
    if any(has_changed(study, step) for step in module.steps):
        said.append(_("the module has changed since"))
    return " · ".join(said)
