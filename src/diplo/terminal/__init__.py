"""What surrounds the program. Come here to change where output goes, exit statuses or escapes.

`errors` has the errors, their messages and exit statuses. `output` writes all or nothing, and finds
what a terminal can do: `width` measures text in its cells, `colour` paints it, and `encoding`
replaces what cannot be shown. `inputs` checks what is read, `keyboard` finds where keys come from,
and `shell` quotes commands for messages. `progress` draws a bar, and `signals` ends the program.
`text` compares texts, and makes untrusted ones safe.
"""
