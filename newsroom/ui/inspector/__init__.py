"""The right-hand panels: what is chosen rather than written."""
