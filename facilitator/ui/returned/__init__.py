"""What organisations tell between two meetings: asking them, reading what comes back, and typing it over."""
