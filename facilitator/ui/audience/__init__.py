"""The room's screen. It is handed an AudienceView and never sees a session.

text       words laid out in lines
shapes     what has no words: bars, dots and lines
pieces     panels, boxes, columns and rows that can be cut at the end of a page
paging     rows put on pages
sheet      the measures of one screen, and the sizes of text to try
scenes     what a view says, as rows: made of `blocks`, `cards`, `tallies`, `agreements` and `case_scenes`
signs      the quiet signs around a page: where a moment stands, how the group works
picture    compose(view, size): pages that are ready to paint
paint      paint_view: background, header, page, time bar
prints     pictures as pixmaps, kept
turning    which page is shown when the view changes
trial      the test picture by which a display is checked
window     the window on the projector
thumbnail  the same picture, small, for the facilitator
"""
