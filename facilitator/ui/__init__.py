"""Everything on a screen. With app.py the only package that imports PySide6.

running_session   the one door through which things happen: events in, `changed` and `saved` out
services          what the windows need from the rest of the house, handed in by app.py
theme, widgets/   the look, and small shared parts
start/            the first window: begin, resume, earlier sessions, what is due
prepare/          a new session: script, day and place, who comes
console/          the facilitator's screen
audience/         the room's screen
after/            reading back, closing, documents, preview, printing
"""
