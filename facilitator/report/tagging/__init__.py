"""Tagged PDF (PDF/UA-1) in three steps.

`tree` holds the logical structure of a document, `pen` draws on a ReportLab canvas and notes which tag each mark
belongs to, and `finish` writes structure, links, bookmarks and metadata into the drawn file with pikepdf. No part of
ReportLab is patched for it: the canvas only ever draws between a begin and an end that the pen has written.
"""
