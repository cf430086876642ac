"""What surrounds the program. Come here to change what is written where, exit statuses, escapes.

`errors` has what is said of faults, and the exit statuses. `output` writes all or nothing, and
knows what a terminal is like: `width` measures text in its cells, `colour` paints, and `encoding`
says what cannot be shown. `inputs` are what is read, `keyboard` is where keys come from, and
`shell` gives commands as they are typed. `progress` is a bar, and `signals` end the program. `text`
compares texts, and makes those of strangers safe.
"""
