"""The frustratiewijzer as a way in: what chafes in working together, what lies behind it, and what may help."""
