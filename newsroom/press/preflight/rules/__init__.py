"""The rules of the preflight, a module a subject; `catalogue` says what each of them says."""
