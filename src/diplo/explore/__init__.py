"""The explorer: a timeline to move about in, which fills the terminal.

The command line gives it `questions` and their answers. A `session` has what is open: a place in a
question's events (`view`, `places`), and over it a list (`listings`, `list_keys`) or a typed line
(`entry`, `prompt`); `states` has those of the day. `keys` says what keys and clicks do. Pure
functions paint the screen (`painting`); only `app` and `terminal` know Textual.
"""
