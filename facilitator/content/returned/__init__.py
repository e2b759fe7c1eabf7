"""Reads what organisations send back: a form that was filled in, or a reply to a mail. Nothing here trusts a file."""
