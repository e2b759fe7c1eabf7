"""The room's screen. It is handed an AudienceView and never sees a session.

text       words laid out in lines
pieces     panels, bars and rows that can be cut at the end of a page
paging     rows put on pages
scenes     what a view says, as rows
picture    compose(view, size): pages that are ready to paint
paint      paint_view: background, header, page, time bar
prints     pictures as pixmaps, kept
turning    which page is shown when the view changes
window     the window on the projector
thumbnail  the same picture, small, for the facilitator
"""
