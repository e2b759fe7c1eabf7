from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.core import events as ev
from facilitator.core.casus import RoleCard, RoleKnowledge
from facilitator.core.events import Deal
from facilitator.report.bundle import role_cards_of
from facilitator.report.documents.role_cards import Card, RoleCardsModel, Size, role_cards_paper
from facilitator.report.press import Press
from tests.builders import CASE, CASE_SCRIPT, Table
from tests.report.reading import seen, spoken


def model(table: Table) -> RoleCardsModel:
    assert table.session.case is not None
    shown = role_cards_paper(table.session, table.session.case).model
    assert isinstance(shown, RoleCardsModel)
    return shown


def test_every_role_has_a_sheet_with_a_card_for_each_moment_at_which_it_knows_something() -> None:
    first, second = CASE.moments
    silent = replace(second, roles=second.roles[:1])
    case = replace(CASE, moments=(first, silent), role_cards=(RoleCard("leerkracht", "Je hebt groep 5."),))
    teacher, doctor = model(Table(CASE_SCRIPT, case)).sheets
    assert (teacher.role, teacher.about, doctor.about) == ("leerkracht", "Je hebt groep 5.", "")
    assert [card.title for card in teacher.cards] == ["Moment 1: maandag", "Moment 2: dinsdag"]
    assert doctor.cards == (Card("Moment 1: maandag", "Kent de moeder."),)


def test_there_are_as_many_sheets_as_people_who_hold_the_role() -> None:
    table = Table(CASE_SCRIPT, CASE)
    dealt = (Deal("d-1", ("huisarts",)), Deal("d-2", ("huisarts",)), Deal("d-3", ("huisarts", "leerkracht")))
    table.do(ev.RolesDealt, deals=dealt)
    shown = model(table)
    assert [(each.role, each.copy) for each in shown.sheets] == [
        ("leerkracht", ""),
        ("huisarts", "sheet 1 of 3"),
        ("huisarts", "sheet 2 of 3"),
        ("huisarts", "sheet 3 of 3"),
    ]
    assert [(each.who, each.sheets) for each in shown.holdings] == [
        ("Kim de Wit (Wijkteam Noord)", "1 sheet"),
        ("Noor Bakker (Politie), Sam Visser (Veilig Thuis), Kim de Wit (Wijkteam Noord)", "3 sheets"),
    ]
    assert (shown.dealt, shown.idle) == (True, "Bo Smit (Wijkteam Noord)")


def test_who_is_absent_holds_no_role_on_paper() -> None:
    table = Table(CASE_SCRIPT, CASE)
    table.do(ev.RolesDealt, deals=(Deal("d-1", ("huisarts",)),))
    table.do(ev.ParticipantChanged, participant=replace(table.session.notebook.participants[0], present=False))
    shown = model(table)
    assert (shown.dealt, [each.who for each in shown.holdings]) == (False, ["nobody yet"] * 2)


def test_it_says_what_to_do_in_a_smaller_and_in_a_larger_group() -> None:
    known = tuple(RoleKnowledge(role, "iets") for role in ("a", "b", "c", "d"))
    case = replace(CASE, moments=(replace(CASE.moments[0], roles=known),), role_cards=(RoleCard("a", merges_with="d"),))
    assert model(Table(replace(CASE_SCRIPT, group_min=2), case)).sizes == (
        Size("2 persons", "One person holds: a + d; b + c."),
        Size("3 persons", "One person holds: a + d."),
        Size("4 persons", "Everybody holds one role."),
        Size("5 or more", "Two people share a role: each has a sheet, and they answer together."),
    )
    assert [size.people for size in model(Table(CASE_SCRIPT, CASE)).sizes] == ["2 persons", "3 or more"]


def test_without_roles_there_are_no_cards() -> None:
    assert role_cards_of(Table().session) == ()
    mute = replace(CASE, moments=tuple(replace(moment, roles=()) for moment in CASE.moments))
    assert role_cards_of(Table(CASE_SCRIPT, mute).session) == ()


@pytest.mark.parametrize("dealt", [False, True])
def test_a_card_says_of_whom_it_is_that_it_is_invented_and_names_nobody(press: Press, dealt: bool) -> None:
    table = Table(CASE_SCRIPT, CASE)
    if dealt:
        table.do(ev.RolesDealt, deals=(Deal("d-1", ("huisarts",)), Deal("d-2", ("leerkracht",))))
    (job,) = role_cards_of(table.session)
    paper = job.render(press)
    front, *cards = seen(paper.pdf).split("Who you are · invented")
    assert (paper.pages, len(cards)) == (3, 2)
    assert ("Noor Bakker" in front) is dealt
    assert all("Bakker" not in card and "Visser" not in card for card in cards)
    assert spoken(paper.pdf).count("· huisarts · invented") == 2
    assert "What you do with the roles" in front
