"""Hands over: the documents of a session as tagged PDF.

`press` turns a template and a view model into the bytes of a PDF, `documents` makes the view models of a session,
`bundle` says which documents a session has, and `worker` makes them in a process of its own.
"""
