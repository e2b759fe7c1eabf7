"""What the tests of kept questions share: invented questions, and whom they are put to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from facilitator.core.help_desk import DeskQuestion, asked
from facilitator.storage import help_desk
from facilitator.ui.knowledge.help_desk.kept_page import KeptPage
from tests.ui.desk import TODAY, Desk

TO = "Kenniscentrum Voorbeeld"
ADDRESS = "vragen@example.org"
TOLK, SCHOOL = "Wie betaalt de tolk?", "Mag een school zelf bellen?"
put = partial(asked, organisation=TO, day=TODAY)
Show = Callable[[], KeptPage]


def held(made: Desk) -> dict[str, DeskQuestion]:
    """The questions in the store, by their words."""
    return {one.text: one for one in made.store.ask(help_desk.questions).result(10)}
