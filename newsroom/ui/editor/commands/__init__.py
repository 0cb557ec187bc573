"""What a person can do to the text besides typing; every command is one undo step."""
