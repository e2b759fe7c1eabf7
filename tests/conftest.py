from __future__ import annotations

import gettext

import pytest

from facilitator import words


@pytest.fixture(autouse=True)
def _words_of_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start every test in the English of the code; whoever starts the whole program in a test switches to Dutch."""
    monkeypatch.setattr(words, "_catalogue", gettext.NullTranslations())
