"""Refuse slips that only the whole command line shows, and say what to type instead."""

import itertools
from collections.abc import Container, Iterable, Sequence

from typer.core import TyperOption

from diplo.cli.framework.untyped import Context
from diplo.model.suggestions import did_you_mean
from diplo.terminal.errors import UsageError
from diplo.terminal.shell import quoted
from diplo.terminal.text import shown

_COUNTRY, _DATE = "country", "DATE"  # a parameter, and the metavar of dates
_LONGEST_DATE = 5  # words: 28 May 2024..2 June 2024
_RANGES = {"--year": "--year {}..{}", "--since": "--since {} --until {}"}
_BY = "by"
# Words before a date or a kind, with the options for it, one of which a command has.
_PHRASES = {
    **dict.fromkeys(("since", "from", "after"), ("--since",)),
    **dict.fromkeys(("until", "to", "before"), ("--until",)),
    **dict.fromkeys(("in", "on", "during", "year"), ("--on", "--year")),
    _BY: ("--by", "--group-by"),
}
# Words between countries; those in _WITHIN are also part of names.
_WITHIN = ("and", "&")
BETWEEN = frozenset((*_WITHIN, "with", "vs", "vs.", "versus", "to", "in", "or"))
_NAMES = "; a name of several words goes in quotes"
_MOST_BEHIND = 2  # words of a name after "and": Saint Vincent and the Grenadines


def refuse_slips(options: Sequence[TyperOption], args: Sequence[str]) -> None:
    """Refuse what Typer would accept: `-since`, an option as a value, and a date apart or twice.

    Raises:
        UsageError: there is such a slip.
    """
    names = {name: option for option in options for name in option.opts}
    flags = "".join(k[1] for k, option in names.items() if option.is_flag and k[1] != "-")
    dated = set[str]()
    for place, word in enumerate(args):
        if word == "--":
            return
        _refuse_one_dash(word, names)
        taker, given = _named(word, flags)
        option = names.get(taker)
        if option is None or option.is_flag:
            continue
        value, *others = args[place + 1 :] or [""]
        if not given and _named(value, flags)[0] in (*names, "--"):
            raise UsageError(f"{taker} needs a value, but the option {shown(value)} follows it")
        if option.metavar != _DATE:
            continue
        name = option.opts[0]
        if name in dated:
            raise UsageError(f"{name} is given twice; leave one out")
        if not option.multiple:
            dated.add(name)
        attached = word.partition("=")[2] if given == "=" else given
        _refuse_date_apart(name, taker, [attached, value, *others] if given else [value, *others])


def _refuse_one_dash(word: str, names: Container[str]) -> None:
    """Refuse a long name with one dash, which Typer would take for letters: `-since`."""
    long = f"-{word.partition('=')[0]}"
    if long.startswith("--") and long in names:
        raise UsageError(f"no such option {shown(long[1:])}{did_you_mean([long])}")


def _named(word: str, flags: str) -> tuple[str, str]:
    """Return the option that a word names, or its first letter that is no flag, and the rest."""
    if word.startswith("--"):
        name, given, _ = word.partition("=")
        return name, given
    letters = word[1:].lstrip(flags) or word[1:]
    return word[:1] + letters[:1], letters[1:]


def _refuse_date_apart(option: str, typed: str, words: Sequence[str]) -> None:
    """Refuse a date of several words without quotes, and a range typed as two dates."""
    value, *others = words
    after = before_options(others)
    if not after:
        return
    if not _is_date(value):
        if said := _date([value, *after]):
            raise UsageError(f"put a date of several words in quotes: {typed} {quoted(said)}")
    elif option in _RANGES:
        last = next((word for word in after[:2] if word not in BETWEEN), "")
        if last[:1].isdigit() and _is_date(last):
            raise UsageError(f"for a range write {_RANGES[option].format(quoted(value), last)}")


def before_options(words: Iterable[str]) -> list[str]:
    """Return the words before the first option."""
    return [*itertools.takewhile(lambda word: not word.startswith("-"), words)]


def _date(words: Sequence[str]) -> str:
    """Return the longest date that the first words make, or nothing."""
    sizes = range(min(len(words), _LONGEST_DATE), 0, -1)
    return next(filter(_is_date, (" ".join(words[:size]) for size in sizes)), "")


def _is_date(text: str) -> bool:
    from diplo.model import dates  # noqa: PLC0415  (few commands need it this early)

    return dates.is_window(text)


def refuse_sentence(ctx: Context) -> None:
    """Refuse words of a sentence among countries: `in 2012`, or `and`, which is Andorra's code.

    Raises:
        UsageError: there is such a word.
    """
    typed: Sequence[str] = ctx.params.get(_COUNTRY) or ()
    _refuse_phrases(typed, {name for each in ctx.command.params for name in each.opts})
    _refuse_between(ctx, typed)


def _refuse_phrases(typed: Sequence[str], options: Container[str]) -> None:
    """Refuse words that say what one of the options does."""
    for at, word in enumerate(typed):
        option = next((name for name in _PHRASES.get(word, ()) if name in options), "")
        if option and (value := _value(word, typed[at + 1 :])):
            raise UsageError(f"for {shown(f'{word} {value}')} write {option} {quoted(value)}")


def _value(word: str, after: Sequence[str]) -> str:
    """Return the date or the kind of events that follows a word, if any."""
    if word != _BY:
        return _date(after)
    from diplo.history.groups import KINDS  # noqa: PLC0415  (only mistakes need it)

    return next((kind for kind in after[:1] if kind in KINDS), "")


def _refuse_between(ctx: Context, typed: Sequence[str]) -> None:
    at = next((at for at, word in enumerate(typed[:-1]) if at and word in BETWEEN), 0)
    is_odd = any(not word.strip() or word[:1].isdigit() for word in typed)  # reported later
    if not at or is_odd:
        return
    before, word, after = typed[at - 1 : at + 2]
    name = _name_around(at, typed) if word in _WITHIN else ""
    is_needed = any(each.name == _COUNTRY and each.required for each in ctx.command.params)
    if name:
        message = f"quote a name of several words: {quoted(name)}"
    elif word == "or" and not is_needed:  # compare needs two, so a comma would not do
        message = f"for 'or' write a comma: {quoted(f'{before},{after}')}{_NAMES}"
    else:
        names = _NAMES if word in _WITHIN else ""
        message = f"leave out {shown(word)}{_country_remark(word.upper())}{names}"
    raise UsageError(message)


def _name_around(at: int, typed: Sequence[str]) -> str:
    """Return the name of the country that a word is part of, if any."""
    from diplo.model.countries.resolve import all_countries  # noqa: PLC0415  (only mistakes need it)

    starts, ends = range(max(at - 2, 0), at), range(at + _MOST_BEHIND + 1, at + 1, -1)
    names = (" ".join(typed[start:end]) for start in starts for end in ends)
    return next(filter(all_countries().knows, names), "")


def _country_remark(code: str) -> str:
    """Return a remark on the country that a code stands for, if any."""
    from diplo.model.countries.resolve import all_countries  # noqa: PLC0415  (only mistakes need it)

    known = all_countries()
    is_code = code.isalpha() and known.knows(code)  # & is read as "and"
    return f" ({code} is {known.name(known.resolve(code))})" if is_code else ""
