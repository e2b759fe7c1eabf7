"""The page of agreements over all sessions: find them, see what is late, and say how they stand.

Everything shown comes from rows of the store, asked in its own thread; a line is asked for when it comes into sight.
"""
