"""Events in an existing engine. Come here for what one process of Python takes too long to read.

Python decides what each distinct value means, once (`meanings`). The engine filters the many rows
by one expression (`selection`), which may let through too many rows and never too few: each row
that comes back is judged like an event of any other file (`rows`), unless it is only counted
(`counting`). Events come in one shape (`tables`), whatever the file (`json_lines`, `parquet`);
`line_places` finds their lines again. From tables with other headers (`foreign`, `delimited`), rows
that nobody asks for are left out (`sieve`, `verdicts`), and Python makes events of the rest.
`duckdb` and `spark` (in a `session`) open files by their `addresses`, and report what fails
(`failures`) or that they are still working (`heartbeat`); `choice` decides which of them reads a
file. None looks through the texts of rows that it does not return, so that only `check` notices a
control character there.
"""
