"""Facts and fables: claims that people repeat, to guess of for oneself."""
