"""A report that lasts: the session's data travel in the file, as far as its pages tell them, and can be read back.

`printed` finds out what the pages tell, `told` gives the pages themselves, `writing` puts both into a file, `reading`
takes them out of one. The shape of the data is `docs/report-schema.json`; docs/pdf.md says more.
"""
