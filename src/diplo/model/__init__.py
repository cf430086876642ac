"""What a timeline is made of: who adds a field of an event, a way to date, a name of a country.

`dates` has dates from words and to words, and `bounds`, such as that of `--since`, as days;
`countries` goes from names to codes in `resolve`. Every message is written where it is raised.
"""
