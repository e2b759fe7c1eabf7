"""The facilitator's screen.

console            Console: put together and wired in one place
keys, commands     every key in one table; what each does (case_commands, time_commands); router hands keys to it
actions            what the facilitator does, as events: going, writing, casework and who is at the table
reading, entry     how a typed line is understood; the line itself, what it is for (tasks), and what it offers:
                   organisations and roles (entry_field), whole texts (picks)
playing            who can be named, asked and given the floor here
columns            three columns, or two, or one: step_column, side_column, and the programme with the table
step_*, case_line, guidance, questions, notes, answers (answer_rows), bottom_bar      the middle
room_view, agreements, parking, saved                         the right
top_bar, step_bar, programme, table (floor)                   the rest
panels             what opens over it: agreeing/, people, read_back, decide, weigh (case_panel), key_sheet
privacy, folded    whether private things are in sight
rows, row_list, row_painter                                   the one kind of list, of plain text
phrases            what is said about a session, in words
"""
