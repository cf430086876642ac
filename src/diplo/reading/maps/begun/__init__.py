"""Maps begun for a table, from guesses at what its columns mean.

`skeleton` writes the map for a table that `layout` finds in a file. It guesses from the words of
headers (`names`) and from cells (`columns`, `column_kinds`, `party_columns`, `no_parties`,
`state_numbers`, `titles`, `made_titles`, `date_columns`, `precisions`), and adds what a map has to
say of the cells in an event's columns (`event_columns`, `findings`, `early`, `lengths`,
`separators`, `values`, `remarks`). Tables that a shipped map fits are `recognised`; records with
dates in lists beneath them (`nested_dates`) get advice instead of a map.
"""
