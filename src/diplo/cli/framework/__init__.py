"""The one door to Typer: how options are declared, commands parsed, and answers written."""
