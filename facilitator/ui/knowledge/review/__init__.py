"""What of the cards is due for another look."""
