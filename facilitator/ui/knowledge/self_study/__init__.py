"""Self-study: going through a module alone, a step at a time."""
