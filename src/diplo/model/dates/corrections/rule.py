"""Make rules: functions that read the dates that a text of a certain form may stand for."""

import functools
import re
from collections.abc import Callable

Forms = tuple[str, ...]  # EDTF that a text may stand for


def rule(pattern: str) -> Callable[[Callable[..., Forms]], Callable[[str], Forms]]:
    """Make a rule of a function of the groups of a pattern; "" is a group that took no part.

    Texts of any other form have no forms.
    """
    form = re.compile(pattern)

    def ruled(read: Callable[..., Forms]) -> Callable[[str], Forms]:
        @functools.wraps(read)
        def forms(text: str) -> Forms:
            match = form.fullmatch(text)
            return read(*match.groups("")) if match else ()

        return forms

    return ruled
