"""What a script, case, card, model of agreements or frustration must have before it comes with the program.

An author's own may lack it: a case of two moments can be played. The limits are what we ask of ourselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitator.content.figures import without_source
from facilitator.content.library import FileKind, Reading
from facilitator.content.problem import Problem
from facilitator.content.yaml_tree import Mapping, Node, Scalar, Sequence
from facilitator.core.card import Card, ReadOn
from facilitator.core.casus import Case
from facilitator.core.script import Answering, Script, StepKind
from facilitator.core.workplace import Workplace
from facilitator.words import _

LEAST_WORDS = 900
MOMENTS = range(3, 6)
MINUTES = range(45, 61)
LEAST_ROLES = 4
ROLES = tuple(place.value for place in Workplace)
"""Where somebody works: the roles that a card or a script can be for."""
ASKED = (
    "Doen we wat nodig is?",
    "Zijn de effecten zichtbaar en meetbaar?",
    "Helpt het de professional en het huishouden direct?",
    "Wat neem jij morgen mee?",
)
"""What every evaluation asks, in these words: sessions can be laid side by side only where the same was asked."""


def lacking(kind: FileKind[Any], reading: Reading[Any]) -> Iterator[Problem]:
    """Give what a file lacks; of a file that could not be read all was told."""
    if reading.value is None or reading.tree is None or not isinstance(reading.tree.root, Mapping):
        return
    root = reading.tree.root
    found: Iterator[tuple[Node, str, str]]
    match reading.value:
        case Script() as script:
            found = _script(root, script)
        case Case() as case:
            found = _case(root, case, words_of(kind, root))
        case Card() as card:
            found = _card(kind, root, card)
        case other:  # a model of agreements, or a frustration
            found = _read_on(root, other.read_on)
    for node, what, fix in found:
        yield Problem(reading.path, node.line, what, fix, node.path)


def words_of(kind: FileKind[Any], root: Node) -> int:
    """Count the words of all texts of a file, without the names of its sources."""
    return sum(len(scalar.text.split()) for text, scalar in kind.declare().texts(root) if not text.foreign)


def _script(root: Mapping, script: Script) -> Iterator[tuple[Node, str, str]]:
    if not root.records("sources"):
        yield root, _("no source is named"), _("Say under 'sources' where facts and ways of working come from")
    if "minutes" not in root.entries:
        yield (
            root,
            _("'{name}' is missing").format(name="minutes"),
            _("Say how long it takes, so that the steps are held against it"),
        )
    yield from _roles(root)
    yield from _evaluation(root, script)


def _roles(root: Mapping) -> Iterator[tuple[Node, str, str]]:
    entry = root.entries.get("roles")
    for item in entry.node.items if entry is not None and isinstance(entry.node, Sequence) else ():
        if isinstance(item, Scalar) and item.text not in ROLES:
            what = _("'{role}' is no role that a card or a script can be for").format(role=item.text)
            yield item, what, _("Choose from: {words}").format(words=", ".join(ROLES))


def _for_whom(root: Mapping, card: Card) -> Iterator[tuple[Node, str, str]]:
    """A card says for whom it is, or on purpose that it is for everyone."""
    yield from _roles(root)
    if not card.roles and not card.for_everyone:
        what = _("it does not say for whom it is")
        yield root, what, _("Name them under 'roles', or say 'for_everyone: true'")
    elif card.roles and card.for_everyone:
        what = _("it names roles and says that it is for everyone")
        yield root, what, _("Leave one of the two out")


def _evaluation(root: Mapping, script: Script) -> Iterator[tuple[Node, str, str]]:
    """Hold the evaluation to what is asked everywhere, and marks in it to what there was before."""
    nodes = zip(root.records("steps"), script.steps, strict=True)
    steps = [(node, step) for node, step in nodes if step.kind is StepKind.EVALUATION]
    if not steps:
        yield root, _("no step evaluates"), _("Add a step of 'kind: evaluation'")
        return
    asked = {question.text for _node, step in steps for question in step.questions}
    for text in ASKED:
        if text not in asked:
            what = _("the evaluation does not ask: {question}").format(question=text)
            yield steps[-1][0], what, _("Add it under 'questions', in these words")
    for node, step in steps:
        if step.answering is Answering.SCALE and step.compare_with is None:
            what = _("these marks are compared with none of before")
            yield node, what, _("Ask for them earlier too, and name that step in 'compare_with'")


def _case(root: Mapping, case: Case, words: int) -> Iterator[tuple[Node, str, str]]:
    sizes = (
        (words >= LEAST_WORDS, _("it has {count} words"), words, _("Make it at least {low}"), LEAST_WORDS, 0),
        (
            len(case.moments) in MOMENTS,
            _("it has {count} moments"),
            len(case.moments),
            _("Make it {low} to {high}"),
            MOMENTS[0],
            MOMENTS[-1],
        ),
        (
            case.minutes in MINUTES,
            _("it takes {count} minutes"),
            case.minutes,
            _("Make it {low} to {high}"),
            MINUTES[0],
            MINUTES[-1],
        ),
        (
            len(case.roles) >= LEAST_ROLES,
            _("it has {count} roles"),
            len(case.roles),
            _("Make it at least {low}"),
            LEAST_ROLES,
            0,
        ),
    )
    for right, what, count, fix, low, high in sizes:
        if not right:
            yield root, what.format(count=count), fix.format(low=low, high=high)
    if not case.sources:
        yield root, _("no source is named"), _("Say under 'sources' where facts and ways of working come from")
    yield from _moments(root, case)


def _moments(root: Mapping, case: Case) -> Iterator[tuple[Node, str, str]]:
    for node, moment in zip(root.records("moments"), case.moments, strict=True):
        if not moment.turning_points:
            yield node, _("this moment has no turning point"), _("Say where it could have gone another way")
        silent = sorted(set(case.roles) - {known.role for known in moment.roles})
        if silent:
            what = _("at this moment these roles know nothing: {roles}").format(roles=", ".join(silent))
            yield node, what, _("Give every role something to know at every moment")
        for asked in node.records("questions"):
            role = asked.scalar("role")
            if role is not None and role.text not in case.roles:
                what = _("'{role}' is no role of this case").format(role=role.text)
                yield role, what, _("Name a role that knows something, or leave 'role' out")


def _read_on(root: Mapping, pages: tuple[ReadOn, ...]) -> Iterator[tuple[Node, str, str]]:
    """What a text says can be looked up, by everyone."""
    for node, page in zip(root.records("read_on"), pages, strict=True):
        if not page.address:
            yield node, _("this source has no web address"), _("Add 'address:' with the page where it can be read")
    if not pages:
        yield root, _("no source is named"), _("Say under 'read_on' where its facts come from")


def _card(kind: FileKind[Any], root: Mapping, card: Card) -> Iterator[tuple[Node, str, str]]:
    for node, figure in zip(root.records("figures"), card.figures, strict=True):
        if figure.look_again is None:
            yield node, _("this figure has no day to look again"), _("Add 'look_again:' with a day")
    yield from _read_on(root, card.read_on)
    yield from _for_whom(root, card)
    for scalar, number in without_source(kind, root, card):
        what = _("'{number}' stands in no figure of this card").format(number=number)
        yield scalar, what, _("Add it under 'figures' with its year and source, or leave it out")
