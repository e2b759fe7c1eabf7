"""Settings: what is chosen once on this laptop and holds from then on."""
