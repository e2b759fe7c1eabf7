"""A case of one's own: written, led with three roles, and read back from its papers; by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from facilitator.core.audience import AudienceView, Scene
from facilitator.core.casus import Phase
from facilitator.core.session import Session
from facilitator.core.weighing import Outcome, Verdict
from facilitator.ui import theme
from facilitator.ui.audience.picture import compose
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.prepare.prepare_page import PreparePage
from facilitator.words import _
from tests.journeys.conftest import Facilitator, Start
from tests.journeys.own_case import HAPPENED, MOMENTS, POINT, ROLES, SECOND, TITLE, write_case
from tests.journeys.ways import begin, choose_place, close_by_reading_back, go_on, invite, make_documents, page_of
from tests.journeys.writing import ALT, CTRL, field_at, fill, find, go_to_part, open_library, press
from tests.report.reading import seen, spoken
from tests.ui.audience.drawn import drawn, squeezed

PICTURES = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
NEED = "Binnen een dag teruggebeld worden"
REASON = "De deur is nog niet veilig"
SHIPPED = "Stil in de klas"
DANGER = "Hij slaapt buiten"


@dataclass(frozen=True)
class Shown:
    """What the room saw at a moment: the page, the three pictures, and every word that was drawn of them."""

    page: AudienceView
    pictures: tuple[AudienceView, ...]
    words: str


def use_in_session(one: Facilitator) -> PreparePage:
    """From the library to the page that prepares, with the script that ends in agreements."""
    details = page_of(one, LibraryPage).details
    one.wait(lambda: details.content is not None and details.content.item.title == TITLE)
    one.press(Qt.Key.Key_Return)
    one.press(Qt.Key.Key_Return)
    page = page_of(one, PreparePage)
    assert page.draft.case is not None
    one.go_to(page.script_part.scripts)
    one.press(Qt.Key.Key_Home)
    while page.draft.script is None or page.draft.script.id != "leerbijeenkomst-casus-en-afspraken":
        one.press(Qt.Key.Key_Down)
    return page


def prepare_own(one: Facilitator) -> None:
    """From the library to the console."""
    page = use_in_session(one)
    choose_place(one, page)
    invite(one, page)
    go_on(one)
    one.go_to(page.roles_part.deal)
    one.press(Qt.Key.Key_Space)
    go_on(one)
    one.wait(lambda: one.program.leading is not None)


def look(one: Facilitator) -> Shown:
    """Put the three pictures before the room, one after the other, and read what it shows."""
    audience = one.program.stage.audience
    views = [audience.view]
    for key in PICTURES:
        one.press(key, ALT)
        views.append(audience.view)
        one.press(key, ALT)
    assert audience.view == views[0], "the room is back at the moment"
    words = "".join(drawn(compose(view, 1920, 1080, theme.current())) for view in views)
    return Shown(views[0], tuple(views[1:]), words)


def mark_turning_point(one: Facilitator) -> None:
    """Mark the turning point that the case offers, say what was needed, and make it an agreement."""
    one.press(Qt.Key.Key_M, CTRL)
    one.press(Qt.Key.Key_Down)
    one.press(Qt.Key.Key_Return)
    one.enter(f"{NEED} @Wijkagent")
    one.press(Qt.Key.Key_F9)
    one.press(Qt.Key.Key_Escape)


def decide(one: Facilitator) -> None:
    """Another phase and another step of the meldcode, with a reason."""
    one.press(Qt.Key.Key_D, CTRL)
    one.press(Qt.Key.Key_Right)
    one.press(Qt.Key.Key_Tab)
    one.press(Qt.Key.Key_4)
    one.press(Qt.Key.Key_Tab)
    one.enter(REASON)
    one.press(Qt.Key.Key_Escape)


def weigh(one: Facilitator) -> None:
    """Walk the five questions; the second is where it is acute."""
    one.press(Qt.Key.Key_W, CTRL)
    panel = one.console.panels.weigh
    for number in range(1, 6):
        assert panel.number == number
        one.press(Qt.Key.Key_J)
        if number == 2:
            one.go_to(panel.reason)
            one.enter(DANGER)
            assert panel.outcome.text() == _(Outcome.REPORT_UNSAFE.value)
        one.press(Qt.Key.Key_PageDown)
    assert not panel.isVisible()


def live_through(one: Facilitator) -> Iterator[Shown]:
    """Begin, and tell the moments one by one."""
    begin(one)
    while one.session.moment is None:
        one.press(Qt.Key.Key_PageDown)
    for number in range(len(MOMENTS)):
        yield look(one)
        if number == 0:
            one.enter("Vragen of hij gegeten heeft @Leerkracht")
            one.press(Qt.Key.Key_F8)
        if number == 1:
            mark_turning_point(one)
            decide(one)
            weigh(one)
        one.minutes_pass(12)
        one.press(Qt.Key.Key_PageDown)


@pytest.fixture
def written(facilitator: Start) -> Facilitator:
    """Somebody who wrote a case and is back in the library."""
    one = facilitator()
    write_case(one)
    one.press(Qt.Key.Key_Return, CTRL)
    page_of(one, LibraryPage)
    return one


def check_room(moments: tuple[Shown, ...]) -> None:
    """The room saw no more than was told, and nothing that is for one role or for the facilitator."""
    assert [shown.page.title for shown in moments] == [told.title for told in MOMENTS]
    for number, shown in enumerate(moments):
        assert [view.scene for view in shown.pictures] == [Scene.PICTURE] * 3
        later = [*(told.title for told in MOMENTS[number + 1 :]), *HAPPENED[number + 1 :]]
        assert all(squeezed(words) in shown.words for words in (MOMENTS[number].audience, *HAPPENED[: number + 1]))
        assert [words for words in later if squeezed(words) in shown.words] == []
    violence = ["geweld" in shown.words for shown in moments]
    assert violence == [False, True, True], "the relation is known from the second moment"
    known = [words for told in MOMENTS for words in (*told.knows, f"Alleen voor jou bij {told.title.lower()}")]
    seen_there = "".join(shown.words for shown in moments)
    assert [words for words in known if squeezed(words) in seen_there] == []


def check_notebook(session: Session) -> None:
    """What the group said stands at its moment, tied to its role."""
    book, case = session.notebook, session.case
    assert case is not None
    first, second = case.moments[:2]
    assert [deal.roles for deal in book.deals] == [("Wijkagent",), ("Medewerker Veilig Thuis",), ("Leerkracht",)]
    assert [(answer.role, answer.moment_id) for answer in book.answers] == [
        ("Leerkracht", first.id),
        ("Wijkagent", second.id),
    ]
    (point,), (agreement,) = book.turning_points, book.agreements
    assert (point.text, point.moment_id, book.answers[1].turning_point_id) == (POINT, second.id, point.id)
    assert (agreement.what, agreement.origin.answer_id) == (NEED, book.answers[1].id)
    judged = session.judgement(second.id)
    assert (judged.phase, judged.meldcode_step, judged.reason) == (Phase.STABLE_SAFETY, 4, REASON)
    assert [said.verdict for said in book.weighings] == [Verdict.YES] * 5
    assert book.weighings[1].reason == DANGER


def pages(path: Path) -> list[str]:
    """The text of each page of a PDF, white space folded."""
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_a_case_of_ones_own_from_the_first_word_to_paper(written: Facilitator) -> None:
    one = written
    prepare_own(one)
    check_room(tuple(live_through(one)))
    check_notebook(one.session)
    make_documents(one, close_by_reading_back(one))
    paper = {path.name.split(" Wijk Noord")[0]: path for path in sorted(one.documents.rglob("*.pdf"))}
    check_report(paper["Verslag"])
    check_cards(paper["Rolkaarten"])
    check_hand_out(paper["Casus voor na afloop"])
    page = open_library(one)
    find(one, page, "achterdeur", TITLE)
    one.wait(lambda: _("Used before") in page.details.words.toPlainText())
    used = page.details.words.toPlainText().split(_("Used before"))[1]
    assert "17 november 2026, Wijk Noord, met Basisschool De Linde, Politie, Veilig Thuis" in used


def check_report(path: Path) -> None:
    """The report has the case, what was said, where an agreement came from, and where the weighing led."""
    for read in (seen(path.read_bytes()), spoken(path.read_bytes())):
        text = " ".join(read.split())
        for words in (TITLE, *(told.title for told in MOMENTS[:2]), POINT, NEED, REASON, DANGER):
            assert words in text, words
        assert f"Kwam op bij het moment ‘{SECOND.title}’" in text
        assert _(Outcome.REPORT_UNSAFE.value) in text
        assert [words for told in MOMENTS for words in told.knows if words in text] == []


def check_cards(path: Path) -> None:
    """Each role has a page with what it knows, and nothing of what another knows."""
    own = {role: [told.knows[number] for told in MOMENTS] for number, role in enumerate(ROLES)}
    cards = pages(path)
    for role in ROLES:
        (page,) = [text for text in cards if all(words in text for words in own[role])]
        assert [words for other in ROLES if other != role for words in own[other] if words in page] == []


def check_hand_out(path: Path) -> None:
    """The hand-out has what everybody may know."""
    text = " ".join(pages(path))
    assert all(words in text for words in (TITLE, *(told.audience for told in MOMENTS), *HAPPENED))
    assert [words for told in MOMENTS for words in told.knows if words in text] == []


# ---- a version of one's own of what comes with the program


@pytest.fixture
def adapting(facilitator: Start) -> tuple[Facilitator, EditorPage]:
    """At the editor with an own version of a case that comes with the program."""
    one = facilitator()
    page = open_library(one)
    find(one, page, "aquarium", SHIPPED)
    one.press(Qt.Key.Key_Return)
    one.go_to(page.details.copy)
    one.press(Qt.Key.Key_Return)
    return one, page_of(one, EditorPage)


def test_problems_come_and_go_where_they_are(adapting: tuple[Facilitator, EditorPage]) -> None:
    one, editor = adapting
    strip = editor.strip
    assert strip.list.count() == 0
    at = ("moments", 0)
    go_to_part(one, editor, at)
    fill(one, editor, (*at, "audience"), " ")
    one.wait(lambda: strip.list.count() == 1)
    marked = editor.outline.list.currentItem()
    assert marked is not None
    assert "nakijken" in marked.text(0)
    go_to_part(one, editor, ("persons",))
    press(one, strip.button)
    one.go_to(strip.list)
    one.press(Qt.Key.Key_Down)
    one.press(Qt.Key.Key_Return)
    assert editor.outline.here == at
    assert field_at(editor, (*at, "audience")).hasFocus()
    one.type("Wat de zaal nu leest")
    assert "Watdezaalnuleest" in room_beside(editor)
    one.wait(lambda: strip.list.count() == 0)


def room_beside(editor: EditorPage) -> str:
    """The words of the little screen beside the form."""
    return drawn(compose(editor.room._view, 1920, 1080, theme.current()))


def test_what_is_moved_and_removed_comes_back_by_taking_back(adapting: tuple[Facilitator, EditorPage]) -> None:
    one, editor = adapting
    before = editor.draft.tree
    go_to_part(one, editor, ("moments", 1))
    one.press(Qt.Key.Key_Down, ALT)
    one.press(Qt.Key.Key_Delete)
    assert editor.outline.here == ("moments", 1)
    for _time in range(2):
        one.press(Qt.Key.Key_Z, CTRL)
    assert editor.draft.tree == before
    one.press(Qt.Key.Key_Y, CTRL)
    assert editor.draft.tree != before


def test_the_shipped_case_stays_beside_the_own_version(adapting: tuple[Facilitator, EditorPage]) -> None:
    one, editor = adapting
    fill(one, editor, ("title",), "Stiller in de klas")
    one.press(Qt.Key.Key_Return, CTRL)
    page = page_of(one, LibraryPage)
    one.wait(lambda: page.details.content is not None and page.details.content.item.title == "Stiller in de klas")
    assert not page.details.edit.isHidden()
    find(one, page, "aquarium sem", SHIPPED)
    assert page.details.edit.isHidden()
    assert page.model.rowCount() == 2


def test_what_was_typed_last_is_kept_however_the_page_is_left(
    adapting: tuple[Facilitator, EditorPage], facilitator: Start
) -> None:
    one, editor = adapting
    fill(one, editor, ("title",), "Bij het aquarium")
    page = open_library(one)
    find(one, page, "bij het aquarium", "Bij het aquarium")
    press(one, page.details.edit)
    editor = page_of(one, EditorPage)
    fill(one, editor, ("title",), "Na het aquarium")
    one.close()
    again = facilitator()
    find(again, open_library(again), "na het aquarium", "Na het aquarium")
