"""The explorer: a timeline to move about in, on a whole terminal.

What is asked and answered comes from the command line (`questions`). What is open is a `session`: a
place in a question's events (`view`, `places`), and a list (`listings`, `list_keys`) or a line that
is typed (`entry`, `prompt`, `typed`) over it; `states` are those of the day. What keys and clicks
do there is in `keys`. All of what is seen is painted by pure functions (`painting`); only `app` and
`terminal` know Textual.
"""
