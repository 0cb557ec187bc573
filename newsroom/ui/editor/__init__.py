"""The sheet: the writing surface and its codec."""
