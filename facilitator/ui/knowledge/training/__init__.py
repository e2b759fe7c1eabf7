"""The training plan of teams: who is to be trained in what, by when, and how far that is."""
