"""An index in memory, over texts that are few."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from facilitator.storage.library.pocket import Parts, Pocket
from facilitator.storage.library.records import Part, Weight


def text(title: str, more: str = "") -> Parts:
    return Part("", Weight.TITLE, title), Part("more", Weight.TEXT, more)


@pytest.fixture
def pocket() -> Iterator[Pocket]:
    made = Pocket()
    made.keep(
        {"a": text("Wijk Noord", "Politie, Veilig Thuis"), "b": text("Leerbijeenkomst", "veiligheidsplan in Noord")}
    )
    yield made
    made.close()


def test_nothing_is_found_where_nothing_is() -> None:
    empty = Pocket()
    assert empty.find("noord").names == ()
    empty.close()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("noord", ("a", "b")),  # a title counts for more
        ("plan", ("b",)),  # a piece of a word
        ("plannen", ()),
        ("veiligheidsplannen", ("b",)),  # its stem
        ("l", ("b",)),  # a single letter begins a word
        ("polite", ("a",)),
        ("noord politie", ("a",)),
        ("", ()),
    ],
)
def test_it_finds_as_the_library_does(pocket: Pocket, typed: str, names: tuple[str, ...]) -> None:
    assert pocket.find(typed).names == names


def test_it_tells_how_it_was_found(pocket: Pocket) -> None:
    assert not pocket.find("noord").corrected
    assert pocket.find("politei").corrected
    assert pocket.find("noord qqqqqq").ignored


def test_only_what_is_kept_now_is_found(pocket: Pocket) -> None:
    pocket.keep({"a": text("Wijk Zuid"), "c": text("Nieuw")})
    assert pocket.find("noord").names == pocket.find("leerbijeenkomst").names == ()
    assert (pocket.find("zuid").names, pocket.find("nieuw").names) == (("a",), ("c",))
    assert not pocket.find("politei").names  # its word went with it
    assert pocket.parts("a") == text("Wijk Zuid")
