from __future__ import annotations

import gc
import gettext
import os
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import settings

from facilitator import words

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything of Qt is imported

from PySide6.QtWidgets import QApplication, QWidget

settings.register_profile("untimed", deadline=None)  # on a busy machine all takes longer and nothing is wrong
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _words_of_the_code() -> Iterator[None]:
    """Start every test in the English of the code; whoever starts the whole program in a test switches to Dutch.

    Not with the test's own `monkeypatch`: a test that undoes what it patched would go on in another language.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "_catalogue", gettext.NullTranslations())
        yield


_tests = count(1)


_COLLECT = 40
_LOOK_AT_ALL = 10 * _COLLECT


@pytest.fixture(autouse=True)
def _collect_on_the_main_thread() -> Iterator[None]:
    """Windows that tests leave in cycles must not be freed by a thread of the store (see `ui/collector.py`).

    What outlives a collection is left out of the next ones for a while: it is modules and what fixtures keep, and to go
    through all of it takes longer than the tests.
    """
    gc.disable()
    yield
    done = next(_tests)
    if done % _COLLECT == 0:
        if done % _LOOK_AT_ALL == 0:
            gc.unfreeze()
        gc.collect()
        gc.freeze()


_keepers: list[QWidget] = []


@pytest.fixture(autouse=True)
def _no_window_takes_the_screen_along() -> Iterator[None]:
    """Python takes the widget that was last asked for its screen for the screen's owner, and would destroy both.

    In the program the windows that are asked stay until the end. Of the many that tests make none may be that owner.
    """
    yield
    if isinstance(QApplication.instance(), QApplication):
        if not _keepers:
            _keepers.append(QWidget())
            _keepers[0].setObjectName("keeper")
        _keepers[0].screen()
