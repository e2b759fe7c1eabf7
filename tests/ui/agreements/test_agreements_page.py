"""The page of agreements over all sessions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from facilitator.core.agreement import Agreement, Standing, Status
from facilitator.core.vocabulary import Channel
from facilitator.storage.agreement_search import STILL_OPEN
from facilitator.storage.errors import DiskFull
from facilitator.storage.ledger import Ledger
from facilitator.ui.agreements import following
from facilitator.ui.agreements.agreements_page import AgreementsPage
from facilitator.ui.agreements.column_model import DRAGGED
from facilitator.ui.agreements.reason_dialog import ReasonDialog
from facilitator.ui.agreements.table import STANDS, WHAT, WHEN
from facilitator.ui.destinations import AGREEMENTS, START
from facilitator.ui.main_window import MainWindow
from tests.ui.desk import TODAY, Desk, focused


def column(page: AgreementsPage, number: int) -> list[str]:
    """What a column of the table tells."""
    return [page.views.rows.data(page.views.rows.index(row, number), 0) for row in range(page.views.rows.rowCount())]


def kept(made: Desk, number: int) -> Agreement:
    """An agreement as the store has it."""
    session = made.load("s-closed")
    assert session is not None
    agreement = session.agreement(f"a-{number}")
    assert agreement is not None
    return agreement


def standing(page: AgreementsPage, row: int) -> str:
    """How the agreement of a row stands."""
    return str(column(page, STANDS)[row])


def combo_to(page: AgreementsPage, name: str, data: str) -> None:
    """Choose something in a combo box, as a person does."""
    combo = getattr(page.filters, name)
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def test_late_comes_first_and_says_so_in_words_and_with_a_sign(page: AgreementsPage) -> None:
    assert column(page, WHEN)[:3] == ["3 days late", "1 day late", "in 5 days"]
    late, near = page.views.rows.index(0, WHEN), page.views.rows.index(2, WHEN)
    assert page.views.rows.data(late, Qt.ItemDataRole.DecorationRole) is not None
    assert page.views.rows.data(near, Qt.ItemDataRole.DecorationRole) is None
    assert page.told.text() == "5 agreements · 2 late"
    assert page.detail.late.text() == "3 days late"


def test_one_key_says_how_the_chosen_agreement_stands(page: AgreementsPage, qtbot: QtBot, made: Desk) -> None:
    page.views.table.setFocus()
    QTest.keyClick(page.views.table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: page.told.text() == "5 agreements · 1 late")
    newest = kept(made, 1).standings[-1]
    assert (newest.status, newest.channel, newest.by_id) == (Status.KEPT, Channel.DESK, None)
    assert standing(page, 4) == "kept"
    qtbot.waitUntil(lambda: page.detail.what.text().startswith("Werkafspraak"))  # the next one is at hand
    QTest.keyClick(page.views.table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: page.told.text() == "5 agreements")


def test_it_can_be_set_back(window: MainWindow, page: AgreementsPage, qtbot: QtBot, made: Desk) -> None:
    page.views.table.setFocus()
    QTest.keyClick(page.views.table, Qt.Key.Key_1)
    qtbot.waitUntil(page.detail.back.isVisible)
    QTest.keyClick(page.views.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.told.text() == "5 agreements · 2 late")
    assert [one.status for one in kept(made, 1).standings] == [Status.KEPT, Status.AGREED]
    assert window.toast.label.text() == "It is set back to how it was."
    assert not page.following.can_set_back
    assert page.detail.back.isHidden()


def test_many_at_once_are_set_and_set_back(page: AgreementsPage, qtbot: QtBot, made: Desk) -> None:
    page.views.table.setFocus()
    QTest.keyClick(page.views.table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: kept(made, 1).status is Status.KEPT and page.following.can_set_back)
    page.views.table.selectAll()
    assert page.detail.what.text() == "5 agreements chosen"
    page.detail.buttons[Status.DROPPED].click()
    qtbot.waitUntil(lambda: kept(made, 5).status is Status.DROPPED and page.following.can_set_back)
    page.detail.back.click()
    qtbot.waitUntil(lambda: kept(made, 5).status is Status.AGREED and page.following.can_set_back)
    assert [kept(made, number).status for number in (1, 2)] == [Status.KEPT, Status.AGREED]


def asked(page: AgreementsPage, qtbot: QtBot) -> ReasonDialog:
    """The question that is asked now."""
    qtbot.waitUntil(lambda: page.following.dialog is not None and page.following.dialog.isVisible())
    dialog = page.following.dialog
    assert isinstance(dialog, ReasonDialog)
    return dialog


def test_why_it_was_not_kept_is_asked_in_one_line(page: AgreementsPage, qtbot: QtBot, made: Desk) -> None:
    page.views.table.setFocus()
    QTest.keyClick(page.views.table, Qt.Key.Key_3)
    dialog = asked(page, qtbot)
    dialog.field.setText("Geen tijd ")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept(made, 1).status is Status.NOT_KEPT)
    assert kept(made, 1).status_remark == "Geen tijd"
    qtbot.waitUntil(lambda: page.following.dialog is None)


def test_to_whom_it_was_handed_over_has_to_be_said(page: AgreementsPage, qtbot: QtBot, made: Desk) -> None:
    page.detail.buttons[Status.HANDED_OVER].click()
    dialog = asked(page, qtbot)
    assert not dialog.accept_button.isEnabled()
    dialog.field.setText("GGD")
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: kept(made, 1).handed_to == "GGD")
    assert kept(made, 1).status is Status.HANDED_OVER


def test_whoever_cancels_says_nothing(page: AgreementsPage, qtbot: QtBot, made: Desk) -> None:
    page.detail.buttons[Status.NOT_KEPT].click()
    asked(page, qtbot).reject()
    assert page.following.dialog is None
    assert kept(made, 1).standings == ()


def test_more_than_a_handful_is_asked_about_first(
    page: AgreementsPage, qtbot: QtBot, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "UNASKED", 2)
    page.views.table.selectAll()
    page.detail.buttons[Status.KEPT].click()
    qtbot.waitUntil(lambda: page.following.dialog is not None)
    assert kept(made, 2).status is Status.AGREED
    assert page.following.dialog is not None
    page.following.dialog.accept_button.click()
    qtbot.waitUntil(lambda: kept(made, 5).status is Status.KEPT)


def test_too_many_are_not_taken(window: MainWindow, page: AgreementsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "AT_ONCE", 2)
    page.views.table.selectAll()
    page.detail.buttons[Status.KEPT].click()
    assert window.toast.label.text() == "Choose at most 2 at once."


def test_nothing_is_said_while_the_disk_is_full(
    window: MainWindow, page: AgreementsPage, qtbot: QtBot, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Ledger, "write", full)
    made.keep(*made.closed("s-new", TODAY, "Wijk Oost"))
    with qtbot.waitSignal(window.messages.posted) as posted:
        page.detail.buttons[Status.KEPT].click()
    assert "Not everything is on the disk yet" in posted.args[0].text
    assert not page.following.can_set_back
    monkeypatch.undo()
    qtbot.waitUntil(lambda: page.following._asked == ())


def test_filters_narrow_and_stay_when_the_page_is_left(window: MainWindow, page: AgreementsPage, qtbot: QtBot) -> None:
    page.filters.late.click()
    qtbot.waitUntil(lambda: page.views.rows.rowCount() == 2)
    combo_to(page, "partner", "p-pol")
    qtbot.waitUntil(lambda: page.views.rows.rowCount() == 1)
    window.go(START)
    window.go(AGREEMENTS)
    qtbot.waitUntil(lambda: page.views.rows.rowCount() == 1)
    assert page.filters.narrows
    page.filters.none.click()
    qtbot.waitUntil(lambda: page.views.rows.rowCount() == 5)
    assert not page.filters.none.isVisible()


def test_how_it_stands_can_be_asked(page: AgreementsPage, qtbot: QtBot) -> None:
    page.views.table.setFocus()
    QTest.keyClick(page.views.table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "kept" in column(page, STANDS))
    combo_to(page, "stands", STILL_OPEN)
    qtbot.waitUntil(lambda: page.views.rows.rowCount() == 4)
    combo_to(page, "stands", Status.KEPT.value)
    qtbot.waitUntil(lambda: page.views.rows.rowCount() == 1)


def test_words_are_searched_while_they_are_typed(page: AgreementsPage, qtbot: QtBot) -> None:
    page.search.setFocus()
    QTest.keyClicks(page.search, "wijkag")
    qtbot.waitUntil(lambda: column(page, WHAT) == ["Wijkagent sluit aan bij casusoverleg"])
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert focused() is page.views.table
    page.search.setText("zzz")
    qtbot.waitUntil(page.empty.isVisible)
    assert page.detail.isHidden()
    assert page.empty.button is not None
    page.empty.button.click()
    qtbot.waitUntil(lambda: page.views.rows.rowCount() == 5)


def test_without_agreements_it_says_what_to_do(qtbot: QtBot, made: Desk) -> None:
    made.store.erase("s-closed", "asked").result(10)
    window = MainWindow(made.services)
    qtbot.addWidget(window)
    window.show()
    window.go(AGREEMENTS)
    page = window.stack.currentWidget()
    assert isinstance(page, AgreementsPage)
    qtbot.waitUntil(page.none_yet.isVisible)
    assert page.filters.isHidden()
    page.begin_requested.disconnect()  # preparing is not what this is about
    with qtbot.waitSignal(page.begin_requested):
        page.none_yet.triggered.emit()
    window.close()


def test_the_detail_tells_all_and_its_life(page: AgreementsPage, qtbot: QtBot) -> None:
    def told() -> str:
        return "\n".join(row.text() for row in page.detail._rows if hasattr(row, "text"))

    qtbot.waitUntil(lambda: "Its life so far" in told())
    for words in ("Veilig Thuis", "Wijkteam", "made in Proefdraaiboek", "Wijk Zuid, Voorbeeldstad"):
        assert words in told()
    page.views.table.setFocus()
    QTest.keyClick(page.views.table, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: "being done" in told())
    assert "afterwards, by you" in told()


def test_the_session_is_one_click_away(page: AgreementsPage, qtbot: QtBot) -> None:
    page.session_requested.disconnect()  # its papers are not what this is about
    with qtbot.waitSignal(page.session_requested) as asked_for:
        page.detail.open.click()
    assert asked_for.args == ["s-closed"]
    with qtbot.waitSignal(page.session_requested):
        page.views.table.activated.emit(page.views.table.currentIndex())


# ---- the board and the calendar


def test_the_board_has_a_column_for_each_way_to_stand(page: AgreementsPage, qtbot: QtBot, made: Desk) -> None:
    page.buttons["board"].click()
    assert [head.text() for head in page.views.board.heads][:2] == ["concept · 0", "agreed · 5"]
    agreed = page.views.board.columns[1]
    assert focused() is agreed
    QTest.keyClick(agreed, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: page.views.board.heads[2].text() == "being done · 1")
    assert kept(made, 1).status is Status.BUSY
    agreed.choose_row(0)
    agreed.setFocus()
    QTest.keyClick(agreed, Qt.Key.Key_Right)
    assert focused() is page.views.board.columns[2]
    assert page.detail.what.text().startswith("Vast contactpersoon")
    assert agreed.numbers() == ()


def test_a_card_is_dragged_to_how_it_stands(page: AgreementsPage, qtbot: QtBot, made: Desk) -> None:
    page.buttons["board"].click()
    agreed, done = page.views.board.columns[1], page.views.board.columns[3]
    data = agreed.cards.mimeData([agreed.cards.index(1)])
    assert data.hasFormat(DRAGGED)
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    done.dropEvent(drop)
    assert drop.isAccepted()
    qtbot.waitUntil(lambda: kept(made, 2).status is Status.KEPT)
    other = QMimeData()
    other.setText("from elsewhere")
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, other, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    done.dropEvent(drop)
    assert not drop.isAccepted()


def test_the_calendar_is_walked_by_keys(page: AgreementsPage, qtbot: QtBot) -> None:
    page.buttons["month"].click()
    assert focused() is page.views.month.grid
    assert page.views.month.day == TODAY
    qtbot.waitUntil(lambda: page.views.month.nothing.text().startswith("Nothing falls on"))
    for _ in range(3):
        QTest.keyClick(page.views.month.grid, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: page.views.month.rows.rowCount() == 1)
    assert "1 late" in page.views.month.model.data(page.views.month.grid.currentIndex(), 0)
    qtbot.waitUntil(lambda: page.detail.what.text().startswith("Vast contactpersoon"))
    QTest.keyClick(page.views.month.grid, Qt.Key.Key_PageDown)
    assert page.views.month.day.month == TODAY.month + 1
    QTest.keyClick(page.views.month.grid, Qt.Key.Key_Home)
    assert page.views.month.day == TODAY
    page.views.month.go_to(TODAY + timedelta(days=14))
    qtbot.waitUntil(lambda: page.views.month.rows.rowCount() == 1)


def test_a_day_of_the_calendar_follows_the_filters(page: AgreementsPage, qtbot: QtBot) -> None:
    page.buttons["month"].click()
    page.views.month.go_to(TODAY - timedelta(days=3))
    qtbot.waitUntil(lambda: page.views.month.rows.rowCount() == 1)
    page.search.setText("regiomodel")
    qtbot.waitUntil(lambda: page.views.month.rows.rowCount() == 0)


def test_another_view_keeps_what_is_chosen(page: AgreementsPage, qtbot: QtBot) -> None:
    page.views.table.choose_row(2)
    chosen = page.numbers()
    page.buttons["board"].click()
    assert page.numbers() == chosen
    page.buttons["table"].click()
    assert page.numbers() == chosen


def test_what_a_later_session_took_further_is_said_there(
    window: MainWindow, page: AgreementsPage, qtbot: QtBot
) -> None:
    line = page.chosen_lines()[0]
    page.detail.show_line(line._replace(continued=("s-closed", "a-3")), page.today)
    assert not any(button.isVisible() for button in page.detail.buttons.values())
    page.detail.further.click()
    qtbot.waitUntil(lambda: page.detail.what.text().startswith("Wijkagent"))


def test_words_that_wait_for_a_decision_are_not_shown(page: AgreementsPage) -> None:
    line = page.chosen_lines()[0]
    page.detail.show_line(line._replace(held=True, what="…"), page.today)
    assert page.detail.what.text() == "(waits for your decision about personal data)"
    assert "personal data" in page.detail.hint.text()


def test_a_remark_that_looks_like_personal_data_is_told_to_wait(
    window: MainWindow, page: AgreementsPage, qtbot: QtBot, made: Desk
) -> None:
    page.detail.buttons[Status.NOT_KEPT].click()
    dialog = asked(page, qtbot)
    lexicon = made.services.lexicon().result(20)
    assert lexicon is not None
    dialog.field.setText("Gebeld met Jan de Vries, 06-12345678")
    qtbot.waitUntil(dialog.spotted.isVisible)
    assert "06-12345678" in dialog.spotted.text()
    dialog.field.setText("Veilig Thuis was dicht")
    assert dialog.spotted.isHidden()
    dialog.reject()


def test_every_button_of_the_detail_says_its_key(page: AgreementsPage) -> None:
    assert page.detail.buttons[Status.KEPT].text() == "kept (1)"
    assert all(isinstance(button, QPushButton) for button in page.detail.buttons.values())
    assert Standing(Status.KEPT, page._services.now()).channel is Channel.ROOM
