"""What is known about alpha-3 codes: whether ISO 3166 lists them, and what they mean elsewhere."""

import re
from collections.abc import Iterable

from diplo.model.countries import other_codes
from diplo.model.countries.resolve import CODES_BY_NAME, all_countries
from diplo.model.events import CODE_PATTERN
from diplo.terminal.text import fold


def looks_like_code(text: str) -> bool:
    """Say whether a text has the form of an alpha-3 code, withdrawn and unofficial ones too."""
    return re.fullmatch(CODE_PATTERN, text) is not None


def one_code(code: str) -> str:
    """Return diplo's code for a state with several codes, which is only Kosovo."""
    return "XKX" if CODES_BY_NAME.get(fold(code)) == frozenset({"XKX"}) else code


def may_mean(code: str, used: Iterable[str]) -> list[str]:
    """Return which of the letters used mean this state in other lists, but not in ISO 3166."""
    return sorted(letters for letters in used if code in other_codes.MEANT.get(letters, ()))


def code_warning(code: str) -> str | None:
    """Return what is odd about an alpha-3 code that a file uses, None if nothing is."""
    countries = all_countries()
    if countries.name(code) != code:
        return None
    if other_codes.is_organisation(code):
        return f"{code} is an organisation, not a state; name it under 'actors'"
    if codes := other_codes.MEANT.get(code):
        states = " or ".join(f"{state} ({countries.name(state)})" for state in codes)
        return f"ISO 3166-1 does not list {code} today; did you mean {states}?"
    return f"ISO 3166-1 does not list {code} today; it is taken as it is"
