"""Months in some other languages, where a word means only one month."""

import re

from diplo.terminal.text import fold

IN_ENGLISH = "months are read in English"
# Norwegian and its neighbours, Dutch, French, Spanish, Portuguese, Italian, Turkish, Polish,
# Russian. Nisan is Hebrew too, listopad is October in Croatian.
_WORDS = {
    "january": "januar januari janvier enero janeiro gennaio ocak styczeń stycznia январь января",
    "february": (
        "februar februari février febrero fevereiro febbraio şubat luty lutego февраль февраля"
    ),
    "march": "märz maerz maart mars marzo março mart marzec marca март марта",
    "april": "avril abril aprile kwiecień kwietnia апрель апреля",
    "may": "mai mei maj mayo maio maggio mayıs maja май мая",
    "june": "juni juin junio junho giugno haziran czerwiec czerwca июнь июня",
    "july": "juli juillet julio julho luglio temmuz lipiec lipca июль июля",
    "august": "augusti augustus août agosto ağustos sierpień sierpnia август августа",
    "september": (
        "septembre septiembre setiembre setembro settembre eylül wrzesień września "
        "сентябрь сентября"
    ),
    "october": (
        "oktober octobre octubre outubro ottobre ekim październik października октябрь октября"
    ),
    "november": "novembre noviembre novembro kasım ноябрь ноября",
    "december": (
        "desember dezember décembre diciembre dezembro dicembre aralık grudzień grudnia "
        "декабрь декабря"
    ),
}
MONTHS = {fold(word): month for month, words in _WORDS.items() for word in words.split()}
# What stands beside a day in other languages: the first as 1er or 1º, which is folded, and "de".
_BESIDE = re.compile(r"(?<=[0-9])(?:\.?[oa]|er|re)(?= )|(?<=[0-9a-z]) d(?:el?|i)(?= )")


def in_english(text: str) -> str:
    """Return a text, folded, with its months in English; one that has none as it is."""
    told = re.sub(r"[^\W\d_]+", lambda word: MONTHS.get(word[0], word[0]), text)
    return text if told == text else _BESIDE.sub("", told)
