"""Casuistry: the library of scripts, cases and cards, and the editor in which one writes one's own."""
