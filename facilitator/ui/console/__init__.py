"""The facilitator's screen.

console            Console: put together and wired in one place
keys, commands     every key in one table; what each command does; router hands keys to it
actions            what the facilitator does, as events
reading, entry     how a typed line is understood; the line itself, entry_field with the organisations it offers
columns            three columns, or two, or one: step_column, side_column, and the programme with the table
step_*, guidance, questions, notes, answers, bottom_bar       the middle
room_view, agreements, parking, saved                         the right
top_bar, step_bar, programme, table                           the rest
panels             what opens over it: agreement_form, people, read_back, key_sheet
privacy, folded    whether private things are in sight
rows, row_list, row_painter                                   the one kind of list, of plain text
phrases            what is said about a session, in words
"""
