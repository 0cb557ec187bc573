"""Plain text in: pages copied from a browser, drafts, legacy encodings."""
