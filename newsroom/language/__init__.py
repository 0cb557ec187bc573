"""What the desk knows about Vietnamese text: pure Python, usable without Qt."""
