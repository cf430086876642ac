"""The options that commands share, each declared once, and the reading of their values."""
