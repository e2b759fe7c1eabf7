"""What a step of `dev.py check` says with its exit code, beside 0 and 1."""

SKIPPED = 77
"""It could not be looked at on this machine; automake has the same number for it."""
