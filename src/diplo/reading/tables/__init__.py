"""Tables: text with delimiters, spreadsheets and flat JSON, to the data of events.

`opening` takes a file; `delimited`, `spreadsheets` (`sheet_checks`, `xlsx`, `ods`), `objects`
(`json_tables`, `apart`) and `listed` make rows of it, a `table`; `markdown` knows notes that are
one. `header` says what their columns mean, with `asides` and `divided` for dates, and `left_out`
what is said of others; `cells` what a cell says, `cell_dates` and `row_dates` what its date is
(`counted_days`, `two_numbers`, `unread_words`). A `document` yields the events. `inline_yaml`
writes the maps that messages propose.
"""
