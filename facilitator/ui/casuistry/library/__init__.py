"""The library page: search as you type, filters, what was found, and everything about what is chosen."""
