"""Qt models over the library's lists and trees."""
