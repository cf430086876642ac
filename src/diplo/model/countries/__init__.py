"""Countries: `resolve` goes from a name to the code, `codes` says what is known of one.

The names are those of today (`everyday`, `iso`), of states that are gone (`gone`) and of many
languages (`languages`), compared by `spelling`; `letters` are those of other lists, and of
organisations.
"""
