"""Search everywhere: one line that finds cards, cases, scripts, sessions, agreements and what can be done."""
