"""Use cases: one keyword-only function for each thing a person can do."""
