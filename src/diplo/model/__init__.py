"""What a timeline is made of: who adds a field of an event, a way to date, a name of a country.

`dates` goes from words to dates and back, and from what `--since` says to days (`bounds`);
`countries` goes from names to codes (`resolve`). Every message is written where it is raised.
"""
