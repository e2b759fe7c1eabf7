from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.people import Partner
from facilitator.core.quick_line import QuickLine, complete, complete_roles, read_line

TODAY = date(2026, 11, 17)
PARTNERS = (
    Partner("pol", "Politie"),
    Partner("vt", "Veilig Thuis"),
    Partner("wn", "Wijkteam Noord"),
    Partner("wz", "Wijkteam Zuid"),
    Partner("bs", "Basisschool De Linde"),
)


def read(line: str) -> QuickLine:
    return read_line(line, PARTNERS, TODAY)


def test_a_whole_agreement_in_one_line() -> None:
    line = read("#@Veilig Thuis vast contactpersoon doorgeven aan @school en @politie vóór 1 dec")
    assert line.is_agreement
    assert line.text == "Vast contactpersoon doorgeven aan Basisschool De Linde en Politie"
    assert (line.owner_id, line.with_ids) == ("vt", ("bs", "pol"))
    assert line.deadline == date(2026, 12, 1)


@pytest.mark.parametrize("typed", ["... en dan?", "Lukt nooit :-)", "- een streepje", "Wacht –", "..."])
def test_signs_that_join_nothing_stay(typed: str) -> None:
    assert read(typed).text == typed
    assert read(f"@pol {typed}").text.endswith(typed.lstrip("- ").capitalize())


def test_feedback_is_told_from_doing_together() -> None:
    line = read("@politie en @vei samen op huisbezoek, terugkoppeling aan @wijkteam noord, @school over 2 weken.")
    assert (line.partner_ids, line.feedback_ids) == (("pol", "vt"), ("wn", "bs"))
    assert line.text == "Samen op huisbezoek"


def test_feedback_in_the_middle_keeps_its_words() -> None:
    line = read("@pol terugkoppeling aan @vei over elk signaal")
    assert (line.text, line.feedback_ids) == ("Terugkoppeling aan Veilig Thuis over elk signaal", ("vt",))


def test_feedback_to_a_name_that_is_not_there_is_offered() -> None:
    line = read("@pol belt, terugkoppeling aan @ggd")
    assert (line.feedback_ids, line.unknown, line.text) == ((), ("ggd",), "Belt")


def test_an_answer_keeps_its_days_and_its_feedback_in_words() -> None:
    line = read_line("elke maand terugkoppeling aan @vei vóór 1 dec @pol", PARTNERS, TODAY, keep_when=True)
    assert (line.text, line.feedback_ids) == ("Elke maand terugkoppeling aan Veilig Thuis vóór 1 dec", ())


def test_an_owner_may_work_with_everyone() -> None:
    line = read("@pol maakt een lijst met @alle partners")
    assert (line.owner_id, line.with_ids, line.everyone) == ("pol", ("vt", "wn", "wz", "bs"), False)


@pytest.mark.parametrize(
    ("typed", "text", "ids"),
    [
        ("Sneller weten of het is opgepakt @pol", "Sneller weten of het is opgepakt", ("pol",)),
        ("Bellen met @pol", "Bellen met Politie", ("pol",)),
        ("@pol: bellen", "Bellen", ("pol",)),
        ("mail naar bob@politie.nl", "Mail naar bob@politie.nl", ()),
        ("@wijkteam belt", "wijkteam belt", ()),
        ("@politiek is iets anders", "politiek is iets anders", ()),
        ("@VEILIG THUIS. belt", "Belt", ("vt",)),
        ("Bel Bob?", "Bel Bob?", ()),
        ("  twee   blanks ", "Twee blanks", ()),
        ("@pol", "@pol", ("pol",)),
        ("", "", ()),
        ("<i>@pol</i> & co", "<i>Politie</i> & co", ("pol",)),
    ],
)
def test_mentions_are_found_and_the_sentence_stays_whole(typed: str, text: str, ids: tuple[str, ...]) -> None:
    line = read(typed)
    assert (line.text.lower(), line.partner_ids) == (text.lower(), ids)


def test_a_capital_carries_no_accent() -> None:
    assert read("@vei één vast gezicht").text == "Eén vast gezicht"


def test_an_unknown_name_is_offered_and_kept_in_the_text() -> None:
    line = read('@GGD en @"Stichting De Boei" komen langs')
    assert line.unknown == ("GGD", "Stichting De Boei")
    assert line.text == "GGD en Stichting De Boei komen langs"


@pytest.mark.parametrize("line", ["Bel @... morgen", '@" " belt', "Mail @. of @..", "@ belt"])
@pytest.mark.parametrize("count", [1, 3])
def test_an_at_sign_without_a_name_names_nobody(line: str, count: int) -> None:
    found = read_line(line, PARTNERS[:count], TODAY)
    assert (found.partner_ids, found.unknown) == ((), ())


def test_a_name_in_quotes_is_found_whole() -> None:
    assert read('@"veilig thuis" belt').partner_ids == ("vt",)


@pytest.mark.parametrize("everyone", ["@alle partners", "@alle", "@iedereen"])
def test_everyone_is_the_list_of_that_moment(everyone: str) -> None:
    line = read(f"{everyone} sturen een lijst elke maand")
    assert line.everyone
    assert (line.owner_id, line.with_ids) == (None, ("pol", "vt", "wn", "wz", "bs"))
    assert (line.text, line.rhythm) == ("Sturen een lijst", "elke maand")


def test_everyone_in_the_middle_of_a_sentence_keeps_their_words() -> None:
    assert read("Bel met @alle partners over de planning").text == "Bel met alle partners over de planning"


def test_a_day_in_the_middle_of_a_sentence_keeps_its_words() -> None:
    line = read("Een overleg voor 1 dec plannen")
    assert (line.text, line.deadline) == ("Een overleg voor 1 dec plannen", date(2026, 12, 1))


def test_a_line_of_a_day_alone_keeps_its_words() -> None:
    assert read("op vrijdag").text == "op vrijdag"


def test_nobody_owns_a_line_without_mentions() -> None:
    assert (read("Bellen").owner_id, read("Bellen").with_ids) == (None, ())


def test_completion_puts_beginnings_before_words_before_insides() -> None:
    assert [p.id for p in complete("wijk", PARTNERS)] == ["wn", "wz"]
    assert [p.id for p in complete("thuis", PARTNERS)] == ["vt"]
    assert [p.id for p in complete("school", PARTNERS)] == ["bs"]
    assert [p.id for p in complete("oo", PARTNERS)] == []
    assert len(complete("", PARTNERS)) == len(PARTNERS)


@given(st.text(alphabet="@#\"' aeé,.:1 dec<>pol veilig thuis\n\u0130ß", max_size=60))
def test_any_line_can_be_read(line: str) -> None:
    found = read(line)
    assert set(found.partner_ids) <= {p.id for p in PARTNERS}
    assert found.text == " ".join(found.text.split())


ROLES = ("wijkagent", "leerkracht", "Veilig Thuis", "lokaal team")


def play(line: str) -> QuickLine:
    return read_line(line, PARTNERS, TODAY, keep_when=True, roles=ROLES)


@pytest.mark.parametrize(
    ("typed", "text", "role", "owner"),
    [
        ("@wijkagent Ik bel aan", "Ik bel aan", "wijkagent", None),
        ("@leer Ik bel aan", "Ik bel aan", "leerkracht", None),
        ("Ik kom langs @lokaal team", "Ik kom langs", "lokaal team", None),
        ("@Veilig Thuis adviseert", "Adviseert", "Veilig Thuis", None),
        ("@vei adviseert", "Adviseert", "Veilig Thuis", None),
        ('@"Veilig Thuis" adviseert', "Adviseert", "", "vt"),
        ('@"LOKAAL TEAM" komt', "Komt", "lokaal team", None),
        ("@pol @wijkagent komt", "Komt", "wijkagent", "pol"),
        ("@wijkagent komt @alle partners", "Komt", "wijkagent", None),
        ("@wijkagent vraagt het @leerkracht", "Vraagt het leerkracht", "wijkagent", None),
        ("@wijkagent vraagt @leerkracht iets", "Vraagt leerkracht iets", "wijkagent", None),
    ],
)
def test_an_answer_is_given_from_a_role(typed: str, text: str, role: str, owner: str | None) -> None:
    line = play(typed)
    assert (line.text, line.role, line.owner_id, line.unknown) == (text, role, owner, ())


def test_a_beginning_that_fits_a_role_and_an_organisation_says_nothing() -> None:
    line = play("@wijk komt")
    assert (line.role, line.partner_ids, line.unknown) == ("", (), ("wijk",))


def test_a_role_makes_no_agreement() -> None:
    line = play("#@vei belt @wijkagent")
    assert (line.role, line.owner_id, line.unknown) == ("", "vt", ("wijkagent",))


def test_without_a_case_there_are_no_roles() -> None:
    assert read("@wijkagent belt").unknown == ("wijkagent",)


def test_roles_are_completed_like_organisations() -> None:
    assert complete_roles("t", ROLES) == ("Veilig Thuis", "lokaal team")
    assert complete_roles("kracht", ROLES) == ("leerkracht",)
