"""What is known, at the moment it is needed: the cards and what can be done with them."""
