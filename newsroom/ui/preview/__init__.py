"""The site's page beside the sheet, live and locked down."""
