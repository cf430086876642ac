"""The command line: argv in, an exit status out. Come here for commands, options and their help.

`main` runs a command of `commands`. `options` declares the options, `values` and `arguments` read
what was typed, and `query` makes a query of it and finds the events. `manual` has the rest of the
help, `completion` the scripts for shells. `framework` adds what Typer lacks.
"""
