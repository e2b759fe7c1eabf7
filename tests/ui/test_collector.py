import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from facilitator.ui.collector import Collector


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    was = gc.isenabled()
    gc.enable()
    found = Collector()
    yield found
    found.stop()
    assert gc.isenabled()
    if not was:
        gc.disable()


class Cycle(QObject):
    """An object that only the collector of cycles lets go of; tells which thread did."""

    freed_in: ClassVar[list[int]] = []

    def __init__(self) -> None:
        super().__init__()
        self.itself = self

    def __del__(self) -> None:
        Cycle.freed_in.append(threading.get_ident())


def busy() -> None:
    """Allocate more than the thresholds of the automatic collector."""
    for _ in range(20):
        kept: list[list[int]] = [[] for _ in range(2_000)]
        del kept


def test_another_thread_never_frees_what_belongs_to_the_windows(collector: Collector) -> None:
    Cycle.freed_in.clear()
    Cycle()
    thread = threading.Thread(target=busy)
    thread.start()
    thread.join()
    assert Cycle.freed_in == []
    gc.collect()
    assert Cycle.freed_in == [threading.get_ident()]


def test_garbage_is_collected_once_it_is_due(collector: Collector) -> None:
    Cycle.freed_in.clear()
    Cycle()
    many: list[list[int]] = [[] for _ in range(3_000)]
    collector.collect()
    assert Cycle.freed_in == [threading.get_ident()]
    del many


def test_what_has_settled_is_looked_at_no_more(collector: Collector) -> None:
    collector.settle()
    assert gc.get_freeze_count() > 10_000
    collector.stop()
    assert gc.get_freeze_count() == 0
