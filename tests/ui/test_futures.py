from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from pytestqt.qtbot import QtBot

from facilitator.ui.futures import deliver


def test_a_result_of_a_thread_arrives_on_the_ui_thread(qtbot: QtBot) -> None:
    heard: list[tuple[int, bool]] = []
    with ThreadPoolExecutor(1) as pool:
        deliver(pool.submit(lambda: 42), lambda value: heard.append((value, current_thread() is main_thread())))
        qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(42, True)]


def test_a_result_that_was_there_already_is_not_lost(qtbot: QtBot) -> None:
    done: Future[str] = Future()
    done.set_result("kept")
    heard: list[str] = []
    deliver(done, heard.append)
    assert heard == []  # it comes with the event loop, never in the middle of the caller
    qtbot.waitUntil(lambda: heard == ["kept"])


def test_an_error_reaches_who_asked(qtbot: QtBot) -> None:
    failed: Future[str] = Future()
    heard: list[Exception] = []
    deliver(failed, lambda _value: pytest.fail("there is no result"), heard.append)
    failed.set_exception(OSError("disk"))
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert isinstance(heard[0], OSError)


def test_an_error_nobody_asked_about_is_loud(qtbot: QtBot) -> None:
    failed: Future[str] = Future()
    deliver(failed, lambda _value: None)
    with qtbot.capture_exceptions() as caught:
        failed.set_exception(OSError("disk"))
        qtbot.wait(20)
    assert [kind for kind, _value, _trace in caught] == [OSError]


def test_cancelled_brings_nothing(qtbot: QtBot) -> None:
    future: Future[str] = Future()
    heard: list[object] = []
    deliver(future, heard.append, heard.append)
    future.cancel()
    qtbot.wait(20)
    assert heard == []


class _Page(QObject):
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, value: object) -> None:
        self.heard.append(value)


def _close(page: QObject) -> None:
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)


def test_a_page_that_is_gone_is_left_alone(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    good: Future[str] = Future()
    bad: Future[str] = Future()
    page = _Page()
    deliver(good, page.hear, page.hear)
    deliver(bad, page.hear, page.hear)
    _close(page)
    good.set_result("late")
    bad.set_exception(OSError("late"))
    qtbot.waitUntil(lambda: "OSError" in caplog.text)
    assert page.heard == []


def test_a_signal_of_a_page_that_is_gone_is_left_alone(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    good: Future[str] = Future()
    bad: Future[str] = Future()
    page = _Page()
    deliver(good, page.failed.emit)
    deliver(bad, lambda _value: pytest.fail("there is no result"), partial(page.failed.emit))
    _close(page)
    with qtbot.capture_exceptions() as caught:
        good.set_result("late")
        bad.set_exception(OSError("late"))
        qtbot.waitUntil(lambda: "OSError" in caplog.text)
    assert caught == []


def test_any_other_fault_of_who_is_called_is_loud(qtbot: QtBot) -> None:
    future: Future[str] = Future()

    def fault(_value: str) -> None:
        raise RuntimeError("Signal source has been deleted")  # ours, of another signal: nobody may swallow it

    deliver(future, fault)
    with qtbot.capture_exceptions() as caught:
        future.set_result("there")
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, _value, _trace in caught] == [RuntimeError]


class _Asking(QObject):
    """Hears an answer in a lambda."""

    def __init__(self, asked: Future[str], heard: list[str]) -> None:
        super().__init__()
        deliver(asked, lambda answer: self.hear(heard, answer))

    def hear(self, heard: list[str], answer: str) -> None:
        heard.append(f"{self.objectName()}{answer}")


def test_a_lambda_of_a_page_that_is_gone_is_left_alone(qtbot: QtBot) -> None:
    futures: list[Future[str]] = [Future(), Future()]
    heard: list[str] = []
    gone, there = (_Asking(future, heard) for future in futures)
    _close(gone)
    for future in futures:
        future.set_result("late")
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(20)
    assert heard == ["late"]
    assert there.objectName() == ""


def test_the_application_may_be_on_its_way_out(qtbot: QtBot) -> None:
    future: Future[str] = Future()
    heard: list[str] = []
    deliver(future, heard.append)
    app = QCoreApplication.instance()
    assert app is not None
    for parcel in app.children():
        if type(parcel).__name__ == "_Parcel":
            _close(parcel)
    future.set_result("nobody")
    qtbot.wait(20)
    assert heard == []
