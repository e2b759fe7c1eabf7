"""Pictures of a case: what is known of it becomes a display list that screen and paper paint alike.

`case_drawing` is the door. Nothing here knows Qt or ReportLab: measures are in points, colours are parts to play.
"""

from facilitator.pictures.drawing import Drawing
from facilitator.pictures.measure import FontMeasure, Measure
from facilitator.pictures.picture import PictureKind, case_drawing, case_pages

__all__ = ["Drawing", "FontMeasure", "Measure", "PictureKind", "case_drawing", "case_pages"]
