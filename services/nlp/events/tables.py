"""The lists that the project wrote, by the file of `data/` that holds them: each key's words, or each word's key."""

from services.nlp.events.lexicon import by_word, table

CLAIMS = table("claims")
DEEDS = CLAIMS["accusing"] | CLAIMS["convicting"] | CLAIMS["clearing"]
"""Words and prepositions that bring in what somebody is said to have done, or not: "accused of", "cleared of"."""
CLASSES = table("classes")
CONTROL = table("control")
DATING = table("dating")
GOVERNED = table("governed")
HEADS = table("heads")
HOMONYMS = table("homonyms")
LENDING = table("lending")
MODALITY = table("modality")
NOUN_SUPPORT = table("noun_support")
POLARITY = table("polarity")
PREPOSITIONS = table("prepositions")
ROLES = table("roles")
UNREALISED = table("unrealised")
VERBS = table("verbs")
ADJECTIVES_BY_WORD = by_word("adjectives")
CLASSES_BY_WORD = by_word("classes")
FAMILIES_BY_WORD = by_word("families")
NOUN_CLASSES_BY_WORD = by_word("noun_classes")
NOUNS_BY_WORD = by_word("nouns")
