"""What a good file becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.content.library import CARD_FILES, CASE_FILES, SCRIPT_FILES
from facilitator.content.writing import as_text
from facilitator.core.casus import (
    Level,
    Occurrence,
    Person,
    PersonKind,
    Phase,
    Relation,
    RelationKind,
    RoleCard,
    Sex,
    Weighing,
)
from facilitator.core.script import (
    Answering,
    CaseNeeds,
    Form,
    Preparation,
    Question,
    Reveal,
    Source,
    StepKind,
    Tells,
    Way,
)
from tests.content.samples import SCALES, card, case, read_good, read_one, script, telling


def test_a_script_with_all_its_fields(tmp_path: Path) -> None:
    found = read_good(SCRIPT_FILES, tmp_path / "goed.yaml", script())
    assert (found.id, found.form, found.group_min, found.group_max) == ("het-gesprek", Form.HET_GESPREK, 4, 16)
    assert found.preparation == Preparation(room="Een kring", materials=("Stiften",))
    assert found.house_rules == ("Wat hier gezegd wordt, blijft hier.",)
    assert found.sources == (Source("Het Gesprek (2020)", "https://voorbeeld.nl/het-gesprek"),)
    assert (found.minutes, found.minimum_minutes) == (30, 30)


def test_a_script_may_have_words_of_its_own_about_confidentiality(tmp_path: Path) -> None:
    own = script().replace(
        "house_rules:", "confidentiality: Wij praten buiten niet over wat hier gezegd is.\nhouse_rules:"
    )
    found = read_good(SCRIPT_FILES, tmp_path / "goed.yaml", own)
    assert found.confidentiality == "Wij praten buiten niet over wat hier gezegd is."
    assert read_good(SCRIPT_FILES, tmp_path / "goed.yaml", script()).confidentiality == ""


def test_a_script_may_be_for_those_who_work_somewhere(tmp_path: Path) -> None:
    some = script().replace("group:", "roles:\n  - politie\ngroup:")
    assert read_good(SCRIPT_FILES, tmp_path / "goed.yaml", some).roles == ("politie",)
    assert read_good(SCRIPT_FILES, tmp_path / "goed.yaml", script()).roles == ()


def test_a_card_may_belong_to_phases_and_to_steps_of_the_meldcode(tmp_path: Path) -> None:
    placed = card().replace("summary:", "phases:\n  - herstel\nmeldcode_steps:\n  - 2\n  - 3\nsummary:", 1)
    found = read_good(CARD_FILES, tmp_path / "goed.yaml", placed)
    assert (found.phases, found.steps) == ((Phase.RECOVERY,), (2, 3))
    written = as_text(CARD_FILES.declare(), found)
    assert read_good(CARD_FILES, tmp_path / "weer.yaml", written) == found
    bare = read_good(CARD_FILES, tmp_path / "goed.yaml", card())
    assert (bare.phases, bare.steps) == ((), ())


def test_a_card_may_say_how_people_ask_for_it(tmp_path: Path) -> None:
    asks = "asked:\n  - hij staat elke avond voor haar deur, mag dat\n" + "  - Wat kost dat, u weet wel?\n" * 39
    found = read_good(CARD_FILES, tmp_path / "goed.yaml", card().replace("read_on:", f"{asks}read_on:", 1))
    assert found.asked[0] == "hij staat elke avond voor haar deur, mag dat"
    assert len(found.asked) == 40
    written = as_text(CARD_FILES.declare(), found)
    assert read_good(CARD_FILES, tmp_path / "weer.yaml", written) == found
    assert read_good(CARD_FILES, tmp_path / "goed.yaml", card()).asked == ()


def test_the_steps_of_a_script(tmp_path: Path) -> None:
    welcome, choose = read_good(SCRIPT_FILES, tmp_path / "goed.yaml", script()).steps
    assert (welcome.kind, welcome.protected, welcome.audience_text) == (StepKind.WELCOME, True, "Fijn dat je er bent.")
    assert (welcome.answering, welcome.reveal) == (Answering.NONE, Reveal.ON_REVEAL)
    assert welcome.guidance.say == ("Welkom allemaal.",)
    assert (choose.answering, choose.reveal, choose.choices) == (Answering.CHOICE, Reveal.AT_ONCE, ("Ja", "Nee"))
    assert choose.questions[0] == Question("waarom", "Waarom kies je dat?", "huisarts")
    assert choose.questions[1].role == ""
    assert (choose.cards, choose.follow_up) == (("vijf-stappen",), ("En dan?",))


def test_a_case_with_all_its_fields(tmp_path: Path) -> None:
    found = read_good(CASE_FILES, tmp_path / "goed.yaml", case())
    assert (found.level, found.minutes, found.themes) == (Level.BASIC, 45, ("kind als getuige",))
    assert found.persons[0] == Person("sem", "Sem", PersonKind.FAMILY, Sex.MALE, 8)
    assert (found.persons[1].sex, found.persons[1].age) == (Sex.UNKNOWN, None)
    assert found.relations == (Relation("moeder", "sem", RelationKind.PARENT, since="begin"),)
    assert found.timeline == (Occurrence("In de herfst", "Sem wordt stil.", "begin"),)
    assert found.roles == ("leerkracht",)


def test_who_somebody_is_who_takes_a_role(tmp_path: Path) -> None:
    cards = "role_cards:\n  - role: leerkracht\n    about: Je hebt groep 5.\naftercare:"
    found = read_good(CASE_FILES, tmp_path / "goed.yaml", case("aftercare:", cards))
    assert found.role_card("leerkracht") == RoleCard("leerkracht", "Je hebt groep 5.")
    assert found.role_card("huisarts") == RoleCard("huisarts")


def test_what_a_script_asks_of_a_case(tmp_path: Path) -> None:
    needs = "needs:\n  phases: [herstel]\n  moments: 2\n  roles: 3\n  weighing: true\n  turning_points: false\nsteps:"
    found = read_good(SCRIPT_FILES, tmp_path / "goed.yaml", script("steps:", needs))
    assert found.needs == CaseNeeds((Phase.RECOVERY,), 2, 3, weighing=True)


def test_a_step_that_compares_with_an_earlier_scale(tmp_path: Path) -> None:
    first, second = read_good(SCRIPT_FILES, tmp_path / "goed.yaml", SCALES).steps[1:3]
    assert (first.scale_low, first.scale_high, first.way) == ("weinig", "veel", Way.SILENT)
    assert (second.compare_with, second.answering) == ("voor", Answering.SCALE)


def test_a_step_that_divides_dots_after_a_silence(tmp_path: Path) -> None:
    text = script("how: choice", "how: dots\n      dots: 4").replace(
        "kind: choice", "kind: choice\n    silent_minutes: 2"
    )
    step = read_good(SCRIPT_FILES, tmp_path / "goed.yaml", text).steps[1]
    assert (step.answering, step.dots, step.choices, step.silent_minutes) == (Answering.DOTS, 4, ("Ja", "Nee"), 2)


def test_options_may_be_what_the_group_proposes(tmp_path: Path) -> None:
    bare = script("      choices:\n        - Ja\n        - Nee\n").replace("how: choice", "how: ranking")
    step = read_good(SCRIPT_FILES, tmp_path / "goed.yaml", bare).steps[1]
    assert (step.answering, step.choices, step.dots, step.silent_minutes) == (Answering.RANKING, (), 3, 0)


TOLD = [
    ("tells: first", "tells: rest", (Tells.FIRST, Tells.REST), (None, None)),
    ("phase: herstel", "phase: directe-veiligheid", (Tells.ALL, Tells.ALL), (Phase.RECOVERY, Phase.DIRECT_SAFETY)),
]


@pytest.mark.parametrize(("one", "other", "tells", "phases"), TOLD)
def test_two_steps_may_each_tell_a_part_of_the_case(
    tmp_path: Path, one: str, other: str, tells: tuple[Tells, ...], phases: tuple[Phase | None, ...]
) -> None:
    steps = read_good(SCRIPT_FILES, tmp_path / "goed.yaml", telling(one, other)).steps
    assert (tuple(s.tells for s in steps), tuple(s.phase for s in steps)) == (tells, phases)


def test_a_person_who_died_and_is_known_from_a_moment(tmp_path: Path) -> None:
    told = case("    age: 8\n", "    age: 8\n    since: later\n    deceased: true\n")
    sem, moeder = read_good(CASE_FILES, tmp_path / "goed.yaml", told).persons
    assert (sem.since, sem.deceased) == ("later", True)
    assert (moeder.since, moeder.deceased) == (None, False)


def test_the_moments_of_a_case(tmp_path: Path) -> None:
    first, last = read_good(CASE_FILES, tmp_path / "goed.yaml", case()).moments
    assert (first.phase, first.meldcode_step) == (Phase.DIRECT_SAFETY, 1)
    assert first.weighing == (Weighing(1, ("Er zijn signalen.",), ()),)
    assert first.guidance.do == ("Lees voor.",)
    assert (last.roles, last.questions, last.meldcode_step, last.weighing) == ((), (), None, ())


def test_texts_stay_what_was_typed(tmp_path: Path) -> None:
    for typed in ("NO", "12:30", "1.10", "0123", "~", "null", "2019-12-17", "1e3", "0x1F", "yes", "=cmd"):
        found = read_good(SCRIPT_FILES, tmp_path / "goed.yaml", script("title: Het Gesprek", f"title: {typed}"))
        assert found.title == typed


def test_markup_quotes_emoji_and_right_to_left_text_stay(tmp_path: Path) -> None:
    for typed in ("<i>x</i> & <kind>", "«zei» ‘ze’ 👩‍👧", "שלום עולם", "x" * 5_000):
        found = read_good(SCRIPT_FILES, tmp_path / "goed.yaml", script("title: Het Gesprek", f'title: "{typed}"'))
        assert found.title == typed


def test_texts_are_cleaned(tmp_path: Path) -> None:
    found = read_good(SCRIPT_FILES, tmp_path / "goed.yaml", script("Het Gesprek\n", '"a\\0b \\x85 cafe\\u0301"\n'))
    assert found.title == "a\ufffdb \ufffd caf\u00e9"


def test_long_texts_keep_their_lines_and_titles_do_not(tmp_path: Path) -> None:
    data = script("Elkaar leren kennen", "|\n  Een.\n\n  - Twee.\n").replace("Iedereen in de keten", "'a\n\n  b'")
    found = read_good(SCRIPT_FILES, tmp_path / "goed.yaml", data)
    assert (found.goal, found.for_whom) == ("Een.\n\n- Twee.", "a\nb")


def test_a_scale_may_have_words(tmp_path: Path) -> None:
    found = read_good(SCRIPT_FILES, tmp_path / "goed.yaml", script("how: choice", "how: scale"))
    assert found.steps[1].answering is Answering.SCALE


def test_windows_line_ends_and_a_bom_are_fine(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + script().replace("\n", "\r\n").encode()
    assert read_good(SCRIPT_FILES, tmp_path / "goed.yaml", data).title == "Het Gesprek"


QUIZ = """\
      - id: wat
        text: Wat kies je?
        options:
          - text: Bellen
            because: Dan hoor je het.
            right: true
          - text: Wachten
            because: Wachten maakt niets veiliger.
"""


def test_a_question_with_answers_that_are_explained(tmp_path: Path) -> None:
    asked = (
        read_good(SCRIPT_FILES, tmp_path / "goed.yaml", script("      - id: wat\n        text: Wat kies je?\n", QUIZ))
        .steps[1]
        .questions[1]
    )
    assert [(option.text, option.right) for option in asked.options] == [("Bellen", True), ("Wachten", False)]
    assert asked.options[1].because == "Wachten maakt niets veiliger."


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("            right: true\n", "", "none of these answers is right"),
        ("right: true", "right: false", "none of these answers is right"),
        ("          - text: Wachten\n            because: Wachten maakt niets veiliger.\n", "", "there is one answer"),
    ],
)
def test_answers_that_cannot_be_right(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in QUIZ
    text = script("      - id: wat\n        text: Wat kies je?\n", QUIZ.replace(old, new))
    (problem,) = read_one(SCRIPT_FILES, tmp_path / "fout.yaml", text).problems
    assert told in problem.what


def test_minutes_that_add_up(tmp_path: Path) -> None:
    told = script("form: het-gesprek\n", "form: het-gesprek\nminutes: 30\n")
    assert read_good(SCRIPT_FILES, tmp_path / "goed.yaml", told).minutes == 30


def test_minutes_that_do_not_add_up(tmp_path: Path) -> None:
    text = script("form: het-gesprek\n", "form: het-gesprek\nminutes: 45\n")
    (problem,) = read_one(SCRIPT_FILES, tmp_path / "fout.yaml", text).problems
    assert (problem.line, "45" in problem.what, "30" in problem.what) == (4, True, True)


def test_minutes_are_not_counted_while_a_step_cannot_be_read(tmp_path: Path) -> None:
    text = script("form: het-gesprek\n", "form: het-gesprek\nminutes: 45\n").replace(
        "minutes: 20\n", "minutes: lang\n", 1
    )
    assert len(read_one(SCRIPT_FILES, tmp_path / "fout.yaml", text).problems) == 1
