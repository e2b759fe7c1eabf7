"""What is looked for in what is written, and what the table itself makes harmless."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.content.locate import resource
from facilitator.core.casus import Person, PersonKind
from facilitator.core.events import Spotted
from facilitator.ui.lookout import Lookout
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
    with pytest.raises(OSError, match="opentaal"):
        Lookout(tmp_path)("Iets", table.session)
