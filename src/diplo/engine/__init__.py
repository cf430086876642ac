"""Events in an existing engine. Come here for what one process of Python takes too long to read.

What needs meaning is decided in Python, once a distinct value (`meanings`); what is many is left to
the engine, as one expression (`selection`), which may take too many rows and never too few: each
that comes back is judged like an event of any other file (`rows`), unless it is only counted
(`counting`). Events come in one shape (`tables`), whatever the file (`json_lines`, `parquet`);
`line_places` finds them in lines again. Tables with headers of their own (`foreign`, `delimited`)
lose the rows that nobody asks for (`sieve`, `verdicts`), and Python makes events of the rest.
`duckdb` and `spark` (in a `session`) open files, by their `names`, and say what they cannot do
(`failures`), or that they still work (`heartbeat`); `choice` tells which of them reads a file. None
looks through the texts of rows that it does not return, so that a control character there is
noticed by `check` alone.
"""
