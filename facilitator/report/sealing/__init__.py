"""An electronic seal on a document, so that a change shows: made with a key of the user's own, and looked at again.

Everything here happens offline, in the worker process: pyHanko takes half a second to import.
"""
