"""The list of what was found in the library."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

from facilitator.ui.casuistry.library.result_painter import ResultPainter
from facilitator.ui.casuistry.library.results_model import ResultsModel
from facilitator.words import _


def results_list(model: ResultsModel) -> QListView:
    """Give a list of what is found, in which one item is chosen."""
    listed = QListView()
    listed.setModel(model)
    listed.setProperty("role", "bare")
    listed.setItemDelegate(ResultPainter(listed))
    listed.setUniformItemSizes(True)
    listed.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    listed.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    listed.setAccessibleName(_("What was found"))
    return listed
