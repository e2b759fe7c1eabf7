"""A new session: script, day and place, who comes; or a planned one put right."""
