"""The printed page in the window: pictures of the PDF itself, its inks, its preflight, paper."""
