"""Maps begun for a table: which column is what, as far as that can be told.

A `skeleton` is written by the words of headers (`names`) and by cells (`columns`, `party_columns`,
`no_parties`, `state_numbers`, `titles`, `made_titles`, `precisions`), with what the cells of an
event's columns (`event_columns`) hold that a map has to tell of (`findings`, `early`, `marks`,
`values`, `remarks`), unless a map that ships is for such a table (`recognised`), or its dates lie
in lists `beneath` records.
"""
