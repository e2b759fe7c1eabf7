"""A pack that is not to be trusted, brought in by keyboard: its reason is told, and the library is as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from facilitator.content.pack import pack_bytes
from facilitator.storage.library.records import Query
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.casuistry.packs.import_page import ImportPage
from facilitator.ui.casuistry.packs.refused_dialog import RefusedDialog
from tests.content.packing import pack, zipped
from tests.content.samples import CASE
from tests.journeys.conftest import Facilitator, Start
from tests.journeys.ways import choose_file, dialog_of, page_of
from tests.journeys.writing import open_library, press

CASE_FILE = "casuistiek/stil.yaml"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]"
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "no pack": (lambda: b"Beste collega, hierbij het pakket.", "Dit is geen pakket"),
    "climbs out": (lambda: zipped({"../../.config/autostart.yaml": CASE}), "een plek buiten het pakket"),
    "zip bomb": (lambda: zipped({CASE_FILE: CASE, "casuistiek/groot.yaml": "a" * 60_000_000}), "groot"),
    "anchors": (lambda: zipped({CASE_FILE: BOMB}), "geeft deze plek een naam"),
    "tag": (lambda: zipped({CASE_FILE: "!!python/object/apply:os.system ['true']"}), "YAML-label"),
    "of the program": (
        lambda: zipped({"casuistiek/de-pinpas.yaml": CASE.replace("id: stil", "id: de-pinpas", 1)}),
        "met het programma is meegeleverd",
    ),
}


def there(one: Facilitator) -> tuple[int, int]:
    """How many items the library has, and how many packs."""
    shelf = one.program.services.shelf()
    return shelf.search(Query("")).result(10).total, len(shelf.packs().result(10))


def bring_in(one: Facilitator, page: LibraryPage, data: bytes) -> None:
    """Choose a file in the dialog that the library opens."""
    path = one.documents / "van een collega.fpack"
    path.write_bytes(data)
    press(one, page.bring)
    choose_file(one, path)


@pytest.mark.parametrize("which", BAD)
def test_a_bad_pack_tells_why_and_nothing_comes_in(facilitator: Start, which: str) -> None:
    make, words = BAD[which]
    one = facilitator()
    page = open_library(one)
    before = there(one)
    bring_in(one, page, make())
    refused = dialog_of(one, RefusedDialog)
    assert words in " ".join(refused.told[0]), refused.told
    one.press(Qt.Key.Key_Return)
    assert page_of(one, LibraryPage) is page
    assert there(one) == before


def test_a_good_pack_is_looked_at_and_taken(facilitator: Start) -> None:
    one = facilitator()
    page = open_library(one)
    count, packs = there(one)
    bring_in(one, page, pack_bytes(pack()))
    offered = page_of(one, ImportPage)
    assert there(one) == (count, packs)
    press(one, offered.bring)
    page_of(one, LibraryPage)
    one.wait(lambda: there(one) == (count + 3, packs + 1))
