"""Dates in some other languages: months, where a word means only one, and "about"."""

import re

from diplo.terminal.text import fold

IN_ENGLISH = "dates are read in English"
# Norwegian and its neighbours, Dutch, French, Spanish, Portuguese, Italian, Turkish, Polish,
# Russian, Arabic (of Egypt, then of Syria). Nisan is Hebrew too, listopad is October in Croatian.
_WORDS = {
    "january": (
        "januar januari janvier janv enero ene janeiro gennaio ocak styczeń stycznia январь января "
        "يناير"
    ),
    "february": (
        "februar februari février févr febrero fevereiro fev febbraio şubat luty lutego "
        "февраль февраля فبراير شباط"
    ),
    "march": "märz maerz maart mrt mars marzo março mart marzec marca март марта مارس آذار",
    "april": "avril avr abril abr aprile kwiecień kwietnia апрель апреля أبريل نيسان",
    "may": "mai mei maj mayo maio maggio mayıs maja май мая مايو أيار",
    "june": "juni juin junio junho giugno giu haziran czerwiec czerwca июнь июня يونيو حزيران",
    "july": "juli juillet juil julio julho luglio lug temmuz lipiec lipca июль июля يوليو تموز",
    "august": "augusti augustus août agosto ağustos sierpień sierpnia август августа أغسطس آب",
    "september": (
        "septembre septiembre setiembre setembro settembre eylül wrzesień września "
        "сентябрь сентября سبتمبر أيلول"
    ),
    "october": (
        "oktober okt octobre octubre outubro ottobre ott ekim październik października "
        "октябрь октября أكتوبر"
    ),
    "november": "novembre noviembre novembro kasım ноябрь ноября نوفمبر",
    "december": (
        "desember dezember dez décembre diciembre dic dezembro dicembre aralık grudzień grudnia "
        "декабрь декабря ديسمبر"
    ),
}
# What stands at the end of a span that goes on.
_STILL = """
i dag; idag; til i dag; pågående; heden; tot heden; heute; bis heute; gegenwart;
gegenwärtig; laufend; derzeit; im amt; aujourd'hui; à ce jour; jusqu'à présent; présent;
en cours; en poste; actualidad; actual; actualmente; hoy; presente; en curso; en el cargo;
hoje; atual; atualmente; até hoje; em curso; no cargo; oggi; attuale; attualmente; in corso;
in carica; günümüz; halen; devam; devam ediyor; obecnie; do dziś; teraz;
настоящее время; по настоящее время; по н.в.; н.в.; по сей день; сейчас;
الآن; حتى الآن; حاليا; مستمر; 至今; 现在; 現在; 今; 迄今; 在任
"""
STILL = frozenset(fold(" ".join(words.split())) for words in _STILL.split(";"))
MONTHS = {fold(word): month for month, words in _WORDS.items() for word in words.split()}
# What stands beside a day in other languages: the first as 1er or 1º, which is folded, and "de",
# or behind a year: 1924 г.
_BESIDE = re.compile(
    r"(?<=[0-9])(?:\.?[oa]|er|re)(?= )|(?<=[0-9a-z]) d(?:el?|i)(?= )| г(?:\.|ода?)?$"
)
# What stands before a date that is about right, in the same languages and in German.
_ABOUT = re.compile(
    r"^(?:omkring|rundt|cirka|c:a|rond|omstreeks|um|etwa|gegen|rund|zirka|vers|env(?:\.|iron)"
    r"|hacia|alrededor de|cerca del?|por volta de|verso(?: il)?|yaklasik|ok(?:\.|olo)|ок(?:\.|оло)"
    r"|حوالي) "
)


def in_english(text: str) -> str:
    """Return a text, folded, with months and "about" in English; one without them as it is."""
    english = re.sub(r"[^\W\d_]+", lambda word: MONTHS.get(word[0], word[0]), text)
    english = _ABOUT.sub("about ", english)
    return text if english == text else _BESIDE.sub("", english)
