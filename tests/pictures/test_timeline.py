from __future__ import annotations

from facilitator.core.casus import Occurrence
from facilitator.core.disclosure import Disclosed
from facilitator.pictures import FontMeasure, Room
from facilitator.pictures.drawing import Circle, Label, Role
from facilitator.pictures.timeline import timeline, timeline_pages
from facilitator.words import _
from tests.pictures.looking import outside, overlaps

LONG = "De buren bellen de politie, en daarna gebeurt er nog veel meer dan op één regel past. " * 2
MANY = tuple(Occurrence(f"Dag {n}", LONG if n % 2 else "Het is rustig.", "een" if n < 9 else "twee") for n in range(12))
ROOM = Room(1600, 640, 28, 40)
KNOWN = Disclosed(occurrences=MANY, moments=("een", "twee"))


def test_it_is_told_in_order_with_the_moment_of_each(measure: FontMeasure) -> None:
    drawing = timeline(KNOWN, measure)
    days = [item.text for item in drawing.items if isinstance(item, Label) and item.text.startswith("Dag")]
    assert days == [each.when for each in MANY]
    assert drawing.alternative[0].startswith("Dag 0: Het is rustig. (moment 1)")
    filled = [item for item in drawing.items if isinstance(item, Circle) and item.fill is Role.ACCENT]
    assert len(filled) == 3
    assert overlaps(drawing) == []


def test_pages_hold_everything_once_and_are_no_higher_than_asked(measure: FontMeasure) -> None:
    pages = timeline_pages(KNOWN, measure, ROOM)
    assert len(pages) > 1
    captions = [_("Timeline, part {number} of {total}").format(number=n, total=len(pages)) for n in (1, len(pages))]
    assert [pages[0].caption, pages[-1].caption] == captions
    assert [said for page in pages for said in page.alternative] == list(timeline(KNOWN, measure).alternative)
    assert all(page.height <= ROOM.sheet(headed=True).height for page in pages)
    assert all(outside(page) == [] for page in pages)
    assert max(page.height for page in pages) < 1.6 * min(page.height for page in pages)


def test_nothing_told_is_an_empty_page(measure: FontMeasure) -> None:
    (page,) = timeline_pages(Disclosed(), measure, ROOM)
    assert page.items == ()
