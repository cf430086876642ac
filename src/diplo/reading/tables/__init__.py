"""Read tables (delimited text, spreadsheets and flat JSON) as the data of events.

`opening` takes a file; `delimited`, `spreadsheets` (`sheet_checks`, `xlsx_cells`, `ods_days`),
`objects` (`json_tables`, `scattered_records`) and `listed` make a `table` of it; `markdown`
recognises notes that are one. `header` finds what columns mean, with `asides` and `divided` for
dates, and `left_out` reports the others; `cells` reads a cell, `cell_dates` and `row_dates` a date
(`counted_days`, `two_numbers`, `unread_words`). A `document` yields the events. `inline_yaml`
writes the maps that messages propose.
"""
