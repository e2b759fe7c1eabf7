"""Answers stand in the height that their words need, however narrow they are."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.knowledge.walk.answers import AnswerList


@pytest.mark.parametrize("width", [250, 300, 420, 900])
def test_no_answer_is_lower_than_its_words(qtbot: QtBot, width: int) -> None:
    answers = AnswerList()
    qtbot.addWidget(answers)
    answers.show_answers(["niet", "gepland", "loopt", "geborgd", "weten we niet"], 2, "Hoe staat het?")
    answers.resize(width, 300)
    answers.show()
    qtbot.wait(20)
    for button in answers.buttons:
        assert button.height() >= button.heightForWidth(button.width())
        assert button.label.height() >= button.label.heightForWidth(button.label.width())
    assert answers.chosen == 2


def test_what_is_not_there_cannot_be_chosen(qtbot: QtBot) -> None:
    answers = AnswerList()
    qtbot.addWidget(answers)
    answers.show_answers(["ja", "nee"], None)
    assert not answers.pick(2)
    assert answers.chosen is None
    assert answers.pick(1)
    assert answers.chosen == 1
