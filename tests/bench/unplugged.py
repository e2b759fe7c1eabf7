"""A session on two displays of which one is unplugged: a program that is asked by lines, and tells as JSON.

`show` brings the room's window onto its display and tells how long hiding a bare window there takes; `gone` tells how
long after Qt's signal the room's window was hidden.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime

from PySide6.QtWidgets import QApplication

from facilitator.core.apply import fold
from facilitator.core.events import Screen, ScreenSet
from facilitator.ui.leading import Leading
from tests.bench.going import Going
from tests.bench.meetings import meeting
from tests.bench.stage import dressed, lead

PATIENCE = 10.0


class Unplugged:
    """The session, and what it is asked."""

    def __init__(self) -> None:
        self.app = dressed()
        begun: list[Going] = []
        # Connected before the program's own slot, and so called before it.
        self.app.screenRemoved.connect(lambda _screen: begun[0].begin())
        now = datetime.now(UTC)
        session = fold(meeting(now))
        assert session is not None
        self.leading: Leading = lead(self.app, session, lambda: now)[0]
        self.going = Going(self.app, self.leading)
        begun.append(self.going)
        self.leading.console.move(20, 20)
        self.displays = self.leading._displays
        self.displays.set_console(self.leading.console)

    def show(self) -> dict[str, float]:
        """Have the room's window on its display, live."""
        self._wait_for_room()
        room = self.displays.room_screen
        assert room is not None
        bare = self.going.bare_hide(room)
        assert self.displays.show_audience()
        self.leading.running.do(ScreenSet, screen=Screen.LIVE)
        self.going.settle(0.3)
        return {"bare": bare}

    def gone(self) -> dict[str, float]:
        """Tell what came of it."""
        return {"ms": self.going.hidden_ms(PATIENCE)}

    def _wait_for_room(self) -> None:
        for _ in range(50):
            self.going.settle(0.1)
            if self.displays.room_screen is not None:
                return


def main() -> None:
    """Answer until there are no more questions."""
    program = Unplugged()
    for line in sys.stdin:
        told = program.show() if line.strip() == "show" else program.gone()
        print(json.dumps(told), flush=True)  # noqa: T201  this is how it answers
    QApplication.quit()


if __name__ == "__main__":
    main()
