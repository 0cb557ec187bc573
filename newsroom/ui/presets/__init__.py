"""The print presets in the window: their list, their fields, the page they make."""
