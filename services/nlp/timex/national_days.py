"""The days on which countries keep their independence: what a country and its people are called -> month and day."""

from collections.abc import Mapping

DAYS: Mapping[tuple[int, int], str] = {
    (2, 16): "lithuania lithuanian", (2, 24): "estonia estonian", (3, 6): "ghana ghanaian", (3, 25): "greece greek",
    (3, 26): "bangladesh bangladeshi", (4, 18): "zimbabwe zimbabwean", (5, 26): "georgia georgian",
    (6, 12): "philippines philippine filipino", (6, 26): "somalia somali", (6, 30): "congo congolese",
    (7, 1): "burundi burundian rwanda rwandan", (7, 4): "america american us u.s", (7, 5): "venezuela venezuelan",
    (7, 6): "malawi malawian", (7, 9): "argentina argentine", (7, 20): "colombia colombian", (7, 28): "peru peruvian",
    (8, 6): "jamaica jamaican bolivia bolivian", (8, 10): "ecuador ecuadorean", (8, 14): "pakistan pakistani",
    (8, 15): "india indian", (8, 17): "indonesia indonesian", (8, 19): "afghanistan afghan",
    (8, 24): "ukraine ukrainian", (8, 25): "uruguay uruguayan", (8, 27): "moldova moldovan",
    (8, 31): "malaysia malaysian", (9, 7): "brazil brazilian",
    (9, 15): "guatemala guatemalan honduras honduran nicaragua nicaraguan",
    (9, 16): "mexico mexican", (9, 18): "chile chilean", (9, 21): "armenia armenian malta maltese",
    (9, 30): "botswana", (10, 1): "nigeria nigerian cyprus cypriot", (10, 9): "uganda ugandan",
    (10, 24): "zambia zambian", (11, 11): "poland polish angola angolan", (11, 18): "latvia latvian",
    (11, 22): "lebanon lebanese", (11, 28): "albania albanian", (12, 6): "finland finnish",
    (12, 9): "tanzania tanzanian", (12, 12): "kenya kenyan", (12, 16): "kazakhstan kazakh",
}  # fmt: skip

INDEPENDENT: Mapping[str, object] = {word: day for day, words in DAYS.items() for word in words.split()}
