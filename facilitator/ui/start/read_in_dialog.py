"""ReadInDialog: what is in a report that was handed over, and what reading it in does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from facilitator.core.events import ArchivedReport, ReadFrom
from facilitator.ui import dates
from facilitator.ui.widgets import Dialog
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.report.sealing.seal import Looked


class ReadInDialog(Dialog):
    """Accepted when the report is to be read in. `before` is the version that is here already, 0 for none."""

    def __init__(
        self,
        report: ArchivedReport,
        source: ReadFrom,
        before: int,
        parent: QWidget | None = None,
        seal: Looked | None = None,
    ) -> None:
        title = _("Read in a newer version?") if before else _("Read in this report?")
        super().__init__(title, parent, accept=_("Read in"))
        details = report.details
        place = ", ".join(part for part in (details.place, details.municipality) if part)
        self.add_text(" · ".join(part for part in (place, dates.long_day(details.day)) if part), "strong")
        self.add_text(f"{report.title} · {_counts(report)}")
        if used := _used(report):
            self.add_text(_("Knowledge: {what}").format(what=", ".join(used)))
        self.add_text(_("File: {name}").format(name=source.name), "small")
        if seal is not None:
            self._tell_seal(seal)
        if before:
            text = _(
                "Version {number} takes the place of version {former}. "
                "What you wrote here about how the agreements stand stays; what was said last holds."
            )
            self.add_text(text.format(number=report.version, former=before))
        else:
            self.add_text(
                _(
                    "The session comes to the list as a closed session. Its agreements come to Agreements and to a "
                    "look back with the same organisations, so that you can follow them up."
                )
            )
        self.add_text(
            _("What else was said in the meeting is not read in: that you read in the report itself. Keep the file."),
            "small",
        )

    def _tell_seal(self, seal: Looked) -> None:
        """Say whether the file is as it was sealed, before anybody relies on it."""
        from facilitator.ui.after.seal_told import explained, verdict  # noqa: PLC0415  seldom needed

        sentence, good = verdict(seal)
        self.add_text(sentence, "strong" if good else "attention")
        self.add_text(" ".join(explained(seal)), "small")


def _counts(report: ArchivedReport) -> str:
    agreements, partners = len(report.agreements), len(report.partners)
    made = ngettext("{count} agreement", "{count} agreements", agreements).format(count=agreements)
    of = ngettext("of {count} organisation", "of {count} organisations", partners).format(count=partners)
    return f"{made} {of}" if partners else made


def _used(report: ArchivedReport) -> list[str]:
    """Say what of knowledge comes along."""
    walks, cards, claims = len(report.walks), len(report.cards), len(report.claims)
    told = (
        (walks, ngettext("{count} instrument", "{count} instruments", walks)),
        (cards, ngettext("{count} card", "{count} cards", cards)),
        (claims, ngettext("{count} fact check", "{count} fact checks", claims)),
    )
    return [words.format(count=count) for count, words in told if count]
