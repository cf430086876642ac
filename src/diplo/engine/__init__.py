"""Events in an existing engine. Come here for what one process of Python takes too long to read.

What needs meaning is decided in Python, once a distinct value (`meanings`); what is many is left to
the engine, as one expression (`selection`), which may take too many rows and never too few: each
that comes back is judged like an event of any other file (`rows`). Tables with headers of their own
(`foreign`) lose the rows that nobody asks for (`sieve`, `verdicts`), and Python makes events of the
rest. `duckdb` and `spark` open files and say what they cannot do; `choice` tells which of them
reads a file. None looks through the texts of rows that it does not return, so that a control
character there is noticed by `check` alone.
"""
