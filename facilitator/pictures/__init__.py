"""Pictures of a case: what is known of it becomes a display list that screen and paper paint alike.

`case_drawing` (on one sheet) and `case_pages` (for a screen) are the doors. Nothing here knows Qt or ReportLab:
measures are in points, colours are parts to play.
"""

from facilitator.pictures.drawing import Drawing
from facilitator.pictures.measure import FontMeasure, Measure
from facilitator.pictures.picture import PictureKind, case_drawing, case_pages
from facilitator.pictures.setting import LEAST, Room

__all__ = ["LEAST", "Drawing", "FontMeasure", "Measure", "PictureKind", "Room", "case_drawing", "case_pages"]
