"""Web pages and clipboard HTML in, the site's page out."""
