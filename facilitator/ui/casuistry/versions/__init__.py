"""Versions: what was kept of an item, held beside what it is now, and put back."""
