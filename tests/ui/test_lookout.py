"""What is looked for in what is written, and what the table itself makes harmless."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.content.locate import resource
from facilitator.core.casus import Person, PersonKind
from facilitator.core.events import Spotted
from facilitator.ui.findings import seen_words
from facilitator.ui.lookout import NOT_LOOKED_AT, Lookout
from tests.builders import CASE, CASE_SCRIPT, Table

KAREL = Person("k", "Karel", PersonKind.FAMILY)


@pytest.fixture(scope="module")
def lookout() -> Lookout:
    return Lookout(resource("privacy"))


@pytest.fixture
def table() -> Table:
    return Table(CASE_SCRIPT, replace(CASE, persons=(KAREL,))).started()


def test_who_writes_before_the_word_lists_are_there_waits_for_them(table: Table) -> None:
    early = Lookout(resource("privacy"))
    assert early("Mevrouw Fatima Jansen belde", table.session) == (Spotted("name", "Fatima Jansen"),)


def test_the_same_words_are_told_once(lookout: Lookout, table: Table) -> None:
    found = lookout("Fatima en Fatima, bsn 111222333", table.session)
    assert found == (Spotted("name", "Fatima"), Spotted("bsn", "111222333"))


def test_organisations_roles_and_invented_persons_are_no_findings(lookout: Lookout, table: Table) -> None:
    assert lookout("Wijkteam Noord belt de wijkagent over Karel", table.session) == ()
    assert lookout("Karel", Table().started().session) != ()


def test_who_is_at_the_table_is_a_person_too(lookout: Lookout, table: Table) -> None:
    assert lookout("Noor Bakker belt terug", table.session) == (Spotted("name", "Noor Bakker"),)


def test_without_word_lists_nothing_passes_for_harmless(table: Table, tmp_path: Path) -> None:
    blind = Lookout(tmp_path)
    assert blind("Iets", table.session) == (Spotted(NOT_LOOKED_AT, "Iets"),)
    assert blind(" ", table.session) == ()
    assert seen_words(blind("Iets", table.session)) == "This looks like something personal: ‘Iets’."


def test_word_lists_that_could_not_be_read_are_tried_again(table: Table, tmp_path: Path) -> None:
    lookout = Lookout(tmp_path)
    assert lookout("Iets", table.session) != ()
    shutil.copytree(resource("privacy"), tmp_path, dirs_exist_ok=True)
    assert lookout("Iets", table.session) == ()
