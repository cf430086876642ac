from diplo.reading.tables.divided import dates


def test_a_year_by_two_words_does_not_take_the_month_and_day_of_another() -> None:
    (date,) = dates(["year", "month", "day", "annoyear"])
    assert date.columns == {"year": 0, "month": 1, "day": 2}
