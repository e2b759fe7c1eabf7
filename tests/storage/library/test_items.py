from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.storage import database
from facilitator.storage.database import Connection
from facilitator.storage.folder import Home
from facilitator.storage.library import catalogue, keeping
from facilitator.storage.library.errors import IdTaken, NotThere, NotYours
from facilitator.storage.library.history import Settled
from facilitator.storage.library.records import Facets, ItemKey, ItemKind, Origin, Use
from facilitator.storage.library.store import LibraryStore, folder_of
from facilitator.ui.casuistry.indexing import shipped_items
from tests.shipped import shipped_library
from tests.storage.keeping import bytes_of
from tests.storage.library.samples import CASES, NOW, PACK, case_key, found, ids, indexed, key_of, open_library, packed

KEY = case_key("eigen")


def write(library: LibraryStore, text: str = "Over een molen.", id_: str = "eigen") -> None:
    library.create(indexed(id_, "Eigen casus", text), f"text: {text}", author="Ik", licence="EUPL").result(10)


def test_what_an_older_version_wrote_has_no_steps_of_the_meldcode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = '[["water"],["Wijkagent"],["herstel"],"basis","",30]'
    monkeypatch.setattr(catalogue, "written_facets", lambda _facets: older)
    with open_library(tmp_path) as library:
        write(library)
    with open_library(tmp_path) as library:
        assert library.item(KEY).result(10).facets == Facets(("water",), ("Wijkagent",), ("herstel",), "basis", "", 30)


def test_what_was_written_is_kept_as_it_was(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        case = indexed("eigen", "Eigen casus", "Over een molen.", ("water",), level="basis", minutes=30, steps=("3",))
        library.create(case, "id: eigen\n", author="Ik", adapted_from="stil").result(10)
    with open_library(tmp_path) as library:
        item = library.item(KEY).result(10)
        assert (item.text, item.title, item.author, item.adapted_from) == ("id: eigen\n", "Eigen casus", "Ik", "stil")
        assert (item.origin, item.pack, item.version, item.updated_at) == (Origin.OWN, "", 0, NOW)
        assert item.facets == case.facets
        assert ids(found(library, "molen")) == ["eigen"]
        library.describe(KEY, "Wij", "CC").result(10)
        assert (library.item(KEY).result(10).author, library.item(KEY).result(10).licence) == ("Wij", "CC")


def test_saving_a_draft_finds_what_is_written_now_and_no_more_what_was(library: LibraryStore) -> None:
    write(library)
    library.save(indexed("eigen", "Andere titel", "Over een vuurtoren."), "text: vuurtoren").result(10)
    assert ids(found(library, "molen")) == []
    assert found(library, "molen").near == {}  # the word itself is forgotten
    assert ids(found(library, "vuurt")) == ["eigen"]
    assert found(library).first[0].title == "Andere titel"
    assert library.item(KEY).result(10).text == "text: vuurtoren"


def test_an_id_is_taken_once_also_by_what_is_in_the_trash(full: LibraryStore) -> None:
    with pytest.raises(IdTaken) as told:
        full.create(indexed("stil"), "").result(10)
    assert told.value.ids == ("stil",)
    assert "stil" in told.value.text()
    write(full)
    full.remove(KEY).result(10)
    with pytest.raises(IdTaken):
        write(full)
    other = indexed("eigen", kind=ItemKind.SCRIPT)
    full.create(other, "").result(10)  # a script may have the name of a case
    assert full.item(ItemKey(ItemKind.SCRIPT, "eigen")).result(10).title == "Een casus"


def test_what_came_from_elsewhere_stays_as_it_is(full: LibraryStore) -> None:
    for change in (
        full.save(indexed("stil"), "x"),
        full.keep_version(case_key("stil")),
        full.describe(case_key("stil"), "", ""),
    ):
        with pytest.raises(NotYours):
            change.result(10)
    full.tell_shipped(packed(indexed("mee", "Meegeleverd")), "1").result(10)
    with pytest.raises(NotYours):
        full.remove(case_key("mee")).result(10)


def test_what_is_not_there_is_said_to_be_so(library: LibraryStore) -> None:
    for asked in (
        library.item(KEY),
        library.save(indexed("eigen"), ""),
        library.remove(KEY),
        library.put_back(KEY),
        library.favour(KEY, yes=True),
        library.remove_pack("nergens"),
    ):
        with pytest.raises(NotThere):
            asked.result(10)


def test_the_trash_gives_back_what_was_thrown_away(full: LibraryStore) -> None:
    full.remove(case_key("pinpas")).result(10)
    assert ids(found(full, "notaris")) == []
    assert ids(found(full, trash=True)) == ["pinpas"]
    assert full.item(case_key("pinpas")).result(10).trashed_at == NOW
    full.put_back(case_key("pinpas")).result(10)
    assert ids(found(full, "notaris")) == ["pinpas"]
    assert ids(found(full, trash=True)) == []


def test_an_emptied_trash_leaves_no_word_behind(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        write(library)
        library.keep_version(KEY).result(10)
        library.favour(KEY, yes=True).result(10)
        library.settle(KEY, "molen", "place", "invented").result(10)
        library.back_up().result(10)
        library.remove(KEY).result(10)
        assert library.empty_trash(NOW - timedelta(days=1)).result(10) == 0  # it was thrown away later
        assert library.empty_trash().result(10) == 1
        assert library.versions(KEY).result(10) == ()
        assert library.settled(KEY).result(10) == ()
        assert ids(found(library, "molen")) == ids(found(library, trash=True)) == []
        assert found(library, "molem").near == {}
        assert library.empty_trash().result(10) == 0
    for path in folder_of(tmp_path).rglob("*.db"):
        connection = database.connect(path, key_of(tmp_path))
        tables = [connection.execute(f"SELECT * FROM {name}").fetchall() for name in _tables(connection)]  # noqa: S608
        dump = repr(tables)
        connection.close()
        assert "molen" not in dump


def _tables(connection: Connection) -> list[str]:
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'hit'"
    return [row[0] for row in connection.execute(query)]


def test_what_was_settled_is_kept_by_item_and_the_newest_decision_counts(library: LibraryStore) -> None:
    library.settle(KEY, "Sem (8)", "name", "is invented").result(10)
    library.settle(KEY, "Sem (8)", "name", "show anyway").result(10)
    library.settle(case_key("anders"), "Noor", "name", "is invented").result(10)
    assert library.settled(KEY).result(10) == (Settled("Sem (8)", "name", "show anyway", NOW),)


def test_favourites_stay_also_of_what_comes_with_the_program(tmp_path: Path) -> None:
    shipped = packed(indexed("mee", "Meegeleverd"))
    with open_library(tmp_path) as library:
        library.tell_shipped(shipped, "1").result(10)
        library.favour(case_key("mee"), yes=True).result(10)
    with open_library(tmp_path) as library:
        library.tell_shipped(packed(indexed("mee", "Meegeleverd, beter")), "2").result(10)
        (line,) = found(library, favourites=True).first
        assert (line.title, line.favourite, line.origin) == ("Meegeleverd, beter", True, Origin.SHIPPED)


def test_uses_are_told_and_shown(full: LibraryStore) -> None:
    full.tell_uses([Use(case_key("stil"), NOW.date())]).result(10)
    assert found(full).first[0].key == case_key("stil")
    full.tell_uses([]).result(10)
    assert found(full).first[0].last_used is None


def test_nothing_of_it_lies_on_the_disk_in_the_clear(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        write(library, "vuurtorenwachter")
        library.back_up().result(10)
        for name, content in bytes_of(tmp_path):
            assert b"vuurtorenwachter" not in content, name


def test_shipped_scripts_and_cases_are_found(library: LibraryStore) -> None:
    content = shipped_library()
    shipped = shipped_items(content)
    assert library.tell_shipped(shipped, "1").result(10) == len(shipped)
    assert found(library).total == len(shipped)
    case = content.cases[0]
    for text in (case.title, case.moments[0].title, case.persons[0].about.split(".")[0], case.themes[0]):
        assert case.id in ids(found(library, text))


def test_what_the_user_wrote_is_given_with_its_texts(full: LibraryStore) -> None:
    write(full)
    full.create(indexed("weg", "Weg"), "text: weg").result(10)
    full.remove(case_key("weg")).result(10)
    assert [(item.key, item.text) for item in full.own_items().result(10)] == [(KEY, "text: Over een molen.")]
    assert full.users_keys().result(10) >= {KEY}
    assert case_key("weg") not in full.users_keys().result(10)


def test_a_pack_is_given_with_what_stands_in_its_way(full: LibraryStore) -> None:
    write(full)
    assert {item.key.id for item in full.pack_items(PACK.id).result(10)} == {case.key.id for case in CASES}
    assert [item.key for item in full.pack_items("ander", (KEY, case_key("nergens"))).result(10)] == [KEY]


def test_what_is_remembered_survives_a_backup_that_is_put_back(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        assert library.remembered("packs").result(10) == ""
        library.remember("packs", "[]").result(10)
        library.remember("packs", "[1]").result(10)
        library.back_up().result(10)
    Home(folder_of(tmp_path)).database.write_bytes(b"broken" * 4000)
    keeping.mend(folder_of(tmp_path), key_of(tmp_path), NOW)
    with open_library(tmp_path) as library:
        assert library.remembered("packs").result(10) == "[1]"
        assert library._ask(lambda catalogue: catalogue.setting("packs")).result(10) == ""
