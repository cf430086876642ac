"""The command line: argv in, an exit status out. Come here for commands, options and their help.

`main` runs a command of `commands`. An option is declared in `options`, which takes its text; with
what its values and the `arguments` mean (`values`), `query` makes a question of them all, and finds
the events. `manual` has the help beside them, `completion` the scripts for shells. `framework` is
what Typer lacks.
"""
