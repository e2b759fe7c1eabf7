"""ImportDialog: people out of a mail or a file, to be looked at before they are accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QTableWidget, QTableWidgetItem, QWidget

from facilitator.ui.widgets import Dialog, PlainLabel
from facilitator.ui.widgets.tips import as_typed
from facilitator.ui.widgets.told_table import told_table
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.content.people import PeopleImport


class ImportDialog(Dialog):
    """Shows the people found, and the rows that did not fit: which, why, what was kept.

    Without a list that was read before, there is a field to paste in, read anew at every change.

    Attributes:
        found: what was read; valid once accepted.
    """

    def __init__(self, found: PeopleImport | None = None, source: str = "", parent: QWidget | None = None) -> None:
        title = _("People from {source}").format(source=source) if source else _("Paste people from a mail")
        super().__init__(title, parent, accept=_("Add"))
        self.ask_for(760, 520)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(_("Text to read people from"))
        self.text.setPlaceholderText(
            _("Name <address>; Name <address>\nor a line for each person: name, organisation, role, address")
        )
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._read)
        self.text.setMaximumHeight(self.fontMetrics().height() * 7)
        self.summary = PlainLabel(role="strong", wrap=True)
        self.people = told_table([_("Name"), _("Organisation"), _("Role"), _("Mail")])
        self.people.setAccessibleName(_("People found"))
        self.report_title = PlainLabel(_("Look at these rows"), "attention")
        self.report = told_table([_("Row"), _("Why"), _("What was kept")])
        self.report.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.report.setAccessibleName(self.report_title.text())
        for widget in (self.text, self.summary, self.people, self.report_title, self.report):
            self.body.addWidget(widget)
        self.text.setVisible(found is None)
        self.found = _nothing()
        self._show(found or self.found)

    def _read(self) -> None:
        from facilitator.content.people import people_from_text  # noqa: PLC0415  not needed for the first window

        self._show(people_from_text(self.text.toPlainText()) if self.text.toPlainText().strip() else _nothing())

    def _show(self, found: PeopleImport) -> None:
        self.found = found
        count = len(found.rows)
        text = ngettext("{count} person found.", "{count} people found.", count).format(count=count)
        self.summary.setText(found.refused or (text if count else ""))
        self.accept_button.setEnabled(count > 0)
        self.accept_button.say(
            ngettext("Add {count} person", "Add {count} people", count).format(count=count) if count else _("Add")
        )
        _fill(
            self.people,
            [(row.name, _organisation(row.organisation, row.suggestion), row.role, row.email) for row in found.rows],
        )
        _fill(self.report, [(str(line.row) if line.row else "–", line.why, line.kept) for line in found.report])
        self.people.setVisible(count > 0)
        for widget in (self.report_title, self.report):
            widget.setVisible(bool(found.report))


def _nothing() -> PeopleImport:
    from facilitator.content.people import PeopleImport  # noqa: PLC0415  not needed for the first window

    return PeopleImport()


def _organisation(name: str, suggestion: str) -> str:
    return name or (_("{name}?").format(name=suggestion) if suggestion else "")


def _fill(table: QTableWidget, rows: list[tuple[str, ...]]) -> None:
    table.setRowCount(len(rows))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(as_typed(text))
            table.setItem(row, column, item)
