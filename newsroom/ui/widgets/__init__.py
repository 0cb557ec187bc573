"""Small parts used by several panels."""
