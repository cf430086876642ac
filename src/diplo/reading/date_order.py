"""What comes first in a date such as 3/4/2021: the day or the month."""

DAY_FIRST, MONTH_FIRST = ORDERS = ("day-first", "month-first")
