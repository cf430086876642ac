"""The explorer: a timeline to move about in, on a whole terminal.

What is asked and answered comes from the command line (`questions`). A question's events are a
view (`view`), over which a browser moves (`browser`) as keys are pressed and lines are typed
(`typed`, `listing`). All of what is seen is painted by pure functions (`painting`); only `app` and
`terminal` know Textual.
"""
