"""Countries: `resolve` turns a name into a code, `codes` says what is known about a code.

The names are those of today (`everyday`, `iso`), of `former` states and of many languages
(`languages`, `other_languages`). They are compared in one `spelling`; near misses lead to
suggestions, and `misspellings` tells slips from names. `lists` finds several names in one text.
`other_codes` has the codes of other lists, and organisations.
"""
