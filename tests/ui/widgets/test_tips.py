import pytest
from PySide6.QtGui import QTextDocumentFragment
from pytestqt.qtbot import QtBot

from facilitator.ui.prepare.draft import Guest
from facilitator.ui.prepare.guests_model import GuestsModel
from facilitator.ui.prepare.hints import Hint, Part
from facilitator.ui.widgets.tips import as_typed

NASTY = ("<b>vet</b>", '<img src="/etc/passwd">', "Bel Sam & Kim", "a < b > c", "'\"")


@pytest.mark.parametrize("text", NASTY)
def test_a_tip_shows_every_sign(text: str, qtbot: QtBot) -> None:
    assert QTextDocumentFragment.fromHtml(as_typed(text)).toPlainText() == text
    assert "<img" not in as_typed(text)


def test_no_text_is_no_tip() -> None:
    assert as_typed("") == ""


def test_a_name_in_a_hint_is_text(qtbot: QtBot) -> None:
    model = GuestsModel(lambda: "new")
    hint = Hint(Part.PEOPLE, "organisation", "Choose the organisation of <img src='x'>.", row="g")
    model.show_guests((Guest("g", "<img src='x'>"),), (hint,))
    assert "<img" not in model.data(model.index(0, 1), 3)  # 3: the tip
