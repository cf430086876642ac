"""Maps: how the rows of a table, or the records of JSON, become events.

`opening` finds the map for a table, which a header in our words stands for, of text, a spreadsheet,
JSON (`json_tables`) or a note (`markdown`); the `document` that it makes yields the events, and
`left_out` reports columns that say nothing of them.
`syntax` reads and checks a map (`event_form`, `templates`), `shipped` finds those that come with
diplo, and `schema` gives the rules as JSON Schema. `applied` makes events of rows in batches
(`batch`), one event template at a time (`event_maker`): their texts, dates (`moments`), `parties`
and `codes`. `constants` checks what is the same for all rows; `missing_columns` and `tally`
(`date_orders`) collect faults, with `hints`, `markup` and `missing_values`. `deciding_cells` tells,
before an event is made, whether a query wants it. `draft` writes a map for a table that has none.
"""
