"""Countries: `resolve` goes from a name to the code, `codes` says what is known of one.

The names are those of today (`everyday`, `iso`), of states that are gone (`gone`) and of many
languages (`languages`), compared by `spelling`, and nearly right ones lead on to these
(`misspellings`); `lists` finds several in one text. `letters` are those of other lists, and of
organisations.
"""
