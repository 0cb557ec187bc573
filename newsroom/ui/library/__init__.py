"""The left panel: the library as a tree, a search field and a list of articles."""
