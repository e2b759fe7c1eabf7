from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Look, Row, RowModel

ROWS = st.lists(st.tuples(st.integers(0, 8), st.sampled_from("ab")), unique_by=lambda pair: pair[0], max_size=9)


def rows(*names: str) -> tuple[Row, ...]:
    return tuple(Row(name, f"Tekst {name}") for name in names)


@given(st.lists(ROWS, max_size=5))
def test_any_rows_after_any_others(shown: list[list[tuple[int, str]]]) -> None:
    model = RowModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for pairs in shown:
        wanted = tuple(Row(str(number), text) for number, text in pairs)
        model.set_rows(wanted)
        assert model.rows == wanted
        assert model.rowCount() == len(wanted)


def test_a_row_that_comes_at_the_end_touches_no_other() -> None:
    model = RowModel()
    model.set_rows(rows("a", "b"))
    told: list[str] = []
    model.modelReset.connect(lambda: told.append("reset"))
    model.dataChanged.connect(lambda: told.append("changed"))
    model.rowsInserted.connect(lambda _parent, first, last: told.append(f"in {first}-{last}"))
    model.set_rows(rows("a", "b", "c"))
    assert told == ["in 2-2"]


def test_a_changed_row_is_the_only_one_told_of() -> None:
    model = RowModel()
    model.set_rows(rows("a", "b", "c"))
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    model.set_rows((*rows("a"), Row("b", "anders"), *rows("c")))
    assert told == [1]


def test_what_a_screen_reader_gets() -> None:
    model = RowModel()
    model.set_rows((Row("a", "Belt", strong="Politie", below="elke week", pill="✓", spoken="Belt vaak"),))
    index = model.index(0)
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Belt vaak, Politie, elke week, ✓"
    assert model.data(index) == "Belt"
    assert model.data(index, Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def shown(qtbot: QtBot, *names: str) -> RowList:
    view = RowList("Lijst")
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show_rows(rows(*names))
    view.show()
    return view


def test_choosing_goes_up_from_the_last_and_down_to_none(qtbot: QtBot) -> None:
    view = shown(qtbot, "a", "b", "c")
    chosen = []
    for by in (-1, -1, -1, -1, 1, 1, 1):
        view.move_choice(by)
        chosen.append(view.chosen)
    assert chosen == ["c", "b", "a", "a", "b", "c", None]


def test_the_choice_stays_with_its_row(qtbot: QtBot) -> None:
    view = shown(qtbot, "a", "b", "c")
    view.choose("b")
    view.show_rows(rows("nieuw", "a", "b", "c"))
    assert view.chosen == "b"
    view.show_rows(rows("a", "c"))
    assert view.chosen != "b"


def test_a_click_on_a_pill_is_no_click_on_the_row(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_rows((Row("a", "Tekst", pill="knop"), Row("b", "Zonder")))
    edge = QPoint(view.viewport().width() - 20, 18)
    with qtbot.waitSignal(view.pill_clicked) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    assert clicked.args == ["a"]
    with qtbot.assertNotEmitted(view.pill_clicked):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 18))


def test_letters_are_left_to_the_typing_line(qtbot: QtBot) -> None:
    view = shown(qtbot, "a", "b")
    view.choose("a")
    QTest.keyClicks(view, "b")
    assert view.chosen == "a"
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["a"]


def test_every_look_can_be_painted_and_long_words_are_broken(qtbot: QtBot) -> None:
    view = shown(qtbot)
    word = "Hulpverleningsgeschiedenis" * 8
    looks = [Row(look, word, "Wie", "wanneer " * 20, "rol", "pil", mark="●", look=look) for look in Look]
    view.show_rows((*looks, Row("onder", "Kort", pill="wie?", pill_under=True)))
    view.grab()
    heights = [view.visualRect(view.model().index(number, 0)).height() for number in range(len(Look) + 1)]
    assert min(heights[:-1]) > 60
    assert heights[-1] < 60
