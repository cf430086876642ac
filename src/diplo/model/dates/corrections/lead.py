"""What a refused date may stand for, and the message that says so."""

from typing import NamedTuple

from diplo.model.dates.corrections.rule import Forms
from diplo.model.dates.edtf import as_edtf
from diplo.model.dates.to_words import month_in_full
from diplo.terminal.text import shown


class Lead(NamedTuple):
    """The forms that a refused text may stand for, and why it is refused.

    `suffix` follows the forms; `instead` is the advice if there are none. `is_formed` is true if
    only the calendar lacks the date; `is_spoken` if the forms are also given in words, to tell day
    and month apart; `is_followed` if the forms stand before something that is no date.
    """

    forms: Forms = ()
    why: str = ""
    suffix: str = ""
    instead: str = ""
    is_formed: bool = False
    is_spoken: bool = False
    is_followed: bool = False

    def refusal(self, text: str, kind: str, otherwise: str) -> str:
        """Return the message that a text is not of a kind, with the forms, or other advice."""
        verdict = "is not in the calendar" if self.is_formed else f"is not {kind}"
        if len(self.forms) > 1 and not self.suffix:
            verdict += " and has two readings"
        why = f": {self.why}" if self.why else ""
        forms = " or ".join(map(_spoken if self.is_spoken else quoted, self.forms))
        advice = f"write {forms}{self.suffix}" if forms else self.instead or otherwise
        message = f"{shown(text)} {verdict}{why}"
        return f"{message}; {advice}" if advice else message


def quoted(form: str) -> str:
    """Put a set in quotes, which it needs in YAML, JSON and most shells."""
    return f'"{form}"' if form.startswith("[") else form


def _spoken(form: str) -> str:
    """Return a day also in words: "2021-08-15 (15 August 2021)"."""
    year, month, *day = form.split("-")
    return f"{form} ({''.join(f'{int(number)} ' for number in day)}{month_in_full(year, month)})"


def is_date(text: str) -> bool:
    """Say whether a text is an EDTF date."""
    return as_edtf(text) is not None
