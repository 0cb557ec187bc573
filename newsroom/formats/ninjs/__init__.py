"""ninjs, the JSON in which news agencies and desks exchange articles, out and in."""
