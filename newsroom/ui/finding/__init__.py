"""Finding and replacing: the bar over the sheet, and the dialog for the whole library."""
