"""What surrounds the program. Come here to change what is written where, exit statuses, escapes.

`errors` has the exit statuses and what they stand for; `output` writes all or nothing.
"""
