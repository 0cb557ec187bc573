"""One module a step; its number is the `user_version` that it leads to."""
