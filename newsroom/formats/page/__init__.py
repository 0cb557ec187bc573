"""What the parts of a copied article page are, found the same way for text and for HTML."""
