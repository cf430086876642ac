"""What a timeline is made of. Come here to add a field, a way to date or a country.

`events` has what a file declares and an event holds, `dates` goes from words to dates and back, and
from what `--since` says to days (`bounds`); `countries` goes from names to codes (`resolve`), and
`suggestions` finds the nearest name. Every message is written where it is raised.
"""
