"""The article and its words: frozen dataclasses and pure functions, standard library only."""
