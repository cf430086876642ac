"""The `values` of a drafted map, with a place for each text that is no country or date yet."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from diplo.model.dates.corrections import FOUR, IN_ENGLISH, Lead, lead_for
from diplo.model.dates.corrections.lead import quoted
from diplo.reading.maps.draft.date_findings import FEW
from diplo.reading.maps.draft.findings import Findings
from diplo.reading.maps.draft.names import DATED
from diplo.reading.maps.draft.sample import Sample
from diplo.reading.maps.syntax import PLACEHOLDER
from diplo.reading.tables import cell_dates, cells, counted_days, inline_yaml
from diplo.reading.tables.row_dates import month_abroad
from diplo.terminal.text import plural, shown

_MOST_NAMES = 500
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([-/. ])(?:[0-9]{1,2}|[^\W\d_]{3,})\1'?[0-9]{2}")
# Years and months as Wikidata writes them.
_ZEROS = re.compile(r"\+?[0-9]{4}-(?:0[0-9]|1[0-2])-00(?:T00:00:00Z)?")
# Dates before the year 1000 as tables write them; 999 stands for unknown.
_YEAR = re.compile("(?!999)[1-9][0-9]{2}")
_EARLY = re.compile("(?!9+$)[1-9][0-9]?")
_SPAN = re.compile("([1-9][0-9]{2}) ?[-–/] ?([1-9][0-9]{2,3})")
_DAY = re.compile("([1-9][0-9]{0,2})(-[0-9]{2}){1,2}")
_LEFT = inline_yaml.quoted(PLACEHOLDER)


def lines(findings: Findings) -> Iterator[str]:
    """Yield the `values` for texts that are no country or date yet."""
    dates, parties = findings.dates, findings.parties
    days = dates.days
    short = {text: many for text, many in days.items() if _SHORT_YEAR.fullmatch(text)}
    if len(short) > FEW:
        days = Counter({text: many for text, many in days.items() if text not in short})
        yield (
            f"# {sum(short.values())} dates have years of two digits, as "
            f"{shown(next(iter(short)))}: write four, in the file"
        )
    if parties.names or days or dates.years or dates.months:
        yield "values:"
    if parties.names:
        yield "  countries:  # not countries yet: a name or a code each; ~ is nobody"
        meant = {text: inline_yaml.quoted(code) for text, code in parties.known.items()}
        meant |= dict.fromkeys(filter(cells.BELOW_NOTHING.fullmatch, parties.names), "~")
        yield from _meant(parties.names, meant, parties.choices)
    other = "1990~, or present" if dates.has_ends else '"[1990..1993]"'  # no set is an end
    for key, texts in (("date", days), ("year", dates.years)):
        if texts:
            yield f"  {key}:  # not dates yet: write each like 1990s or {other}"
            yield from _dates(texts, is_of_end=dates.has_ends)
    if dates.months:
        yield '  month:  # not months in English: write the number of each, like "10"'
        numbers = {text: month_abroad(text) for text in dates.months}
        meant = {text: inline_yaml.quoted(number) for text, number in numbers.items() if number}
        yield from _meant(dates.months, meant, {})


def beside(sample: Sample, left_out: Sequence[str]) -> Iterator[str]:
    """Yield the comment on columns left out for dates that have years of two digits."""
    for at in sample.matching(range(len(sample.header)), DATED):
        name, texts = sample.header[at], sample.known_texts(at)
        short = [text for text in texts if _SHORT_YEAR.fullmatch(text)]
        if name in left_out and 2 * len(short) > len(texts):
            said = f"dates in {shown(name)} have years of two digits, as {shown(short[0])}"
            yield f"# {said}: write four, in the file"


def _dates(counts: Counter[str], *, is_of_end: bool) -> Iterator[str]:
    texts = Counter(dict(counts.most_common(_MOST_NAMES)))
    known = {text: inline_yaml.quoted(day) for text, day in _lengthened(texts).items()}
    leads = {text: lead_for(text) for text in texts}
    known |= {
        text: inline_yaml.quoted(lead.forms[0])
        for text, lead in leads.items()
        if len(lead.forms) == 1 and _is_sure(text, lead)
    }
    counted = {text: [*counted_days.days(text).values()] for text in texts}
    only = {text: inline_yaml.quoted(days[0]) for text, days in counted.items() if days}
    signs = {*"/["} if is_of_end else set()  # of spans and sets, which are no ends
    forms = {
        text: [quoted(each) for each in lead.forms if signs.isdisjoint(each)]
        for text, lead in leads.items()
    }
    several = {text: each for text, each in forms.items() if each and text not in known}
    several |= {text: days for text, days in counted.items() if len(days) > 1}
    several |= {text: ends for text in texts if (ends := _ends(text))}
    yield from _meant(texts, {**known, **only, **dict.fromkeys(several, _LEFT)}, several)


def _lengthened(texts: Collection[str]) -> Mapping[str, str]:
    """Return the dates of texts that only lack leading zeros: 636 is 0636 in a map.

    43 and 43-01-01 may be in 1943, so they count only beside years of three digits.
    """
    dates = {text: text.zfill(4) for text in texts if _YEAR.fullmatch(text)}
    if dates:
        dates |= {text: text.zfill(4) for text in texts if _EARLY.fullmatch(text)}
    spans = {text: _SPAN.fullmatch(text) for text in texts}
    dates |= {
        text: f"{span[1]:0>4}/{span[2]:0>4}"
        for text, span in spans.items()
        if span and int(span[1]) < int(span[2])
    }
    days = {text: day for text in texts if (day := _DAY.fullmatch(text))}
    if dates or any(map(_YEAR.fullmatch, (day[1] for day in days.values()))):
        dates |= {text: "0" * (4 - len(day[1])) + text for text, day in days.items()}
    return {text: date for text, date in dates.items() if cell_dates.date(date).value}


def _is_sure(text: str, lead: Lead) -> bool:
    """Say whether a date can only be its lead: years, other languages, c. 800; not 999, May 198."""
    is_early = lead.why == FOUR and not text[0].isdigit() and "-" not in lead.forms[0]
    return bool(_ZEROS.fullmatch(text)) or lead.why == IN_ENGLISH or is_early


def _ends(text: str) -> list[str]:
    """Return the dates that a text may mean as one end of a span, if it is itself a set or span."""
    ends = cell_dates.ends(cell_dates.date(text).value)
    days = [end for end in ends if end not in ("", "..")]
    return [*days, cell_dates.NOT_KNOWN][:2] if days else []


def _meant(
    texts: Counter[str], known: Mapping[str, str], choices: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """Yield a line for each text, with its meaning if known, or a place for it."""
    for text, many in texts.most_common(_MOST_NAMES):
        meant = known.get(text, _LEFT)
        several = f": {' or '.join(choices[text])}" if text in choices else ""
        yield f"    {inline_yaml.quoted(text)}: {meant}  # {plural(many, 'cell')}{several}"
