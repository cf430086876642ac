"""Tables: text with delimiters, spreadsheets and flat JSON, to the data of events.

`opening` takes a file; `delimited`, `spreadsheets` and `objects` make rows of it;
`header` says what their columns mean, `cells` what a cell says; a `document` yields the events.
"""
