"""Maps: how the rows of a foreign table, or the records of JSON, become events.

`syntax` reads a map (`event_form`, `templates`) and says what is wrong with it; `shipped` knows
those that come with diplo, and `schema` says the rules as JSON Schema. To rows a map is `applied`,
many at once (`batch`), form by form (`forms`): what cells make (`texts`, `moments`, `parties`,
`codes`), what is the same for all (`constants`), and what is wrong (`missing_columns`, `tally`,
with `hints`, `markup` and `stand_ins`). `parts` has what decides of a row before its event is made.
Maps for tables that have none are `begun`.
"""
