"""Packs: bringing in what others made, and handing out what was written here."""
