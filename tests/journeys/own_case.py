"""A case that a user writes from nothing in the editor, by keyboard: three moments, three roles, three persons."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from facilitator.storage.library.records import ItemKind
from facilitator.ui.casuistry.editor.page import EditorPage
from tests.journeys.conftest import Facilitator
from tests.journeys.writing import (
    ALT,
    add_to,
    fill,
    fill_all,
    go_to_part,
    open_library,
    press,
    write_new,
)

TITLE = "De achterdeur op slot"
ROLES = ("Leerkracht", "Wijkagent", "Medewerker Veilig Thuis")


@dataclass(frozen=True)
class Told:
    """A moment as its author types it; `knows` in the order of the roles."""

    title: str
    audience: str
    knows: tuple[str, str, str]
    phase: str
    step: str


FIRST = Told(
    "Een natte jas",
    "Een jongen staat om zeven uur al op het plein. Zijn jas is nat.",
    (
        "Hij vroeg of de school zondag open is.",
        "Er kwam een belletje over geschreeuw.",
        "Nog geen melding.",
    ),
    "Directe veiligheid",
    "stap 1",
)
SECOND = Told(
    "Een briefje in de tas",
    "In zijn tas zit een briefje van zijn moeder. Ze vraagt of hij mag blijven eten.",
    ("Op de achterkant staat niet bellen.", "De buurman zag een kapotte ruit.", "Een huisarts vroeg om advies."),
    "Directe veiligheid",
    "stap 2",
)
LAST = Told(
    "De sleutel ligt terug",
    "De achterdeur gaat weer open. Het plan ligt op tafel.",
    ("Hij lacht weer in de kring.", "Het slot is door de politie gemeld.", "Het plan wordt na drie maanden bekeken."),
    "Stabiele veiligheid",
    "stap 5",
)
MOMENTS = (FIRST, SECOND, LAST)
HAPPENED = ("Hij loopt om zes uur de straat uit.", "Het briefje wordt gevonden.", "De sleutel komt terug.")
POINT = "De school belde niet terug"
"""What could have gone another way at the second moment, as the author puts it."""


def write_case(one: Facilitator) -> EditorPage:
    """Write all of it. The last two moments are begun in the wrong order, and put right."""
    editor = write_new(one, open_library(one), ItemKind.CASE)
    fill_all(one, editor, (), {"title": TITLE, "themes": "zelf geschreven", "minutes": "45"})
    fill_all(one, editor, (), {"learning_goals": "Je vraagt door.", "aftercare": "Sta samen even stil."})
    _write_persons(one, editor)
    for index, told in ((0, FIRST), (1, LAST), (2, SECOND)):
        _write_moment(one, editor, index, told)
    move_up(one, editor, 2)
    _write_weighing(one, editor)
    _write_relations(one, editor)
    _write_timeline(one, editor)
    return editor


def move_up(one: Facilitator, editor: EditorPage, index: int) -> None:
    """Move a moment up with Alt and the arrow."""
    go_to_part(one, editor, ("moments", index))
    one.press(Qt.Key.Key_Up, ALT)
    assert editor.outline.here == ("moments", index - 1)


def _write_persons(one: Facilitator, editor: EditorPage) -> None:
    go_to_part(one, editor, ("persons",))
    fill_all(one, editor, ("persons", 0), {"name": "de jongen", "sex": "man", "age": "9"})
    for index, name, sex in ((1, "zijn moeder", "vrouw"), (2, "haar vriend", "man")):
        add_to(one, editor, ("persons",))
        fill_all(one, editor, ("persons", index), {"name": name, "sex": sex})


def _write_moment(one: Facilitator, editor: EditorPage, index: int, told: Told) -> None:
    go_to_part(one, editor, ("moments", max(0, index - 1)))
    if index:
        press(one, editor.outline.add)
    at = ("moments", index)
    fill_all(one, editor, at, {"title": told.title, "audience": told.audience})
    for number, (role, knows) in enumerate(zip(ROLES, told.knows, strict=True)):
        add_to(one, editor, (*at, "roles"))
        fill_all(one, editor, (*at, "roles", number), {"role": role, "knows": knows})
    add_to(one, editor, (*at, "facilitator", "say"))
    fill(one, editor, (*at, "facilitator", "say", 0), f"Alleen voor jou bij {told.title.lower()}")
    add_to(one, editor, (*at, "questions"))
    fill(one, editor, (*at, "questions", 0, "text"), f"Wat doe jij bij {told.title.lower()}?")
    fill_all(one, editor, at, {"phase": told.phase, "meldcode_step": told.step})


def _write_weighing(one: Facilitator, editor: EditorPage) -> None:
    """At the second moment: a turning point, and what speaks for acute unsafety."""
    at = ("moments", 1)
    go_to_part(one, editor, at)
    add_to(one, editor, (*at, "weighing"))
    fill(one, editor, (*at, "weighing", 0, "question"), "2 · Veiligheid")
    add_to(one, editor, (*at, "weighing", 0, "for"))
    fill(one, editor, (*at, "weighing", 0, "for", 0), "Hij slaapt buiten.")
    add_to(one, editor, (*at, "turning_points"))
    fill(one, editor, (*at, "turning_points", 0), POINT)


def _write_relations(one: Facilitator, editor: EditorPage) -> None:
    """One relation is drawn beside the picture, the others are written in the form."""
    go_to_part(one, editor, ("relations",))
    drawing = editor.pictures
    for field, text in ((drawing.one, "zijn moeder"), (drawing.relation, "ouder van"), (drawing.other, "de jongen")):
        one.go_to(field)
        while field.currentText() != text:
            one.press(Qt.Key.Key_Down)
    press(one, drawing.draw)
    for index, other, kind in (
        (1, "haar vriend", "partner van"),
        (2, "haar vriend", "geweld (niet bekend door wie) met"),
    ):
        add_to(one, editor, ("relations",))
        values = {"one": "zijn moeder", "other": other, "kind": kind}
        fill_all(one, editor, ("relations", index), values | ({"since": SECOND.title} if index == 2 else {}))


def _write_timeline(one: Facilitator, editor: EditorPage) -> None:
    go_to_part(one, editor, ("timeline",))
    for index, (told, what) in enumerate(zip(MOMENTS, HAPPENED, strict=True)):
        add_to(one, editor, ("timeline",))
        values = {"when": f"week {index + 1}", "what": what, "moment": told.title}
        fill_all(one, editor, ("timeline", index), values)
