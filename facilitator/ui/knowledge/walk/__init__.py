"""An instrument, one question at a time: on a page of its own, and in a panel of the console."""
