"""When holidays of the English-speaking news are: on a day of the year, or by the rule that moves them."""

from services.nlp.timex.rules.feasts import (
    When,
    advent,
    after_passover,
    after_rosh_hashanah,
    days_after,
    diwali,
    easter,
    hanukkah,
    lunar_new_year,
    nth_weekday,
    orthodox_easter,
    victoria_day,
)

FIXED: dict[str, tuple[int, int]] = {
    "Christmas Day": (12, 25), "Christmas Eve": (12, 24), "Christmas": (12, 25), "Boxing Day": (12, 26),
    "New Year's": (1, 1), "New Year's Eve": (12, 31), "New Year's Day": (1, 1), "Epiphany": (1, 6), "Australia Day": (1, 26),
    "Burns Night": (1, 25), "Waitangi Day": (2, 6), "St. David's Day": (3, 1),
    "St. George's Day": (4, 23), "Anzac Day": (4, 25), "Cinco de Mayo": (5, 5), "VE Day": (5, 8), "V-E Day": (5, 8),
    "VJ Day": (8, 15), "V-J Day": (8, 15), "Bonfire Night": (11, 5), "St. Andrew's Day": (11, 30),
    "St. Stephen's Day": (12, 26), "Hogmanay": (12, 31),
    "Groundhog Day": (2, 2), "Valentine's Day": (2, 14), "St. Patrick's Day": (3, 17), "April Fools' Day": (4, 1),
    "Earth Day": (4, 22), "May Day": (5, 1), "Flag Day": (6, 14), "Juneteenth": (6, 19), "Canada Day": (7, 1),
    "Independence Day": (7, 4), "Bastille Day": (7, 14), "Halloween": (10, 31), "All Saints' Day": (11, 1),
    "All Souls' Day": (11, 2), "Guy Fawkes Night": (11, 5), "Veterans Day": (11, 11), "Armistice Day": (11, 11),
    "Remembrance Day": (11, 11), "Pearl Harbor Day": (12, 7),
    "Orthodox Christmas": (1, 7), "Holocaust Memorial Day": (1, 27), "International Holocaust Remembrance Day": (1, 27),
    "Candlemas": (2, 2), "International Women's Day": (3, 8), "International Workers' Day": (5, 1),
    "Midsummer's Eve": (6, 23), "Midsummer's Day": (6, 24), "Midsummer Day": (6, 24), "Assumption Day": (8, 15),
    "the Feast of the Assumption": (8, 15), "Reformation Day": (10, 31), "All Hallows' Eve": (10, 31),
    "the Day of the Dead": (11, 2), "Singles' Day": (11, 11), "World AIDS Day": (12, 1),
}  # fmt: skip


FIRST_MONDAY_OF_MAY, LAST_MONDAY_OF_AUGUST = nth_weekday(5, 0, 1), nth_weekday(8, 0, -1)

MOVABLE: dict[str, When] = {
    "Martin Luther King Day": nth_weekday(1, 0, 3), "Martin Luther King Jr. Day": nth_weekday(1, 0, 3),
    "MLK Day": nth_weekday(1, 0, 3), "Presidents' Day": nth_weekday(2, 0, 3),
    "Shrove Tuesday": easter(-47), "Fat Tuesday": easter(-47), "Mardi Gras": easter(-47), "Pancake Day": easter(-47),
    "Ash Wednesday": easter(-46), "Mothering Sunday": easter(-21), "Palm Sunday": easter(-7),
    "Maundy Thursday": easter(-3), "Holy Thursday": easter(-3), "Good Friday": easter(-2),
    "Holy Saturday": easter(-1), "Easter Saturday": easter(-1), "Feast of Corpus Christi": easter(60),
    "Orthodox Palm Sunday": orthodox_easter(-7), "Orthodox Good Friday": orthodox_easter(-2),
    "Orthodox Easter": orthodox_easter(0), "Orthodox Easter Sunday": orthodox_easter(0), "Advent Sunday": advent,
    "the first Sunday of Advent": advent, "the first Sunday in Advent": advent, "Patriots' Day": nth_weekday(4, 0, 3),
    "Shavuot": after_passover(50), "Easter": easter(0), "Easter Sunday": easter(0), "Easter Monday": easter(1),
    "Ascension Day": easter(39), "Pentecost": easter(49), "Whit Sunday": easter(49), "Whitsun": easter(49),
    "Whit Monday": easter(50), "Trinity Sunday": easter(56),
    "Mother's Day": nth_weekday(5, 6, 2), "Memorial Day": nth_weekday(5, 0, -1), "Victoria Day": victoria_day,
    "Father's Day": nth_weekday(6, 6, 3), "Labor Day": nth_weekday(9, 0, 1), "Columbus Day": nth_weekday(10, 0, 2),
    "Indigenous Peoples' Day": nth_weekday(10, 0, 2), "Remembrance Sunday": nth_weekday(11, 6, 2),
    "Election Day": days_after(1, nth_weekday(11, 0, 1)),
    "Thanksgiving Day": nth_weekday(11, 3, 4), "Thanksgiving": nth_weekday(11, 3, 4),
    "Black Friday": days_after(1, nth_weekday(11, 3, 4)), "Cyber Monday": days_after(4, nth_weekday(11, 3, 4)),
    "early May bank holiday": FIRST_MONDAY_OF_MAY, "May Day bank holiday": FIRST_MONDAY_OF_MAY,
    "spring bank holiday": nth_weekday(5, 0, -1), "August bank holiday": LAST_MONDAY_OF_AUGUST,
    "summer bank holiday": LAST_MONDAY_OF_AUGUST,
    "Rosh Hashanah": after_rosh_hashanah(0), "Yom Kippur": after_rosh_hashanah(9), "Sukkot": after_rosh_hashanah(14),
    "Hanukkah": hanukkah, "Chanukah": hanukkah, "Purim": after_passover(-30), "Passover": after_passover(0),
    "Chinese New Year": lunar_new_year, "Lunar New Year": lunar_new_year, "Diwali": diwali,
}  # fmt: skip
"""Feasts of several days have their first."""
