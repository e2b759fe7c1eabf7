"""Scripts and cases as the library finds them: their words, each with the name of the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.core.casus import Case, Moment
from facilitator.core.script import Guidance, Question, Script, Step
from facilitator.storage.library.records import Facets, Indexed, ItemKey, ItemKind, Part, Weight
from facilitator.words import _


def findable_case(case: Case) -> Indexed:
    """Give a case as the library finds it."""
    phases = dict.fromkeys(moment.phase.value for moment in case.moments)
    facets = Facets(case.themes, case.roles, tuple(phases), case.level.value, "", case.minutes)
    parts = (
        Part(_("Title"), Weight.TITLE, case.title),
        _part(_("Themes"), case.themes, Weight.HEAD),
        _part(_("Roles"), case.roles, Weight.HEAD),
        _part(_("Summary"), (case.summary,)),
        _part(_("Learning goals"), case.learning_goals),
        _part(_("Persons"), (f"{person.name}. {person.about}" for person in case.persons)),
        _part(_("Relations"), (relation.label for relation in case.relations)),
        _part(_("Timeline"), (f"{line.when}: {line.what}" for line in case.timeline)),
        *(Part(moment.title, Weight.TEXT, _joined(_moment(moment))) for moment in case.moments),
        _part(_("Aftercare"), (case.aftercare,)),
        _part(_("Sources"), (source.title for source in case.sources)),
    )
    return Indexed(ItemKey(ItemKind.CASE, case.id), case.title, _filled(parts), facets)


def findable_script(script: Script) -> Indexed:
    """Give a script as the library finds it. The roles are those of its questions."""
    roles = dict.fromkeys(question.role for step in script.steps for question in step.questions if question.role)
    facets = Facets(roles=tuple(roles), form=script.form.value, minutes=script.minutes)
    preparation = script.preparation
    parts = (
        Part(_("Title"), Weight.TITLE, script.title),
        _part(_("For whom"), (script.for_whom,), Weight.HEAD),
        _part(_("Goal"), (script.goal,)),
        _part(
            _("Preparation"),
            (preparation.room, *preparation.materials, preparation.invitation, *preparation.checklist),
        ),
        _part(_("House rules"), script.house_rules),
        *(Part(step.title, Weight.TEXT, _joined(_step(step))) for step in script.steps),
        _part(_("Sources"), (source.title for source in script.sources)),
    )
    return Indexed(ItemKey(ItemKind.SCRIPT, script.id), script.title, _filled(parts), facets)


def _moment(moment: Moment) -> Iterator[str]:
    yield moment.title
    yield moment.audience_text
    yield from (f"{known.role}: {known.knows}" for known in moment.roles)
    yield from _guidance(moment.guidance)
    yield from _questions(moment.questions)
    yield from (text for weighing in moment.weighing for text in (*weighing.speaks_for, *weighing.speaks_against))
    yield from moment.turning_points
    yield from moment.goes_wrong


def _step(step: Step) -> Iterator[str]:
    yield from (step.title, step.audience_title, step.audience_text)
    yield from _guidance(step.guidance)
    yield from _questions(step.questions)
    yield from step.choices
    yield from step.follow_up


def _guidance(guidance: Guidance) -> Iterator[str]:
    for texts in (guidance.say, guidance.ask, guidance.do, guidance.watch):
        yield from texts


def _questions(questions: Iterable[Question]) -> Iterator[str]:
    return (f"{question.role}: {question.text}" if question.role else question.text for question in questions)


def _part(name: str, texts: Iterable[str], weight: Weight = Weight.TEXT) -> Part:
    return Part(name, weight, _joined(texts))


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(text.strip() for text in texts if text.strip())


def _filled(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.text)
