"""The help desk (vraagbaak): a question in plain words, what answers it, and what becomes of it if nothing does."""
