"""What surrounds the program: who changes what is written where, exit statuses, escapes.

`errors` has the exit statuses and what they stand for; `output` writes all or nothing.
"""
