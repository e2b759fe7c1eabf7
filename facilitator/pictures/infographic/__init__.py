"""The infographic: a panel of figures, or of sentences on cards, becomes a display list like any other picture."""

from facilitator.pictures.infographic.panel import panel_drawing, panel_pages
from facilitator.pictures.infographic.parts import PAPER

__all__ = ["PAPER", "panel_drawing", "panel_pages"]
