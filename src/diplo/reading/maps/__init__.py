"""Maps: how the rows of a table, or the records of JSON, become events.

`opening` takes a table of text, a spreadsheet, JSON (`json_tables`) or a note (`markdown`) with its
map; a header of diplo's own words needs none. The `document` yields the events, and `left_out`
reports columns that say nothing of them.

`syntax` reads and checks a map (`event_form`, `templates`, `meanings`), `shipped` finds those that
come with diplo, and `schema` gives the rules as JSON Schema. `applied` makes events of rows in
batches (`batch`), one event template at a time (`event_maker`): their `texts`, dates (`moments`)
and `parties` (`party`, `several_names`, `codes`, `usa`), each looked up once (`memory`).
`constants` checks what is the same for all rows; `missing_columns` and `tally` (`undecided_dates`)
collect faults, with `hints`, `markup` and `missing_values`. `deciding_cells` tells, before an event
is made, whether a query wants it. `draft` writes a map for a table that has none.
"""
