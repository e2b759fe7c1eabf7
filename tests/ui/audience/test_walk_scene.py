"""What the room sees of an instrument: question and answers, the chosen one told by more than colour, and the end."""

from __future__ import annotations

import pytest

from facilitator.core.audience import AudienceView, Scene
from facilitator.core.script import Form
from facilitator.core.walk import End
from facilitator.core.walk_view import ShownWalk
from facilitator.ui.audience.phrases import headline
from tests.ui.audience.frames import SIZES, check_words
from tests.ui.audience.recorder import runs_of
from tests.ui.conftest import START

ASKED = ShownWalk("Wegen", "Is het nu veilig?", ("Ja", "Nee, of ik weet het niet"), 1, 2, 0, ("de buurvrouw let op",))
COUNTED = ShownWalk("Scan", "Tip 2. Is er voorlichting?", ("niet", "gepland", "loopt"), None, 2, 8)
ENDED = ShownWalk("Wegen", outcome="Melden is noodzakelijk", text="Hulp komt **naast**.", to_do=("Bel 0800-2000.",))
THROUGH = ShownWalk("Scan", end=End.THROUGH)
LEFT = ShownWalk("Wegen", end=End.OPEN, asked="Is het nu veilig?")
NOWHERE = ShownWalk("Wegen", end=End.NOWHERE)


def seen(walk: ShownWalk) -> AudienceView:
    """The picture of it."""
    return AudienceView(Scene.WALK, Form.LEERBIJEENKOMST, "Wijk Noord", walk=walk)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("walk", [ASKED, COUNTED, ENDED, THROUGH])
@pytest.mark.parametrize("large", [False, True])
def test_every_word_stands_there_and_no_other(walk: ShownWalk, size: tuple[int, int], large: bool) -> None:
    check_words(seen(walk), START, size, large=large)


def test_a_page_that_goes_on_says_what_it_is_about() -> None:
    assert [headline(seen(walk)) for walk in (ASKED, ENDED, THROUGH)] == [
        "Is het nu veilig?",
        "Melden is noodzakelijk",
        "Scan",
    ]


@pytest.mark.parametrize(
    ("walk", "words"),
    [
        (THROUGH, "You went through all questions."),
        (LEFT, "Stopped at the question “Is het nu veilig?”"),
        (NOWHERE, "The last answer leads nowhere: this card is not right. Ask Veilig Thuis for advice, 0800-2000."),
    ],
)
def test_without_an_outcome_the_room_reads_why(walk: ShownWalk, words: str) -> None:
    check_words(seen(walk), START, SIZES[0])
    painted = " ".join(run.text for page in runs_of(seen(walk), START, SIZES[0]) for run in page)
    assert words in " ".join(painted.split())
