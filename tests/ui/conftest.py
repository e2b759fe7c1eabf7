"""Shared by all tests of the screens: the look, a clock that stands still, a session that runs, screenshots."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from facilitator.core.apply import fold
from facilitator.core.events import Details, Event, SessionPlanned, SessionStarted
from facilitator.core.people import Participant, Partner
from facilitator.core.script import Answering, Form, Guidance, Question, Script, Step, StepKind
from facilitator.core.session import Session
from facilitator.ui import theme
from facilitator.ui.running_session import RunningSession
from tests.ui.desk import NOW, Desk, desk

ROOT = Path(__file__).resolve().parents[2]
START = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)


class Clock:
    """A clock that only moves when told."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time

    def pass_minutes(self, minutes: float) -> datetime:
        self.time += timedelta(minutes=minutes)
        return self.time


@pytest.fixture(scope="session", autouse=True)
def themed(qapp: QApplication) -> theme.Theme:
    """The light look, on every test of the screens."""
    return theme.apply(qapp, ROOT / "resources" / "theme")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


@pytest.fixture
def script() -> Script:
    """Three steps: a welcome, a question answered per organisation, agreements."""
    guidance = Guidance(say=("Welkom allemaal.",), ask=("Wat heb **jij** nodig?",), do=("Laat één minuut stilte.",))
    questions = (Question("q-need", "Wat heb je van een ander nodig?"), Question("q-offer", "Wat kun je bieden?"))
    steps = (
        Step("welcome", "Welkom en kennismaken", StepKind.WELCOME, 10, 5, "Welkom", "Fijn dat je er bent."),
        Step(
            "expect",
            "Wat mag je verwachten?",
            StepKind.ROUND,
            20,
            10,
            "Wat kun je en mag je van elkaar verwachten?",
            "Noem één ding dat je van een ander aan tafel nodig hebt, en één ding dat je zelf kunt bieden.",
            guidance=guidance,
            questions=questions,
            answering=Answering.PER_PARTNER,
        ),
        Step("agree", "Afspraken en afronden", StepKind.AGREEMENTS, 15, 10, "Wat spreken we af?", protected=True),
    )
    return Script("proef", "Het Gesprek: proef", Form.HET_GESPREK, "Elkaar kennen.", "Partners.", 4, 20, steps)


@pytest.fixture
def session(script: Script, new_id: Callable[[], str]) -> Session:
    """A session of that script that was just started, with three organisations and four people."""
    partners = tuple(Partner(key, name) for key, name in (("p", "Politie"), ("w", "Wijkteam"), ("h", "Huisarts")))
    names = (("a", "Anna Bakker", "p"), ("b", "Bob de Vries", "w"), ("c", "Cem Yildiz", "w"), ("d", "Dina Smit", "h"))
    participants = tuple(Participant(key, name, partner_id=partner) for key, name, partner in names)
    planned = SessionPlanned(
        id=new_id(),
        at=START,
        session_id="s-1",
        script=script,
        details=Details("Wijk Noord", date(2026, 11, 24), time(14, 0), 45, municipality="Voorbeeldstad"),
        minutes=tuple(step.minutes for step in script.steps),
        partners=partners,
        participants=participants,
    )
    folded = fold((planned, SessionStarted(id=new_id(), at=START)))
    assert folded is not None
    return folded


@pytest.fixture
def kept() -> list[Event]:
    """What the running session handed on to be kept."""
    return []


@pytest.fixture
def running(session: Session, kept: list[Event], clock: Clock, new_id: Callable[[], str]) -> RunningSession:
    """That session behind the one door for events."""
    return RunningSession(session, lambda event, _after: kept.append(event), clock, new_id)


@pytest.fixture
def empty_desk(tmp_path: Path, new_id: Callable[[], str]) -> Iterator[Desk]:
    """A store on disk, with nothing in it."""
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "documents").mkdir()
    with desk(home, lambda: NOW, new_id) as open_desk:
        yield open_desk


@pytest.fixture
def shot() -> Callable[[QWidget, str], None]:
    """Save a picture of a widget as `<name>.png` in the folder that FACILITATOR_SHOTS names, when it names one."""

    def save(widget: QWidget, name: str) -> None:
        folder = os.environ.get("FACILITATOR_SHOTS", "")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            assert widget.grab().save(str(Path(folder) / f"{name}.png"))

    return save
