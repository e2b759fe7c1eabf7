"""The first window: begin, resume, earlier sessions, what is due, keys, and the way out when the store fails."""
