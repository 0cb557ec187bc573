"""The printed page: layout is a pure function, drawing has no logic."""
