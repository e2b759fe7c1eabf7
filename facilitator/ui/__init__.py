"""Everything on a screen. With app.py the only package that imports PySide6.

world             what the program takes from outside, so that a test can hold it still
services          what the windows need from the rest of the house; on_demand is what of it starts later
main_window       the desk; destinations and session_pages are what it shows
leading_road      from the desk to the console and back; leading joins console, stage and room for one session
running_session   the one door through which things happen: events in, `changed` out
theme, widgets/   the look, and small shared parts

The folders are in ARCHITECTURE.md.
"""
