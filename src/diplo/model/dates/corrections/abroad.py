"""Months in some other languages, where a word means only one month."""

import re

from diplo.terminal.text import fold

IN_ENGLISH = "months are read in English"
# Norwegian and its neighbours, French, Turkish, Polish, Russian. Nisan is Hebrew too, listopad is
# October in Croatian.
_WORDS = {
    "january": "januar januari janvier ocak styczeń stycznia январь января",
    "february": "februar februari février şubat luty lutego февраль февраля",
    "march": "mars mart marzec marca март марта",
    "april": "avril kwiecień kwietnia апрель апреля",
    "may": "mai maj mayıs maja май мая",
    "june": "juni juin haziran czerwiec czerwca июнь июня",
    "july": "juli juillet temmuz lipiec lipca июль июля",
    "august": "augusti août ağustos sierpień sierpnia август августа",
    "september": "septembre eylül wrzesień września сентябрь сентября",
    "october": "oktober octobre ekim październik października октябрь октября",
    "november": "novembre kasım ноябрь ноября",
    "december": "desember dezember décembre aralık grudzień grudnia декабрь декабря",
}
MONTHS = {fold(word): month for month, words in _WORDS.items() for word in words.split()}


def in_english(text: str) -> str:
    """Return a text, folded, with its months in English."""
    return re.sub(r"[^\W\d_]+", lambda word: MONTHS.get(word[0], word[0]), text)
