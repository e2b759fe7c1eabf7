"""Other hands: what a session says as mail, calendar, spreadsheet, word processor document and web page."""
