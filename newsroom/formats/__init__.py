"""One folder a format, its reader and writer side by side; all pure functions."""
