"""Privacy: what looks like personal data in a script, case or card of the user's own, and what was decided about it."""
