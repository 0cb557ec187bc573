"""Pages with several articles: templates of places, and filling them."""
