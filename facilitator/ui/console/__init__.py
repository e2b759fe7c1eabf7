"""The facilitator's screen.

console         Console: the whole of it, wired in one place
keys            every key in one table; commands are what keys and buttons ask for
actions         what the facilitator does, as events
reading         how a typed line is understood before Enter
phrases         what is said about a session, in words
rows, row_list  the one kind of list, painted, of plain text
"""
