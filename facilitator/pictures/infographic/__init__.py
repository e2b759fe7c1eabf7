"""The infographic: a panel of figures, or of sentences on cards, becomes a display list like any other picture."""

from facilitator.pictures.infographic.panel import panel_drawing, panel_pages

__all__ = ["panel_drawing", "panel_pages"]
