"""Draft a map for a table, from guesses at what its columns mean.

`skeleton` writes the map for a table that `layout` finds in a file. From the first rows (`sample`)
it guesses by the words of headers (`names`) and by cells (`columns`, `column_kinds`,
`party_columns`, `lookalikes`, `state_numbers`, `titles`, `date_columns`, `precisions`), and adds
what a map has to say of the cells in an event's columns (`event_columns`, `findings`,
`date_findings`, `party_findings`, `spans`, `values`, `remarks`). Tables that a shipped map fits are
`recognised`.
"""
