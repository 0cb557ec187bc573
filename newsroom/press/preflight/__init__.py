"""The check of a finished PDF file before it goes to the printer: read, walk, judge by rules."""
