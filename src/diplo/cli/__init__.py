"""The command line: argv in, an exit status out. Come here for commands, options and their help.

An option is declared in `options`, which takes its text; `query` makes a question of them all, and
finds the events. `framework` is what Typer lacks.
"""
