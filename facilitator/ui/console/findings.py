"""Findings: tells on the console what looks like personal data, and leads to where it is checked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.core.events import Spotted
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session
from facilitator.core.spotting import held_ids, remark_subject
from facilitator.ui.console.keys import Command, key_of
from facilitator.ui.findings import seen_words
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console

Seen = dict[str, tuple[Spotted, ...]]


class Findings:
    """Says once, calmly, what was seen in a text that was just written. It takes no keyboard and stops nobody."""

    def __init__(self, console: Console, session: Session) -> None:
        self._console = console
        self._seen = _seen(session)
        self._told: str | None = None

    def show_session(self, session: Session) -> None:
        """Tell what was not there before."""
        before, self._seen = self._seen, _seen(session)
        for subject_id, spotted in self._seen.items():
            fresh = [each for each in spotted if each not in before.get(subject_id, ())]
            if fresh:
                self._told = subject_id
                self._tell(fresh)

    def _tell(self, spotted: list[Spotted]) -> None:
        console = self._console
        words = f"{seen_words(spotted, private=console.private)} {_where()}"
        panel = console.panels.top
        if panel is not None:
            panel.say(words)
        entry = console.side.agreements.entry if console.in_agreements() else console.step.entry
        entry.notice(words)

    def refusal_words(self, refusal: Refusal) -> str:
        """Why something did not happen, and for what looks personal the key that leads on."""
        words = _(refusal.value)
        return f"{words} {_where()}" if refusal is Refusal.PERSONAL else words

    def fold(self) -> None:
        """Say no more what was seen: the room may see this screen."""
        for entry in (self._console.step.entry, self._console.side.agreements.entry):
            entry.notice("")

    def all_checked(self) -> None:
        """Say that nothing is left."""
        self._console.step.entry.notice("")
        self._console.say(_("All is checked. Ctrl+Z takes the last decision back."))

    # ---- where to begin

    def at_hand(self) -> str | None:
        """The held text that is meant: the chosen row, otherwise the one that was told of last."""
        step, side = self._console.step, self._console.side
        chosen = (step.notes.list, side.parking.list, side.agreements.list, step.answers.list)
        rows = [rows.chosen for rows in chosen if rows.chosen is not None]
        return next((held for row in (*rows, self._told) if (held := self._held(row))), None)

    def _held(self, row: str | None) -> str | None:
        """The held text that a row stands for: its own, or the remark of an agreement."""
        held = held_ids(self._console.deeds.session.notebook)
        return next((subject for subject in (row, remark_subject(row or "")) if subject in held), None)

    def check(self, row: str) -> None:
        """Check the text of a row, when it is held back."""
        if subject := self._held(row):
            self._console.commands.check(subject)

    def or_else(self, act: Callable[[str], object]) -> Callable[[str], None]:
        """What a pill does: check the text of its row when that is held back, otherwise `act`."""

        def pressed(row: str) -> None:
            if self._held(row):
                self.check(row)
            else:
                act(row)

        return pressed


def _where() -> str:
    return _("Check: {key}").format(key=key_of(Command.CHECK).sign)


def _seen(session: Session) -> Seen:
    return {subject: session.notebook.open_flags(subject) for subject in held_ids(session.notebook)}
