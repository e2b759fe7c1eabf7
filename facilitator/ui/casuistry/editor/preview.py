"""What the room would see of what is being written, made from the tree as it is: also while it is not complete."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from facilitator.core.audience import AudienceView, Scene
from facilitator.core.case_view import ShownDecision
from facilitator.core.script import Form, Way
from facilitator.core.vocabulary import Phase
from facilitator.ui.casuistry.editor.tree import Path, Plain, at, items_at, text_at


def room_view(tree: Plain, path: Path) -> AudienceView | None:
    """Give what the room sees at the moment or step that a path leads to; None where it sees nothing of it.

    A knowledge card has neither: the room sees its claim or its title, and what it comes down to.
    """
    if isinstance(tree, Mapping) and not {"moments", "persons", "steps"} & tree.keys():
        return _card(tree)
    index = path[1] if len(path) > 1 else None
    if not isinstance(index, int) or not isinstance(at(tree, path[:2]), Mapping):
        return None
    if path[0] == "moments":
        return _moment(tree, index, path[2:])
    return _step(tree, index, path[2:]) if path[0] == "steps" else None


def _moment(tree: Plain, index: int, rest: Path) -> AudienceView:
    moment = items_at(tree, ("moments",))[index]
    return AudienceView(
        Scene.PAGE,
        Form.LEERBIJEENKOMST,
        "",
        case_title=text_at(tree, ("title",)) or " ",
        title=text_at(moment, ("title",)),
        text=text_at(moment, ("audience",)),
        question=_question(moment, rest),
        page=index,
        pages=len(items_at(tree, ("moments",))),
        decision=_decision(moment),
    )


def _card(tree: Plain) -> AudienceView:
    title = text_at(tree, ("fact_check", "claim")) or text_at(tree, ("title",))
    text = text_at(tree, ("fact_check", "may_say")) or text_at(tree, ("summary",))
    return AudienceView(Scene.PAGE, Form.LEERBIJEENKOMST, "", title=title, text=text)


def _step(tree: Plain, index: int, rest: Path) -> AudienceView:
    step = items_at(tree, ("steps",))[index]
    return AudienceView(
        Scene.PAGE,
        _form(text_at(tree, ("form",))),
        "",
        title=text_at(step, ("audience", "title")),
        text=text_at(step, ("audience", "text")),
        question=_question(step, rest),
        way=_way(text_at(step, ("way",))),
        scale=(text_at(step, ("scale_low",)), text_at(step, ("scale_high",))),
    )


def _question(record: Plain, rest: Path) -> str:
    """The guiding question that is being written, or else the first one."""
    index = rest[1] if len(rest) > 1 and rest[0] == "questions" else 0
    return text_at(record, ("questions", index, "text"))


def _decision(moment: Plain) -> ShownDecision | None:
    number = text_at(moment, ("meldcode_step",))
    step = int(number) if number in {"1", "2", "3", "4", "5"} else None
    with suppress(ValueError):
        return ShownDecision(Phase(text_at(moment, ("phase",))), step, None, None, "")
    return None


def _form(text: str) -> Form:
    with suppress(ValueError):
        return Form(text)
    return Form.LEERBIJEENKOMST


def _way(text: str) -> Way:
    with suppress(ValueError):
        return Way(text)
    return Way.TOGETHER
