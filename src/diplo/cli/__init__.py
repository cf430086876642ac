"""The command line: argv in, an exit status out. Come here for commands, options and their help."""
