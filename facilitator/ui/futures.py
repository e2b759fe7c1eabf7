"""From a writer thread or a worker process back to the screen: what a Future brings reaches the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, InvalidStateError
from contextlib import suppress
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, SignalInstance, Slot
from shiboken6 import isValid

T = TypeVar("T")

_GONE = "Signal source has been deleted"
"""What PySide says when a signal is sent whose object is gone. It cannot be asked beforehand."""


class _Parcel(QObject):
    """Carries one Future over to the thread it was made in. It belongs to the application, not to a page."""

    arrived = Signal(object)

    def __init__(self, then: Callable[[Any], object], otherwise: Callable[[Exception], object] | None) -> None:
        super().__init__(QCoreApplication.instance())
        self._then = then
        self._otherwise = otherwise
        self.arrived.connect(self._open, Qt.ConnectionType.QueuedConnection)

    def send(self, future: Future[Any]) -> None:
        """Called in whatever thread the Future is done."""
        if isValid(self):  # at the end of the program Qt may be gone before the last answer
            self.arrived.emit(future)

    @Slot(object)
    def _open(self, future: Future[Any]) -> None:
        self.deleteLater()
        try:
            value = future.result()
        except CancelledError:
            return
        except Exception as error:  # noqa: BLE001  whatever it is, the one who asked must hear it
            self._tell(error)
            return
        _call(self._then, value)

    def _tell(self, error: Exception) -> None:
        if self._otherwise is None:
            raise error
        if not _call(self._otherwise, error):
            import logging  # noqa: PLC0415  3 ms, for what hardly happens

            logging.getLogger(__name__).error("nobody was left to hear of %s", type(error).__name__)


def deliver(
    future: Future[T], then: Callable[[T], object], otherwise: Callable[[Exception], object] | None = None
) -> None:
    """Call `then` with the result, or `otherwise` with the error, on the UI thread when the Future is done.

    Called from the UI thread. A cancelled Future brings nothing. A method or signal of a page that is gone by then is
    not called; its error goes to the log. Without `otherwise` an error is raised where Qt's event loop reports it.
    """
    parcel = _Parcel(then, otherwise)
    future.add_done_callback(parcel.send)


def in_background(work: Callable[[], T]) -> Future[T]:
    """Do something that may take a while, such as reading a file, in a thread of its own.

    Whoever cancels it is not told what comes of it; the work itself goes on to its end.
    """
    result: Future[T] = Future()

    def run() -> None:
        try:
            value = work()
        except Exception as error:  # noqa: BLE001  handed to who asked
            with suppress(InvalidStateError):  # cancelled meanwhile
                result.set_exception(error)
        else:
            with suppress(InvalidStateError):
                result.set_result(value)

    Thread(target=run, name="background", daemon=True).start()
    return result


def _call(callback: Callable[[Any], object], given: object) -> bool:
    """Call it, and give whether anybody was there to hear."""
    if not _listens(callback):
        return False
    try:
        callback(given)
    except RuntimeError as error:
        if str(error) == _GONE and isinstance(_owner(callback), SignalInstance):
            return False
        raise
    return True


def _listens(callback: Callable[..., object]) -> bool:
    """Whether the object that a method belongs to is still there, or the `self` that a lambda speaks of."""
    plain = getattr(callback, "func", callback)  # `func`: of a functools.partial
    owner = _owner(callback)
    names = getattr(getattr(plain, "__code__", None), "co_freevars", ())
    cells = dict(zip(names, getattr(plain, "__closure__", None) or (), strict=False))
    if "self" in cells:
        owner = cells["self"].cell_contents
    return not isinstance(owner, QObject) or isValid(owner)


def _owner(callback: Callable[..., object]) -> object:
    """What a method, or the method in a functools.partial, belongs to."""
    return getattr(getattr(callback, "func", callback), "__self__", None)
