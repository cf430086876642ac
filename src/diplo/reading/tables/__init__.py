"""Read tables: delimited text, spreadsheets, and records or lists of JSON; and what cells mean.

`delimited`, `spreadsheets` (`sheet_checks`, `xlsx_cells`, `ods_days`), `objects`
(`scattered_records`) and `listed` make a `table` of a file. `header` (`two_lines`) finds what
columns mean, with `asides` and `divided` for dates; `cells` reads a cell, `cell_dates` and
`row_dates` a date (`counted_days`, `two_numbers`, `unread_words`). `inline_yaml` writes the maps
that messages propose.
"""
