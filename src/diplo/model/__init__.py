"""What a timeline is made of. Come here to add a field, a way to date or a country.

`events` defines what files and events hold. `dates` turns words into dates and back, and the values
of `--since` and its like into days (`bounds`); `countries` turns names into codes (`resolve`), and
`suggestions` finds the nearest name. Every message is written where it is raised.
"""
