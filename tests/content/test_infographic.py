"""The infographic names figures and sentences of cards: what is not there, or cannot be drawn, is told by line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitator.content.check import check, infographics, read_contents
from facilitator.content.infographic import FILE, Infographic, read_infographic, words_of
from facilitator.content.locate import content_folder
from facilitator.core.card import Card, Figure, ReadOn
from facilitator.core.infographic import PanelForm
from facilitator.core.script import Source
from tests.shipped import shipped_library

TODAY = date(2026, 5, 11)
SOURCE = Source("CBS, cijfers", "https://voorbeeld.nl")
LATER = date(2027, 1, 1)


def figure(id_: str, value: str, look_again: date | None = LATER, source: Source = SOURCE) -> Figure:
    return Figure(value, 2025, "Meldingen in 2025.", source, look_again, id_)


FIGURES = (
    figure("acht", "8 procent"),
    figure("meer", "33 procent"),
    figure("tussen", "30 tot 60 procent"),
    figure("geteld", "66.000 meldingen"),
    figure("oud", "9 procent", date(2026, 5, 10)),
    figure("vaag", "veel"),
    figure("te-veel", "130 procent"),
    figure("zonder-adres", "7 procent", source=Source("CBS")),
    figure("zonder-dag", "7 procent", None),
)
CARD = Card(
    "kaart",
    "Kaart",
    ("x",),
    "Kort.",
    "**Vet** en\ngewoon.",
    (ReadOn("a", "b", "https://c.nl"),),
    TODAY,
    figures=FIGURES,
)
BARE = Card("kaal", "Kaal", ("x",), "Kort.", "Niets.", (), TODAY, figures=(figure("", "1 procent"),))


def panel(*lines: str, form: str = "stippen", title: str = "Hoe vaak?") -> str:
    head = ("  - id: een", f"    title: {title}", "    message: Zo vaak.", f"    form: {form}")
    return "\n".join(("panels:", *head, *lines)) + "\n"


def figures(*names: str, card: str = "kaart") -> tuple[str, ...]:
    named = (f"      - card: {card}\n        figure: {name}\n        label: Zoveel" for name in names)
    return ("    figures:", *named)


def rows(*said: str, card: str = "kaart") -> tuple[str, ...]:
    return ("    rows:", *(f"      - card: {card}\n        says: {text}" for text in said))


def read(tmp_path: Path, text: str) -> Infographic:
    path = tmp_path / "infographic.yaml"
    path.write_text(text, "utf-8")
    return read_infographic(path, (CARD, BARE), TODAY)


def test_a_panel_carries_all_that_is_drawn(tmp_path: Path) -> None:
    made = read(tmp_path, panel(*figures("acht", "oud")))
    (shown,) = made.panels
    assert made.problems == ()
    assert [(each.label, each.figure.value, each.past) for each in shown.figures] == [
        ("Zoveel", "8 procent", False),
        ("Zoveel", "9 procent", True),
    ]
    assert (shown.form, shown.day) == (PanelForm.DOTS, TODAY)


def test_a_number_of_a_figure_may_stand_in_a_title(tmp_path: Path) -> None:
    assert read(tmp_path, panel(*figures("acht"), title="Is het 8 procent?")).problems == ()


def test_a_sentence_of_a_card_goes_without_its_marks(tmp_path: Path) -> None:
    note = ("    note:", "      card: kaart", "      says: Kort.")
    made = read(tmp_path, panel(*rows("Vet en gewoon."), *note, form="rijen"))
    assert made.problems == ()
    assert (made.panels[0].rows[0].text, made.panels[0].rows[0].card) == ("Vet en gewoon.", "Kaart")
    assert made.panels[0].note == "Kort."
    assert words_of(CARD) == "Kort. Vet en gewoon."


def test_a_figure_past_its_day_is_no_problem_and_is_told_with_its_line(tmp_path: Path) -> None:
    (told,) = read(tmp_path, panel(*figures("oud"))).past
    assert (told.line, told.path) == (7, ("panels", 0, "figures", 0))
    assert "'9 procent' is past its day" in told.what
    assert "'kaart'" in told.fix


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (panel(*figures("acht", card="kart")), 7, "there is no card 'kart'"),
        (panel(*figures("act")), 7, "card 'kaart' has no figure 'act'"),
        (panel(*figures("act", card="kaal")), 7, "card 'kaal' has no figure 'act'"),
        (panel(*figures("vaag")), 7, "'veel' begins with no number that can be drawn"),
        (panel(*figures("te-veel")), 7, "'130 procent' is more than the whole"),
        (panel(*figures("zonder-adres")), 7, "the source of '7 procent' has no address"),
        (panel(*figures("zonder-dag")), 7, "'7 procent' has no day to look again"),
        (panel(*figures("acht", "geteld")), 2, "shares and counts stand on no one scale"),
        (panel(*figures("acht", "tussen")), 2, "an estimate between two numbers is drawn alone"),
        (panel(*figures("acht"), title="12 van de 100"), 2, "'12' stands in no figure of this panel"),
        (panel(*rows("Dit staat er niet."), form="rijen"), 7, "card 'kaart' does not say: Dit staat er niet."),
        (panel(*rows("Kort.", card="weg"), form="rijen"), 7, "there is no card 'weg'"),
        (panel(*rows("Kort.")), 2, "'stippen' draws figures"),
        (panel(*figures("acht"), form="rijen"), 2, "'rijen' draws sentences"),
        (panel(*figures("acht", "acht", "acht")), 2, "'stippen' draws two figures at most"),
        (panel(*rows("Kort."), form="fasen"), 2, "'fasen' has 1 rows"),
        (panel(*figures("acht"), form="taart"), 5, "'form' is 'taart', which is not known"),
        ("- panels\n", 1, "'infographic.yaml' should have keys with values"),
        ("", 1, "this file is empty"),
    ],
)
def test_what_cannot_be_drawn_is_told_and_leaves_its_panel_out(tmp_path: Path, text: str, line: int, what: str) -> None:
    made = read(tmp_path, text)
    assert made.panels == ()
    assert (line, what) in [(problem.line, problem.what) for problem in made.problems]
    assert all(problem.fix for problem in made.problems)


def test_one_bad_panel_leaves_the_others_alone(tmp_path: Path) -> None:
    good = panel(*figures("acht", "meer"))
    bad = panel(*figures("weg")).replace("panels:\n", "").replace("id: een", "id: twee")
    made = read(tmp_path, good + bad)
    assert ([each.id for each in made.panels], len(made.problems)) == (["een"], 1)


def test_a_note_of_a_card_that_is_not_there(tmp_path: Path) -> None:
    note = ("    note:", "      card: weg", "      says: Kort.")
    assert "there is no card 'weg'" in [each.what for each in read(tmp_path, panel(*figures("acht"), *note)).problems]


def test_a_shipped_infographic_is_whole_and_has_every_part() -> None:
    cards = shipped_library().cards
    made = read_infographic(content_folder() / FILE, cards, date(2026, 11, 27))
    assert (made.problems, made.past) == ((), ())
    assert {panel.form for panel in made.panels} == set(PanelForm)


def test_the_check_looks_at_an_infographic_beside_its_cards(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / FILE).write_text(panel(*figures("acht")).replace("Zo vaak.", "We gaan dit even tackelen [?]."), "utf-8")
    told = [(problem.line, problem.what) for problem in check([tmp_path])]
    assert (7, "there is no card 'kaart'") in told
    assert any(line == 4 for line, _what in told)


def test_what_is_past_on_a_day_is_asked_of_what_was_read() -> None:
    (made,) = infographics(read_contents([content_folder()]), date(2099, 1, 1))
    assert len(made.past) == sum(len(panel.figures) for panel in made.panels) > 5
