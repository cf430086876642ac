"""Count events by their dates, and by their keys of one kind."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

from diplo.history.groups import TIMES, YEAR, keys_in
from diplo.model import dates
from diplo.model.dates import Edtf
from diplo.model.events import Tallies, Tally

_IN_ONE_YEAR = ("day", "month", "year")


def tallies(
    whens: Sequence[Edtf],
    values: Iterable[Hashable],
    parts: Mapping[str, str],
    by: str,
    required: Collection[str],
    *,
    in_years: bool = True,
) -> Tallies:
    """Count events by their dates and, unless `by` is a time, by their keys.

    `whens` and `values` have the date and the value with the keys of each event; `parts` has the
    part of the timeline for the text of each date.
    """
    distinct = {when.text: when for when in whens}
    ordered = [distinct[text] for text in sorted(distinct)]
    ordered.sort(key=lambda when: when.order)
    dated = _dated(ordered, Counter([when.text for when in whens]), parts)
    if by in TIMES:
        return Tallies(dated)
    keys = {value: keys_in(value, by, required) for value in {*values}}
    keys_by_date: dict[str, list[str | None]] = {text: [] for text in distinct}
    for when, value in zip(whens, values, strict=True):
        keys_by_date[when.text] += keys[value]
    return Tallies(dated, _keyed(ordered, keys_by_date, parts, in_years=in_years))


def _dated(
    whens: Iterable[Edtf], numbers: Mapping[str, int], parts: Mapping[str, str]
) -> list[Tally]:
    """Count dates in their order: exact ones by year and part, others by themselves."""
    groups: dict[Hashable, list[Edtf]] = {}
    for when in whens:
        text = when.text
        is_exact = when.precision in _IN_ONE_YEAR and not when.start.qualifier
        groups.setdefault((text[:4], parts[text]) if is_exact else text, []).append(when)
    return [
        Tally(None, sum(numbers[when.text] for when in group), group[0], group[-1])
        for group in groups.values()
    ]


def _keyed(
    whens: Iterable[Edtf],
    keys_by_date: Mapping[str, Sequence[str | None]],
    parts: Mapping[str, str],
    *,
    in_years: bool,
) -> list[Tally]:
    """Count the keys that are listed for dates; the dates must be in order."""
    groups: dict[Hashable, tuple[list[str | None], list[Edtf]]] = {}
    for when in whens:
        shared = tally_key(when, parts[when.text], in_years=in_years)
        keys, times = groups.setdefault(shared, ([], []))
        keys += keys_by_date[when.text]
        times += [when] * len(keys_by_date[when.text])
    counted: list[Tally] = []
    for keys, times in groups.values():
        last = dict(zip(keys, times, strict=True))
        first = dict(zip(reversed(keys), reversed(times), strict=True))
        counted += [Tally(key, n, first[key], last[key]) for key, n in Counter(keys).items()]
    return counted


def tally_key(when: Edtf, part: str, *, in_years: bool) -> tuple[object, ...]:
    """Return what dates that are counted together share: the part and perhaps the year."""
    filed = dates.anchor(when) if in_years else None
    year = (dates.enclosing(filed, YEAR).text, filed.qualifier) if filed else ()
    return (part, when.is_dated, *year)
