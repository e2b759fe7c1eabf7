"""Forms as the program makes them, filled in as other programs do, and a store with the session they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from facilitator.content.locate import resource
from facilitator.core import reporting
from facilitator.core.session import Session
from facilitator.report.bundle import status_forms_of
from facilitator.report.press import Press
from facilitator.ui.returned.arriving import PURPOSE
from tests.ui.desk import AGREEMENTS, NOW, TODAY, Desk, desk


@pytest.fixture(scope="session")
def press() -> Press:
    return Press(resource("templates"), resource("fonts"))


@pytest.fixture
def made(tmp_path: Path, new_id: Callable[[], str]) -> Iterator[Desk]:
    """A store on disk."""
    home = tmp_path / "home"
    home.mkdir()
    with desk(home, lambda: NOW, new_id) as open_desk:
        yield open_desk


@pytest.fixture
def closed(made: Desk) -> Session:
    """A session that is over: the team owns three agreements, the police one."""
    session = made.keep(*made.closed("s-closed", TODAY - timedelta(days=28), "Wijk Zuid", AGREEMENTS))
    made.store.ask(lambda _connection: None).result(10)
    return session


Form = Callable[..., bytes]


@pytest.fixture
def form(made: Desk, closed: Session, press: Press) -> Form:
    """Give the form of an organisation, with fields filled in by the number of the agreement."""

    def make(partner_id: str = "p-wijk", session: Session = closed, **values: str) -> bytes:
        slip = reporting.slip_of(session, partner_id, made.store.secret(PURPOSE))
        (job,) = status_forms_of(session, [slip])
        return filled(job.render(press).pdf, **values)

    return make


def filled(pdf: bytes, **values: str) -> bytes:
    """Fill fields in: `status_1="bezig"`, `why_2="…"`, by the number of the agreement; or `remark`, `by`."""
    with pikepdf.open(BytesIO(pdf)) as document:
        (root,) = document.Root.AcroForm.Fields
        by_kind: dict[str, list[pikepdf.Object]] = {}
        for field in root.Kids:
            by_kind.setdefault(str(field.T).partition("-")[0], []).append(field)
        for name, value in values.items():
            kind, _, number = name.partition("_")
            field = by_kind[kind][int(number or 1) - 1]
            if kind == "status":
                field.V = pikepdf.Name(f"/{value}")
                for widget in field.Kids:
                    chosen = f"/{value}" in widget.AP.N
                    widget.AS = pikepdf.Name(f"/{value}") if chosen else pikepdf.Name.Off
            else:
                field.V = pikepdf.String(value)
        saved = BytesIO()
        document.save(saved)
    return saved.getvalue()
