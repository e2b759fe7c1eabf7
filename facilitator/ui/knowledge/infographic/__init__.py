"""The infographic on a page: the figures of the cards in pictures, to look at and to save."""
