"""Maps: how the rows of a foreign table, or the records of JSON, become events.

`syntax` reads a map and says what is wrong with it; `templates` has its templates; `shipped`
knows those that come with diplo; `codes` the states of other code systems; `schema` says the rules
as JSON Schema, and `skeleton` begins a map for a table.
"""
